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

Json to_json(const EncounterView& v) {
  Json out = v.accounts.empty() ? Json::object() : to_json(v.accounts.front().line);
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
