#include "questions/strip.hpp"

#include <algorithm>
#include <tuple>

#include "base/day.hpp"
#include "base/utf8.hpp"

namespace chancery::questions {
namespace {

std::string id_of(const record::EncounterLine& line) { return line.document.id + '#' + line.event; }

std::string_view kind_of(const record::EncounterLine& line) {
  if (line.status == "planned" || line.status == "proposed") return "announcement";
  return line.main ? "readout" : "reference";
}

std::string day_told(const record::EncounterLine& line) {
  if (line.at.from.empty() || line.at.time_basis == "published") return {};
  return line.at.to.empty() || line.at.to == line.at.from ? line.at.from : line.at.from + " to " + line.at.to;
}

std::string initiator(const record::EncounterLine& line) { return line.initiator ? line.initiator->name : std::string(); }

std::string plain(const std::string& value) { return utf8::lower(utf8::unaccented(value)); }

/// One value, also where it is written in another way or gives a country with it.
bool same_value(const record::EncounterLine& a, const record::EncounterLine& b, const std::string& one, const std::string& other, std::string_view what) {
  if (plain(one) == plain(other)) return true;
  if (what == "place") return plain(one).find(plain(other)) != std::string::npos || plain(other).find(plain(one)) != std::string::npos;
  if (what == "initiator") return a.initiator && b.initiator && !a.initiator->person.empty() && a.initiator->person == b.initiator->person;
  if (what != "day") return false;
  // A month that holds the day is no other day.
  return a.at.from <= b.at.to && b.at.from <= a.at.to;
}

template <typename ValueOf>
void compare(const std::vector<record::EncounterLine>& accounts, std::string_view what, const ValueOf& value_of, std::vector<Disagreement>& all) {
  Disagreement found{std::string(what), {}};
  std::vector<const record::EncounterLine*> first;
  for (const record::EncounterLine& line : accounts) {
    const std::string value = value_of(line);
    if (value.empty()) continue;
    size_t i = 0;
    while (i < first.size() && !same_value(*first[i], line, value_of(*first[i]), value, what)) ++i;
    if (i == first.size()) {
      first.push_back(&line);
      found.values.push_back({value, {}, {}});
    }
    found.values[i].accounts.push_back(id_of(line));
    auto& publishers = found.values[i].publishers;
    if (std::find(publishers.begin(), publishers.end(), line.document.publisher) == publishers.end()) publishers.push_back(line.document.publisher);
  }
  if (found.values.size() > 1) all.push_back(std::move(found));
}

}  // namespace

std::optional<StripDay> day_of_strip(const std::vector<record::EncounterLine>& accounts) {
  for (const record::EncounterLine& line : accounts) {
    // A stretch that is no day of its own counts only where nobody knows better.
    if (!line.at.from.empty() && line.at.from == line.at.to) return StripDay{line.at.from, false};
  }
  for (const record::EncounterLine& line : accounts) {
    if (!line.at.from.empty()) return StripDay{line.at.from, false};
    if (!line.at.to.empty()) return StripDay{line.at.to, true};
  }
  return std::nullopt;
}

std::vector<StripStep> strip_of(const std::vector<record::EncounterLine>& accounts) {
  const auto held = day_of_strip(accounts);
  const auto day = held ? parse_day(held->day) : std::nullopt;
  std::vector<StripStep> strip;
  for (const record::EncounterLine& line : accounts) {
    StripStep step{id_of(line), line.document.id, line.document.publisher, line.document.title, line.document.day, std::string(kind_of(line)), "unknown", {}};
    if (const auto published = parse_day(line.document.day); published && day) {
      step.days = static_cast<int>((*published - *day).count());
      step.when = *step.days < 0 ? "before" : *step.days == 0 ? "on" : "after";
    }
    strip.push_back(std::move(step));
  }
  // What announces comes before what tells on one day; those without a day last.
  const auto rank = [](const StripStep& step) { return std::tuple(step.day.empty(), step.day, step.kind != "announcement", step.kind == "reference", step.document, step.account); };
  std::sort(strip.begin(), strip.end(), [&](const StripStep& a, const StripStep& b) { return rank(a) < rank(b); });
  return strip;
}

std::vector<Disagreement> disagreements(const std::vector<record::EncounterLine>& accounts) {
  std::vector<Disagreement> all;
  compare(accounts, "day", day_told, all);
  compare(accounts, "place", [](const auto& line) { return line.at.place_basis == "assumed" ? std::string() : line.at.place; }, all);
  compare(accounts, "channel", [](const auto& line) { return line.channel; }, all);
  compare(accounts, "duration", [](const auto& line) { return line.duration; }, all);
  compare(accounts, "initiator", initiator, all);
  return all;
}

}  // namespace chancery::questions
