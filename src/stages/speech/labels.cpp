// Finding what may be a speaker's label: the shapes, one by one. Which of them are turns is judged in judge_labels.cpp.
#include "stages/speech/labels.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "document/clause.hpp"

namespace chancery {
namespace {

constexpr Index kLongestLabel = 24;      // words before the colon
constexpr Index kLongestInCapitals = 10;
constexpr Index kLongestRole = 4;
constexpr Index kLongestBracket = 8;

bool is_star(std::string_view word) { return word.find_first_not_of('*') == std::string_view::npos; }
bool is_dash(std::string_view lower) { return lower == "-"; }
bool opens_quotation(std::string_view word) { return word == "\"" || word == "“" || word == "«" || word == "„"; }

}  // namespace

bool LabelFinder::ends_sentence(Index token) const {
  const auto w = word(token);
  return w == "." || w == "!" || w == "?" || w == "…" || w == "..." || w == "\"" || w == "”" || w == "»" || w == ")" || w == "]" || w == ">" || is_star(w);
}

/// The first word of a paragraph or line; marks of bold text, quoted mail and lists may stand before it.
bool LabelFinder::opens_line(Index token) const {
  const Token& one = document_.tokens[token];
  const Sentence& sentence = document_.sentences[one.sentence];
  if (document_.sentences[document_.blocks[sentence.block].first].first == token) return true;
  const auto text = document_.part(one.span.part);
  for (size_t at = one.span.begin; at > 0;) {
    const auto before = utf8::decode_before(text, at);
    if (before.code_point == '\n') return true;
    const bool mark = before.code_point == '*' || before.code_point == '>' || before.code_point == '-' || before.code_point == U'–' || before.code_point == U'—' || before.code_point == '_';
    if (!mark && !utf8::is_space(before.code_point)) return false;
    at -= before.length;
    if (one.span.begin - at > 16) return false;
  }
  return true;
}

bool LabelFinder::names_role(Index first, Index last) const {
  for (Index i = std::max<Index>(first, last > kLongestRole ? last - kLongestRole : 0); i < last; ++i) {
    if (lexicon_.is(lower(i), "role")) return true;
  }
  return false;
}

/// "Q" alone: an interviewer whom the transcript does not name; "A." or "A:" the one who answers.
std::optional<SpeakerLabel> LabelFinder::question_at(Index first, Index end) const {
  const auto letter = word(first);
  if ((letter != "Q" && letter != "A" && letter != "Q." && letter != "A.") || !opens_line(first) || first + 1 >= end) return std::nullopt;
  const bool marked = letter.size() == 2 || lower(first + 1) == ":" || lower(first + 1) == ".";
  if (letter == "A" && !marked) return std::nullopt;
  SpeakerLabel label;
  label.first = first;
  label.last = first + 1;
  label.content = marked && letter.size() == 1 ? first + 2 : first + 1;
  label.manner = SpeakerLabel::Manner::question;
  label.opens_line = true;
  return label;
}

/// Where the words before a colon begin: at the beginning of the line, or after the end of a sentence.
Index LabelFinder::first_of_label(Index end, Index floor) const {
  Index first = end;
  while (first > floor && end - first <= kLongestLabel) {
    if (first < end && (ends_sentence(first - 1) || lower(first - 1) == ":")) break;
    --first;
    if (opens_line(first)) break;
  }
  return end - first <= kLongestLabel ? first : kNone;
}

/// "2:06 P.M. EST THE PRESIDENT:" has the hour of the beginning on the label's line.
Index LabelFinder::skip_time(Index first, Index last) const {
  if (document_.tokens[first].shape != Shape::number) return first;
  Index at = first;
  while (at < last && document_.tokens[at].shape == Shape::number) ++at;
  if (at >= last || (lower(at) != "a.m." && lower(at) != "p.m." && lower(at) != "am" && lower(at) != "pm")) return first;
  ++at;
  const bool zone = at < last && document_.tokens[at].shape == Shape::upper && word(at).size() <= 4 && word(at).back() == 'T';
  return zone ? at + 1 : at;
}

/// Who is named in these words: the last one with given name and surname, else the last person.
Index LabelFinder::speaker_in(Index first, Index last, bool offices) const {
  Index full = kNone, person = kNone, office = kNone;
  const auto [m_first, m_last] = mentions_in(document_, span_of(first, last));
  for (Index m = m_first; m < m_last; ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.span.end > document_.tokens[last - 1].span.end || mention.form == Form::pronoun) continue;
    if (mention.type == MentionType::office) office = m;
    if (mention.type != MentionType::person || mention.entity == kNone) continue;
    person = m;
    if (document_.of(mention.span).find(' ') != std::string_view::npos) full = m;
  }
  if (full != kNone || person != kNone) return full != kNone ? full : person;
  return offices ? office : kNone;
}

