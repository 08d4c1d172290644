// Quotations: where the marks open and close, and whose the words are.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/speech/reader.hpp"

namespace chancery {
namespace {

constexpr Index kAttributionReach = 16;
constexpr Index kLongestTail = 2000;  ///< words of a quotation in which marks are counted
constexpr Index kLongestSignature = 14;
constexpr size_t kLongestRun = 100;   ///< quotations taken for one
constexpr Index kInnerReach = 8;      ///< words between a cue and what is quoted inside a quotation
constexpr Index kShortestSpeech = 4;  ///< fewer words in marks are a name or a word held at arm's length

}  // namespace

void SpeechReader::find_quotes() {
  quotations_ = find_quotations(document_);
  std::vector<Index> next(quotations_.size(), kNone);
  for (Index q = 0; q < quotations_.size(); ++q) {
    if (quotations_[q].continues != kNone) next[quotations_[q].continues] = q;
  }
  std::vector<bool> asked(quotations_.size(), false);
  for (Index q = 0; q < quotations_.size(); ++q) {
    if (asked[q] || quotations_[q].continues != kNone || region_[quotations_[q].open] != Region::narrative) continue;
    const auto run = run_of(q, next);
    for (const Index one : run) asked[one] = true;
    add_quote(run);
  }
  for (Index q = 0; q < quotations_.size(); ++q) {
    if (!asked[q] && quotations_[q].depth > 0 && region_[quotations_[q].open] == Region::quoted) add_inner_quote(quotations_[q]);
  }
}

/// A quotation with those that go on with it: in the paragraphs after, and where a mark opens again though none has closed.
std::vector<Index> SpeechReader::run_of(Index first, const std::vector<Index>& next) const {
  std::vector<Index> run = {first};
  while (run.size() < kLongestRun) {
    const Index last = run.back(), beside = last + 1;
    const bool opens_again = !quotations_[last].closed && beside < quotations_.size() && quotations_[beside].open == quotations_[last].close && quotations_[beside].depth == quotations_[last].depth;
    if (!opens_again && next[last] == kNone) break;
    run.push_back(opens_again ? beside : next[last]);
  }
  return run;
}

/// The sentence of the closing mark; behind a comma it goes on, though the splitter may end it there.
Sentence SpeechReader::sentence_around(const Quotation& quote) const {
  Sentence sentence = sentence_of(quote.close);
  const Index next = document_.tokens[quote.close].sentence + 1;
  Index end = quote.close;
  while (end > quote.first() && document_.tokens[end - 1].shape == Shape::punctuation && lower(end - 1) != ",") --end;
  const bool goes_on = end > quote.first() && lower(end - 1) == "," && sentence.last == quote.close + 1;
  if (!goes_on || next >= document_.sentences.size() || document_.sentences[next].block != sentence.block) return sentence;
  sentence.last = document_.sentences[next].last;
  sentence.span = joined(sentence.span, document_.sentences[next].span);
  return sentence;
}

/// "..., said X." and "..., X said.": a cue between the closing mark and the end of its sentence.
SpeechReader::Attribution SpeechReader::attribution_after(const Quotation& quote, Index limit) const {
  Attribution result;
  if (quote.close >= document_.tokens.size() || quote.close + 1 >= limit) return result;
  const Sentence sentence = sentence_around(quote);
  const Index end = std::min({limit, sentence.last, static_cast<Index>(quote.close + 1 + kAttributionReach)});
  // What follows a finished sentence belongs to it only when it goes on in small letters or with the speaker's name.
  for (Index i = quote.close + 1; i < end; ++i) {
    const auto match = lexicon_.match(document_.tokens, i, end);
    if (!match.cue || !match.cue->has(Cue::quote)) continue;
    auto before = mentions_before(document_, sentence, i);
    const bool directly = i <= quote.close + 2;
    std::vector<Index> speakers;
    if (!directly || !before.empty()) {
      if (!before.empty() && document_.mentions[before.front()].span.begin >= document_.tokens[quote.close].span.begin) speakers = before;
      if (speakers.empty() && !directly) {
        const auto [m_first, m_last] = mentions_in(document_, span_of(quote.close, i));
        for (Index m = m_first; m < m_last && speakers.empty(); ++m) {
          if (document_.mentions[m].entity != kNone && document_.entities[document_.mentions[m].entity].type == MentionType::person) speakers = {m};
        }
      }
    }
    if (speakers.empty()) {
      const Index after = i + match.length;
      const auto [m_first, m_last] = mentions_in(document_, span_of(i, std::min<Index>(sentence.last, after + 6)));
      for (Index m = m_first; m < m_last && speakers.empty(); ++m) {
        const Mention& mention = document_.mentions[m];
        if (mention.entity != kNone && mention.type != MentionType::place && mention.type != MentionType::nationality) speakers = {m};
      }
    }
    if (speakers.empty()) continue;
    result.mentions = speakers;
    result.cue = i;
    result.cue_end = i + match.length;
    result.lemma = match.cue->lemma;
    return result;
  }
  return result;
}

/// "X said: "...", "The message reads, in part: "..."
SpeechReader::Attribution SpeechReader::attribution_before(const Quotation& quote) const {
  Attribution result;
  const Sentence& sentence = sentence_of(quote.open);
  const Index first = std::max(sentence.first, quote.open > kAttributionReach ? quote.open - kAttributionReach : 0);
  for (Index i = quote.open; i-- > first;) {
    if (region_[i] != Region::narrative) break;
    const auto match = lexicon_.match(document_.tokens, i, quote.open);
    if (!match.cue || !(match.cue->has(Cue::quote) || match.cue->has(Cue::to))) continue;
    auto speakers = mentions_before(document_, sentence, i);
    if (speakers.empty()) speakers = sentence_subject(document_, sentence);
    if (speakers.empty() || lower(i) == "reads" || lower(i) == "read") {
      // A message speaks for its sender, the subject of the sentence before.
      const Index index = document_.tokens[i].sentence;
      if (index > 0 && document_.sentences[index - 1].span.part == Part::text) speakers = sentence_subject(document_, document_.sentences[index - 1]);
    }
    if (speakers.empty()) return result;
    result.mentions = speakers;
    result.cue = i;
    result.cue_end = i + match.length;
    result.lemma = match.cue->lemma;
    return result;
  }
  return result;
}

/// A quotation that follows right on an attributed one: "...," he said. "..."
bool SpeechReader::continues(const Quotation& quote) const {
  if (document_.statements.empty()) return false;
  const Statement& last = document_.statements.back();
  if (last.mode != StatementMode::direct || last.span.part != Part::text) return false;
  const Index sentence = document_.tokens[quote.open].sentence;
  const Index cue_sentence = last.cue.empty() ? kNone : document_.tokens[document_.tokens_in(last.cue).first].sentence;
  return cue_sentence != kNone && sentence >= cue_sentence && sentence - cue_sentence <= 1 && last.span.begin < document_.tokens[quote.open].span.begin;
}

/// "..." — X, at the end of a line.
SpeechReader::Attribution SpeechReader::signature_after(const Quotation& quote) const {
  Attribution result;
  const Index dash = quote.close + 1;
  if (!quote.closed || dash + 1 >= document_.tokens.size() || !one_of(word(dash), {"—", "–", "―", "-", "--", "~"})) return result;
  const Index end = block_end(quote.close);
  if (dash >= end || end - dash > kLongestSignature) return result;
  const auto [first, last] = mentions_in(document_, span_of(dash, std::min<Index>(end, dash + 3)));
  for (Index m = first; m < last; ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.entity == kNone || mention.type == MentionType::place || mention.type == MentionType::nationality) continue;
    result.mentions = {m};
    result.cue = dash;
    result.cue_end = dash + 1;
    result.lemma = std::string(word(dash));
    return result;
  }
  return result;
}

