// When and where the main event took place, and how that is known.
#include <algorithm>

#include "base/one_of.hpp"
#include "base/utf8.hpp"
#include "stages/events/reader.hpp"

namespace chancery {
namespace {

bool is_day(const Timex& time) { return time.from && time.to && *time.from == *time.to && time.value.size() >= 10 && (time.type == TimexType::date || time.type == TimexType::time); }

bool is_month(const Timex& time) { return time.type == TimexType::date && time.from && time.to && *time.to - *time.from <= std::chrono::days{31}; }

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

void set_time(EventTime& to, const Document& document, const Timex& time) {
  to.value = is_day(time) ? iso(*time.from) : time.value;
  to.from = time.from;
  to.to = time.to;
  to.span = time.span;
  to.basis = has_digit(document.of(time.span)) ? TimeBasis::stated : TimeBasis::relative;
}

}  // namespace

/// What is reported has just been or soon will be; a day far from the publication dates something else in the sentence.
bool EventReader::near_publication(const Timex& time) const {
  const auto published = parse_day(document_.info.published);
  if (!published || !time.from) return true;
  return *time.from + std::chrono::days{92} > *published && *time.from < *published + std::chrono::days{366};
}

/// The first expression inside `within` that names a day (or, if not `day_only`, a month).
bool EventReader::take_time(Event& event, const Span& within, bool day_only) const {
  for (const Timex& time : document_.times) {
    if (!within.contains(time.span) || (event.main && !near_publication(time))) continue;
    if (!is_day(time) && (day_only || !is_month(time))) continue;
    set_time(event.time, document_, time);
    return true;
  }
  return false;
}

/// The same in the whole sentence of the main event's cue, past what is told of another.
bool EventReader::take_time_of(Event& event, const Scene& scene, bool day_only) const {
  const Span within = document_.sentences[scene.sentence].span;
  for (const Timex& time : document_.times) {
    if (!within.contains(time.span) || !near_publication(time) || told_of_other(scene, time)) continue;
    if (!is_day(time) && (day_only || !is_month(time))) continue;
    set_time(event.time, document_, time);
    return true;
  }
  return false;
}

/// A line of its own near the head that is a date: "19 November 2017, 19:23".
bool EventReader::take_dateline(Event& event) const {
  int lines = 0;
  for (const Block& block : document_.blocks) {
    if (block.span.part == Part::title || ++lines > 4) continue;
    for (const Timex& time : document_.times) {
      if (!block.span.contains(time.span) || !is_day(time)) continue;
      if (time.span.size() * 10 >= block.span.size() * 7) {
        set_time(event.time, document_, time);
        return true;
      }
    }
  }
  return false;
}

void EventReader::date_main(Event& event, const std::optional<Scene>& scene) const {
  const bool words = event.type == EventType::statement || event.type == EventType::press_conference || event.type == EventType::letter;
  const auto published = parse_day(document_.info.published);
  if (words) {
    // What is said may be dated otherwise: only the day of publication, where the text names it, dates the words.
    for (const Timex& time : document_.times) {
      if (!published || !is_day(time) || *time.from != *published || time.span.part == Part::title) continue;
      set_time(event.time, document_, time);
      return;
    }
    if (published) {
      event.time.basis = TimeBasis::published;
      event.time.to = *published;
      return;
    }
  }
  if (scene && !is_title(scene->sentence)) {
    const Sentence& sentence = document_.sentences[scene->sentence];
    const Index end = clause_end(sentence, scene->last);
    if (take_time(event, span_of(sentence.first, end), true)) return;
    if (take_time_of(event, *scene, true)) return;
  }
  if (!words && take_time(event, {0, static_cast<uint32_t>(document_.title.size()), Part::title}, true)) return;
  int read = 0;
  for (Index s = 0; s < document_.sentences.size() && read < 2; ++s) {
    const Sentence& sentence = document_.sentences[s];
    if (is_title(s) || (spoken_[sentence.first] && !words)) continue;
    ++read;
    const bool told_here = !scene || is_title(scene->sentence);
    if (event.type != EventType::letter && told_here && take_time(event, sentence.span, true)) return;
  }
  if (take_dateline(event)) return;
  // "Today" in what was said there is the day of the encounter.
  for (const Timex& time : document_.times) {
    if (!is_day(time) || time.span.part == Part::title || event.type == EventType::letter) continue;
    const std::string_view text = document_.of(time.span);
    if (!one_of(text, {"today", "Today", "tonight", "this morning", "this afternoon", "this evening", "This morning", "this day"})) continue;
    const auto [first, last] = document_.tokens_in(time.span);
    if (first == last || !spoken_[first]) continue;
    set_time(event.time, document_, time);
    return;
  }
  if (scene && !is_title(scene->sentence) && take_time_of(event, *scene, false)) return;
  if (published) {
    event.time.basis = TimeBasis::published;
    event.time.to = *published;
  }
}

/// "ahead of the holiday, marked on 2 April", "before the summit on Monday": the day of what came after.
bool EventReader::told_of_other(const Scene& scene, const Timex& time) const {
  if (time.from == parse_day(document_.info.published)) return false;
  for (Index i = document_.tokens_in(time.span).first; i > scene.last; --i) {
    if (one_of(lower(i - 1), {"and", ";"})) return false;
    if (one_of(lower(i - 1), {"ahead", "before"})) return true;
  }
  return false;
}

/// A call has no place, and those who meet by video sit in two.
bool EventReader::is_remote(const Event& event) {
  if (event.type == EventType::phone_call || event.type == EventType::video_call) return true;
  return one_of(event.channel, {"phone", "video"}) && one_of(name_of(event.type), {"meeting", "talks", "reception"});
}

/// Where the clause of a cue ends: before what was talked of.
Index EventReader::clause_end(const Sentence& sentence, Index from) const {
  for (Index i = from; i < sentence.last; ++i) {
    if (lower(i) == "on" && i + 2 < sentence.last) {
      // "on the sidelines of", "on Monday", "on 5 May": when and where, not what about.
      const std::string& next = lower(i + 1) == "the" ? lower(i + 2) : lower(i + 1);
      const Token& word = document_.tokens[i + 1];
      const bool day = word.shape == Shape::number || std::any_of(document_.times.begin(), document_.times.end(), [&](const Timex& t) { return t.span.contains(word.span); });
      if (day || lexicon_.is(next, "margins")) continue;
    }
    if (lexicon_.is(lower(i), "outside")) return i;
    if (lower(i) == "to" && i + 1 < sentence.last && document_.tokens[i + 1].shape == Shape::lower && !one_of(lower(i + 1), {"the", "a", "an", "his", "her", "their", "our"}) && i > from) return i;
    if (one_of(lower(i), {"during", "which"}) && i > from + 1) return i;
  }
  return sentence.last;
}

/// The first sentence of the narrative.
const Sentence* EventReader::first_of_text() const {
  const auto first = std::find_if(document_.sentences.begin(), document_.sentences.end(), [&](const Sentence& s) { return s.span.part == Part::text; });
  return first == document_.sentences.end() || spoken_[first->first] ? nullptr : &*first;
}

bool EventReader::names_nation(Index token) const {
  const auto [first, last] = mentions_in(document_, document_.tokens[token].span);
  return first < last && document_.mentions[first].type == MentionType::nationality;
}

/// "in Munich, Germany", "at the Constantine Palace"; after a cue of visiting, the object itself.
bool EventReader::take_place(Event& event, const Sentence& sentence, Index first, Index last, Index cue_end) const {
  const auto [m_first, m_last] = mentions_in(document_, span_of(first, last));
  const Mention* place = nullptr;
  // "on a visit to our country": the publisher's own.
  for (Index i = cue_end; i + 2 < last && i < cue_end + 3 && event.type == EventType::visit; ++i) {
    if (!one_of(lower(i), {"to", "in"}) || lower(i + 1) != "our" || !one_of(lower(i + 2), {"country", "state"})) continue;
    event.place = {std::string(document_.of(span_of(i + 1, i + 3))), document_.info.country, PlaceBasis::stated, span_of(i + 1, i + 3)};
    return true;
  }
  for (Index m = m_first; m < m_last; ++m) {
    const Mention& mention = document_.mentions[m];
    const bool located = mention.type == MentionType::place || mention.type == MentionType::country || mention.type == MentionType::organisation;
    if (!located) continue;
    const auto [token, end] = document_.tokens_in(mention.span);
    Index before = token;
    while (before > sentence.first && token - before < 5 && (one_of(lower(before - 1), {"the", "a", "an"}) || lexicon_.is(lower(before - 1), "locality") || names_nation(before - 1) || (document_.tokens[before - 1].shape == Shape::lower && token - before < 2 && lower(before - 1).ends_with("al")))) --before;
    const bool preposition = before > sentence.first && (one_of(lower(before - 1), {"in", "at"}) || ((event.type == EventType::visit || event.type == EventType::reception) && lower(before - 1) == "to" && mention.type == MentionType::place));
    const bool object = event.type == EventType::visit && token >= cue_end && token - cue_end <= 9 && mention.type != MentionType::country && place == nullptr;
    const bool visited_country = event.type == EventType::visit && mention.type == MentionType::country && before > sentence.first && (one_of(lower(before - 1), {"to", "in"}) || (before == cue_end && one_of(lower(before - 1), {"visit", "visited"})));
    const bool continues = place && mention.type != MentionType::organisation && (place->span.end + 2 >= mention.span.begin || preposition);
    if (continues && event.place.country.empty()) event.place.country = mention.country;
    if (place || (!preposition && !object && !visited_country)) continue;
    if (mention.type == MentionType::organisation && before > sentence.first && lower(before - 1) == "in") continue;
    if (mention.type == MentionType::country && preposition && token < cue_end && token != sentence.first + 1) continue;
    if (end < sentence.last && one_of(lower(end), {"'s", "'"})) continue;
    place = &mention;
    // "at UN Headquarters": the house of a body, not the body.
    const bool house = mention.type == MentionType::organisation && end < sentence.last && document_.tokens[end].shape == Shape::capitalised && lexicon_.is(lower(end), "venue");
    const Span span = house ? joined(mention.span, document_.tokens[end].span) : mention.span;
    event.place = {std::string(document_.of(span)), mention.country, PlaceBasis::stated, span};
  }
  return place != nullptr;
}

/// The host's greeting tells the place: "glad to see you in Azerbaijan", "welcome you here in St Petersburg".
bool EventReader::take_place_from_welcome(Event& event) const {
  for (const Statement& statement : document_.statements) {
    if (statement.mode != StatementMode::turn) continue;
    const auto [first, last] = document_.tokens_in({statement.span.begin, std::min(statement.span.end, statement.span.begin + 300), statement.span.part});
    for (Index i = first; i + 3 < last; ++i) {
      if (lower(i) != "you" || i == first || !one_of(lower(i - 1), {"see", "welcome", "receive", "greet", "host"})) continue;
      Index at = i + 1;
      while (at < last && one_of(lower(at), {"all", "here", "again", "both"})) ++at;
      if (at + 1 >= last || !one_of(lower(at), {"in", "to", "at"})) continue;
      if (take_place(event, sentence_of(at), at, std::min<Index>(last, at + 8), at)) return true;
      const auto [m_first, m_last] = mentions_in(document_, span_of(at, std::min<Index>(last, at + 4)));
      for (Index m = m_first; m < m_last; ++m) {
        const Mention& mention = document_.mentions[m];
        if (mention.type != MentionType::place && mention.type != MentionType::country) continue;
        event.place = {std::string(document_.of(mention.span)), mention.country, PlaceBasis::stated, mention.span};
        return true;
      }
    }
  }
  return false;
}

/// A short line that names a place and nothing else is the place, whole.
bool EventReader::take_place_line(Event& event, const Block& block) const {
  const auto [m_first, m_last] = mentions_in(document_, block.span);
  const auto [first, last] = document_.tokens_in(block.span);
  bool place = false;
  for (Index i = first; i < last; ++i) {
    if (document_.tokens[i].shape == Shape::lower && !one_of(lower(i), {"of", "the", "and", "'s", "de"})) return false;
    if (document_.tokens[i].shape == Shape::number) return false;
    place |= lexicon_.is(lower(i), "venue");
  }
  std::string country;
  for (Index m = m_first; m < m_last; ++m) {
    const Mention& mention = document_.mentions[m];
    const bool located = mention.type == MentionType::place || mention.type == MentionType::country;
    place |= located;
    if (located && country.empty()) country = mention.country;
  }
  if (!place) return false;
  event.place = {std::string(document_.of(block.span)), country, PlaceBasis::stated, block.span};
  return true;
}

void EventReader::place_main(Event& event, const std::optional<Scene>& scene) const {
  if (event.type == EventType::phone_call || event.type == EventType::video_call || event.type == EventType::letter) return;
  if (scene) {
    const Sentence& sentence = document_.sentences[scene->sentence];
    const Index end = clause_end(sentence, scene->last);
    if (take_place(event, sentence, sentence.first, end, scene->last)) return;
  }
  // A visit told by its title alone: "looks forward to welcoming X to Oslo".
  const Sentence* opening = scene && is_title(scene->sentence) && event.type == EventType::visit ? first_of_text() : nullptr;
  if (opening && take_place(event, *opening, opening->first, opening->last, opening->last)) return;
  // The line above a transcript: "Joint Base Andrews, Maryland".
  int read = 0;
  for (const Block& block : document_.blocks) {
    if (block.span.part == Part::title || ++read > 3 || document_.labels.empty()) continue;
    if (block.span.begin >= document_.labels.front().span.begin || block.span.size() > 120) continue;
    if (take_place_line(event, block)) return;
  }
  if (event.type == EventType::statement) {
    // "This was stated by X at a briefing in Lviv"
    for (const Statement& statement : document_.statements) {
      if (statement.cue.empty() || statement.cue.begin < statement.span.end || statement.mode != StatementMode::indirect) continue;
      const auto [first, last] = document_.tokens_in(statement.cue);
      if (first == last) continue;
      const Sentence& sentence = sentence_of(first);
      if (take_place(event, sentence, first, sentence.last, first)) return;
    }
    return;
  }
  take_place_from_welcome(event);
}

}  // namespace chancery
