// Reported speech: the clause or phrase that a cue governs, and who is its subject.
#include <algorithm>

#include "stages/speech/reader.hpp"

namespace chancery {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

bool is_stop(std::string_view word) { return word == "." || word == "!" || word == "?" || word == ";"; }

}  // namespace

void SpeechReader::find_reported() {
  for (Index s = 0; s < document_.sentences.size(); ++s) {
    if (document_.sentences[s].span.part == Part::title) continue;
    if (!read_back_reference(s)) read_sentence(s);
  }
}

/// "This was stated by X ...": what was stated is the sentence before.
bool SpeechReader::read_back_reference(Index s) {
  const Sentence& sentence = document_.sentences[s];
  if (sentence.last - sentence.first < 4 || s == 0 || document_.sentences[s - 1].span.part == Part::title) return false;
  Index cue = kNone;
  std::vector<Index> speakers;
  SpeechLexicon::Match match;
  const Index reach = std::min<Index>(sentence.last, sentence.first + 40);
  if (lexicon_.is(lower(sentence.first), "subject_this") && lexicon_.is(lower(sentence.first + 1), "passive")) {
    for (Index i = sentence.first + 2; i < std::min<Index>(reach, sentence.first + 5); ++i) {
      match = lexicon_.match(document_.tokens, i, sentence.last);
      if (match.cue && i + match.length < sentence.last) {
        Index by = i + match.length;
        while (by < reach && lower(by) != "by") ++by;
        if (by >= reach || by > i + match.length + 12) continue;
        cue = i;
        const auto [first, last] = mentions_in(document_, span_of(by, sentence.last));
        for (Index m = first; m < last && speakers.empty(); ++m) {
          const Index entity = document_.mentions[m].entity;
          if (entity != kNone && document_.entities[entity].type == MentionType::person) speakers = {m};
        }
        break;
      }
    }
  } else {
    // "X spoke about this at a briefing", "X said this in ..."
    for (Index i = sentence.first + 1; i + 1 < reach; ++i) {
      const bool about = lower(i) == "spoke" && lower(i + 1) == "about" && i + 2 < sentence.last && lower(i + 2) == "this";
      const auto said = lexicon_.match(document_.tokens, i, sentence.last);
      const bool this_said = said.cue && said.cue->has(Cue::quote) && i + said.length < sentence.last && lower(i + said.length) == "this" && i + said.length + 1 < sentence.last && one_of(lower(i + said.length + 1), {"in", "at", "during", "on", "following", "after", "while", "when", ".", "to"});
      if (!about && !this_said) continue;
      speakers = mentions_before(document_, sentence, i);
      if (speakers.empty()) speakers = sentence_subject(document_, sentence);
      cue = i;
      match = said;
      break;
    }
  }
  if (cue == kNone || speakers.empty()) return false;
  const Sentence& told = document_.sentences[s - 1];
  if (region_[told.first] != Region::narrative || region_[told.last - 1] != Region::narrative) return false;
  Index end = told.last;
  while (end > told.first + 1 && is_stop(lower(end - 1))) --end;
  Statement& statement = add_statement(StatementMode::indirect, told.first, end, {speakers.back()});
  statement.cue = span_of(cue, cue + std::max<Index>(match.length, 1));
  statement.cue_lemma = match.cue ? match.cue->lemma : lower(cue);
  return true;
}

/// Words that may stand between a cue and what it governs: "in the strongest possible terms", "at the briefing".
Index SpeechReader::skip_phrase(const Sentence& sentence, Index at) const {
  Index i = at;
  for (int phrase = 0; phrase < 2 && i < sentence.last; ++phrase) {
    while (i < sentence.last && lexicon_.is(lower(i), "adverb")) ++i;
    if (!one_of(lower(i), {"in", "at", "during", "on", "to", "with", "after", "before"})) break;
    Index end = i + 1;
    while (end < sentence.last && end - i < 14 && !one_of(lower(end), {"that", ",", ".", "the", "his", "her", "its", "their"}) && !lexicon_.match(document_.tokens, end, sentence.last).cue) ++end;
    // "at the briefing that", "to the President that": an article inside the phrase is no content yet.
    if (end < sentence.last && lower(end) == "the" && end == i + 1) {
      ++end;
      while (end < sentence.last && end - i < 16 && !one_of(lower(end), {"that", ",", ".", "the", "his", "her", "its", "their"})) ++end;
    }
    if (end >= sentence.last || lower(end) == ".") return at;
    i = lower(end) == "," ? end + 1 : end;
  }
  return i;
}

/// "his sincere gratitude", "to convey his greetings": courtesies have a layer of their own.
bool SpeechReader::is_courtesy(const Sentence& sentence, Index start) const {
  for (Index i = start; i < std::min<Index>(sentence.last, start + 5); ++i) {
    if (lexicon_.is(lower(i), "courtesy")) return true;
    if (one_of(lower(i), {"for", "that", "of", "over", "on"})) return false;
  }
  return false;
}