Index SpeechReader::quote_limit(Index number) const {
  const Index end = block_end(quotations_[number].open);
  for (Index q = number + 1; q < quotations_.size() && quotations_[q].open < end; ++q) {
    if (quotations_[q].open > quotations_[number].close) return std::max(quotations_[q].open, quotations_[number].close);
    if (quotations_[q].depth == quotations_[number].depth) return quotations_[q].open;
  }
  const Index close = quotations_[number].close;
  return close < document_.tokens.size() ? std::max(end, block_end(close)) : end;
}

/// Whose words a quotation is that runs over paragraphs or stands alone: said after it, before it, or a sentence later.
SpeechReader::Attribution SpeechReader::attribution_of(const std::vector<Index>& run) const {
  const Quotation &first = quotations_[run.front()], &last = quotations_[run.back()];
  Attribution found = attribution_after(last, quote_limit(run.back()));
  if (!found.found()) found = signature_after(last);
  if (!found.found() && run.size() > 1) found = attribution_after(first, quote_limit(run.front()));
  if (!found.found()) found = attribution_before(first);
  const Index own = document_.tokens[last.close - 1].sentence;
  if (!found.found() && opens_sentence(first) && own + 1 < document_.sentences.size()) found = back_reference(own + 1);
  return found;
}

bool SpeechReader::opens_sentence(const Quotation& quote) const {
  return sentence_of(quote.open).first == quote.open || (quote.open > 0 && lower(quote.open - 1) == ":");
}

