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
  const bool none = cover.documents == 0 && from && to;
  cover.extent = none ? extent_of(one.extents, iso(*from), iso(*to)) : extent_of(one.extents, cover.first_day, cover.last_day);
  return cover;
}

/// Days of `period` that are covered, by month.
using Months = std::map<std::string, Period>;

void cover_days(const Period& period, Months& months) {
  for (Day first = period.from; first <= period.to;) {
    const YearMonthDay date = civil(first);
    const Day last = std::min(period.to, *make_day(date.year, date.month, last_of_month(date.year, date.month)));
    const auto [found, fresh] = months.try_emplace(month_of(first), Period{first, last});
    found->second.from = std::min(found->second.from, first);
    found->second.to = std::max(found->second.to, last);
    first = last + days(1);
  }
}

/// What was stated to be complete within the period asked for; without an end of its own, up to the last release.
std::vector<Period> complete_days(const record::PublisherDays& one, const std::optional<Day>& from, const std::optional<Day>& to) {
  constexpr Day kFirst{days(-719162)}, kLast{days(2932896)};  // the years 1 and 9999
  const auto is_open = [&](std::string record::Extent::*end) {
    return std::any_of(one.extents.begin(), one.extents.end(), [&](const auto& extent) { return extent.extent == "complete" && (extent.*end).empty(); });
  };
  const bool any = !one.days.empty();
  const Day first = !is_open(&record::Extent::from) ? kFirst : any ? parse_day(one.days.front().value).value_or(kLast) : kLast;
  const Day last = !is_open(&record::Extent::to) ? kLast : any ? parse_day(one.days.back().value).value_or(kFirst) : kFirst;
  return days_stated(one.extents, "complete", from ? std::max(first, *from) : first, to ? std::min(last, *to) : last);
}

/// Runs of months with a release in each, or stated to be complete.
std::vector<Period> stretches_of(const std::vector<const record::PublisherDays*>& publishers, const std::optional<Day>& from,
                                 const std::optional<Day>& to) {
  Months months;
  for (const record::PublisherDays* one : publishers) {
    for (const record::Count& count : one->days) {
      const auto day = parse_day(count.value);
      if (day && within(count.value, from, to)) cover_days({*day, *day}, months);
    }
    for (const Period& period : complete_days(*one, from, to)) cover_days(period, months);
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

bool is_counted(const record::PublisherDays& one, const Coverage& coverage) {
  return std::any_of(coverage.publishers.begin(), coverage.publishers.end(),
                     [&](const PublisherCover& cover) { return cover.publisher == one.publisher && cover.country == one.country; });
}

std::vector<record::Count> releases_in(const Gap& gap, const Coverage& coverage, const std::vector<record::PublisherDays>& publishers) {
  std::vector<record::Count> counts;
  const std::string from = iso(gap.from), to = iso(gap.to);
  for (const record::PublisherDays& one : publishers) {
    if (!is_counted(one, coverage)) continue;
    const auto before = [](const record::Count& count, const std::string& day) { return count.value < day; };
    auto day = std::lower_bound(one.days.begin(), one.days.end(), from, before);
    int64_t sum = 0;
    for (; day != one.days.end() && day->value <= to; ++day) sum += day->count;
    if (sum > 0) counts.push_back({one.publisher, sum});
  }
  return counts;
}

/// How complete the record is in a gap; returns whose record it is that is complete.
std::string judge(Gap& gap, const Coverage& coverage, const std::vector<record::PublisherDays>& publishers) {
  std::string complete_for;
  // The days of the encounters at its ends are no part of it.
  const Day from = gap.open_before ? gap.from : gap.from + days(1), to = gap.open_after ? gap.to : gap.to - days(1);
  for (const record::PublisherDays& one : publishers) {
    if (!is_counted(one, coverage)) continue;
    const std::string extent = extent_of(one.extents, iso(from), iso(to));
    if (extent == "complete" || gap.extent == "unknown") gap.extent = extent;
    for (const Period& period : days_stated(one.extents, "complete", from, to)) {
      const int months = extent == "complete" ? gap.months : months_between(period.from, period.to);
      if (months <= gap.complete_months) continue;
      gap.complete_months = months;
      complete_for = one.publisher.empty() ? "publishers not known" : one.publisher;
    }
  }
  return complete_for;
}

std::string in_words(const Gap& gap, const std::string& complete_for) {
  const std::string_view what = gap.of == GapOf::meeting ? "meeting" : gap.of == GapOf::call ? "call" : "encounter";
  std::string where = month_of(gap.from) + " to " + month_of(gap.to);
  if (gap.open_before && gap.open_after) where += ", all that is covered";
  else if (gap.open_before) where += ", from the beginning of what is covered";
  else if (gap.open_after) where += ", to the end of what is covered";
  std::string known;
  if (gap.extent == "complete") known = fmt::format(", for which the record of {} is complete", complete_for);
  else if (gap.complete_months > 0) known = fmt::format(", for {} of which the record of {} is complete", gap.complete_months, complete_for);
  else if (gap.extent == "sample") known = ", for which the record is a sample";
  return fmt::format("no {} on record for {} month{} ({}){}", what, gap.months, gap.months == 1 ? "" : "s", where, known);
}

/// What a covered stretch leaves free between the encounters.
void add_gaps(GapOf of, const std::vector<Period>& met, const Period& stretch, std::vector<Gap>& gaps) {
  Day at = stretch.from;
  bool open = true;
  const auto close = [&](Day to, bool open_after) {
    Gap gap{.of = of, .from = at, .to = to, .open_before = open, .open_after = open_after, .months = months_between(at, to), .announced = {}, .releases = {}, .says = {}};
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
  for (Gap& gap : gaps) gap.says = in_words(gap, judge(gap, coverage, publishers));
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) {
    if (a.complete_months != b.complete_months) return a.complete_months > b.complete_months;
    if ((a.extent == "sample") != (b.extent == "sample")) return b.extent == "sample";
    return a.to - a.from > b.to - b.from;
  });
  if (gaps.size() > most) gaps.resize(most);
  for (Gap& gap : gaps) gap.releases = releases_in(gap, coverage, publishers);
  return gaps;
}

}  // namespace chancery::questions
