// Statements that the model of attributions finds, joined with those that the lexicon found.
//
// Where both see the same cue, the model's spans stand if it is trusted with them, for it has the tree; what only one of
// them sees is kept.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/speech/reader.hpp"

namespace chancery {
namespace {

using Range = LearnedAttribution::Range;
constexpr Index kWidestSource = 10;  ///< words that a source in pieces may span
constexpr Index kWidestCue = 8;  ///< words that the parts of one cue may span

bool overlap(const Span& a, const Span& b) { return !a.empty() && !b.empty() && a.part == b.part && a.begin < b.end && b.begin < a.end; }

/// Marks that stand around words and not in them; those typed as two apostrophes are left to the text.
bool is_edge(std::string_view form) { return is_double_mark(form) && !one_of(form, {"''", "``"}); }

Range cover(const std::vector<Range>& ranges) { return {ranges.front().first, ranges.back().last}; }

/// Of a source in pieces the one next to the predicate; those that few words part are one.
Range nearest(const std::vector<Range>& ranges, Index predicate) {
  const Range all = cover(ranges);
  if (all.last - all.first <= kWidestSource) return all;
  const auto away = [&](const Range& r) { return r.first > predicate ? r.first - predicate : predicate - std::min(predicate, r.last); };
  return *std::min_element(ranges.begin(), ranges.end(), [&](const Range& a, const Range& b) { return away(a) < away(b); });
}

}  // namespace

/// The content without the marks and the closing punctuation at its edges; empty where nothing is left.
Range SpeechReader::without_edges(Range range) const {
  const auto idle = [&](Index i) { return is_edge(word(i)) || one_of(lower(i), {",", ".", ";", ":"}); };
  while (range.first < range.last && idle(range.first)) ++range.first;
  while (range.last > range.first && idle(range.last - 1)) --range.last;
  return range;
}

/// A mark without its other half ends or begins somebody's words: the shorter side is cut off.
Range SpeechReader::within_marks(Range range) const {
  Index marks = 0, last = 0;
  for (Index i = range.first; i < range.last; ++i) {
    if (!is_edge(word(i))) continue;
    ++marks;
    last = i;
  }
  if (marks % 2 == 0) return range;
  if (range.last - last < last - range.first) {
    range.last = last;
  } else {
    range.first = last + 1;
  }
  return range;
}

/// The mentions that a source names: the one at its head, and those joined to it.
std::vector<Index> SpeechReader::mentions_of_source(const Range& source) const {
  const auto& tokens = document_.tokens;
  const auto [first, last] = mentions_in(document_, span_of(source.first, source.last));
  const auto inside = [&](Index i) { return i != kNone && i >= source.first && i < source.last; };
  Index head = source.first;
  for (Index i = source.first; i < source.last; ++i) {
    if (!inside(tokens[i].head)) {
      head = i;
      break;
    }
  }
  std::vector<Index> heads = {head};
  for (Index i = head + 1; i < source.last; ++i) {
    if (tokens[i].head == head && tokens[i].deprel == "conj") heads.push_back(i);
  }
  std::vector<Index> found;
  for (const Index at : heads) {
    for (Index m = first; m < last; ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.entity == kNone || mention.type == MentionType::nationality || !mention.span.contains(tokens[at].span)) continue;
      found.push_back(m);
      break;
    }
  }
  if (!found.empty()) return found;
  for (Index m = first; m < last && found.empty(); ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.entity != kNone && document_.entities[mention.entity].type == MentionType::person) found = {m};
  }
  return found;
}

Span SpeechReader::cue_of(const LearnedAttribution& one) const {
  if (one.cue.empty()) return {};
  const Range all = cover(one.cue);
  if (all.last - all.first <= kWidestCue) return span_of(all.first, all.last);
  const auto own = std::find_if(one.cue.begin(), one.cue.end(), [&](const Range& r) { return r.first <= one.predicate && one.predicate < r.last; });
  const Range& range = own == one.cue.end() ? one.cue.front() : *own;
  return span_of(range.first, range.last);
}

