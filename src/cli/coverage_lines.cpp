#include "cli/coverage_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/line_parts.hpp"
#include "cli/progress.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using questions::PublisherCoverage;
using writers::safe_line;

constexpr size_t kYear = 6, kMonth = 6;  ///< columns
constexpr size_t kMostGaps = 6;

std::string counted(int64_t count, std::string_view one) { return fmt::format("{} {}{}", grouped(static_cast<uint64_t>(count)), one, count == 1 ? "" : "s"); }

std::string head(const PublisherCoverage& one) {
  std::string words = counted(one.documents, "release");
  if (!one.first_day.empty()) words += one.first_day == one.last_day ? " of " + one.first_day : fmt::format(" from {} to {}", one.first_day, one.last_day);
  if (one.undated == one.documents && one.undated > 0) words += " without a day";
  else if (one.undated > 0) words += fmt::format(", {} of them without a day", grouped(static_cast<uint64_t>(one.undated)));
  return words + "; " + questions::extent_in_words(one.stated, one.first_day, one.last_day);
}

void add_months(const PublisherCoverage& one, const Console& console, std::vector<std::string>& out) {
  if (one.months.empty()) return;
  std::string line(kYear, ' ');
  for (const char* month : {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}) line += fmt::format("{:>{}}", month, kMonth);
  out.push_back(console.styled(line, Style::dim));
  auto next = one.months.begin();
  while (next != one.months.end()) {
    const std::string year = next->value.substr(0, 4);
    line = fmt::format("{:>{}}", year, kYear);
    for (int month = 1; month <= 12; ++month) {
      const bool there = next != one.months.end() && next->value == fmt::format("{}-{:02}", year, month);
      line += fmt::format("{:>{}}", there ? grouped(static_cast<uint64_t>(next->count)) : "·", kMonth);
      if (there) ++next;
    }
    out.push_back(line);
  }
}

std::string span(const questions::SilentMonths& gap) {
  const std::string months = gap.from == gap.to ? gap.from : gap.from + " to " + gap.to;
  return fmt::format("{} ({})", months, gap.complete ? "nothing was published" : counted(gap.months, "month"));
}

/// The longest, in the order of time.
void add_gaps(const PublisherCoverage& one, const Console& console, std::vector<std::string>& out) {
  if (one.gaps.empty()) return;
  auto longest = one.gaps;
  std::stable_sort(longest.begin(), longest.end(), [](const auto& a, const auto& b) { return a.months > b.months; });
  if (longest.size() > kMostGaps) longest.resize(kMostGaps);
  std::sort(longest.begin(), longest.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
  std::string words;
  for (const auto& gap : longest) words += (words.empty() ? "" : ", ") + span(gap);
  if (one.gaps.size() > longest.size()) words += fmt::format(" and {} shorter", one.gaps.size() - longest.size());
  add_wrapped(out, "no release in " + words, 2, console);
}

void add_stated(const PublisherCoverage& one, const Console& console, std::vector<std::string>& out) {
  for (const record::Extent& extent : one.stated) {
    const std::string from = extent.from.empty() ? "the beginning" : extent.from, to = extent.to.empty() ? "now" : extent.to;
    add_wrapped(out, fmt::format("{}. {} from {} to {}{}", extent.number, extent.extent, from, to, extent.why.empty() ? "" : ": " + safe_line(extent.why)), 2, console);
  }
}

}  // namespace

std::vector<std::string> coverage_lines(const PublisherCoverage& one, const Console& console) {
  const std::string name = one.publisher.empty() ? "Publisher not known" : safe_line(one.publisher);
  std::vector<std::string> out{console.styled(name + (one.country.empty() ? "" : " (" + one.country + ")"), Style::bold)};
  add_wrapped(out, head(one), 2, console);
  add_months(one, console, out);
  add_gaps(one, console, out);
  add_stated(one, console, out);
  return out;
}

}  // namespace chancery::cli
