// Reported speech: the clause or phrase that a cue governs, and who is its subject.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/speech/reader.hpp"

namespace chancery {
namespace {

constexpr Index kLongestSubject = 14;  ///< words between "while" and the cue of its clause

bool is_stop(std::string_view word) { return word == "." || word == "!" || word == "?" || word == ";"; }

}  // namespace

void SpeechReader::find_reported() {
  for (Index s = 0; s < document_.sentences.size(); ++s) {
    if (document_.sentences[s].span.part == Part::title) continue;
    if (!read_back_reference(s)) read_sentence(s);
  }
}

/// "This was stated by X": what was stated is the sentence before.
bool SpeechReader::read_back_reference(Index s) {
  const Attribution found = back_reference(s);
  if (!found.found() || document_.sentences[s - 1].span.part == Part::title) return false;
  const Sentence& told = document_.sentences[s - 1];
  if (region_[told.first] != Region::narrative || region_[told.last - 1] != Region::narrative) return false;
  Index end = told.last;
  while (end > told.first + 1 && is_stop(lower(end - 1))) --end;
  Statement& statement = add_statement(StatementMode::indirect, told.first, end, {found.mentions.back()});
  statement.cue = span_of(found.cue, found.cue_end);
  statement.cue_lemma = found.lemma;
  return true;
}

/// Whether a sentence says whose the words before it are.
SpeechReader::Attribution SpeechReader::back_reference(Index s) const {
  const Sentence& sentence = document_.sentences[s];
  if (s == 0 || sentence.last - sentence.first < 4 || sentence.span.part == Part::title) return {};
  const Attribution stated = stated_by(sentence);
  return stated.found() ? stated : said_this(sentence);
}

/// "This was stated by X ...", "Such a statement was made by X", "The words were spoken by X".
SpeechReader::Attribution SpeechReader::stated_by(const Sentence& sentence) const {
  Attribution result;
  if (!lexicon_.is(lower(sentence.first), "subject_this") && lower(sentence.first) != "the") return result;
  Index passive = sentence.first + 1;
  const Index near = std::min<Index>(sentence.last, sentence.first + 5);
  while (passive < near && !lexicon_.is(lower(passive), "passive")) ++passive;
  const bool named = passive > sentence.first + 1 && lexicon_.is(lower(passive - 1), "words_said");
  if (passive >= near || !(named || (passive == sentence.first + 1 && lower(sentence.first) != "the"))) return result;
  for (Index i = passive + 1; i < std::min<Index>(sentence.last, passive + 5); ++i) {
    const auto match = lexicon_.match(document_.tokens, i, sentence.last);
    const bool made = named && lexicon_.is(lower(i), "made");
    if (!match.cue && !made) continue;
    const Index after = i + std::max<Index>(match.length, 1), reach = std::min<Index>(sentence.last, after + 13);
    Index by = after;
    while (by < reach && lower(by) != "by") ++by;
    if (by >= reach) continue;
    const auto [first, last] = mentions_in(document_, span_of(by, sentence.last));
    for (Index m = first; m < last && !result.found(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.entity == kNone || mention.type == MentionType::nationality) continue;
      const MentionType type = document_.entities[mention.entity].type;
      if (type == MentionType::person || type == MentionType::organisation) result = {{m}, i, after, match.cue ? match.cue->lemma : lower(i)};
    }
    return result;
  }
  return result;
}

/// "X spoke about this at a briefing", "X said this in ...", "This is what X said", "X made this statement".
SpeechReader::Attribution SpeechReader::said_this(const Sentence& sentence) const {
  Attribution result;
  const Index reach = std::min<Index>(sentence.last, sentence.first + 40);
  const bool what_said = one_of(lower(sentence.first), {"this", "that"}) && one_of(lower(sentence.first + 1), {"is", "was"}) && one_of(lower(sentence.first + 2), {"what", "how"});
  for (Index i = sentence.first + 1; i + 1 < reach; ++i) {
    const auto said = lexicon_.match(document_.tokens, i, sentence.last);
    const Index after = i + std::max<Index>(said.length, 1);
    const bool about = lower(i) == "spoke" && lower(i + 1) == "about" && i + 2 < sentence.last && lower(i + 2) == "this";
    const bool at_once = said.cue && said.cue->has(Cue::quote) && after < sentence.last && lower(after) == "this";
    const bool this_said = at_once && after + 1 < sentence.last && one_of(lower(after + 1), {"in", "at", "during", "on", "following", "after", "while", "when", ".", "to"});
    const bool this_made = lexicon_.is(lower(i), "made") && after + 1 < sentence.last && one_of(lower(after), {"this", "such"}) && (lexicon_.is(lower(after + 1), "words_said") || (after + 2 < sentence.last && lexicon_.is(lower(after + 2), "words_said")));
    const bool described = what_said && said.cue && i > sentence.first + 2;
    if (!about && !this_said && !this_made && !described) continue;
    result.mentions = mentions_before(document_, sentence, i);
    if (result.mentions.empty()) result.mentions = sentence_subject(document_, sentence);
    if (result.mentions.empty()) return {};
    result.cue = i;
    result.cue_end = after;
    result.lemma = said.cue ? said.cue->lemma : lower(i);
    return result;
  }
  return result;
}

/// "the United States", "her claims": the same letters as a verb, but a noun, as the tagger has it.
bool SpeechReader::is_noun_cue(Index cue, const SpeechLexicon::Match& match) const {
  const Token& token = document_.tokens[cue];
  if (match.length > 1) return false;
  if (token.upos.empty()) return token.shape != Shape::lower && match.length == 1 && lower(cue).ends_with("s");
  return one_of(token.upos, {"NOUN", "PROPN"});
}

/// True where the cue is a finite verb or a participle that goes with a subject, and not "the stated aim".
bool SpeechReader::is_verb_cue(const Sentence& sentence, Index cue, const SpeechLexicon::Match& match, bool& negated) const {
  if (is_noun_cue(cue, match)) return false;
  if (cue == sentence.first) return lower(cue).ends_with("ing");
  Index at = cue;
  while (at > sentence.first && lexicon_.is(lower(at - 1), "adverb")) --at;
  if (at == sentence.first) return false;
  const std::string& before = lower(at - 1);
  if (before == "not" || before == "n't") negated = true;
  // A plain form follows "did not"; elsewhere it is an infinitive or a wish.
  if (refused_to(sentence, cue) != kNone) return true;
  if (lower(cue) == match.cue->lemma && match.length == 1 && !negated && lower(cue) != "read") {
    if (!one_of(before, {"did", "do", "does", "they", "we", "leaders", "sides"})) return false;
  }
  if (one_of(before, {"the", "a", "an", "his", "her", "its", "their", "of", "in", "this", "these", "as", "on", "at", "for", "from", "to", "our", "your", "my", "no", "previously", "-", "than", "newly"})) {
    return before == "to" && match.length > 1;
  }
  if (lexicon_.is(before, "passive")) return false;
  if (lower(cue).ends_with("ing") && match.length == 1) return before == "," || before == "and" || before == "while" || before == "thereby" || before == ";";
  const bool ends_in_s = lower(cue).ends_with("s") && match.length == 1;
  if (ends_in_s && document_.tokens[cue].shape == Shape::lower) {
    // Third person singular or a plural noun: a subject must stand right before.
    return !mentions_before(document_, sentence, at).empty() || one_of(before, {"and", "who", "which", ","});
  }
  return true;
}

std::vector<Index> SpeechReader::speaker_before(const Sentence& sentence, Index cue, bool& chained) const {
  Index at = cue;
  if (const Index refusal = refused_to(sentence, cue); refusal != kNone) at = refusal;
  while (at > sentence.first && (lexicon_.is(lower(at - 1), "adverb") || lexicon_.is(lower(at - 1), "auxiliary") || one_of(lower(at - 1), {"not", "n't"}))) --at;
  if (at == sentence.first) return sentence_speaker_;
  const auto acts = [&](std::vector<Index> mentions) {
    // "the Ukrainian side": the nationality acts.
    if (mentions.empty() && one_of(lower(at - 1), {"side", "delegation", "government", "party", "leader", "people", "authorities"}) && at - 1 > sentence.first) {
      const auto side = mentions_before(document_, sentence, at - 1);
      if (side.size() == 1) mentions = side;
    }
    std::erase_if(mentions, [&](Index m) { return document_.mentions[m].type == MentionType::place; });
    return mentions;
  };
  const std::string& before = lower(at - 1);
  const bool joins = one_of(before, {"and", ",", "but", "while", "as", "well", ";", "or", "thereby"});
  if (joins) {
    chained = true;
    if (before == ",") {
      // "Davyd Arakhamia, head of the faction, expressed": the name stands before an insertion.
      Index open = at - 2;
      while (open > sentence.first && lower(open) != ",") --open;
      const auto behind = acts(mentions_before(document_, sentence, open));
      const bool participle = lower(cue).ends_with("ing");
      if (!behind.empty() && !participle && sentence_speaker_.empty() && open > sentence.first) return behind;
    }
    if (!sentence_speaker_.empty()) return sentence_speaker_;
    return sentence_subject(document_, sentence);
  }
  if (one_of(before, {"who", "which"})) {
    Index noun = at - 1;
    if (noun > sentence.first && lower(noun - 1) == ",") --noun;
    return acts(mentions_before(document_, sentence, noun));
  }
  auto direct = acts(mentions_before(document_, sentence, at));
  if (!direct.empty()) {
    // "met with the Prime Minister and noted": handled above; "together with X noted" keeps the subject.
    const Index token = document_.tokens_in(document_.mentions[direct.front()].span).first;
    const bool governed = token > sentence.first && one_of(lower(token - 1), {"with", "of", "to", "by", "from", "in", "at", "for"});
    if (!governed) return direct;
  }
  // Words stand between subject and cue: "participants in the meeting unanimously".
  auto subject = sentence_subject(document_, sentence);
  std::erase_if(subject, [&](Index m) { return document_.mentions[m].span.begin >= document_.tokens[cue].span.begin; });
  return subject;
}

void SpeechReader::read_according(const Sentence& sentence, Index token) {
  // "According to X, ..." and "in his opinion, ..."; also ", according to X."
  std::vector<Index> speakers;
  Index end = token + 2;
  const bool to = lower(token) == "according" && token + 2 < sentence.last && lower(token + 1) == "to";
  const bool opinion = lower(token) == "in" && token + 3 < sentence.last && lexicon_.is(lower(token + 2), "according");
  if (!to && !opinion) return;
  const auto [first, last] = mentions_in(document_, span_of(token, std::min<Index>(sentence.last, token + 14)));
  for (Index m = first; m < last; ++m) {
    const Mention& mention = document_.mentions[m];
    const auto [m_first, m_last] = document_.tokens_in(mention.span);
    if (m_first > end + (speakers.empty() ? 1u : 2u)) break;
    if (mention.entity == kNone) continue;
    if (!speakers.empty() && mention.entity != document_.mentions[speakers[0]].entity) break;
    const MentionType type = document_.entities[mention.entity].type;
    if (type != MentionType::person && type != MentionType::group && type != MentionType::organisation) break;
    speakers = {m};
    end = m_last;
  }
  if (speakers.empty()) return;
  if (opinion) end = token + 3;
  if (end < sentence.last && lower(end) == ",") ++end;
  Index begin = end, finish = sentence.last;
  while (finish > begin && is_stop(lower(finish - 1))) --finish;
  if (token > sentence.first + 3 && finish <= end + 1) {
    begin = sentence.first;
    finish = lower(token - 1) == "," ? token - 1 : token;
  }
  if (finish <= begin || region_[begin] != Region::narrative) return;
  Statement& statement = add_statement(StatementMode::indirect, begin, finish, speakers);
  statement.cue = span_of(token, token + 2);
  statement.cue_lemma = to ? "according to" : lower(token + 2);
  sentence_speaker_ = speakers;
}

/// "The agreement will open new ways, the President stressed.": the cue stands behind what was said.
bool SpeechReader::read_trailing_cue(const Sentence& sentence) {
  for (Index i = sentence.last; i-- > sentence.first + 4;) {
    if (sentence.last - i > 12) return false;
    if (region_[i] != Region::narrative) return false;
    const auto match = lexicon_.match(document_.tokens, i, sentence.last);
    if (!match.cue || !match.cue->has(Cue::quote) || !match.cue->has(Cue::that) || lower(i).ends_with("ing")) continue;
    const Index after = i + match.length;
    const bool ends = after >= sentence.last || is_stop(lower(after)) || one_of(lower(after), {"in", "at", "during", "on", "to"});
    const auto speakers = mentions_before(document_, sentence, i);
    if (!ends || speakers.empty()) return false;
    Index comma = document_.tokens_in(document_.mentions[speakers.front()].span).first;
    while (comma > sentence.first && i - comma < 14 && lower(comma - 1) != ",") --comma;
    if (comma <= sentence.first + 3 || lower(comma - 1) != "," || region_[sentence.first] != Region::narrative) return false;
    // Between the comma and the cue stands the speaker alone.
    const Index head = document_.tokens_in(document_.mentions[speakers.front()].span).first;
    if (head > comma + 1) return false;
    const Index end = comma - 1;
    Index begin = sentence.first;
    while (begin < end && one_of(lower(begin), {"\"", "-"})) ++begin;
    Statement& statement = add_statement(StatementMode::indirect, begin, end, speakers);
    statement.cue = span_of(i, after);
    statement.cue_lemma = match.cue->lemma;
    return true;
  }
  return false;
}

/// ", while X stressed that": where the cue's clause begins that stands against the one before; 0 where it may belong to that.
Index SpeechReader::own_clause(const Sentence& sentence, Index cue) const {
  for (Index i = cue; i-- > sentence.first + 1 && cue - i < kLongestSubject;) {
    if (lower(i) == "that") return 0;
    if (!lexicon_.is(lower(i), "against")) continue;
    return lower(i - 1) == "," ? i - 1 : i;
  }
  return 0;
}

void SpeechReader::read_sentence(Index s) {
  const Sentence& sentence = document_.sentences[s];
  sentence_speaker_.clear();
  if (read_trailing_cue(sentence)) return;
  Index open = kNone;       // statement of this sentence whose content is still running
  for (Index i = sentence.first; i < sentence.last; ++i) {
    if (region_[i] != Region::narrative) {
      open = kNone;
      continue;
    }
    if ((lower(i) == "according" || lower(i) == "in")) {
      const size_t before = document_.statements.size();
      read_according(sentence, i);
      if (document_.statements.size() > before) open = static_cast<Index>(document_.statements.size() - 1);
    }
    const auto match = lexicon_.match(document_.tokens, i, sentence.last);
    if (!match.cue) continue;
    bool negated = false, chained = false;
    if (!is_verb_cue(sentence, i, match, negated)) continue;
    const auto speakers = speaker_before(sentence, i, chained);
    if (speakers.empty()) continue;
    Index hearer = kNone;
    const Index start = content_start(sentence, i + match.length, *match.cue, hearer);
    if (start < i + match.length || start >= sentence.last) continue;
    if ((match.cue->has(Cue::np) || match.cue->has(Cue::to)) && is_courtesy(sentence, start)) continue;
    const Index end = content_end(sentence, start, i);
    if (end <= start) continue;
    if (open != kNone && chained) {
      Index cut = i;
      while (cut > sentence.first && one_of(lower(cut - 1), {"and", ",", "also", "but", "while", "then", "as", "well"})) --cut;
      Statement& running = document_.statements[open];
      if (document_.tokens[cut - 1].span.end > running.span.begin) running.span.end = document_.tokens[cut - 1].span.end;
    }
    if (open != kNone && !chained) {
      const Index cut = own_clause(sentence, i);
      Statement& running = document_.statements[open];
      if (cut > 0 && document_.tokens[cut - 1].span.end > running.span.begin && document_.tokens[cut - 1].span.end < running.span.end) running.span.end = document_.tokens[cut - 1].span.end;
    }
    Statement& statement = add_statement(StatementMode::indirect, start, end, speakers);
    statement.cue = span_of(i, i + match.length);
    statement.cue_lemma = match.cue->lemma;
    statement.negated = negated || match.cue->has(Cue::denied);
    statement.addressee = hearer;
    open = static_cast<Index>(document_.statements.size() - 1);
    sentence_speaker_ = speakers;
    i = start > i ? std::max(i + match.length, start) - 1 : i;
  }
}

}  // namespace chancery
