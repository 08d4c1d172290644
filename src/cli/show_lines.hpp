// The larger answers of `chancery show` on a terminal: an encounter with its accounts, a person, two countries.
#pragma once

#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "questions/show.hpp"

namespace chancery::cli {

void print_lines(Console& console, const std::vector<std::string>& lines);
void print_heading(Console& console, std::string_view text);

void print_view(Console& console, const questions::EncounterView& view);
/// Two encounters that may be one, or with `both` unset only the other, with what speaks for and against it.
void print_candidate(Console& console, const record::Candidate& candidate, bool both);
void print_view(Console& console, const questions::PersonView& view);
void print_view(Console& console, const questions::PairView& view);

}  // namespace chancery::cli
