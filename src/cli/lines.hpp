// What the record answers, as lines for a terminal: cut to its width, harmless, with colours where wanted.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "questions/search.hpp"
#include "questions/show.hpp"
#include "record/lines.hpp"

namespace chancery::cli {

/// "2017-11-19", "~2017-11-20" where worked out from words, "≤2017-11-19" where only published under, "undated".
std::string day_of(const record::WhenWhere& at);
/// What the two signs mean; empty where neither stands in the lines.
std::string legend(const std::vector<record::EncounterLine>& encounters);

/// One line an encounter: day, type, who, where, id. Those who are `wanted` (a name or a country) come first.
std::vector<std::string> ledger_lines(const std::vector<record::EncounterLine>& encounters, const Console& console, std::string_view wanted = {});

/// A document found: its title, where it is from, and the words found in their context.
std::vector<std::string> hit_lines(const questions::DocumentHit& hit, const Console& console);
std::vector<std::string> hit_lines(const questions::StatementHit& hit, const Console& console);

/// "Ilham Aliyev to Sergey Lavrov: ..." wrapped, all lines but the first standing back by `hang` columns.
std::vector<std::string> statement_lines(const record::StatementLine& statement, const std::vector<record::Range>& marks, const Console& console, size_t hang = 0);

}  // namespace chancery::cli
