#include "questions/encounter.hpp"

#include <algorithm>
#include <limits>

namespace chancery::questions {
namespace {

constexpr size_t kMost = 200;
constexpr size_t kMostCandidates = 20;

/// Where something stands in a document, the title before the text.
int64_t place_of(const record::Range& range) { return range.part == Part::title ? -1 : int64_t{range.begin}; }

/// Where an account is told: in the text if it is told there at all.
int64_t place_of(const record::EncounterLine& line) {
  for (const record::Range& range : line.evidence) {
    if (range.part == Part::text) return range.begin;
  }
  return -1;
}

bool overlap(const record::Range& a, const record::Range& b) {
  return a.part == b.part && a.begin < b.end && b.begin < a.end;
}

/// Decides which facts of a document belong to one account of it.
class Belonging {
 public:
  Belonging(const record::EncounterLine& account, const std::vector<record::EncounterLine>& all) : account_(account) {
    const auto mains = std::count_if(all.begin(), all.end(), [](const auto& one) { return one.main; });
    share_ = !account.main ? Share::evidence : mains > 1 ? Share::section : Share::document;
    if (share_ != Share::section) return;
    begin_ = place_of(account);
    bool first = true;
    for (const record::EncounterLine& one : all) {
      if (!one.main) continue;
      const int64_t at = place_of(one);
      first = first && at >= begin_;
      if (at > begin_) end_ = std::min(end_, at);
    }
    // What stands before anything is told belongs to what is told first.
    if (first) begin_ = -1;
  }

  Share share() const { return share_; }

  bool holds(const record::Range& range) const {
    if (share_ == Share::document) return true;
    if (share_ == Share::section) return place_of(range) >= begin_ && place_of(range) < end_;
    return std::any_of(account_.evidence.begin(), account_.evidence.end(),
                       [&](const record::Range& told) { return overlap(range, told); });
  }

 private:
  const record::EncounterLine& account_;
  Share share_ = Share::document;
  int64_t begin_ = -1, end_ = std::numeric_limits<int64_t>::max();
};

const record::Range& span_of(const record::CourtesyLine& line) {
  static const record::Range nowhere{0, 0, Part::title};
  return line.evidence.empty() ? nowhere : line.evidence.front();
}
template <typename Line>
const record::Range& span_of(const Line& line) {
  return line.span;
}

template <typename Line>
void keep(std::vector<Line>& lines, const Belonging& belonging) {
  std::erase_if(lines, [&](const Line& line) { return !belonging.holds(span_of(line)); });
  if (lines.size() > kMost) lines.resize(kMost);
}

AccountView account_view(const record::Record& record, record::EncounterLine&& line, const std::optional<Day>& on) {
  AccountView view;
  view.others = encounters_of_document(record, line.document.id);
  const Belonging belonging(line, view.others);
  view.share = belonging.share();
  view.facts = facts_of_document(record, line.document.id, on);
  keep(view.facts.points, belonging);
  keep(view.facts.statements, belonging);
  keep(view.facts.figures, belonging);
  keep(view.facts.commitments, belonging);
  keep(view.facts.courtesies, belonging);
  std::erase_if(view.others, [&](const auto& other) { return other.event == line.event; });
  view.line = std::move(line);
  return view;
}

}  // namespace

std::string_view name_of(Share share) {
  switch (share) {
    case Share::document: return "document";
    case Share::section: return "section";
    case Share::evidence: break;
  }
  return "evidence";
}

std::vector<AccountView> accounts_view(const record::Record& record, const std::string& id, const std::optional<Day>& on) {
  const record::Record::Snapshot snapshot(record);
  std::vector<AccountView> views;
  for (record::EncounterLine& line : accounts_of(record, id)) views.push_back(account_view(record, std::move(line), on));
  return views;
}

EncounterView show_encounter(const record::Record& record, const std::string& id, const std::optional<Day>& on) {
  const record::Record::Snapshot snapshot(record);
  EncounterView view;
  std::vector<record::EncounterLine> lines = accounts_of(record, id);
  const std::string key = lines.front().id;
  view.strip = strip_of(lines);
  view.differs = disagreements(lines);
  view.joined_by = joining_of(record, key);
  view.candidates = candidates(record, key, 0, kMostCandidates);
  for (record::EncounterLine& line : lines) view.accounts.push_back(account_view(record, std::move(line), on));
  return view;
}

CandidatesView encounter_candidates(const record::Record& record, const std::string& of, const record::Page& page) {
  const record::Record::Snapshot snapshot(record);
  const std::string key = of.empty() ? of : accounts_of(record, of).front().id;
  return {key, page, count_candidates(record, key), candidates(record, key, page.offset, page.limit)};
}

}  // namespace chancery::questions
