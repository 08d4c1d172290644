#include "record/conditions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "record/normal.hpp"

namespace chancery::record {
namespace {

constexpr std::array kTogether = {EventType::meeting,    EventType::reception, EventType::talks,
                                  EventType::visit,      EventType::summit,    EventType::phone_call,
                                  EventType::video_call, EventType::signing,   EventType::ceremony};

/// Alternatives of one filter: (a OR b).
class Alternatives {
 public:
  void begin() { sql_ += sql_.empty() ? "(" : " OR "; }
  std::string& sql() { return sql_; }
  std::vector<Value>& arguments() { return arguments_; }
  void add_to(Conditions& conditions) {
    if (!sql_.empty()) conditions.add(sql_ + ")", std::move(arguments_));
  }

 private:
  std::string sql_;
  std::vector<Value> arguments_;
};

void days(Conditions& conditions, const std::optional<Day>& from, const std::optional<Day>& to) {
  if (from) conditions.add("d.day >= ?", {iso(*from)});
  if (to) conditions.add("d.day <= ?", {iso(*to)});
}

void about(Conditions& conditions, const std::vector<std::string>& names) {
  Alternatives alternatives;
  for (const std::string& name : names) {
    alternatives.begin();
    if (is_country_code(name)) {
      alternatives.sql() += "d.version IN (SELECT version FROM entities WHERE country = ?)";
      alternatives.arguments().emplace_back(name);
    } else {
      alternatives.sql() += "d.version IN (SELECT version FROM entities WHERE ";
      named("id", name, alternatives.sql(), alternatives.arguments());
      alternatives.sql() += ")";
    }
  }
  alternatives.add_to(conditions);
}

void speakers(Conditions& conditions, const std::vector<std::string>& names, std::string_view before) {
  Alternatives alternatives;
  for (const std::string& name : names) {
    alternatives.begin();
    alternatives.sql() += before;
    named("x.entity", name, alternatives.sql(), alternatives.arguments());
    alternatives.sql() += ")";
  }
  alternatives.add_to(conditions);
}

/// A list in JSON that holds one of the topics. Few statements have any, so that lists are opened only where they do.
void topics(Conditions& conditions, const std::vector<std::string>& labels, std::string_view before, std::string_view after) {
  if (labels.empty()) return;
  Conditions any;
  any.any_of("t.value", labels);
  conditions.add(fmt::format("{}s.topics <> '[]' AND EXISTS (SELECT 1 FROM json_each(s.topics) t WHERE 1{}){}", before, any.sql, after),
                 std::move(any.arguments));
}

Conditions common(const Filters& filters) {
  Conditions conditions;
  conditions.any_of("d.publisher", filters.publishers);
  conditions.any_of("d.country", filters.countries);
  conditions.any_of("d.kind", filters.kinds);
  conditions.any_of("substr(d.day, 1, 4)", filters.years);
  days(conditions, filters.from, filters.to);
  about(conditions, filters.about);
  return conditions;
}

/// One side of an encounter: a participant by country code or name. The plus keeps SQLite from going through all
/// entities of a large country for each encounter instead of through the encounter's few participants.
void side(std::string_view participant, std::string_view who, std::string& sql, std::vector<Value>& arguments) {
  if (is_country_code(who)) {
    sql += fmt::format("+{}.entity IN (SELECT id FROM entities WHERE country = ?)", participant);
    arguments.emplace_back(std::string(who));
  } else {
    named(fmt::format("+{}.entity", participant), who, sql, arguments);
  }
}

void sides(Conditions& conditions, const std::vector<std::string>& wanted) {
  std::string sql;
  std::vector<Value> arguments;
  for (size_t i = 0; i < wanted.size(); ++i) {
    sql += fmt::format("{} participants p{}", i == 0 ? "" : ",", i);
  }
  sql = "EXISTS (SELECT 1 FROM" + sql + " WHERE 1";
  for (size_t i = 0; i < wanted.size(); ++i) {
    // By any account of the encounter: one side's release may not say for whom its own people act.
    sql += fmt::format(" AND p{0}.account IN (SELECT id FROM accounts WHERE encounter = a.encounter AND standing <> 'rejected') AND ", i);
    side(fmt::format("p{}", i), wanted[i], sql, arguments);
    // "A with B" needs two who take part, also where one name fits both; one person told of twice is not two.
    if (i + 1 == wanted.size() && i > 0) {
      sql += fmt::format(" AND CASE WHEN p{0}.account = p0.account THEN p{0}.position <> p0.position ELSE "
                         "(SELECT person FROM entities WHERE id = p{0}.entity) IS NOT (SELECT person FROM entities WHERE id = p0.entity) END", i);
    }
  }
  conditions.add(sql + ")", std::move(arguments));
}

template <typename E, typename List>
void any_code(Conditions& conditions, std::string_view column, const List& codes) {
  std::vector<std::string> names;
  for (const E code : codes) names.emplace_back(chancery::name_of(code));
  conditions.any_of(column, names);
}

}  // namespace

bool is_country_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void Conditions::add(std::string_view clause, std::vector<Value> values) {
  sql += " AND ";
  sql += clause;
  std::move(values.begin(), values.end(), std::back_inserter(arguments));
}

void Conditions::any_of(std::string_view column, const std::vector<std::string>& values) {
  if (values.empty()) return;
  std::string marks;
  std::vector<Value> list;
  for (const std::string& value : values) {
    marks += marks.empty() ? "?" : ",?";
    list.emplace_back(value);
  }
  add(fmt::format("coalesce({}, '') IN ({})", column, marks), std::move(list));
}

void is_side(std::string_view column, std::string_view who, std::string& sql, std::vector<Value>& arguments) {
  if (is_country_code(who)) {
    sql += fmt::format("(SELECT country FROM entities WHERE id = {}) = ?", column);
    arguments.emplace_back(std::string(who));
  } else {
    named(fmt::format("+{}", column), who, sql, arguments);
  }
}

bool is_person_key(std::string_view text) {
  return text.size() == 15 && text.starts_with("w-") && text.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz", 2) == std::string_view::npos;
}

void named(std::string_view column, std::string_view name, std::string& sql, std::vector<Value>& arguments) {
  if (is_person_key(name)) {
    sql += fmt::format("{} IN (SELECT ke.id FROM entities ke WHERE ke.person = (SELECT id FROM people WHERE key = ?))", column);
    arguments.emplace_back(std::string(name));
    return;
  }
  const std::vector<std::string> words = words_of(normal(name));
  sql += fmt::format("{} IN (", column);
  if (words.empty()) sql += "SELECT NULL WHERE 0";
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) sql += " INTERSECT ";
    sql += "SELECT entity FROM name_words WHERE word = ?";
    arguments.emplace_back(words[i]);
  }
  sql += ")";
}