/// First token of the content, or `after` minus one where the cue governs nothing.
Index SpeechReader::content_start(const Sentence& sentence, Index after, const Cue& cue, Index& hearer) const {
  const Index none = after - 1;
  if (after >= sentence.last) return none;
  Index at = after;
  while (at < sentence.last && lexicon_.is(lower(at), "adverb") && !one_of(lower(at), {"both", "all", "each"})) ++at;
  if (at >= sentence.last || is_stop(lower(at))) return none;
  if (cue.has(Cue::that) && lower(at) == ",") {
    // "noted, in particular, that"
    for (Index i = at + 1; i < std::min<Index>(sentence.last, at + 10); ++i) {
      if (lower(i) == "that" && lower(i - 1) == ",") return i + 1;
    }
    return none;
  }
  if (lower(at) == "that" && (cue.has(Cue::that) || cue.has(Cue::clause))) return at + 1;
  if (cue.has(Cue::on) && lower(at) == "on") return at + 1 < sentence.last ? at + 1 : none;
  // A hearer or a phrase, then "that"
  const Index reach = std::min<Index>(sentence.last, at + 18);
  const bool may_have_hearer = cue.has(Cue::hearer) || cue.has(Cue::that) || cue.has(Cue::clause) || cue.has(Cue::on);
  if (may_have_hearer) {
    for (Index i = at; i < reach && !is_stop(lower(i)); ++i) {
      if (lower(i) == "," && !cue.has(Cue::hearer)) break;
      if (i > at && lexicon_.match(document_.tokens, i, reach).cue) break;
      const bool joined_by = cue.has(Cue::on) && lower(i) == "on" && i > at;
      if (lower(i) != "that" && !joined_by) continue;
      const auto [first, last] = mentions_in(document_, span_of(at, i + 1));
      const bool phrase = one_of(lower(at), {"in", "at", "during", "on", "to", "with"}) || cue.has(Cue::hearer);
      const bool noun_that = cue.has(Cue::np) && i > at && lexicon_.is(lower(i - 1), "content_noun");
      if (!phrase && !noun_that) break;
      for (Index m = first; m < last && hearer == kNone; ++m) {
        const Index entity = document_.mentions[m].entity;
        if (entity != kNone && document_.entities[entity].type == MentionType::person && lower(at) != "with") hearer = entity;
      }
      return i + 1 < sentence.last ? i + 1 : none;
    }
  }
  if (cue.has(Cue::np)) {
    // "expressed hope that", "stressed the fact that"
    for (Index i = at; i + 1 < std::min<Index>(sentence.last, at + 4); ++i) {
      if (lexicon_.is(lower(i), "content_noun") && lower(i + 1) == "that") return i + 2 < sentence.last ? i + 2 : none;
    }
  }
  if (cue.has(Cue::to)) {
    for (Index i = at; i < std::min<Index>(sentence.last, at + 26); ++i) {
      if (is_stop(lower(i)) || (lower(i) == "," && i > at + 12)) break;
      if (lower(i) != "to" || i + 1 >= sentence.last || document_.tokens[i + 1].shape != Shape::lower || lexicon_.is(lower(i + 1), "adverb")) continue;
      if (one_of(lower(i + 1), {"the", "a", "an", "his", "her", "its", "their", "this", "these"})) continue;
      const auto [first, last] = mentions_in(document_, span_of(at, i + 1));
      if (first < last) hearer = document_.mentions[first].entity;
      return i;
    }
  }
  if (cue.has(Cue::np)) {
    const Index start = skip_phrase(sentence, at);
    if (start >= sentence.last || is_stop(lower(start)) || one_of(lower(start), {"by", "as", "and", "or", "to", "with", "in", "at", "on", "for", "from", "about", ",", ":", ")", "of"})) return none;
    // To welcome or praise a person is a courtesy, unless something of theirs is meant.
    const auto [first, last] = mentions_in(document_, document_.tokens[start].span);
    if (first < last && one_of(cue.lemma, {"welcome"})) {
      const Index entity = document_.mentions[first].entity;
      const Index end = document_.tokens_in(document_.mentions[first].span).second;
      const bool owned = end < sentence.last && one_of(lower(end), {"'s", "'"});
      const bool pronoun = document_.mentions[first].form == Form::pronoun && one_of(lower(start), {"him", "her", "them"});
      if (entity != kNone && document_.entities[entity].type == MentionType::person && !owned && (pronoun || document_.mentions[first].form != Form::pronoun)) return none;
    }
    return start;
  }
  if (cue.has(Cue::clause)) {
    // "said he expected", "said there was a need": a subject follows at once.
    const auto [first, last] = mentions_in(document_, document_.tokens[at].span);
    const bool subject = one_of(lower(at), {"he", "she", "it", "they", "there", "this", "the", "we", "i", "his", "her", "their", "such", "a", "an", "no", "all"}) || first < last;
    return subject ? at : none;
  }
  return none;
}

/// True where the cue is a finite verb or a participle that goes with a subject, and not "the stated aim".
bool SpeechReader::is_verb_cue(const Sentence& sentence, Index cue, const SpeechLexicon::Match& match, bool& negated) const {
  if (cue == sentence.first) return lower(cue).ends_with("ing");
  Index at = cue;
  while (at > sentence.first && lexicon_.is(lower(at - 1), "adverb")) --at;
  if (at == sentence.first) return false;
  const std::string& before = lower(at - 1);
  if (before == "not" || before == "n't") negated = true;
  // A plain form follows "did not"; elsewhere it is an infinitive or a wish.
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
    const auto [token, end] = document_.tokens_in(document_.mentions[direct.front()].span);
    static_cast<void>(end);
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
    Index end = sentence.last;
    while (end > start && is_stop(lower(end - 1))) --end;
    if (end <= start) continue;
    if (open != kNone && chained) {
      Index cut = i;
      while (cut > sentence.first && one_of(lower(cut - 1), {"and", ",", "also", "but", "while", "then", "as", "well"})) --cut;
      Statement& running = document_.statements[open];
      if (document_.tokens[cut - 1].span.end > running.span.begin) running.span.end = document_.tokens[cut - 1].span.end;
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
