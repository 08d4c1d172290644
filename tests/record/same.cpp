#include "same.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace chancery::sample {
namespace {

std::string at(const Span& s) {
  return s.empty() ? "-" : fmt::format("{}:{}-{}", s.part == Part::title ? "title" : "text", s.begin, s.end);
}
std::string at(const std::vector<Span>& spans) {
  std::string out;
  for (const Span& s : spans) out += at(s) + ",";
  return "[" + out + "]";
}
std::string day(const std::optional<Day>& d) { return d ? iso(*d) : "-"; }
template <typename E>
std::string basis(const std::optional<E>& b) {
  return b ? std::string(name_of(*b)) : "-";
}
std::string number(const std::optional<double>& n) { return n ? fmt::format("{}", *n) : "-"; }
std::string fact(const Fact& f) { return fmt::format("{} {} {}", f.id, f.stage, number(f.confidence)); }
std::string time(const EventTime& t) {
  return fmt::format("{}/{}/{}/{}/{}", t.value, day(t.from), day(t.to), basis(t.basis), at(t.span));
}

std::string entity(const Entity& e) {
  std::string out = fmt::format("{} {} '{}' {} {} {} {} {}", fact(e), name_of(e.type), e.name, fmt::join(e.names, "|"),
                                e.country, static_cast<int>(e.gender), e.plural, e.members);
  for (const Office& o : e.offices) out += fmt::format(" ({}/{}/{})", o.title, o.country, o.status);
  return out;
}

std::string event(const Event& e) {
  std::string out =
      fmt::format("{} {} {} {} {} {} {} {} {} {}/{}/{}/{} {} {} {} {} {} {} {} {} {}", fact(e), name_of(e.type),
                  e.subtype, e.main, name_of(e.status), e.plover, e.mode, e.context, time(e.time), e.place.name,
                  e.place.country, basis(e.place.basis), at(e.place.span), e.channel, e.format, e.level, e.initiator,
                  at(e.initiator_span), e.duration, e.part_of, e.reschedules, at(e.evidence));
  for (const Participant& p : e.participants)
    out += fmt::format(" ({} {} {} {})", p.entity, name_of(p.role), p.side, at(p.mention));
  return out;
}

}  // namespace

std::string dump(const Document& d) {
  const DocumentInfo& i = d.info;
  std::string out = fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}\n{}\n{}\n{}\n", i.id, i.source, i.url, i.published,
                                i.language, i.publisher, i.country, i.dateline, name_of(i.kind),
                                fmt::join(i.terms, ","), d.title, d.text, fmt::join(d.notes, ","));
  const auto line = [&](std::string text) { out += std::move(text) + "\n"; };
  for (const auto& m : d.mentions)
    line(fmt::format("{} {} {} {} {}", fact(m), at(m.span), name_of(m.type), name_of(m.form), m.entity));
  for (const auto& e : d.entities) line(entity(e));
  for (const auto& t : d.times)
    line(fmt::format("{} {} {} {} {} {} {} {} {} {} {}", fact(t), at(t.span), name_of(t.type), t.value, t.mod, t.quant,
                     t.freq, t.zone, t.calendar, day(t.from), day(t.to)));
  for (const auto& s : d.statements)
    line(fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {}", fact(s), at(s.span), at(s.pieces), name_of(s.mode),
                     s.speakers, at(s.speaker_span), s.reported_by, at(s.cue), s.cue_lemma, s.addressee, s.negated,
                     s.parent, fmt::join(s.topics, ",")));
  for (const auto& p : d.points)
    line(fmt::format("{} {} {} {} {} {} {} {} {}", fact(p), at(p.span), name_of(p.act), p.holders, at(p.topic),
                     p.topic_label, at(p.condition), p.negated, number(p.prominence)));
  for (const auto& e : d.events) line(event(e));
  for (const auto& f : d.figures)
    line(fmt::format("{} {} {} {} {} {} {} {} {} {} {} {}", fact(f), at(f.span), f.value, number(f.value_to), f.unit,
                     name_of(f.comparison), f.direction, f.indicator, time(f.time), fmt::join(f.about, ","), f.speaker,
                     at(f.hedge)));
  for (const auto& c : d.commitments)
    line(fmt::format("{} {} {} {} {} {} {} {} {}", fact(c), at(c.span), c.by, c.parties, c.to, time(c.due),
                     name_of(c.strength), name_of(c.kind), at(c.condition)));
  for (const auto& c : d.courtesies)
    line(fmt::format("{} {} {} {} {} {}", fact(c), name_of(c.kind), c.from, c.to, c.via, at(c.evidence)));
  return out;
}

}  // namespace chancery::sample