StatementMode SpeechReader::mode_of(const std::vector<Range>& content) const {
  const Range all = cover(content);
  const auto marked = [&](Index i) { return i < document_.tokens.size() && is_double_mark(word(i)); };
  const bool opens = marked(all.first) || (all.first > 0 && marked(all.first - 1));
  const bool closes = marked(all.last - 1) || marked(all.last);
  if (opens && closes) return StatementMode::direct;
  for (const Range& range : content) {
    for (Index i = range.first; i < range.last; ++i) {
      if (marked(i)) return StatementMode::mixed;
    }
  }
  return StatementMode::indirect;
}

/// "admitted the cost was high, and he predicted ...": where a clause joined to the predicate's own begins; the sentence's end
/// where there is none.
Index SpeechReader::joined_clause_after(Index predicate) const {
  const auto& tokens = document_.tokens;
  const Sentence& sentence = sentence_of(predicate);
  for (Index i = predicate + 1; i < sentence.last; ++i) {
    Index at = i;
    for (int steps = 0; at != kNone && steps < 60 && !(tokens[at].head == predicate && at > predicate && tokens[at].deprel == "conj"); ++steps) at = tokens[at].head;
    if (at == kNone || tokens[at].head != predicate || tokens[at].deprel != "conj") continue;
    // "said that A and that B": whatever the tree says, B is said too.
    const bool said_too = lower(i) == "that" || (i + 1 < sentence.last && lower(i + 1) == "that");
    return said_too ? sentence.last : i;
  }
  return sentence.last;
}

/// What the model sees of one attribution, as a statement; without content where nothing is left of it.
Statement SpeechReader::statement_of(const LearnedAttribution& one) const {
  Statement statement;
  statement.stage = "speech";
  statement.confidence = one.certainty;
  const Index joined_clause = joined_clause_after(one.predicate), own_end = sentence_of(one.predicate).last;
  for (Range range : one.content) {
    range = to_closing_mark(range, one.predicate);
    const bool runs_into = range.first > one.predicate && range.first < joined_clause && joined_clause < range.last && range.last <= own_end;
    if (runs_into) range.last = joined_clause;
    const Range piece = without_edges(within_marks(range));
    if (piece.first < piece.last) statement.pieces.push_back(span_of(piece.first, piece.last));
  }
  if (statement.pieces.empty()) return statement;
  statement.span = joined(statement.pieces.front(), statement.pieces.back());
  if (statement.pieces.size() == 1) statement.pieces.clear();
  statement.mode = mode_of(one.content);
  statement.cue = cue_of(one);
  statement.cue_lemma = document_.tokens[one.predicate].lemma;
  if (one.source.empty()) return statement;
  const Range source = nearest(one.source, one.predicate);
  statement.speaker_span = span_of(source.first, source.last);
  statement.speakers = entities_of(document_, mentions_of_source(source));
  return statement;
}

/// For every word the statement whose cue it is part of, or whose content it begins; kNone for the others.
std::vector<Index> SpeechReader::statements_by_word() const {
  std::vector<Index> by_word(document_.tokens.size(), kNone);
  for (Index s = 0; s < document_.statements.size(); ++s) {
    const Statement& known = document_.statements[s];
    if (known.mode == StatementMode::turn) continue;
    const Index begin = document_.tokens_in(known.span).first;
    if (begin < by_word.size() && by_word[begin] == kNone) by_word[begin] = s;
    const auto [first, last] = document_.tokens_in(known.cue);
    for (Index i = first; i < last && !known.cue.empty(); ++i) by_word[i] = s;
  }
  return by_word;
}

/// The lexicon's statement with the same cue or the same words; kNone where there is none.
Index SpeechReader::counterpart(const Statement& learned, Index predicate, const std::vector<Index>& by_word) const {
  if (const Index known = by_word[predicate]; known != kNone && overlap(document_.statements[known].cue, document_.tokens[predicate].span)) return known;
  const Index known = by_word[document_.tokens_in(learned.span).first];
  return known != kNone && document_.statements[known].span == learned.span ? known : kNone;
}

