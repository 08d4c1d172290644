#include "app/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "questions/encounter.hpp"

namespace chancery::app {
namespace {

using questions::AccountView;
using questions::compare::Side;

constexpr size_t kMostRead = 512 * 1024;  ///< bytes: far more than any release that people lay beside another
constexpr size_t kNone = static_cast<size_t>(-1);

using Wording = std::unique_ptr<const questions::Novelty>;

/// What is usual at its publisher's or between the two, and missing here.
void note_dropped(const questions::Novelty* wording, std::vector<std::string>& notes) {
  if (!wording) return;
  for (const questions::Dropped& one : wording->dropped) {
    notes.push_back(fmt::format("usual in {} of {} earlier releases of {} on these two countries, and not in this one: “{}”", one.count, one.of, wording->publisher, one.words));
  }
}

SideBySide laid(Document&& a, Document&& b, Side&& side_a, Side&& side_b, const questions::compare::Lexicon& lexicon, Wording&& wording_a = {}, Wording&& wording_b = {}) {
  SideBySide out;
  out.wording_a = std::move(wording_a);
  out.wording_b = std::move(wording_b);
  side_a.wording = out.wording_a.get();
  side_b.wording = out.wording_b.get();
  out.a = std::make_unique<const Document>(std::move(a));
  out.b = std::make_unique<const Document>(std::move(b));
  side_a.document = out.a.get();
  side_b.document = out.b.get();
  out.comparison = compare(side_a, side_b, lexicon);
  note_dropped(side_a.wording, out.comparison.notes);
  note_dropped(side_b.wording, out.comparison.notes);
  return out;
}

Wording wording_of(const record::Record& record, const std::string& document) {
  return std::make_unique<const questions::Novelty>(questions::novelty(record, document));
}

bool is_called(const AccountView& view, const std::string& name) {
  return view.line.document.id.starts_with(name) || view.line.event.starts_with(name);
}

size_t account_called(const std::vector<AccountView>& accounts, const std::string& name) {
  // The whole id of one may begin that of another.
  auto found = std::ranges::find_if(accounts, [&](const AccountView& one) { return one.line.document.id == name || one.line.event == name; });
  if (found == accounts.end()) found = std::ranges::find_if(accounts, [&](const AccountView& one) { return is_called(one, name); });
  if (found == accounts.end()) {
    throw Error(ErrorKind::input, fmt::format("the encounter has no account by {}: name one by the id of its document or event", name));
  }
  return static_cast<size_t>(found - accounts.begin());
}

/// The first account beside another, of another publisher if there is one.
size_t account_beside(const std::vector<AccountView>& accounts, size_t other) {
  size_t any = kNone;
  for (size_t i = 0; i < accounts.size(); ++i) {
    if (i == other) continue;
    if (accounts[i].line.document.publisher != accounts[other].line.document.publisher) return i;
    if (any == kNone) any = i;
  }
  return any;
}

std::array<size_t, 2> chosen(const std::vector<AccountView>& accounts, const std::string& a, const std::string& b) {
  if (!a.empty() && !b.empty()) return {account_called(accounts, a), account_called(accounts, b)};
  if (!b.empty()) {
    const size_t right = account_called(accounts, b);
    return {account_beside(accounts, right), right};
  }
  const size_t left = a.empty() ? 0 : account_called(accounts, a);
  return {left, account_beside(accounts, left)};
}

template <typename Line>
void put_ids(const std::vector<Line>& lines, std::unordered_set<std::string>& ids) {
  for (const Line& line : lines) ids.insert(line.id);
}

Side side_of(const AccountView& view) {
  Side side;
  side.event = view.line.event;
  if (view.share == questions::Share::document) return side;
  auto& ids = side.facts.emplace();
  put_ids(view.facts.points, ids);
  put_ids(view.facts.statements, ids);
  put_ids(view.facts.figures, ids);
  put_ids(view.facts.commitments, ids);
  return side;
}

}  // namespace

Comparer::Comparer(std::shared_ptr<const Engine> engine)
    : engine_(std::move(engine)), lexicon_(questions::compare::Lexicon::load(engine_->data())) {}

/// Reads as much of a text as a comparison can show; the rest of it stays in the answer, unread.
void Comparer::analyse(Document& document) const {
  if (document.text.size() <= kMostRead) return engine_->analyse(document);
  std::string whole = std::move(document.text);
  size_t end = kMostRead;
  while (end > 0 && (static_cast<unsigned char>(whole[end]) & 0xC0) == 0x80) --end;
  document.text = whole.substr(0, end);
  engine_->analyse(document);
  document.text = std::move(whole);
  document.notes.push_back(fmt::format("the text is long: only the first {} KB were compared", kMostRead / 1024));
}

SideBySide Comparer::texts(Document a, Document b) const {
  analyse(a);
  analyse(b);
  return laid(std::move(a), std::move(b), {}, {}, lexicon_);
}

/// A record keeps facts, not words: these are read again from its text, which is the same.
Document Comparer::with_words(Document kept) const {
  Document fresh;
  fresh.info = kept.info;
  fresh.title = kept.title;
  fresh.text = kept.text;
  analyse(fresh);
  kept.blocks = std::move(fresh.blocks);
  kept.sentences = std::move(fresh.sentences);
  kept.tokens = std::move(fresh.tokens);
  kept.notes = std::move(fresh.notes);
  return kept;
}

SideBySide Comparer::documents(const record::Record& record, const std::string& a, const std::string& b) const {
  const record::Record::Snapshot snapshot(record);
  return laid(with_words(record.load(a).document), with_words(record.load(b).document), {}, {}, lexicon_, wording_of(record, a), wording_of(record, b));
}

SideBySide Comparer::accounts(const record::Record& record, const std::string& encounter, const std::string& a, const std::string& b) const {
  const record::Record::Snapshot snapshot(record);
  const auto view = questions::show_encounter(record, encounter);
  if (view.accounts.size() < 2) {
    throw Error(ErrorKind::input, fmt::format("the encounter {} has one account in this record; a comparison needs two. Two documents are compared by their ids", encounter));
  }
  const auto [left, right] = chosen(view.accounts, a, b);
  const auto load = [&](size_t i) { return with_words(record.load(view.accounts[i].line.document.id).document); };
  const auto wording = [&](size_t i) { return wording_of(record, view.accounts[i].line.document.id); };
  return laid(load(left), load(right), side_of(view.accounts[left]), side_of(view.accounts[right]), lexicon_, wording(left), wording(right));
}

}  // namespace chancery::app