void named_until(std::string_view column, std::string_view name, const std::optional<Day>& until, std::string& sql, std::vector<Value>& arguments) {
  named(column, name, sql, arguments);
  if (!until) return;
  sql += " AND d.day <= ?";
  arguments.emplace_back(iso(*until));
}

void named_as_typed(std::string_view column, std::string_view beginnings, std::string& sql,
                    std::vector<Value>& arguments) {
  const std::vector<std::string> words = words_of(normal(beginnings));
  sql += fmt::format("{} IN (", column);
  if (words.empty()) sql += "SELECT NULL WHERE 0";
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) sql += " INTERSECT ";
    sql += "SELECT entity FROM name_words WHERE word >= ? AND word < ?";
    arguments.emplace_back(words[i]);
    // The last code point there is: after every word that begins so.
    arguments.emplace_back(words[i] + "\U0010FFFF");
  }
  sql += ")";
}

Conditions on_documents(const Filters& filters, bool with_speakers) {
  Conditions conditions = common(filters);
  if (with_speakers) {
    speakers(conditions, filters.speakers,
             "d.version IN (SELECT s.version FROM statement_speakers x JOIN statements s ON s.id = x.statement WHERE "
             "s.standing <> 'rejected' AND ");
    topics(conditions, filters.topics, "d.version IN (SELECT s.version FROM statements s WHERE s.standing <> 'rejected' AND ", ")");
  }
  return conditions;
}

Conditions on_statements(const Filters& filters) {
  Conditions conditions = common(filters);
  speakers(conditions, filters.speakers, "s.id IN (SELECT x.statement FROM statement_speakers x WHERE ");
  topics(conditions, filters.topics, "", "");
  return conditions;
}

Conditions on_encounters(const EncounterFilters& filters) {
  Conditions conditions;
  if (filters.types.empty()) {
    any_code<EventType>(conditions, "a.type", kTogether);
  } else {
    any_code<EventType>(conditions, "a.type", filters.types);
  }
  any_code<chancery::Status>(conditions, "a.status", filters.statuses);
  if (filters.main_only) conditions.add("a.main = 1");
  if (filters.from) conditions.add("coalesce(a.to_day, a.from_day) >= ?", {iso(*filters.from)});
  if (filters.to) conditions.add("coalesce(a.from_day, a.to_day) <= ?", {iso(*filters.to)});
  for (const std::string* who : {&filters.person, &filters.country}) {
    if (!who->empty() && filters.with.empty()) sides(conditions, {*who});
    if (!who->empty() && !filters.with.empty()) sides(conditions, {*who, filters.with});
  }
  if (filters.person.empty() && filters.country.empty() && !filters.with.empty()) sides(conditions, {filters.with});
  return conditions;
}

}  // namespace chancery::record
