#include <fmt/format.h>

#include "record/conditions.hpp"

namespace chancery::record {
namespace {

/// A condition being written, with the arguments of its question marks in step.
struct Clause {
  std::string sql;
  std::vector<Value> arguments;

  Clause& text(std::string_view words) {
    sql += words;
    return *this;
  }
  Clause& side(std::string_view column, const std::string& who) {
    is_side(column, who, sql, arguments);
    return *this;
  }
  void add_to(Conditions& conditions) { conditions.add(sql, std::move(arguments)); }
};

Conditions published(const FactFilters& filters) {
  Conditions conditions;
  conditions.any_of("d.publisher", filters.publishers);
  if (filters.from) conditions.add("d.day >= ?", {iso(*filters.from)});
  if (filters.to) conditions.add("d.day <= ?", {iso(*filters.to)});
  return conditions;
}

template <typename E>
void any_code(Conditions& conditions, std::string_view column, const std::vector<E>& codes) {
  std::vector<std::string> names;
  for (const E one : codes) names.emplace_back(chancery::name_of(one));
  conditions.any_of(column, names);
}

/// Each of the words of one of `wanted`.
void any_words(Conditions& conditions, std::string_view column, const std::vector<std::string>& wanted) {
  Clause clause;
  for (const std::string& words : wanted) {
    clause.text(clause.sql.empty() ? "(" : " OR ").text(fmt::format("has_words({}, ?)", column));
    clause.arguments.emplace_back(words);
  }
  if (!wanted.empty()) clause.text(")").add_to(conditions);
}

/// Person, country and the other side, each of which `has_to_do` tells of.
void everyone(Conditions& conditions, const FactFilters& filters, void (*has_to_do)(Clause&, const std::string&)) {
  for (const std::string* who : {&filters.person, &filters.country, &filters.with}) {
    if (who->empty()) continue;
    Clause clause;
    has_to_do(clause, *who);
    clause.add_to(conditions);
  }
}

void makes(Clause& clause, const std::string& who) {
  clause.text("(").side("f.by_entity", who);
  clause.text(" OR EXISTS (SELECT 1 FROM commitment_parties x WHERE x.commitment = f.id AND ").side("x.entity", who);
  clause.text(") OR EXISTS (SELECT 1 FROM members m WHERE m.entity = f.by_entity AND ").side("m.member", who);
  clause.text("))");
}

void is_named(Clause& clause, const std::string& who) {
  clause.text("(").side("f.to_entity", who).text(" OR ");
  makes(clause, who);
  clause.text(")");
}

/// Few texts say to whom something is promised: that the other side was there is enough to list it.
void is_near(Clause& clause, const std::string& who) {
  clause.text("(");
  is_named(clause, who);
  clause.text(
      " OR EXISTS (SELECT 1 FROM accounts a JOIN participants p ON p.account = a.id WHERE a.version = f.version AND "
      "a.main = 1 AND a.standing <> 'rejected' AND ");
  clause.side("p.entity", who).text("))");
}

void between(Conditions& conditions, const std::string& one, const std::string& other) {
  Clause clause;
  clause.text("(");
  is_named(clause, one);
  clause.text(" AND ");
  is_near(clause, other);
  clause.text(" OR ");
  is_named(clause, other);
  clause.text(" AND ");
  is_near(clause, one);
  clause.text(")").add_to(conditions);
}

void involved(Conditions& conditions, const CommitmentFilters& filters) {
  const bool alone = filters.person.empty() && filters.country.empty();
  for (const std::string* who : {&filters.person, &filters.country}) {
    if (who->empty()) continue;
    if (!filters.with.empty()) {
      between(conditions, *who, filters.with);
    } else {
      Clause clause;
      is_named(clause, *who);
      clause.add_to(conditions);
    }
  }
  if (alone && !filters.with.empty()) {
    Clause clause;
    is_near(clause, filters.with);
    clause.add_to(conditions);
  }
}

void reaches(Conditions& conditions, const std::string& home, const std::string& with) {
  const std::string foreign = with.empty() || !is_country_code(with) ? "<> ?" : "= ?";
  const std::string whom = foreign == "= ?" ? with : home;
  Clause clause;
  const auto put = [&](std::string_view before, std::string_view after) {
    clause.text(before).text(foreign).text(after);
    clause.arguments.emplace_back(whom);
  };
  put("(EXISTS (SELECT 1 FROM entities y WHERE y.id = f.to_entity AND y.country ", ")");
  put(" OR EXISTS (SELECT 1 FROM commitment_parties x JOIN entities y ON y.id = x.entity WHERE x.commitment = f.id AND y.country ", ")");
  put(" OR EXISTS (SELECT 1 FROM members m JOIN entities y ON y.id = m.member WHERE m.entity = f.by_entity AND y.country ", ")");
  put(" OR EXISTS (SELECT 1 FROM accounts a JOIN participants p ON p.account = a.id JOIN entities y ON y.id = p.entity WHERE a.version = f.version AND a.main = 1 AND y.country ",
      " AND 2 >= (SELECT count(DISTINCT z.country) FROM accounts b JOIN participants q ON q.account = b.id JOIN entities z ON z.id = q.entity WHERE b.version = f.version AND b.main = 1))");
  put(" OR EXISTS (SELECT 1 FROM mentions m LEFT JOIN entities y ON y.id = m.entity WHERE m.version = f.version AND m.part = f.part AND m.begin >= f.begin AND m.end <= f.end AND "
      "coalesce(m.country, y.country) ",
      "))");
  clause.add_to(conditions);
}

void falls_due(Conditions& conditions, const CommitmentFilters& filters) {
  if (filters.due_from) conditions.add("coalesce(f.due_to, f.due_from) >= ?", {iso(*filters.due_from)});
  if (filters.due_to) conditions.add("coalesce(f.due_from, f.due_to) <= ?", {iso(*filters.due_to)});
  if (!filters.on || filters.state == DueState::any) return;
  switch (filters.state) {
    case DueState::any: break;
    case DueState::open: conditions.add("coalesce(f.due_to, f.due_from, '9999-12-31') >= ?", {iso(*filters.on)}); break;
    case DueState::due:
      conditions.add("coalesce(f.due_to, f.due_from) BETWEEN ? AND ?",
                     {iso(*filters.on), iso(*filters.on + std::chrono::days(filters.due_within))});
      break;
    case DueState::overdue: conditions.add("coalesce(f.due_to, f.due_from) < ?", {iso(*filters.on)}); break;
  }
}

}  // namespace

Conditions on_figures(const FigureFilters& filters) {
  Conditions conditions = published(filters);
  if (!filters.person.empty()) {
    Clause clause;
    clause.side("f.speaker", filters.person).add_to(conditions);
  }
  // The list is JSON of codes, so that a code in quotation marks is one of its items.
  for (const std::string* country : {&filters.country, &filters.with}) {
    if (!country->empty()) conditions.add("instr(f.about, ?) > 0", {"\"" + *country + "\""});
  }
  any_words(conditions, "f.indicator", filters.indicators);
  conditions.any_of("lower(f.unit)", filters.units);
  return conditions;
}

Conditions on_commitments(const CommitmentFilters& filters) {
  Conditions conditions = published(filters);
  any_code(conditions, "f.class", filters.classes);
  any_code(conditions, "f.strength", filters.strengths);
  falls_due(conditions, filters);
  if (!filters.by.empty()) {
    Clause clause;
    makes(clause, filters.by);
    clause.add_to(conditions);
  }
  involved(conditions, filters);
  if (!filters.home.empty()) reaches(conditions, filters.home, filters.with);
  if (!filters.words.empty()) conditions.add("has_words(f.quote, ?)", {filters.words});
  return conditions;
}

Conditions on_courtesies(const CourtesyFilters& filters) {
  Conditions conditions = published(filters);
  any_code(conditions, "f.kind", filters.kinds);
  everyone(conditions, filters, [](Clause& clause, const std::string& who) {
    clause.text("(").side("f.from_entity", who).text(" OR ").side("f.to_entity", who);
    clause.text(" OR ").side("f.via_entity", who).text(")");
  });
  return conditions;
}

Conditions on_points(const PointFilters& filters) {
  Conditions conditions = published(filters);
  any_code(conditions, "f.act", filters.acts);
  everyone(conditions, filters, [](Clause& clause, const std::string& who) {
    clause.text("EXISTS (SELECT 1 FROM point_holders x WHERE x.point = f.id AND ").side("x.entity", who).text(")");
  });
  return conditions;
}

}  // namespace chancery::record
