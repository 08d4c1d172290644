#include "questions/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "questions/json_parts.hpp"

namespace chancery::questions {
namespace {

using std::chrono::days;

std::string month_of(Day day) { return iso(day).substr(0, 7); }

std::string month_after(const std::string& month) {
  const auto first = *parse_day(month + "-01");
  return month_of(first + days(31));
}

/// From the first day that anything is known of to the last; false where there is none.
bool reach(const record::PublisherDays& publisher, Day& first, Day& last) {
  bool any = false;
  const auto take = [&](const std::string& text) {
    const auto day = parse_day(text);
    if (!day) return;
    first = any ? std::min(first, *day) : *day;
    last = any ? std::max(last, *day) : *day;
    any = true;
  };
  if (!publisher.days.empty()) take(publisher.days.front().value), take(publisher.days.back().value);
  for (const record::Extent& one : publisher.extents) {
    if (one.extent == "complete") take(one.from), take(one.to);
  }
  return any;
}

bool is_within(const std::vector<Period>& periods, const std::string& month) {
  const Day first = *parse_day(month + "-01");
  const Day last = *make_day(civil(first).year, civil(first).month, last_of_month(civil(first).year, civil(first).month));
  return std::any_of(periods.begin(), periods.end(), [&](const Period& one) { return one.from <= first && last <= one.to; });
}

std::vector<SilentMonths> silent_months(const record::PublisherDays& publisher, const std::vector<record::Count>& months) {
  std::vector<SilentMonths> gaps;
  Day first, last;
  if (!reach(publisher, first, last)) return gaps;
  const auto complete = days_stated(publisher.extents, "complete", first, last);
  auto next = months.begin();
  for (std::string month = month_of(first); month <= month_of(last); month = month_after(month)) {
    if (next != months.end() && next->value == month) {
      ++next;
      continue;
    }
    const bool stated = is_within(complete, month);
    const bool goes_on = !gaps.empty() && gaps.back().complete == stated && month_after(gaps.back().to) == month;
    if (!goes_on) gaps.push_back({month, month, 0, stated});
    gaps.back().to = month;
    ++gaps.back().months;
  }
  return gaps;
}

std::string in_words(const std::vector<Period>& periods, Day first, Day last) {
  std::string words;
  for (const Period& one : periods) {
    const std::string from = one.from == first ? "" : " from " + iso(one.from), to = one.to == last ? "" : (from.empty() ? " up to " : " to ") + iso(one.to);
    words += (words.empty() ? "" : ",") + from + to;
  }
  return words;
}

Json to_json(const SilentMonths& gap) { return {{"from", gap.from}, {"to", gap.to}, {"months", gap.months}, {"complete", gap.complete}}; }

Json to_json(const PublisherCoverage& one) {
  Json gaps = Json::array();
  for (const SilentMonths& gap : one.gaps) gaps.push_back(to_json(gap));
  return {{"publisher", or_null(one.publisher)},
          {"country", or_null(one.country)},
          {"documents", one.documents},
          {"undated", one.undated},
          {"first_day", or_null(one.first_day)},
          {"last_day", or_null(one.last_day)},
          {"extent", one.extent},
          {"stated", list(one.stated)},
          {"months", counts(one.months)},
          {"gaps", std::move(gaps)}};
}

}  // namespace

std::vector<Period> days_stated(const std::vector<record::Extent>& stated, std::string_view extent, Day first, Day last) {
  std::vector<Period> all;
  for (const record::Extent& one : stated) {
    const Period period{std::max(parse_day(one.from).value_or(first), first), std::min(parse_day(one.to).value_or(last), last)};
    if (one.extent == extent && period.from <= period.to) all.push_back(period);
  }
  std::sort(all.begin(), all.end(), [](const Period& a, const Period& b) { return a.from < b.from; });
  std::vector<Period> joined;
  for (const Period& one : all) {
    if (!joined.empty() && one.from <= joined.back().to + days(1)) joined.back().to = std::max(joined.back().to, one.to);
    else joined.push_back(one);
  }
  return joined;
}

std::string extent_of(const std::vector<record::Extent>& stated, const std::string& first, const std::string& last) {
  const auto from = parse_day(first), to = parse_day(last);
  if (!from || !to) return "unknown";
  for (const std::string_view extent : {"complete", "sample"}) {
    const auto periods = days_stated(stated, extent, *from, *to);
    if (periods.size() == 1 && periods.front().from == *from && periods.front().to == *to) return std::string(extent);
  }
  return "unknown";
}

std::string extent_in_words(const std::vector<record::Extent>& stated, const std::string& first, const std::string& last) {
  const std::string whole = extent_of(stated, first, last);
  if (whole != "unknown") return whole == "complete" ? "complete" : "a sample";
  const auto from = parse_day(first), to = parse_day(last);
  if (!from || !to) return "how complete is unknown";
  const auto complete = days_stated(stated, "complete", *from, *to), sample = days_stated(stated, "sample", *from, *to);
  std::string words;
  if (!complete.empty()) words = "complete" + in_words(complete, *from, *to);
  if (!sample.empty()) words += (words.empty() ? "a sample" : ", a sample") + in_words(sample, *from, *to);
  if (words.empty()) return "how complete is unknown";
  auto known = stated;
  std::erase_if(known, [](const record::Extent& one) { return one.extent == "unknown"; });
  for (record::Extent& one : known) one.extent = "known";
  const auto all = days_stated(known, "known", *from, *to);
  return all.size() == 1 && all.front().from == *from && all.front().to == *to ? words : words + ", of the rest unknown";
}

PublisherCoverage coverage_of(const record::PublisherDays& publisher) {
  PublisherCoverage one;
  one.publisher = publisher.publisher;
  one.country = publisher.country;
  one.documents = one.undated = publisher.documents;
  one.stated = publisher.extents;
  for (const record::Count& day : publisher.days) {
    one.undated -= day.count;
    const std::string month = day.value.substr(0, 7);
    if (one.months.empty() || one.months.back().value != month) one.months.push_back({month, 0});
    one.months.back().count += day.count;
  }
  if (!publisher.days.empty()) {
    one.first_day = publisher.days.front().value;
    one.last_day = publisher.days.back().value;
  }
  one.extent = extent_of(one.stated, one.first_day, one.last_day);
  one.gaps = silent_months(publisher, one.months);
  return one;
}

RecordCoverage coverage(const record::Record& record, const std::string& publisher) {
  const record::Record::Snapshot snapshot(record);
  RecordCoverage all;
  for (const record::PublisherDays& days : record::publishers_on_record(record)) {
    if (!publisher.empty() && days.publisher != publisher) continue;
    all.publishers.push_back(coverage_of(days));
    all.documents += all.publishers.back().documents;
    all.undated += all.publishers.back().undated;
  }
  return all;
}

Json to_json(const record::Extent& one) {
  return {{"number", one.number}, {"from", or_null(one.from)}, {"to", or_null(one.to)}, {"extent", one.extent}, {"why", or_null(one.why)}};
}

Json to_json(const RecordCoverage& coverage) {
  Json publishers = Json::array();
  for (const PublisherCoverage& one : coverage.publishers) publishers.push_back(to_json(one));
  return {{"documents", coverage.documents}, {"undated", coverage.undated}, {"publishers", std::move(publishers)}};
}

}  // namespace chancery::questions
