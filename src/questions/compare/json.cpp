#include "questions/compare/json.hpp"

#include <cmath>

#include "base/utf8.hpp"
#include "questions/json_novelty.hpp"
#include "questions/json_parts.hpp"
#include "questions/novelty.hpp"

namespace chancery::questions::compare {
namespace {

double rounded(double value) { return std::round(value * 1000) / 1000; }

Json number(double value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53
  if (!std::isfinite(value)) return nullptr;
  if (std::trunc(value) == value && std::abs(value) < kExact) return static_cast<int64_t>(value);
  return value;
}

/// Writes what lies in one of the two documents.
class SideWriter {
 public:
  SideWriter(const Side& side, const Length& length) : side_(side), d_(*side.document), length_(length), text_(d_.text), title_(d_.title) {}

  Json account() const {
    return {{"document", or_null(d_.info.id)},
            {"event", or_null(side_.event)},
            {"title", or_null(d_.title)},
            {"publisher", or_null(d_.info.publisher)},
            {"country", or_null(d_.info.country)},
            {"published", or_null(d_.info.published)},
            {"url", or_null(d_.info.url)},
            {"kind", name_of(d_.info.kind)},
            {"text", d_.text},
            {"language", or_null(d_.info.language)},
            {"passage", side_.passage ? spans(*side_.passage) : Json(nullptr)},
            {"dropped", dropped()},
            {"length",
             {{"characters", length_.characters},
              {"words", length_.words},
              {"sentences", length_.sentences},
              {"points", length_.points},
              {"statements", length_.statements}}}};
  }

  Json unit(const Unit& unit) const {
    Json out = {{"id", unit.id}, {"kind", name_of(unit.kind)}};
    put(out, unit.span);
    out["quote"] = d_.of(unit.span);
    out["act"] = or_null(unit.act);
    out["holders"] = Json::array();
    for (const Index holder : unit.holders) out["holders"].push_back(d_.entities[holder].name);
    out["topic"] = or_null(unit.topic);
    out["negated"] = unit.negated;
    out["prominence"] = rounded(unit.prominence);
    out["formula"] = formula({static_cast<uint32_t>(out["begin"]), static_cast<uint32_t>(out["end"]), unit.span.part});
    return out;
  }

  /// How usual the words are where they come from; null where the record does not tell.
  Json formula(const record::Range& words) const {
    if (!side_.wording) return nullptr;
    if (const Formula* usual = formula_of(*side_.wording, words)) {
      return {{"novelty", "usual"},
              {"basis", questions::name_of(usual->basis)},
              {"count", usual->count},
              {"of", usual->of},
              {"kind", or_null(usual->kind)},
              {"first", or_null(usual->first)},
              {"last", or_null(usual->last)}};
    }
    return is_new(*side_.wording, words) ? Json{{"novelty", "new"}} : Json(nullptr);
  }

  /// Words that are usual where it comes from and that it has not; empty where the record does not tell.
  Json dropped() const {
    Json out = Json::array();
    if (!side_.wording) return out;
    for (const Dropped& one : side_.wording->dropped) out.push_back(questions::to_json(one));
    return out;
  }

  Json span(const Span& span) const {
    Json out = Json::object();
    put(out, span);
    return out;
  }

  Json quoted(const Span& s) const {
    Json out = span(s);
    out["quote"] = d_.of(s);
    return out;
  }

  Json spans(const std::vector<Span>& all) const {
    Json out = Json::array();
    for (const Span& one : all) out.push_back(span(one));
    return out;
  }

  Json told(const std::optional<Told>& said) const {
    if (!said) return nullptr;
    Json out = {{"value", said->value}};
    if (said->span.empty()) out["begin"] = out["end"] = nullptr;
    else put(out, said->span);
    return out;
  }

  Json figure(Index index) const {
    if (index == kNone) return nullptr;
    const Figure& f = d_.figures[index];
    Json out = {{"id", f.id}};
    put(out, f.span);
    out["quote"] = d_.of(f.span);
    out["value"] = number(f.value);
    out["value_to"] = f.value_to ? number(*f.value_to) : Json(nullptr);
    out["unit"] = or_null(f.unit);
    out["comparison"] = chancery::name_of(f.comparison);
    out["direction"] = or_null(f.direction);
    out["indicator"] = or_null(f.indicator);
    out["speaker"] = name(f.speaker);
    return out;
  }

