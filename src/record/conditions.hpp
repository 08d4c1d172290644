// WHERE clauses with their arguments, built from filters. Inside record/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/query.hpp"
#include "record/query_facts.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// Clauses that must all hold; arguments in the order of their question marks.
struct Conditions {
  std::string sql;  ///< " AND a AND b", empty for none
  std::vector<Value> arguments;

  void add(std::string_view clause, std::vector<Value> values = {});
  void any_of(std::string_view column, const std::vector<std::string>& values);
};

/// On `documents d`; `speakers` only where `with_speakers`.
Conditions on_documents(const Filters& filters, bool with_speakers);
/// On `statements s` and `documents d`: the speaker is that of the statement.
Conditions on_statements(const Filters& filters);
/// On `encounters n`, `accounts a` and `documents d`.
Conditions on_encounters(const EncounterFilters& filters);

/// On `figures f`, `commitments f`, `courtesies f` or `points f`, and `documents d`.
Conditions on_figures(const FigureFilters& filters);
Conditions on_commitments(const CommitmentFilters& filters);
Conditions on_courtesies(const CourtesyFilters& filters);
Conditions on_points(const PointFilters& filters);

/// One side: the entity in `column` acts for a country, by its code, or has the name. Looks at one row after another
/// rather than at all entities of a large country.
void is_side(std::string_view column, std::string_view who, std::string& sql, std::vector<Value>& arguments);

/// "alias.id IN (entities that have all words of the name)".
/// Whether it is the key of a person on record: "w-" and thirteen characters.
bool is_person_key(std::string_view text);

void named(std::string_view column, std::string_view name, std::string& sql, std::vector<Value>& arguments);
/// The same, of documents `d` published up to a day.
void named_until(std::string_view column, std::string_view name, const std::optional<Day>& until, std::string& sql, std::vector<Value>& arguments);
/// The same for words that may be unfinished: each begins a word of the name.
void named_as_typed(std::string_view column, std::string_view beginnings, std::string& sql,
                    std::vector<Value>& arguments);

bool is_country_code(std::string_view text);

}  // namespace chancery::record
