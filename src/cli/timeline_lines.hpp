// A timeline as lines for a terminal: what it comes to, its gaps and cover, then its items.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "questions/timeline.hpp"

namespace chancery::cli {

/// Who was taken, last met and spoke, counts by year, gaps, and what the record covers.
std::vector<std::string> summary_lines(const questions::Timeline& timeline, const Console& console);

/// One line an item on a wide screen; on a narrow one its accounts, or the words said, stand below it.
std::vector<std::string> item_lines(const questions::Timeline& timeline, const Console& console);

/// What the signs before days mean, as far as they stand in the lines.
std::string day_legend(const questions::Timeline& timeline);

/// "2021-06-16", "~2021-06-16" where worked out from words, "≤2021-06-16" where no day is given, "2021", "undated".
std::string day_of(const questions::ItemRow& row);

}  // namespace chancery::cli