  Json commitment(Index index) const {
    if (index == kNone) return nullptr;
    const Commitment& c = d_.commitments[index];
    Json out = {{"id", c.id}};
    put(out, c.span);
    out["quote"] = d_.of(c.span);
    out["by"] = name(c.by);
    out["to"] = name(c.to);
    out["due"] = or_null(c.due.value);
    out["strength"] = chancery::name_of(c.strength);
    out["class"] = chancery::name_of(c.kind);
    return out;
  }

 private:
  static std::string_view name_of(UnitKind kind) { return compare::name_of(kind); }
  static std::string_view name_of(DocumentKind kind) { return chancery::name_of(kind); }
  Json name(Index entity) const { return entity < d_.entities.size() ? Json(d_.entities[entity].name) : Json(nullptr); }

  void put(Json& out, const Span& span) const {
    const utf8::CodePoints& points = span.part == Part::title ? title_ : text_;
    if (span.part == Part::title) out["in"] = "title";
    out["begin"] = points.at(span.begin);
    out["end"] = points.at(span.end);
  }

  const Side& side_;
  const Document& d_;
  const Length& length_;
  utf8::CodePoints text_, title_;
};

Json link_json(const Link& link, const SideWriter& a, const SideWriter& b) {
  Json out = {{"a", link.a},
              {"b", link.b},
              {"relation", name_of(link.relation)},
              {"confidence", rounded(link.confidence)},
              {"why", link.why},
              {"marks_a", a.spans(link.marks_a)},
              {"marks_b", b.spans(link.marks_b)},
              {"names", Json::array()}};
  for (const NamePair& pair : link.names) out["names"].push_back({{"a", a.quoted(pair.a)}, {"b", b.quoted(pair.b)}, {"of", pair.of}});
  out["incompatible"] = nullptr;
  if (link.incompatible) {
    const Incompatible& clash = *link.incompatible;
    out["incompatible"] = {{"what", clash.what}, {"a", a.quoted(clash.a)}, {"b", b.quoted(clash.b)}};
  }
  return out;
}

}  // namespace

Json to_json(const Comparison& c) {
  const SideWriter a(c.a, c.length_a), b(c.b, c.length_b);
  Json out = {{"a", a.account()},       {"b", b.account()},          {"points_a", Json::array()}, {"points_b", Json::array()},
              {"links", Json::array()}, {"nearest", Json::array()},  {"facts", Json::array()},    {"figures", Json::array()},
              {"commitments", Json::array()}, {"notes", c.notes}};
  for (const Unit& unit : c.units_a) out["points_a"].push_back(a.unit(unit));
  for (const Unit& unit : c.units_b) out["points_b"].push_back(b.unit(unit));
  for (const Link& link : c.links) out["links"].push_back(link_json(link, a, b));
  for (const Nearest& one : c.nearest) {
    out["nearest"].push_back({{"side", one.of_a ? "a" : "b"}, {"point", one.unit}, {"candidate", one.candidate}, {"similarity", rounded(one.similarity)}});
  }
  for (const EncounterFact& fact : c.facts) {
    out["facts"].push_back({{"what", fact.what}, {"a", a.told(fact.a)}, {"b", b.told(fact.b)}, {"relation", name_of(fact.standing)}});
  }
  const auto pair = [](const Json& left, const Json& right, const FactPair& of) {
    return Json{{"a", left}, {"b", right}, {"relation", name_of(of.standing)}, {"why", or_null(of.why)}};
  };
  for (const FactPair& one : c.figures) out["figures"].push_back(pair(a.figure(one.a), b.figure(one.b), one));
  for (const FactPair& one : c.commitments) out["commitments"].push_back(pair(a.commitment(one.a), b.commitment(one.b), one));
  return out;
}

}  // namespace chancery::questions::compare
