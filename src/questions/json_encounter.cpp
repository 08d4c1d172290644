#include "questions/json_parts.hpp"

namespace chancery::questions {
namespace {

/// Under its document a fact need not name it.
template <typename T>
Json facts(const std::vector<T>& items) {
  Json out = list(items);
  for (Json& item : out) item.erase("document");
  return out;
}

void add_span(Json& out, const std::optional<record::Range>& span) {
  if (span) out.update(range(*span));
}

Json account(const AccountView& view) {
  Json out = to_json(view.line);
  add_span(out["time"], view.line.at.time_span);
  add_span(out["place"], view.line.at.place_span);
  out["facts_of"] = name_of(view.share);
  out["points"] = facts(view.facts.points);
  out["statements"] = facts(view.facts.statements);
  out["figures"] = facts(view.facts.figures);
  out["commitments"] = facts(view.facts.commitments);
  out["courtesies"] = facts(view.facts.courtesies);
  out["also_told"] = facts(view.others);
  return out;
}

}  // namespace

namespace {

Json step(const StripStep& s) {
  return {{"account", s.account}, {"document", s.document}, {"publisher", or_null(s.publisher)}, {"title", or_null(s.title)}, {"day", or_null(s.day)},
          {"kind", s.kind},       {"when", s.when},         {"days", s.days ? Json(*s.days) : Json(nullptr)}};
}

Json disagreement(const Disagreement& d) {
  Json out = {{"what", d.what}, {"values", Json::array()}};
  for (const ToldValue& one : d.values) out["values"].push_back({{"value", one.value}, {"accounts", one.accounts}, {"publishers", one.publishers}});
  return out;
}

/// What may be the encounter asked for.
Json candidate(const record::Candidate& c) { return {{"encounter", to_json(c.other)}, {"confidence", c.confidence}, {"why", c.why}, {"against", c.against}}; }

}  // namespace

Json to_json(const CandidatesView& v) {
  Json out = {{"offset", v.page.offset}, {"limit", v.page.limit}, {"total", v.total}, {"candidates", Json::array()}};
  for (const record::Candidate& one : v.candidates) {
    Json line = candidate(one);
    if (v.of.empty()) {
      line["encounter"] = to_json(one.encounter);
      line["other"] = to_json(one.other);
    }
    out["candidates"].push_back(std::move(line));
  }
  return out;
}

Json to_json(const EncounterView& v) {
  Json out = v.accounts.empty() ? Json::object() : to_json(v.accounts.front().line);
  out["confidence"] = v.joined_by.confidence ? Json(*v.joined_by.confidence) : Json(nullptr);
  out["joined_by"] = Json::array();
  for (const record::JoiningLink& link : v.joined_by.links)
    out["joined_by"].push_back({{"account", link.account}, {"with", link.with}, {"confidence", link.confidence}, {"why", link.why}});
  out["strip"] = Json::array();
  for (const StripStep& one : v.strip) out["strip"].push_back(step(one));
  out["differs"] = Json::array();
  for (const Disagreement& one : v.differs) out["differs"].push_back(disagreement(one));
  out["candidates"] = Json::array();
  for (const record::Candidate& one : v.candidates) out["candidates"].push_back(candidate(one));
  out["all_accounts"] = Json::array();
  for (const AccountView& one : v.accounts) out["all_accounts"].push_back(account(one));
  return out;
}

Json to_json(const PairView& v) {
  return {{"a", v.query.a},
          {"b", v.query.b},
          {"on", v.query.on ? Json(iso(*v.query.on)) : Json(nullptr)},
          {"total", v.encounters_total},
          {"offset", v.query.page.offset},
          {"limit", v.query.page.limit},
          {"encounters", list(v.encounters)},
          {"years", counts(v.years)},
          {"types", counts(v.types)},
          {"figures_total", v.figures_total},
          {"figures", list(v.figures)},
          {"commitments_total", v.commitments_total},
          {"commitments", list(v.commitments)}};
}

Json to_json(const Matrix& m) {
  Json out = {{"countries", counts(m.countries)}, {"cells", Json::array()}};
  for (const record::PairCount& one : m.cells) {
    out["cells"].push_back({{"a", one.a},
                            {"b", one.b},
                            {"encounters", one.encounters},
                            {"first_day", or_null(one.first_day)},
                            {"last_day", or_null(one.last_day)}});
  }
  return out;
}

}  // namespace chancery::questions
