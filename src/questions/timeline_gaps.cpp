#include "questions/timeline_gaps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace chancery::questions {
namespace {

constexpr int kFewestMonths = 3;
using std::chrono::days;

std::string month_of(Day day) { return iso(day).substr(0, 7); }

/// Whole months from one day to another.
int months_between(Day from, Day to) {
  const YearMonthDay a = civil(from), b = civil(to);
  const int months = (b.year - a.year) * 12 + static_cast<int>(b.month) - static_cast<int>(a.month);
  const bool last = b.day == last_of_month(b.year, b.month);
  return std::max(0, b.day < a.day && !last ? months - 1 : months);
}

bool within(const std::string& day, const std::optional<Day>& from, const std::optional<Day>& to) {
  return (!from || day >= iso(*from)) && (!to || day <= iso(*to));
}

/// What was stated of the whole of a publisher's stretch; unknown where only of parts of it.
std::string extent_of(const PublisherCover& cover) {
  for (const record::Extent& one : cover.extents) {
    const bool holds = (one.from.empty() || one.from <= cover.first_day) && (one.to.empty() || one.to >= cover.last_day);
    if (holds) return one.extent;
  }
  return "unknown";
}

PublisherCover cover_of(const record::PublisherDays& one, const std::optional<Day>& from, const std::optional<Day>& to) {
  PublisherCover cover{one.publisher, one.country, 0, "", "", {}, "unknown", one.extents};
  for (const record::Count& day : one.days) {
    if (!within(day.value, from, to)) continue;
    if (cover.first_day.empty()) cover.first_day = day.value;
    cover.last_day = day.value;
    cover.documents += day.count;
    const std::string year = day.value.substr(0, 4);
    if (cover.years.empty() || cover.years.back().value != year) cover.years.push_back({year, 0});
    cover.years.back().count += day.count;
  }
  cover.extent = extent_of(cover);
  return cover;
}

/// Runs of months with a release in each.
std::vector<Period> stretches_of(const std::vector<const record::PublisherDays*>& publishers, const std::optional<Day>& from,
                                 const std::optional<Day>& to) {
  std::map<std::string, Period> months;
  for (const record::PublisherDays* one : publishers) {
    for (const record::Count& count : one->days) {
      const auto day = parse_day(count.value);
      if (!day || !within(count.value, from, to)) continue;
      const auto [found, fresh] = months.try_emplace(count.value.substr(0, 7), Period{*day, *day});
      found->second.from = std::min(found->second.from, *day);
      found->second.to = std::max(found->second.to, *day);
    }
  }
  std::vector<Period> stretches;
  for (const auto& [month, period] : months) {
    const bool next = !stretches.empty() && months_between(make_day(civil(stretches.back().to).year, civil(stretches.back().to).month, 1).value(),
                                                           make_day(civil(period.from).year, civil(period.from).month, 1).value()) <= 1;
    if (next) stretches.back().to = period.to;
    else stretches.push_back(period);
  }
  return stretches;
}

std::vector<record::Count> releases_in(const Gap& gap, const Coverage& coverage, const std::vector<record::PublisherDays>& publishers) {
  std::vector<record::Count> counts;
  const std::string from = iso(gap.from), to = iso(gap.to);
  for (const record::PublisherDays& one : publishers) {
    const bool counted = std::any_of(coverage.publishers.begin(), coverage.publishers.end(), [&](const PublisherCover& cover) {
      return cover.publisher == one.publisher && cover.country == one.country;
    });
    if (!counted) continue;
    const auto before = [](const record::Count& count, const std::string& day) { return count.value < day; };
    auto day = std::lower_bound(one.days.begin(), one.days.end(), from, before);
    int64_t sum = 0;
    for (; day != one.days.end() && day->value <= to; ++day) sum += day->count;
    if (sum > 0) counts.push_back({one.publisher, sum});
  }
  return counts;
}

std::string in_words(const Gap& gap) {
  const std::string_view what = gap.of == GapOf::meeting ? "meeting" : gap.of == GapOf::call ? "call" : "encounter";
  std::string where = month_of(gap.from) + " to " + month_of(gap.to);
  if (gap.open_before && gap.open_after) where += ", all that is covered";
  else if (gap.open_before) where += ", from the beginning of what is covered";
  else if (gap.open_after) where += ", to the end of what is covered";
  return fmt::format("no {} on record for {} month{} ({})", what, gap.months, gap.months == 1 ? "" : "s", where);
}

/// What a covered stretch leaves free between the encounters.
void add_gaps(GapOf of, const std::vector<Period>& met, const Period& stretch, std::vector<Gap>& gaps) {
  Day at = stretch.from;
  bool open = true;
  const auto close = [&](Day to, bool open_after) {
    Gap gap{of, at, to, open, open_after, months_between(at, to), {}, {}, ""};
    if (at < to && gap.months >= kFewestMonths) gaps.push_back(std::move(gap));
  };
  for (const Period& one : met) {
    if (one.to < stretch.from || one.from > stretch.to) continue;
    if (one.from > at) close(one.from, false);
    if (one.to >= at) {
      at = one.to;
      open = false;
    }
  }
  if (at < stretch.to) close(stretch.to, true);
}

}  // namespace

std::string_view name_of(GapOf of) {
  return of == GapOf::meeting ? "meeting" : of == GapOf::call ? "call" : "any";
}

Coverage coverage_of(const std::vector<record::PublisherDays>& publishers, const std::vector<std::string>& countries,
                     const std::optional<Day>& from, const std::optional<Day>& to) {
  Coverage coverage;
  std::vector<const record::PublisherDays*> counted;
  const auto is_of_sides = [&](const record::PublisherDays& one) {
    return !one.country.empty() && std::find(countries.begin(), countries.end(), one.country) != countries.end();
  };
  coverage.of_sides = std::any_of(publishers.begin(), publishers.end(), is_of_sides);
  for (const record::PublisherDays& one : publishers) {
    if (coverage.of_sides && !is_of_sides(one)) {
      coverage.others += one.documents;
      continue;
    }
    counted.push_back(&one);
    coverage.publishers.push_back(cover_of(one, from, to));
  }
  coverage.stretches = stretches_of(counted, from, to);
  return coverage;
}

std::vector<Gap> gaps_between(GapOf of, std::vector<Period> met, const Coverage& coverage,
                              const std::vector<record::PublisherDays>& publishers, size_t most) {
  std::sort(met.begin(), met.end(), [](const Period& a, const Period& b) { return a.from < b.from; });
  std::vector<Gap> gaps;
  for (const Period& stretch : coverage.stretches) add_gaps(of, met, stretch, gaps);
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.to - a.from > b.to - b.from; });
  if (gaps.size() > most) gaps.resize(most);
  for (Gap& gap : gaps) {
    gap.releases = releases_in(gap, coverage, publishers);
    gap.says = in_words(gap);
  }
  return gaps;
}

}  // namespace chancery::questions
