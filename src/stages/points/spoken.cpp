// Points in what is said: quotations and reported speech that no cue of a point has told yet, and turns of a transcript.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/points/finder.hpp"
#include "stages/points/subject.hpp"
#include "stages/points/label.hpp"
#include "stages/points/reader.hpp"

namespace chancery::points {
namespace {

constexpr size_t kMostInTurn = 3;     ///< points of one turn, or of one paragraph of a speech
constexpr Index kFewestWords = 10;    ///< of a sentence that may be a main point of a turn
constexpr Index kLongestSpeaker = 8;  ///< tokens of ", said Minister of Health Viktor Lyashko."
constexpr uint32_t kSlack = 12;       ///< bytes between the beginnings of a statement and of the point that tells it
constexpr Index kFewestQuoted = 5;    ///< of a quotation that is more than a word put in marks

}  // namespace

void Reader::find_speech() {
  for (const Statement& statement : document_.statements) {
    if (statement.span.part == Part::title) continue;
    if (statement.mode == StatementMode::turn) {
      for (Index s = document_.tokens_in(statement.span).first; s < document_.tokens_in(statement.span).second;) {
        const Index sentence = document_.tokens[s].sentence;
        in_turn_[sentence] = true;
        s = std::max(s + 1, document_.sentences[sentence].last);
      }
    } else if (statement.mode == StatementMode::indirect && is_told_later(statement)) {
      // "... This was stated by X": the sentence is X's words, one point as a whole.
      const auto [first, last] = document_.tokens_in(statement.span);
      std::fill(quoted_.begin() + first, quoted_.begin() + last, true);
    } else if (statement.mode == StatementMode::direct) {
      const auto paint = [&](const Span& span) {
        const auto [first, last] = document_.tokens_in(span);
        std::fill(quoted_.begin() + first, quoted_.begin() + last, true);
      };
      if (statement.pieces.empty()) paint(statement.span);
      for (const Span& piece : statement.pieces) paint(piece);
    }
  }
}

/// The points found by cues, so that a statement can be looked up among them in logarithmic time.
Reader::Told Reader::told_by_cues() const {
  Told told;
  for (const Draft& draft : drafts_) told.points.push_back(draft.point.span);
  std::ranges::sort(told.points, before);
  uint32_t farthest = 0;
  for (const Span& span : told.points) told.reach.push_back(farthest = std::max(farthest, span.end));
  return told;
}

bool Reader::is_told_already(const Statement& statement, const Told& told) const {
  const Span& own = statement.span;
  const auto cue = std::ranges::partition_point(cues_, [&](const Span& c) { return c.end <= statement.cue.begin; });
  if (!statement.cue.empty() && cue != cues_.end() && cue->overlaps(statement.cue)) return true;
  const auto next = std::ranges::partition_point(told.points, [&](const Span& p) { return p.begin + kSlack < own.begin; });
  if (next != told.points.end() && next->begin < own.end) return true;
  const auto passed = static_cast<size_t>(next - told.points.begin());
  return passed > 0 && told.reach[passed - 1] >= own.end;
}

/// "This was stated by X" in a sentence after it, or ", he noted." at the end of its own.
bool Reader::is_told_later(const Statement& statement) const {
  if (statement.cue.empty() || statement.cue.begin <= statement.span.end) return false;
  const auto sentence = [&](const Span& span) { return document_.tokens[document_.tokens_in(span).first].sentence; };
  const Index told_in = sentence(statement.cue);
  if (told_in > sentence(statement.span)) return true;
  return document_.tokens_in(statement.cue).second + kLongestSpeaker >= document_.sentences[told_in].last;
}

/// A quotation, what is told as "according to X", or what the sentence after says that somebody stated; other reported
/// speech has a cue that the lexicon of points knows, or none that is sure enough.
bool Reader::is_main_point(const Statement& statement) const {
  const bool someone = std::ranges::any_of(statement.speakers, [&](Index e) {
    const MentionType type = document_.entities[e].type;
    return type == MentionType::person || type == MentionType::group;
  });
  if (!someone) return false;
  if (statement.mode != StatementMode::indirect) return true;
  const Index cue = statement.cue.empty() ? kNone : document_.tokens_in(statement.cue).first;
  if (cue == kNone || cue >= document_.tokens.size()) return false;
  return is_told_later(statement) || one_of(document_.tokens[cue].lower, {"according", "in"});
}

void Reader::read_statements() {
  const Told told = told_by_cues();
  const auto turns = std::ranges::count(document_.statements, StatementMode::turn, &Statement::mode);
  for (const Statement& statement : document_.statements) {
    if (statement.span.part == Part::title) continue;
    if (statement.mode == StatementMode::turn) {
      read_turn(statement, turns == 1);
      continue;
    }
    const auto [first, last] = document_.tokens_in(statement.span);
    const bool inner = statement.parent != kNone;
    if (inner || !is_main_point(statement) || first >= last || last - first < kFewestQuoted || statement.speakers.empty() || in_turn_[document_.tokens[first].sentence] || is_told_already(statement, told)) continue;
    Draft draft;
    const Range words{first, std::min(last, document_.sentences[document_.tokens[first].sentence].last)};
    draft.point.stage = stage_;
    draft.point.act = PointAct::raised;
    draft.point.span = joined(document_.tokens[words.first].span, document_.tokens[words.last - 1].span);
    draft.point.topic = draft.point.span;
    draft.point.topic_label = label_of(setting_, words);
    for (const Index speaker : statement.speakers) {
      const auto& members = document_.entities[speaker].members;
      if (members.empty()) draft.holders.push_back({speaker, {}});
      for (const Index member : members) draft.holders.push_back({member, {}});
    }
    draft.point.negated = statement.negated;
    drafts_.push_back(std::move(draft));
  }
}

/// A speech is read paragraph by paragraph, a transcript turn by turn.
void Reader::read_turn(const Statement& turn, bool alone) {
  const auto [first, last] = document_.tokens_in(turn.span);
  if (first >= last) return;
  const Index end = document_.tokens[last - 1].sentence + 1;
  Index begin = document_.tokens[first].sentence;
  for (Index s = begin + 1; alone && s < end; ++s) {
    if (document_.sentences[s].block == document_.sentences[s - 1].block) continue;
    read_unit(begin, s, turn);
    begin = s;
  }
  read_unit(begin, end, turn);
}

/// An aide who tells what was said in the encounter: its parties hold the points, not he.
bool Reader::tells_of_parties(const std::vector<Holder>& holders, const Statement& turn) const {
  return !holders.empty() && std::ranges::all_of(holders, [&](const Holder& holder) {
    return holder.entity < party_.size() && party_[holder.entity] && std::ranges::find(turn.speakers, holder.entity) == turn.speakers.end();
  });
}

/// A whole sentence of some length that tells something; the speaker's label before it does not count.
bool Reader::may_be_main(const Sentence& sentence, const Statement& turn) const {
  const auto [first, last] = document_.tokens_in({std::max(sentence.span.begin, turn.span.begin), sentence.span.end, Part::text});
  if (last < first + kFewestWords || document_.tokens[last - 1].lower == "?" || setting_.lexicon.is(document_.tokens[first].lower, "smalltalk")) return false;
  for (Index i = first; i < last; ++i) {
    if (tree_.is_finite(i) && tree_.child(i, "nsubj")) return true;
  }
  return false;
}

void Reader::read_unit(Index first, Index last, const Statement& turn) {
  std::vector<Draft> found;
  std::vector<Index> plain;
  std::vector<Holder> speakers;
  for (const Index speaker : turn.speakers) speakers.push_back({speaker, {}});
  for (Index s = first; s < last && found.size() < kMostInTurn; ++s) {
    const Sentence& sentence = document_.sentences[s];
    const std::vector<Site> sites = find_sites(setting_, sentence, quoted_);
    std::vector<Draft> drafts;
    for (const Site& site : sites) {
      const Index subject = subject_of(setting_, site.verb);
      const bool own = !site.passive && (subject == kNone || one_of(setting_.at(subject).lower, {"i", "we"}));
      if (!own && setting_.at(sentence.last - 1).lower != "?") {
        for (Draft& draft : drafts_of(sentence, {site})) {
          if (tells_of_parties(draft.holders, turn)) drafts_.push_back(std::move(draft));
        }
      }
      if (!own || site.negated) continue;
      for (Draft& draft : drafts_of(sentence, {site})) {
        draft.holders = speakers;
        drafts.push_back(std::move(draft));
      }
    }
    if (drafts.empty() && may_be_main(sentence, turn)) plain.push_back(s);
    for (Draft& draft : drafts) {
      if (found.size() < kMostInTurn) found.push_back(std::move(draft));
    }
  }
  // The longest tell most.
  const auto words = [&](Index s) { return document_.sentences[s].last - document_.sentences[s].first; };
  std::ranges::stable_sort(plain, [&](Index a, Index b) { return words(a) > words(b); });
  for (const Index s : plain) {
    if (found.size() >= kMostInTurn) break;
    const Sentence& sentence = document_.sentences[s];
    const uint32_t from = std::max(sentence.span.begin, turn.span.begin);
    const auto [begin, end] = document_.tokens_in({from, sentence.span.end, Part::text});
    if (begin >= end) continue;
    Draft draft;
    draft.point.stage = stage_;
    draft.point.act = PointAct::raised;
    draft.point.span = draft.point.topic = joined(document_.tokens[begin].span, document_.tokens[end - 1].span);
    draft.point.topic_label = label_of(setting_, {begin, end});
    draft.holders = speakers;
    found.push_back(std::move(draft));
  }
  for (Draft& draft : found) drafts_.push_back(std::move(draft));
}

}  // namespace chancery::points