bool LabelFinder::read_capitals(SpeakerLabel& label) const {
  if (label.last - label.first > kLongestInCapitals) return false;
  bool any = false;
  for (Index i = label.first; i < label.last; ++i) {
    const Shape shape = document_.tokens[i].shape;
    const bool scottish = lower(i).starts_with("mc") || lower(i).starts_with("mac") || lower(i).starts_with("d'") || lower(i).starts_with("o'");
    const bool title = shape == Shape::capitalised && lower(i).size() <= 3;  // "Dr.", "Jr."
    if (shape == Shape::lower || (shape == Shape::mixed && !scottish) || (shape == Shape::capitalised && !title && !scottish)) return false;
    any |= shape == Shape::upper && word(i).size() > 1;
  }
  if (!any) return false;
  label.manner = Manner::capitals;
  label.mention = speaker_in(label.first, label.last, !names_role(label.first, label.last));
  return true;
}

/// "Question:", "Moderator:", "Voice from the audience:": somebody in the room whom the transcript does not name.
bool LabelFinder::read_unnamed(SpeakerLabel& label) const {
  if (label.last - label.first > kLongestRole || document_.tokens[label.first].shape != Shape::capitalised) return false;
  if (!lexicon_.is(lower(label.first), "unnamed_label") && !lexicon_.is(lower(label.last - 1), "role")) return false;
  if (speaker_in(label.first, label.last, false) != kNone) return false;
  label.manner = Manner::unnamed;
  return true;
}

/// "President Silva said:" above paragraphs. In the paragraph itself it is reported speech unless a dash opens it.
bool LabelFinder::read_cue(SpeakerLabel& label, Index colon, Index end) const {
  for (Index i = label.first + 1; i < label.last; ++i) {
    const auto match = lexicon_.match(document_.tokens, i, label.last);
    if (match.cue && match.cue->has(Cue::label) && i + match.length == label.last) label.cue = i;
  }
  if (label.cue == kNone) return false;
  label.manner = Manner::cue;
  if (colon + 1 < end && (!label.opens_line || !is_dash(lower(colon + 1)))) return false;
  const auto [m_first, m_last] = mentions_in(document_, span_of(label.first, label.cue));
  for (Index m = m_first; m < m_last; ++m) {
    const Mention& mention = document_.mentions[m];
    const bool acts = mention.type == MentionType::person || mention.type == MentionType::office || mention.type == MentionType::group;
    if (acts && mention.entity != kNone && mention.form != Form::pronoun && mention.span.end == document_.tokens[label.cue - 1].span.end) label.mention = m;
  }
  return label.mention != kNone;
}

/// Where an entry of an index is glued to a name: "Ana Silva Silva AnaPresident of Ruritania".
Index LabelFinder::before_index_entry(Index first, Index last) const {
  for (Index i = first + 2; i < last; ++i) {
    if (document_.tokens[i].shape == Shape::capitalised && lower(i) == lower(i - 1)) return i;
  }
  return last;
}

/// "Ana Silva:", "President of Ruritania Ana Silva:": names and offices of one person, and little else.
bool LabelFinder::read_name(SpeakerLabel& label) const {
  const Index end = before_index_entry(label.first, label.last);
  const Span whole = span_of(label.first, end);
  label.mention = speaker_in(label.first, end, true);
  if (label.mention == kNone) return false;
  const Index entity = document_.mentions[label.mention].entity;
  if (entity == kNone || document_.entities[entity].type != MentionType::person || document_.entities[entity].plural) return false;
  // "President Silva, Mr Berg, my friends:" greets them.
  for (Index i = label.first; i < end; ++i) {
    if (lexicon_.is(lower(i), "person")) return false;
  }
  const auto [m_first, m_last] = mentions_in(document_, whole);
  uint32_t covered = 0, until = whole.begin;
  for (Index m = m_first; m < m_last; ++m) {
    const Span& span = document_.mentions[m].span;
    if (document_.mentions[m].type == MentionType::person && document_.mentions[m].entity != entity) return false;
    if (span.end <= until) continue;
    covered += std::min(span.end, whole.end) - std::max(span.begin, until);
    until = span.end;
  }
  label.manner = Manner::name;
  return covered * 10 >= whole.size() * 7 && document_.mentions[m_first].span.begin <= whole.begin + 4;
}

