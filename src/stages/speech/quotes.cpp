// Quotations: where the marks open and close, and whose the words are.
#include <algorithm>

#include "stages/speech/reader.hpp"

namespace chancery {
namespace {

constexpr Index kAttributionReach = 16;
constexpr Index kShortestSpeech = 4;  ///< fewer words in marks are a name or a word held at arm's length

}  // namespace

/// Pairs the marks of a run of tokens. A straight mark opens after a space and closes after a word; a mark that
/// opens while one is open (a new paragraph of the same quotation, or a lost closing mark) begins a new quotation.
std::vector<SpeechReader::Quote> SpeechReader::quotes_in(Index first, Index last) const {
  std::vector<Quote> quotes;
  Index open = kNone;
  const auto close = [&](Index at) {
    if (open != kNone && at > open + 1) quotes.push_back({open, at});
    open = kNone;
  };
  for (Index i = first; i < last; ++i) {
    const auto mark = word(i);
    const bool straight = mark == "\"" || mark == "''" || mark == "``";
    bool opens = mark == "“" || mark == "«" || mark == "„" || mark == "‟";
    bool closes = mark == "”" || mark == "»" || (mark == "“" && open != kNone && word(open) == "„");
    if (straight) {
      const bool space_after = i + 1 >= last || document_.tokens[i + 1].space_before;
      const bool punctuation_after = i + 1 < last && (lower(i + 1) == "," || lower(i + 1) == "." || lower(i + 1) == ";");
      const bool after_colon = i > first && lower(i - 1) == ":";
      opens = !space_after && !punctuation_after && (document_.tokens[i].space_before || i == first || after_colon || lower(i - 1) == "(" || lower(i - 1) == "-");
      closes = !opens;
    }
    if (mark == "“" && open != kNone && word(open) == "„") opens = false;
    if (opens) {
      close(i);
      open = i;
    } else if (closes) {
      close(i);
    }
  }
  close(last);
  return quotes;
}

void SpeechReader::find_quotes() {
  for (const Block& block : document_.blocks) {
    if (block.first == block.last || block.span.part == Part::title) continue;
    const Index first = document_.sentences[block.first].first, last = document_.sentences[block.last - 1].last;
    if (region_[last - 1] == Region::turn) continue;
    const auto quotes = quotes_in(first, last);
    for (size_t q = 0; q < quotes.size(); ++q) {
      if (region_[quotes[q].open] == Region::narrative) add_quote(quotes[q], quotes, q);
    }
  }
}

/// "..., said X." and "..., X said.": a cue between the closing mark and the end of its sentence.
SpeechReader::Attribution SpeechReader::attribution_after(const Quote& quote, Index limit) const {
  Attribution result;
  if (quote.close >= document_.tokens.size() || quote.close + 1 >= limit) return result;
  const Sentence& sentence = sentence_of(quote.close);
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
SpeechReader::Attribution SpeechReader::attribution_before(const Quote& quote) const {
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
bool SpeechReader::continues(const Quote& quote) const {
  if (document_.statements.empty()) return false;
  const Statement& last = document_.statements.back();
  if (last.mode != StatementMode::direct || last.span.part != Part::text) return false;
  const Index sentence = document_.tokens[quote.open].sentence;
  const Index cue_sentence = last.cue.empty() ? kNone : document_.tokens[document_.tokens_in(last.cue).first].sentence;
  return cue_sentence != kNone && sentence >= cue_sentence && sentence - cue_sentence <= 1 && last.span.begin < document_.tokens[quote.open].span.begin;
}

void SpeechReader::add_quote(const Quote& quote, const std::vector<Quote>& all, size_t index) {
  const Index first = quote.first();
  Index last = quote.close;
  const Index limit = index + 1 < all.size() ? all[index + 1].open : block_end(quote.open);
  const bool opens_sentence = sentence_of(quote.open).first == quote.open || (quote.open > 0 && lower(quote.open - 1) == ":");
  Attribution attribution = attribution_after(quote, limit);
  // The mark of a lost close: what follows is no attribution of this one.
  if (!attribution.found()) attribution = attribution_before(quote);
  if (last - first < kShortestSpeech && !(attribution.found() && opens_sentence)) return;
  while (last > first && (lower(last - 1) == "," || lower(last - 1) == "\"")) --last;
  if (last <= first) return;
  if (!attribution.found()) {
    if (!opens_sentence) return;
    if (continues(quote)) {
      Statement& statement = document_.statements.back();
      if (statement.pieces.empty()) statement.pieces.push_back(statement.span);
      statement.pieces.push_back(span_of(first, last));
      statement.span = joined(statement.span, statement.pieces.back());
      for (Index i = quote.open; i < std::min<Index>(quote.close + 1, static_cast<Index>(region_.size())); ++i) region_[i] = Region::quoted;
      return;
    }
    // The next quotation of the paragraph may be the same one, its closing mark lost: its speaker is this one's.
    if (index + 1 < all.size()) attribution = attribution_after(all[index + 1], index + 2 < all.size() ? all[index + 2].open : block_end(quote.open));
    if (!attribution.found() || all[index + 1].open > quote.close + 1) return;
  }
  const bool inside_clause = !opens_sentence && attribution.found() && attribution.cue < quote.open && lower(quote.open - 1) != "," && lower(quote.open - 1) != ":";
  if (inside_clause && last - first < 8) return;  // a few words quoted inside reported speech stay with it
  Statement& statement = add_statement(inside_clause ? StatementMode::mixed : StatementMode::direct, first, last, attribution.mentions);
  statement.cue = span_of(attribution.cue, attribution.cue_end);
  statement.cue_lemma = attribution.lemma;
  const Index end = std::min<Index>(quote.close + 1, static_cast<Index>(region_.size()));
  for (Index i = quote.open; i < end; ++i) region_[i] = Region::quoted;
  for (Index i = attribution.cue; i < attribution.cue_end; ++i) region_[i] = Region::label;
}

}  // namespace chancery
