#include "writers/describe.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "writers/terminal.hpp"

namespace chancery::writers {
namespace {

/// "85,000,000", "39.6": as people write them.
std::string number(double value) {
  constexpr double longest = 1e15;
  if (value != std::floor(value) || std::abs(value) >= longest) return fmt::format("{:g}", value);
  std::string digits = fmt::format("{:.0f}", std::abs(value));
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return value < 0 ? "-" + digits : digits;
}

constexpr size_t kQuoted = 96;  ///< columns of a quotation inside a note

std::string quoted(const Document& document, const Span& span) { return cut(safe_line(document.of(span)), kQuoted); }

/// The parts that say something, with a separator between them.
std::string joined(std::initializer_list<std::string> parts, std::string_view between) {
  std::string out;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string names_of(const Document& document, const std::vector<Index>& entities) {
  std::vector<std::string> names;
  for (const Index i : entities) names.push_back(name_of_entity(document, i));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// The first words of the content, its pieces with their gaps marked.
std::string said(const Document& d, const Statement& s) {
  std::string text;
  for (const Span& piece : s.pieces.empty() ? std::vector<Span>{s.span} : s.pieces) text += (text.empty() ? "" : " … ") + safe_line(d.of(piece));
  const std::string shown = cut(text, kQuoted);
  return s.mode == StatementMode::direct ? "“" + shown + "”" : shown;
}

Note note_of(const Document& d, const Statement& s) {
  const std::string speaker = s.speakers.empty() ? "speaker not named" : names_of(d, s.speakers);
  const std::string cue = s.cue.empty() ? "" : fmt::format(" “{}”", safe_line(d.of(s.cue)));
  const std::string to = s.addressee == kNone ? "" : fmt::format(", to {}", name_of_entity(d, s.addressee));
  const std::string via = s.reported_by == kNone ? "" : fmt::format(", in {}’s account", name_of_entity(d, s.reported_by));
  const std::string within = s.parent == kNone ? "" : "within, ";
  return {within + spoken_mode(s.mode), fmt::format("{}{}{}{}{}: {}", speaker, cue, s.negated ? ", denied or negated" : "", to, via, said(d, s)), s.span};
}

Note note_of(const Document& d, const Figure& f) {
  std::string value = number(f.value);
  if (f.value_to) value += " to " + number(*f.value_to);
  const std::string compared = f.comparison == Comparison::exact || f.comparison == Comparison::between ? "" : spoken(name_of(f.comparison)) + " ";
  const std::string hedge = f.hedge.empty() ? "" : fmt::format("“{}”", safe_line(d.of(f.hedge)));
  return {"figure", joined({compared + value + (f.unit.empty() ? "" : " " + f.unit), f.direction, safe_line(f.indicator), when(d, f.time), hedge}, ", "), f.span};
}

Note note_of(const Document& d, const Commitment& c) {
  std::vector<Index> who = c.parties;
  if (who.empty() && c.by != kNone) who.push_back(c.by);
  const std::string by = who.empty() ? "" : names_of(d, who) + ": ";
  const std::string due = when(d, c.due);
  return {std::string(name_of(c.kind)), fmt::format("{}{}{}", by, quoted(d, c.span), due.empty() ? "" : " (due " + due + ")"), c.span};
}

Note note_of(const Document& d, const Courtesy& c) {
  const std::string via = c.via == kNone ? "" : ", carried by " + name_of_entity(d, c.via);
  return {std::string(name_of(c.kind)), fmt::format("{} to {}{}", name_of_entity(d, c.from), name_of_entity(d, c.to), via),
          c.evidence.empty() ? Span{} : c.evidence.front()};
}

/// "Deby, Diop discussed", "not raised"
std::string held(const Document& d, const Point& p) {
  const std::string who = p.holders.empty() ? "" : names_of(d, p.holders) + " ";
  return who + (p.negated ? "not " : "") + spoken(name_of(p.act));
}

Note note_of(const Document& d, const Event& e) {
  std::vector<Index> who;
  for (const auto& p : e.participants) who.push_back(p.entity);
  std::string label = what(e);
  if (label[0] >= 'A' && label[0] <= 'Z') label[0] = static_cast<char>(label[0] - 'A' + 'a');
  return {label, joined({when(d, e.time), where(e.place), names_of(d, who)}, " · "), e.evidence.empty() ? Span{} : e.evidence.front()};
}

Note note_of(const Document& d, const Point& p) {
  return {"point", fmt::format("{}: {}", held(d, p), quoted(d, p.span)), p.span};
}

/// A zone as the text gives it: "EDT", "UTC+03:00", "local time", "time of Europe/Kyiv".
std::string zone_in_words(const std::string& zone) {
  if (zone == "local") return "local time";
  return safe_line(zone.find('/') == std::string::npos ? zone : "time of " + zone);
}

/// Only where the value says more than the words: "tomorrow" is worth a note, "2017" is not.
std::optional<Note> note_of(const Document& d, const Timex& t) {
  const std::string words = safe_line(d.of(t.span));
  if (!t.calendar.empty()) return Note{"time", fmt::format("“{}” is a date of the {} calendar", words, safe_line(capitalised(t.calendar))), t.span};
  if (t.value.empty() || t.value == words || t.value.find("_REF") != std::string::npos || t.type == TimexType::duration) return {};
  return Note{"time", fmt::format("“{}” is {}{}", words, t.value, t.zone.empty() ? "" : ", " + zone_in_words(t.zone)), t.span};
}

/// Times that another note tells already, as the day of an event or of a promise.
std::vector<Span> told_times(const Document& d) {
  std::vector<Span> told;
  for (const auto& e : d.events) told.push_back(e.time.span);
  for (const auto& f : d.figures) told.push_back(f.time.span);
  for (const auto& c : d.commitments) told.push_back(c.due.span);
  return told;
}

/// A point that a statement's note tells already, word by word.
bool told_as_statement(const Document& d, const Point& p) {
  return std::any_of(d.statements.begin(), d.statements.end(), [&](const Statement& s) { return s.mode != StatementMode::turn && s.span.contains(p.span); });
}

template <typename T>
void add_all(std::vector<Note>& notes, const Document& document, const std::vector<T>& facts) {
  for (const T& fact : facts) notes.push_back(note_of(document, fact));
}

}  // namespace

std::string spoken(std::string_view code) {
  std::string out(code);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string spoken_mode(StatementMode mode) {
  switch (mode) {
    case StatementMode::turn: return "turn";
    case StatementMode::direct: return "quoted";
    case StatementMode::mixed: return "partly quoted";
    default: return "reported";
  }
}

std::string name_of_entity(const Document& document, Index entity) {
  if (entity >= document.entities.size() || document.entities[entity].name.empty()) return "someone";
  return safe_line(document.entities[entity].name);
}

std::string full_description(const Document& document, Index entity) {
  if (entity >= document.entities.size()) return "someone";
  const Entity& e = document.entities[entity];
  const std::string office = e.offices.empty() ? "" : joined({e.offices.front().status == "current" ? "" : e.offices.front().status, safe_line(e.offices.front().title)}, " ");
  return joined({name_of_entity(document, entity), office == e.name ? "" : office, e.country}, ", ");
}

std::string when(const Document& document, const EventTime& time) {
  if (time.basis == TimeBasis::published) {
    return time.to ? fmt::format("by {} (day of publication; the text gives none)", iso(*time.to)) : std::string();
  }
  if (time.value.empty()) return {};
  const std::string words = safe_line(document.of(time.span));
  if (time.value.ends_with("_REF")) return words.empty() ? std::string() : "“" + words + "”";
  const bool inferred = time.basis == TimeBasis::relative && !words.empty();
  return inferred ? fmt::format("{} (“{}”)", time.value, words) : time.value;
}

std::string where(const EventPlace& place) {
  if (place.name.empty() && place.country.empty()) return {};
  const std::string name = safe_line(place.name.empty() ? place.country : place.name);
  const bool both = !place.country.empty() && !place.name.empty();
  return name + (both ? ", " + place.country : "") + (place.basis == PlaceBasis::assumed ? " (assumed)" : "");
}

std::string what(const Event& event) {
  const bool other = event.type == EventType::other;
  const std::string kind = event.subtype.empty() ? other ? "event" : spoken(name_of(event.type)) : spoken(event.subtype) + " (" + spoken(name_of(event.type)) + ")";
  return capitalised(kind) + (event.status == Status::happened ? "" : fmt::format(" ({})", name_of(event.status)));
}

std::vector<PointLine> points_of(const Document& document) {
  std::vector<PointLine> lines;
  for (const Point& point : document.points) {
    const std::string who = held(document, point);
    const std::string topic = point.topic_label.empty() ? quoted(document, point.span) : safe_line(point.topic_label);
    if (lines.empty() || lines.back().held != who) lines.push_back({who, topic});
    else lines.back().topics += " · " + topic;
  }
  return lines;
}

std::vector<Note> notes_of(const Document& document) {
  std::vector<Note> notes;
  for (const auto& event : document.events) {
    if (!event.main) notes.push_back(note_of(document, event));
  }
  for (const auto& statement : document.statements) {
    if (statement.mode != StatementMode::turn) notes.push_back(note_of(document, statement));
  }
  for (const auto& point : document.points) {
    if (!told_as_statement(document, point)) notes.push_back(note_of(document, point));
  }
  add_all(notes, document, document.figures);
  add_all(notes, document, document.commitments);
  add_all(notes, document, document.courtesies);
  const auto told = told_times(document);
  for (const auto& time : document.times) {
    if (std::find(told.begin(), told.end(), time.span) != told.end()) continue;
    if (auto note = note_of(document, time)) notes.push_back(std::move(*note));
  }
  std::erase_if(notes, [](const Note& n) { return n.span.empty() || n.span.part == Part::title; });
  std::stable_sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) { return a.span.begin < b.span.begin; });
  return notes;
}

}  // namespace chancery::writers