/// "Beginning of the talks President of Ruritania Ana Silva:" has a heading without a full stop before the label.
bool LabelFinder::read_name_after_heading(SpeakerLabel& label) const {
  const Index end = before_index_entry(label.first, label.last);
  label.mention = speaker_in(label.first, end, false);
  if (label.mention == kNone) return false;
  const Mention& person = document_.mentions[label.mention];
  if (person.span.end != document_.tokens[end - 1].span.end || document_.of(person.span).find(' ') == std::string_view::npos) return false;
  Span name = person.span;
  const auto [m_first, m_last] = mentions_in(document_, span_of(label.first, end));
  for (Index m = m_last; m-- > m_first;) {
    const Mention& office = document_.mentions[m];
    if (office.type == MentionType::office && office.span.end <= name.begin && name.begin - office.span.end <= 1) name = joined(office.span, name);
  }
  const Index first = document_.tokens_in(name).first;
  if (first <= label.first || document_.tokens[first - 1].shape == Shape::punctuation || lexicon_.is(lower(first - 1), "governing") || lexicon_.match(document_.tokens, first - 1, first).cue) return false;
  label.manner = Manner::name;
  const bool counted = std::any_of(document_.tokens.begin() + label.first, document_.tokens.begin() + first, [&](const Token& t) { return t.shape == Shape::number || lexicon_.is(t.lower, "spoken"); });
  if (counted || first - label.first > kLongestRole) label.first = first;  // else "Plenary session moderator Ana Silva:"
  return true;
}

bool LabelFinder::read(SpeakerLabel& label, Index colon, Index end) const {
  return read_capitals(label) || read_unnamed(label) || read_cue(label, colon, end) || (label.cue == kNone && read_name(label));
}

std::optional<SpeakerLabel> LabelFinder::before_colon(Index colon, Index floor, Index end) const {
  SpeakerLabel label;
  label.last = colon;
  while (label.last > floor && is_star(word(label.last - 1))) --label.last;
  // "Xi Jinping (retranslated):"
  if (label.last > floor && word(label.last - 1) == ")") {
    Index open = label.last - 1;
    while (open > floor && label.last - open <= kLongestBracket && word(open) != "(") --open;
    if (word(open) != "(") return std::nullopt;
    label.last = open;
  }
  if (label.last <= floor) return std::nullopt;
  label.first = first_of_label(label.last, floor);
  if (label.first == kNone) return std::nullopt;
  const Index line = label.first;
  label.first = skip_time(line, label.last);
  if (label.first >= label.last) return std::nullopt;
  label.opens_line = opens_line(line);
  if (label.first != floor && !label.opens_line && !ends_sentence(label.first - 1)) return std::nullopt;
  if (!read(label, colon, end)) {
    label.mention = kNone;
    if (label.cue != kNone || !read_name_after_heading(label)) return std::nullopt;
  }
  // A mention may have taken in the hour: "EST THE PRESIDENT".
  if (label.manner == Manner::capitals && label.mention == kNone && line != label.first) label.mention = speaker_in(line, label.last, true);
  label.content = colon + 1;
  return label;
}

void LabelFinder::scan(const Block& block) {
  const Index first = document_.sentences[block.first].first, end = document_.sentences[block.last - 1].last;
  Index floor = first;  // what an earlier label of the block has taken
  for (Index i = first; i < end; ++i) {
    std::optional<SpeakerLabel> label;
    if (word(i).size() <= 2 && i >= floor) label = question_at(i, end);
    if (!label && lower(i) == ":" && i > floor) label = before_colon(i, floor, end);
    if (!label) continue;
    Index content = label->content;
    const bool dash_opens_line = label->manner == Manner::cue;
    const Index tokens = static_cast<Index>(document_.tokens.size());
    // A dash of the layout, not the one that shows somebody broken off: "Yes: — we went on".
    while (content < tokens && (is_star(word(content)) || (is_dash(lower(content)) && (dash_opens_line || word(content) != "—")))) ++content;
    if (content >= tokens || document_.tokens[content].span.part == Part::title) continue;
    label->content = content;
    label->quoted = label->manner == Manner::name && content < end && opens_quotation(word(content));
    floor = std::max(label->content, i + 1);
    found_.push_back(*label);
  }
}

}  // namespace chancery
