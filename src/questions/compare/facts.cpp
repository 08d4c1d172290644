#include "questions/compare/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "base/utf8.hpp"
#include "questions/compare/course.hpp"
#include "questions/compare/units.hpp"

namespace chancery::questions::compare {
namespace {

/// What an account says, and whether the words leave room for another value.
struct Said {
  Told told;
  bool exact = true;
};
using MaybeSaid = std::optional<Said>;

Span span_of_event(const Event& event) { return event.evidence.empty() ? Span{} : event.evidence.front(); }

MaybeSaid plain(const std::string& value, const Span& span) {
  if (value.empty()) return {};
  return Said{{value, span}};
}

const Timex* duration_told(const Document& d, const Event& event) {
  const auto told = std::ranges::find_if(d.times, [&](const Timex& t) { return t.type == TimexType::duration && t.value == event.duration; });
  return !event.duration.empty() && told != d.times.end() ? &*told : nullptr;
}

/// "It lasted for just over an hour": said of the encounter in a sentence of its own.
const Timex* lasted(const Side& side) {
  const Document& d = *side.document;
  for (const Timex& time : d.times) {
    if (time.type != TimexType::duration || time.value.empty() || time.span.part == Part::title || !belongs(side, time.span)) continue;
    const Index at = d.tokens_in(time.span).first;
    if (at >= d.tokens.size()) continue;
    for (Index i = d.sentences[d.tokens[at].sentence].first; i < at; ++i) {
      if (d.tokens[i].lemma == "last" && d.tokens[i].upos == "VERB") return &time;
    }
  }
  return nullptr;
}

MaybeSaid duration_of(const Side& side, const Event& event) {
  const Document& d = *side.document;
  const Timex* time = duration_told(d, event);
  if (!time) time = lasted(side);
  if (!time) return plain(event.duration, {});
  Said said{{time->value, time->span}};
  said.exact = time->mod.empty();
  if (!time->mod.empty()) said.told.value += " " + time->mod;
  return said;
}

MaybeSaid day_of(const Event& event) {
  const bool stated = event.time.basis == TimeBasis::stated || event.time.basis == TimeBasis::relative;
  if (!stated || !event.time.from) return {};
  const bool one_day = event.time.to == event.time.from;
  Said said{{one_day ? iso(*event.time.from) : event.time.value, event.time.span}};
  said.exact = one_day;
  return said;
}

MaybeSaid place_of(const Event& event) {
  return event.place.basis == PlaceBasis::stated ? plain(event.place.name, event.place.span) : MaybeSaid{};
}

MaybeSaid initiator_of(const Document& d, const Event& event) {
  if (event.initiator >= d.entities.size()) return {};
  return plain(d.entities[event.initiator].name, event.initiator_span);
}

MaybeSaid participants_of(const Document& d, const Event& event) {
  std::string names;
  for (const Participant& one : event.participants) {
    if (one.entity < d.entities.size()) names += (names.empty() ? "" : ", ") + d.entities[one.entity].name;
  }
  return plain(names, span_of_event(event));
}

Standing standing(const MaybeSaid& a, const MaybeSaid& b, const std::function<Standing()>& both) {
  if (a && b) return both();
  return a ? Standing::only_a : b ? Standing::only_b : Standing::neither;
}

std::optional<Told> told(const MaybeSaid& said) { return said ? std::optional(said->told) : std::nullopt; }

EncounterFact fact(std::string what, const MaybeSaid& a, const MaybeSaid& b, const std::function<Standing()>& both) {
  return {std::move(what), told(a), told(b), standing(a, b, both)};
}

/// Alike in letters; where not, one thing told in two ways.
Standing as_words(const MaybeSaid& a, const MaybeSaid& b) {
  return utf8::lower(a->told.value) == utf8::lower(b->told.value) ? Standing::same : Standing::differs;
}

/// Two exact lengths of time cannot both hold.
Standing as_values(const MaybeSaid& a, const MaybeSaid& b) {
  if (a->told.value == b->told.value) return Standing::same;
  return a->exact && b->exact ? Standing::contradicts : Standing::differs;
}

/// Midnight lies between two capitals: a day's distance is no contradiction.
Standing as_days(const MaybeSaid& a, const MaybeSaid& b, const Event& of_a, const Event& of_b, Standing people) {
  if (a->told.value == b->told.value) return Standing::same;
  if (!a->exact || !b->exact) return Standing::differs;
  const auto apart = *of_a.time.from > *of_b.time.from ? *of_a.time.from - *of_b.time.from : *of_b.time.from - *of_a.time.from;
  // Unless the same people are said to have met, the two may tell of two encounters.
  return apart > std::chrono::days(1) && people == Standing::same ? Standing::contradicts : Standing::differs;
}

Standing as_people(const Event& a, const Event& b, const Holders& holders) {
  const auto known = [&](const Participant& one, const Event& others, bool of_a) {
    return std::ranges::any_of(others.participants, [&](const Participant& other) {
      return of_a ? holders.same(one.entity, other.entity) : holders.same(other.entity, one.entity);
    });
  };
  const bool all = std::ranges::all_of(a.participants, [&](const Participant& p) { return known(p, b, true); }) &&
                   std::ranges::all_of(b.participants, [&](const Participant& p) { return known(p, a, false); });
  return all ? Standing::same : Standing::differs;
}

}  // namespace

std::vector<EncounterFact> compare_facts(const Comparison& c, const Holders& holders, const Lexicon& lexicon) {
  static const Event kNothing;
  const Event* found_a = event_of(c.a);
  const Event* found_b = event_of(c.b);
  const Event &a = found_a ? *found_a : kNothing, &b = found_b ? *found_b : kNothing;
  const Document &da = *c.a.document, &db = *c.b.document;
  std::vector<EncounterFact> out;
  const auto put = [&](std::string what, const MaybeSaid& x, const MaybeSaid& y, const std::function<Standing()>& both) {
    out.push_back(fact(std::move(what), x, y, both));
  };
  const auto asked_a = initiator_of(da, a), asked_b = initiator_of(db, b);
  put("initiator", asked_a, asked_b, [&] { return holders.for_one_side(a.initiator, b.initiator) ? Standing::same : Standing::contradicts; });
  const auto long_a = duration_of(c.a, a), long_b = duration_of(c.b, b);
  put("duration", long_a, long_b, [&] { return as_values(long_a, long_b); });
  const auto by_a = plain(a.channel, span_of_event(a)), by_b = plain(b.channel, span_of_event(b));
  put("channel", by_a, by_b, [&] { return as_words(by_a, by_b); });
  const auto on_a = day_of(a), on_b = day_of(b);
  put("day", on_a, on_b, [&] { return as_days(on_a, on_b, a, b, as_people(a, b, holders)); });
  const auto at_a = place_of(a), at_b = place_of(b);
  put("place", at_a, at_b, [&] { return as_words(at_a, at_b); });
  const auto who_a = participants_of(da, a), who_b = participants_of(db, b);
  put("participants", who_a, who_b, [&] { return as_people(a, b, holders); });
  const auto level_a = plain(a.level, span_of_event(a)), level_b = plain(b.level, span_of_event(b));
  put("level", level_a, level_b, [&] { return as_words(level_a, level_b); });
  const auto format_a = plain(a.format, span_of_event(a)), format_b = plain(b.format, span_of_event(b));
  put("format", format_a, format_b, [&] { return as_words(format_a, format_b); });
  out.push_back(order_of(c));
  out.push_back(prominence_of(c, lexicon));
  return out;
}

}  // namespace chancery::questions::compare
