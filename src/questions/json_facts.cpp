#include "questions/json_parts.hpp"

#include <cmath>

namespace chancery::questions {
namespace {

Json when(const record::When& w) {
  return {{"value", or_null(w.value)}, {"from", or_null(w.from)}, {"to", or_null(w.to)}, {"basis", or_null(w.basis)}};
}

Json number(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

}  // namespace

Json to_json(const record::FigureLine& f) {
  Json out = {{"id", f.id},
              {"value", f.value},
              {"value_to", number(f.value_to)},
              {"unit", or_null(f.unit)},
              {"comparison", f.comparison},
              {"direction", or_null(f.direction)},
              {"indicator", or_null(f.indicator)},
              {"time", when(f.time)},
              {"about", f.about},
              {"speaker", party_or_null(f.speaker)},
              {"hedge", or_null(f.hedge)},
              {"quote", f.quote},
              {"prefix", f.before},
              {"suffix", f.after}};
  out["span"] = range(f.span);
  out["document"] = to_json(f.document);
  return out;
}

Json to_json(const record::CommitmentLine& c) {
  Json out = {{"id", c.id},
              {"by", party_or_null(c.by)},
              {"parties", parties(c.parties)},
              {"to", party_or_null(c.to)},
              {"due", when(c.due)},
              {"open", c.open},
              {"state", c.state},
              {"strength", c.strength},
              {"class", c.kind},
              {"condition", or_null(c.condition)},
              {"quote", c.quote}};
  out["span"] = range(c.span);
  out["document"] = to_json(c.document);
  return out;
}

Json to_json(const record::CourtesyLine& c) {
  Json out = {{"id", c.id},
              {"kind", c.kind},
              {"from", party_or_null(c.from)},
              {"to", party_or_null(c.to)},
              {"via", party_or_null(c.via)},
              {"quote", or_null(c.quote)},
              {"evidence", ranges(c.evidence)}};
  out["document"] = to_json(c.document);
  return out;
}

Json to_json(const record::PointLine& p) {
  Json out = {{"id", p.id},
              {"act", p.act},
              {"holders", parties(p.holders)},
              {"topic", {{"words", or_null(p.topic)}, {"label", or_null(p.topic_label)}}},
              {"condition", or_null(p.condition)},
              {"prominence", number(p.prominence)},
              {"negated", p.negated},
              {"quote", p.quote}};
  out["span"] = range(p.span);
  out["document"] = to_json(p.document);
  return out;
}

Json to_json(const Figures& f) {
  return {{"total", f.total},
          {"offset", f.query.page.offset},
          {"limit", f.query.page.limit},
          {"figures", list(f.figures)},
          {"indicators", counts(f.indicators)},
          {"units", counts(f.units)}};
}

Json to_json(const Series& s) {
  const auto end = [](double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); };
  Json points = Json::array(), voices = Json::array(), differently = Json::array();
  for (const SeriesPoint& p : s.points) {
    points.push_back({{"figure", to_json(p.figure)},
                      {"range", {{"from", end(p.range.from)}, {"to", end(p.range.to)}, {"basis", p.range.basis}}},
                      {"from", or_null(p.from)},
                      {"to", or_null(p.to)},
                      {"basis", or_null(p.basis)},
                      {"voice", p.voice}});
  }
  for (const Voice& v : s.voices) {
    voices.push_back({{"name", v.name}, {"person", or_null(v.person)}, {"publisher", v.publisher}, {"figures", v.figures}});
  }
  for (const GivenDifferently& g : s.differently) differently.push_back({{"a", g.a}, {"b", g.b}, {"reasons", g.reasons}});
  return {{"total", s.total},         {"limit", s.query.limit},           {"points", points},
          {"voices", voices},         {"differently", differently},       {"indicators", counts(s.indicators)},
          {"units", counts(s.units)}};
}

Json to_json(const FollowUps& f) {
  Json passages = Json::array();
  for (const FollowUp& one : f.passages) {
    Json passage = {{"document", to_json(one.document)}, {"passage", one.passage},  {"marks", ranges(one.marks)},
                    {"shared", one.shared},              {"weight", one.weight},    {"days_after", one.days_after}};
    passage["span"] = range(one.span);
    passages.push_back(std::move(passage));
  }
  return {{"commitment", to_json(f.commitment)}, {"passages", passages}, {"note", or_null(f.note)}};
}

Json to_json(const Commitments& c) {
  return {{"total", c.total},
          {"offset", c.query.page.offset},
          {"limit", c.query.page.limit},
          {"on", c.query.filters.on ? Json(iso(*c.query.filters.on)) : Json(nullptr)},
          {"commitments", list(c.commitments)},
          {"classes", counts(c.classes)}};
}

}  // namespace chancery::questions
