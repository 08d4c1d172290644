// What the record covers, for people to read: a publisher after the other, a row a year, a column a month.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "questions/coverage.hpp"

namespace chancery::cli {

std::vector<std::string> coverage_lines(const questions::PublisherCoverage& publisher, const Console& console);

}  // namespace chancery::cli