/// Both see the same cue: the model's spans stand where it is trusted with them.
void SpeechReader::settle(const Statement& learned, Statement& known, const AttributionTrust& trust) const {
  const bool fuller_source = learned.speaker_span.part == known.speaker_span.part && learned.speaker_span.contains(known.speaker_span);
  if (fuller_source) known.speaker_span = learned.speaker_span;
  // "This was stated by X": the words are in the sentence before.
  const Index said_in = document_.tokens[document_.tokens_in(known.span).first].sentence;
  const bool points_back = !known.cue.empty() && known.mode == StatementMode::indirect && document_.tokens[document_.tokens_in(known.cue).first].sentence != said_in;
  // "reiterated his support for": to a reader the support belongs to what is said.
  const bool cue_takes_in = known.mode == StatementMode::indirect && overlap(learned.cue, known.span);
  const bool fuller = known.mode == StatementMode::direct && known.pieces.size() > 1 && known.span.contains(learned.span);
  if (points_back || cue_takes_in || fuller || *learned.confidence < trust.span) return;
  known.span = learned.span;
  known.pieces = learned.pieces;
  known.mode = learned.mode;
  known.confidence = learned.confidence;
  if (!learned.cue.empty()) known.cue = learned.cue;
  if (learned.speaker_span.empty()) return;
  known.speaker_span = learned.speaker_span;
  if (!learned.speakers.empty()) known.speakers = learned.speakers;
}

/// To discuss, to thank, to agree to do is told in other layers of the record (points, courtesies, commitments).
bool SpeechReader::is_act(const LearnedAttribution& one) const {
  const std::string& lemma = document_.tokens[one.predicate].lemma;
  if (lexicon_.is(lemma, "act")) return true;
  return lexicon_.is(lemma, "act_unless_clause") && !one_of(lower(one.content.front().first), {"that", "with"});
}

/// In a turn or a quotation the speaker's own "I think" says no more than the whole; what others are said to have said in a
/// turn is taken from a model whose spans are trusted, for they end in spoken sentences where no comma tells.
bool SpeechReader::is_own_voice(const LearnedAttribution& one, const AttributionTrust& trust) const {
  const Region region = region_[one.predicate];
  if (region == Region::turn && (one.source.empty() || trust.span > 1)) return true;
  const bool in_words = region == Region::turn || region == Region::quoted;
  return in_words && !one.source.empty() && one_of(lower(one.source.front().first), {"i", "we", "my", "our"});
}

/// "X said:" above a turn is its label; what nobody is named to say is no statement; courtesies and acts have layers of
/// their own.
bool SpeechReader::may_be_added(const LearnedAttribution& one) const {
  const bool name = document_.tokens[one.predicate].upos == "PROPN";
  return !name && !one.source.empty() && !one.cue.empty() && region_[one.predicate] != Region::label && !is_act(one) && !is_courtesy(sentence_of(one.predicate), one.content.front().first);
}

void SpeechReader::find_learned(const AttributionModel& model) {
  if (!model.reads(document_)) return;
  const auto by_word = statements_by_word();
  std::vector<bool> seen(document_.statements.size(), false);
  auto found = model.find(document_);
  add_continuations(found);
  for (const LearnedAttribution& one : found) {
    if (document_.tokens[one.predicate].span.part == Part::title || is_own_voice(one, model.trust())) continue;
    const Statement learned = statement_of(one);
    if (learned.span.empty()) continue;
    const Index known = counterpart(learned, one.predicate, by_word);
    if (known != kNone) {
      seen[known] = true;
      settle(learned, document_.statements[known], model.trust());
    } else if (one.certainty >= model.trust().add && may_be_added(one)) {
      document_.statements.push_back(learned);
    }
  }
  if (model.trust().drop > 0) drop_unseen(seen);
}

/// Quotations that go on behind the cue, and that the model gives to nobody else.
void SpeechReader::add_continuations(std::vector<LearnedAttribution>& found) const {
  std::vector<bool> begun(document_.tokens.size() + 1, false);
  for (const LearnedAttribution& one : found) {
    for (const Range& range : one.content) begun[range.first] = true;
  }
  for (LearnedAttribution& one : found) {
    const Index next = continuation_of(one);
    if (next == kNone || begun[quotations_[next].open] || begun[quotations_[next].first()]) continue;
    one.content.push_back({quotations_[next].open, quotations_[next].close});
  }
}

/// Reported speech in which the model sees none.
void SpeechReader::drop_unseen(const std::vector<bool>& seen) {
  std::vector<Statement> kept;
  for (size_t s = 0; s < document_.statements.size(); ++s) {
    const bool doubted = s < seen.size() && !seen[s] && document_.statements[s].mode == StatementMode::indirect;
    if (!doubted) kept.push_back(std::move(document_.statements[s]));
  }
  document_.statements = std::move(kept);
}

}  // namespace chancery