/// The words of a quotation without the comma at their end, and without a mark there that has no other half among them.
std::optional<Span> SpeechReader::words_of(const Quotation& quote) const {
  Index last = quote.close;
  const auto marks = [&] {
    size_t count = 0;
    for (Index i = quote.first(); i < last; ++i) count += lower(i) == "\"";
    return count;
  };
  while (last > quote.first() && (lower(last - 1) == "," || (lower(last - 1) == "\"" && last - quote.first() < kLongestTail && marks() % 2 == 1))) --last;
  if (last <= quote.first()) return std::nullopt;
  return span_of(quote.first(), last);
}

/// "the expedition "Respect for the Ships of the Great Victory"": a name, not somebody's words.
bool SpeechReader::is_title(const Quotation& quote) const {
  if (quote.open > 0 && one_of(lower(quote.open - 1), {",", ":"})) return false;
  size_t capitals = 0, words = 0;
  for (Index i = quote.first(); i < quote.close; ++i) {
    const Token& token = document_.tokens[i];
    if (one_of(token.lower, {".", "!", "?"}) && i + 1 == quote.close) return false;
    if (token.shape == Shape::punctuation || token.shape == Shape::number || token.lower.size() < 4) continue;
    ++words;
    capitals += token.shape != Shape::lower;
  }
  return words > 0 && capitals * 3 >= words * 2;
}

void SpeechReader::mark_quoted(const Quotation& quote) {
  const Index end = std::min<Index>(quote.close + 1, static_cast<Index>(region_.size()));
  for (Index i = quote.open; i < end; ++i) region_[i] = Region::quoted;
}

/// The quotation goes on with the statement found last.
void SpeechReader::go_on(const std::vector<Index>& run) {
  Statement& statement = document_.statements.back();
  if (statement.pieces.empty()) statement.pieces.push_back(statement.span);
  for (const Index q : run) {
    const auto piece = words_of(quotations_[q]);
    if (piece && piece->begin >= statement.span.end) statement.pieces.push_back(*piece);
    mark_quoted(quotations_[q]);
  }
  statement.span = joined(statement.span, statement.pieces.back());
}

void SpeechReader::add_quote(const std::vector<Index>& run) {
  const Quotation& quote = quotations_[run.front()];
  const bool opens = opens_sentence(quote);
  Attribution attribution = attribution_of(run);
  const Index words = quote.close - quote.first();
  const bool after_comma = quote.open > 0 && lower(quote.open - 1) == ",";
  if (!attribution.found() && after_comma && continues(quote)) return go_on(run);
  if (run.size() == 1 && words < kShortestSpeech && !(attribution.found() && opens)) return;
  const auto span = words_of(quote);
  if (!span) return;
  if (!attribution.found()) {
    if (opens && continues(quote)) go_on(run);
    return;
  }
  const bool inside_clause = !opens && attribution.cue < quote.open && !one_of(lower(quote.open - 1), {",", ":"});
  if (inside_clause && (words < 8 || is_title(quote))) return;  // a few words quoted inside reported speech stay with it
  Statement& statement = add_statement(inside_clause ? StatementMode::mixed : StatementMode::direct, quote.first(), document_.tokens_in(*span).second, attribution.mentions);
  statement.cue = span_of(attribution.cue, attribution.cue_end);
  statement.cue_lemma = attribution.lemma;
  mark_quoted(quote);
  if (run.size() > 1) go_on({run.begin() + 1, run.end()});
  for (Index i = attribution.cue; i < attribution.cue_end; ++i) region_[i] = Region::label;
}

/// "..., she told me, 'Come back soon.' ...": words quoted inside somebody's words, where the cue stands right before them.
void SpeechReader::add_inner_quote(const Quotation& quote) {
  const auto span = words_of(quote);
  if (!span || quote.close - quote.first() < kShortestSpeech || is_title(quote)) return;
  const Sentence& sentence = sentence_of(quote.open);
  for (Index i = quote.open; i-- > sentence.first && quote.open - i <= kInnerReach;) {
    if (is_double_mark(word(i))) return;
    const auto match = lexicon_.match(document_.tokens, i, quote.open);
    if (!match.cue || !match.cue->has(Cue::quote)) continue;
    const auto speakers = mentions_before(document_, sentence, i);
    if (speakers.empty()) return;
    Statement& statement = add_statement(StatementMode::direct, quote.first(), document_.tokens_in(*span).second, speakers);
    statement.cue = span_of(i, i + match.length);
    statement.cue_lemma = match.cue->lemma;
    return;
  }
}

}  // namespace chancery
