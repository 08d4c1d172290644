#include "cli/series_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "cli/fact_lines.hpp"
#include "cli/line_parts.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using writers::padded;
using writers::safe_line;

constexpr size_t kWhen = 24, kValue = 30, kBar = 12;  ///< columns
constexpr size_t kLongest = 60;                       ///< of an indicator

std::string days_of(const questions::SeriesPoint& point) {
  if (point.from.empty()) return "undated";
  if (point.basis == "published") return "told " + point.from;
  const std::string sign = point.basis == "relative" ? "~" : "";
  const std::string& value = point.figure.time.value;
  if (!value.empty() && value.size() <= 10) return sign + safe_line(value);
  return sign + (point.from == point.to ? point.from : point.from + " to " + point.to);
}

std::string bar(double value, double greatest, const Console& console) {
  if (!(greatest > 0) || !std::isfinite(value) || value < 0) return std::string(kBar, ' ');
  const auto full = static_cast<size_t>(std::lround(value / greatest * static_cast<double>(kBar)));
  std::string out;
  for (size_t i = 0; i < full; ++i) out += console.screen().unicode ? "▇" : "#";
  return out + std::string(kBar - full, ' ');
}

std::string line_of(const questions::SeriesPoint& point, const std::string& voice, double greatest, const Console& console) {
  const record::FigureLine& figure = point.figure;
  std::string value = value_of(figure);
  if (!figure.direction.empty()) value += ", " + figure.direction;
  std::string indicator = safe_line(figure.indicator);
  if (indicator.size() > kLongest) indicator = writers::wrapped(indicator, kLongest).front() + " …";
  std::string what = safe_line(voice);
  if (!indicator.empty()) what += ": " + indicator;
  for (const std::string& country : figure.about) what += " " + country;
  return console.styled(padded(days_of(point), kWhen), Style::green) + padded(value, kValue) + " " +
         console.styled(bar(figure.value, greatest, console), Style::cyan) + "  " + what +
         console.styled(" · " + safe_line(figure.document.publisher) + " · " + figure.id, Style::dim);
}

std::vector<std::string> differing(const questions::Series& series, const Console& console) {
  std::vector<std::string> lines;
  for (const questions::GivenDifferently& one : series.differently) {
    const auto &a = series.points[one.a], &b = series.points[one.b];
    std::string reasons;
    for (const std::string& reason : one.reasons) reasons += (reasons.empty() ? "" : ", ") + reason;
    lines.emplace_back();
    add_wrapped(lines, console.styled(safe_line(a.figure.indicator), Style::bold) + " (" + days_of(a) + "), the same by " + reasons, 0, console);
    for (const auto* point : {&a, &b}) {
      add_wrapped(lines, console.styled(value_of(point->figure), Style::red) + ", " + safe_line(series.voices[point->voice].name) + ": " +
                             safe_line(point->figure.before + point->figure.quote + point->figure.after),
                  4, console);
      add_wrapped(lines, console.styled(source_of(point->figure.document), Style::dim), 4, console);
    }
  }
  return lines;
}

}  // namespace

std::vector<std::string> series_lines(const questions::Series& series, const Console& console) {
  std::map<std::string, std::vector<const questions::SeriesPoint*>> by_unit;
  for (const auto& point : series.points) by_unit[point.figure.unit].push_back(&point);
  std::vector<std::pair<std::string, std::vector<const questions::SeriesPoint*>>> units(by_unit.begin(), by_unit.end());
  std::stable_sort(units.begin(), units.end(), [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  std::vector<std::string> lines;
  for (const auto& [unit, points] : units) {
    if (!lines.empty()) lines.emplace_back();
    lines.push_back(console.styled(unit.empty() ? "without a unit" : safe_line(unit), Style::bold));
    double greatest = 0;
    for (const auto* point : points) greatest = std::max(greatest, point->figure.value);
    for (const auto* point : points) {
      lines.push_back(line_of(*point, series.voices[point->voice].name, greatest, console));
    }
  }
  if (!series.differently.empty()) {
    lines.emplace_back();
    lines.push_back(console.styled("Given differently by two voices", Style::bold));
    for (std::string& line : differing(series, console)) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace chancery::cli
