// Figures, commitments, courtesies and points as lines for a terminal: what it is, who says so, in which words.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "questions/follow_up.hpp"
#include "record/fact_lines.hpp"

namespace chancery::cli {

/// "more than 60 percent", "4 to 5 million USD"
std::string value_of(const record::FigureLine& figure);
/// "by 2022-12-31", "~2022", "2024-06-01 to 2024-06-03"; empty where nothing is known.
std::string time_of(const record::When& when);

/// A block for one entry of a list: the day of publication before it, the source under it.
std::vector<std::string> entry_lines(const record::FigureLine& figure, const Console& console);
std::vector<std::string> entry_lines(const record::CommitmentLine& commitment, const Console& console);
std::vector<std::string> entry_lines(const questions::FollowUp& later, const Console& console);

/// The same under the document that says it: no day, no source.
std::vector<std::string> fact_lines(const record::FigureLine& figure, const Console& console);
std::vector<std::string> fact_lines(const record::CommitmentLine& commitment, const Console& console);
std::vector<std::string> fact_lines(const record::CourtesyLine& courtesy, const Console& console);
std::vector<std::string> fact_lines(const record::PointLine& point, const Console& console);

}  // namespace chancery::cli
