// Two accounts weighed against each other: participants first, then day, kind and place.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/one_of.hpp"
#include "base/utf8.hpp"
#include "stages/link/encounter_people.hpp"

namespace chancery {
namespace {

/// How far back an account without a day of its own looks, in days before its publication.
constexpr int kRecently = 7;
/// A stretch longer than this tells no day: a month, a quarter, a year.
constexpr int kLongStay = 10;
constexpr int kMonth = 31;

enum class Way : uint8_t { apart, together, remote, either };

/// In which way they came together.
Way way_of(const Telling& a) {
  if (a.channel == "phone" || a.channel == "video") return Way::remote;
  switch (a.type) {
    case EventType::phone_call:
    case EventType::video_call: return Way::remote;
    case EventType::meeting:
    case EventType::reception:
    case EventType::visit: return a.channel.empty() ? Way::together : Way::either;
    case EventType::talks:
    case EventType::summit: return Way::either;
    default: return Way::apart;
  }
}

std::string way_in_words(const Telling& a) {
  if (a.channel == "video" || a.type == EventType::video_call) return "by video";
  if (a.channel == "phone" || a.type == EventType::phone_call) return "by phone";
  return std::string(name_of(a.type));
}

bool is_pair(const Telling& a, const Telling& b, EventType one, EventType other) { return (a.type == one && b.type == other) || (a.type == other && b.type == one); }

/// 1: the same kind of encounter; 0: never one.
double kind_score(const Telling& a, const Telling& b) {
  const Way one = way_of(a), other = way_of(b);
  if (one == Way::apart || other == Way::apart) {
    const bool may = one_of(name_of(a.type), {"letter", "signing", "ceremony", "press_conference"});
    return a.type == b.type && may ? 1 : 0;
  }
  if (one == Way::remote && other == Way::remote) return way_in_words(a) == way_in_words(b) ? 1 : 0.85;
  if (one == Way::remote || other == Way::remote) {
    if (one == Way::either || other == Way::either) return 0.6;
    // A meeting by video is often called a meeting; a call never is.
    const bool video = way_in_words(a) == "by video" || way_in_words(b) == "by video";
    return video && a.type != EventType::visit && b.type != EventType::visit ? 0.4 : 0;
  }
  if (a.type == b.type) return 1;
  if (a.type == EventType::visit || b.type == EventType::visit) return is_pair(a, b, EventType::visit, EventType::reception) ? 0.7 : 0.5;
  if (a.type == EventType::summit || b.type == EventType::summit) return 0.6;
  return 0.9;
}

int days_between(Day a, Day b) { return static_cast<int>((b - a).count()); }

bool has_day(const Telling& a) { return a.from && a.to && *a.from == *a.to; }
bool has_stay(const Telling& a) { return a.from && a.to && days_between(*a.from, *a.to) <= kLongStay; }
bool has_month(const Telling& a) { return a.from && a.to && days_between(*a.from, *a.to) <= kMonth; }
/// No day in the words: the day of publication is the last it can be of what a release reports.
bool by_publication(const Telling& a) { return !a.from && a.to && a.basis == TimeBasis::published; }

struct Fit {
  double score = 0;
  std::string why;
};

Fit same_day(const Telling& a, const Telling& b) {
  const int apart = std::abs(days_between(*a.from, *b.from));
  if (apart == 0) return {1, "the same day, " + iso(*a.from)};
  if (apart > 1) return {};
  return {a.country == b.country ? 0.2 : 0.5, fmt::format("a day apart, {} and {}, as days are where clocks differ", iso(std::min(*a.from, *b.from)), iso(std::max(*a.from, *b.from)))};
}

/// `told` has a day or a few, `open` only that of its publication.
Fit by_then(const Telling& told, const Telling& open) {
  const Day last = *open.to;
  if (last >= *told.from && last <= *told.to) return {0.95, fmt::format("on {} by one, published that day by the other", iso(last))};
  const int after = days_between(*told.to, last), before = days_between(last, *told.from);
  if (before == 1) return {told.country == open.country ? 0.1 : 0.4, "published the day before, as days are where clocks differ"};
  if (after == 1) return {0.7, fmt::format("on {} by one, published the day after by the other", iso(*told.to))};
  if (after == 2) return {0.4, "published two days after"};
  return {};
}

Fit both_open(const Telling& a, const Telling& b) {
  const int apart = std::abs(days_between(*a.to, *b.to));
  if (apart == 0) return {0.9, "published the same day, " + iso(*a.to)};
  if (apart > 1 || a.country == b.country) return {};
  return {0.55, "published a day apart"};
}

/// `told` is an account with a day (or published that day), `vague` gives neither.
Fit about_then(const Telling& told, const Telling& vague) {
  if (!vague.published || !(told.from || told.to)) return {};
  const Day day = told.from ? *told.from : *told.to;
  const bool ahead = vague.status != Status::happened;
  const int after = ahead ? days_between(*vague.published, day) : days_between(day, *vague.published);
  if (after < 0 || after > kRecently) return {};
  const double score = after == 0 ? 0.6 : after == 1 ? 0.5 : after <= 3 ? 0.4 : 0.3;
  return {score, fmt::format("spoken of without a day in a text published {}", after == 0 ? "that day" : fmt::format("{} day{} {}", after, after == 1 ? "" : "s", ahead ? "before" : "after"))};
}

Fit overlap(const Telling& a, const Telling& b) {
  if (*a.from > *b.to || *b.from > *a.to) return {};
  if (has_stay(a) && has_stay(b)) return {a.from == b.from && a.to == b.to ? 1 : 0.75, fmt::format("days that agree, {} to {} and {} to {}", iso(*a.from), iso(*a.to), iso(*b.from), iso(*b.to))};
  return {0.35, fmt::format("within {} to {}", iso(std::min(*a.from, *b.from)), iso(std::max(*a.to, *b.to)))};
}

Fit time_fit(const Telling& a, const Telling& b) {
  const bool month_a = has_month(a), month_b = has_month(b);
  if (has_day(a) && has_day(b)) return same_day(a, b);
  if (month_a && month_b) return overlap(a, b);
  if (by_publication(a) && by_publication(b)) return both_open(a, b);
  if (has_stay(a) && by_publication(b)) return by_then(a, b);
  if (has_stay(b) && by_publication(a)) return by_then(b, a);
  if (month_a && !b.from && !by_publication(b) && has_stay(a)) return about_then(a, b);
  if (month_b && !a.from && !by_publication(a) && has_stay(b)) return about_then(b, a);
  if (by_publication(a) && !b.from && !by_publication(b)) return about_then(a, b);
  if (by_publication(b) && !a.from && !by_publication(a)) return about_then(b, a);
  return {};
}

std::string plain(const std::string& place) {
  std::string name = utf8::lower(utf8::unaccented(place));
  if (name.starts_with("the ")) name.erase(0, 4);
  return name;
}

enum class Places : uint8_t { unknown, same, other_town, other_country };

Places places_of(const Telling& a, const Telling& b) {
  if (way_of(a) == Way::remote || way_of(b) == Way::remote) return Places::unknown;
  const bool assumed = a.place_assumed || b.place_assumed;
  const std::string one = plain(a.place), other = plain(b.place);
  if (!one.empty() && !other.empty() && (one.find(other) != std::string::npos || other.find(one) != std::string::npos)) return Places::same;
  if (assumed) return Places::unknown;
  if (!a.place_country.empty() && !b.place_country.empty() && a.place_country != b.place_country) return Places::other_country;
  if (one.empty() || other.empty()) return Places::unknown;
  return Places::other_town;
}

void weigh_place(const Telling& a, const Telling& b, Likeness& likeness) {
  switch (places_of(a, b)) {
    case Places::unknown: break;
    case Places::same:
      likeness.confidence += 0.08;
      likeness.why.push_back("the same place, " + a.place);
      break;
    case Places::other_town:
      likeness.confidence *= 0.85;
      likeness.why.push_back(fmt::format("but {} by one, {} by the other", a.place, b.place));
      break;
    case Places::other_country:
      likeness.confidence *= 0.55;
      likeness.why.push_back(fmt::format("but {} by one, {} by the other", a.place.empty() ? a.place_country : a.place, b.place.empty() ? b.place_country : b.place));
      break;
  }
}

/// A release that speaks again of what it is about, or of what it has referred to.
bool tells_twice(const Telling& a, const Telling& b) { return a.type == b.type && !(a.main && b.main) && has_day(a) && has_day(b) && a.from == b.from; }

/// Two people of different sides at least, by name.
bool names_both_sides(const Telling& a) {
  std::set<std::string> sides;
  for (const Attendee& one : a.attendees) {
    if (!one.body && !one.implied && !one.country.empty()) sides.insert(one.country);
  }
  return sides.size() > 1;
}

bool may_match(const Telling& a) {
  if (a.status == Status::denied) return false;
  // "An invitation to visit": of no day, and perhaps of nothing.
  return a.status != Status::proposed || a.from;
}

}  // namespace

std::optional<Likeness> match(const Telling& a, const Telling& b) {
  if (a.document != b.document && a.told_by == b.told_by && a.type == b.type && a.main && b.main) return Likeness{0.98, {"the same text, published by both"}};
  if (a.document == b.document || !may_match(a) || !may_match(b)) return std::nullopt;
  const double kind = kind_score(a, b);
  if (kind == 0) return std::nullopt;
  const Fit time = time_fit(a, b);
  if (time.score == 0) return std::nullopt;
  const Company company = same_company(a, b);
  if (company.score == 0) return std::nullopt;
  if (company.alone && (places_of(a, b) != Places::same || time.score < 0.9 || a.type != b.type)) return std::nullopt;
  Likeness likeness;
  likeness.why = {company.why, time.why};
  likeness.why.push_back(way_in_words(a) == way_in_words(b) ? "both " + way_in_words(a) : fmt::format("{} by one, {} by the other", way_in_words(a), way_in_words(b)));
  // A body has one summit in a month.
  const double when = company.body && a.type == EventType::summit && b.type == EventType::summit && a.from && b.from ? std::max(time.score, 0.6) : time.score;
  likeness.confidence = company.score * (0.45 + 0.55 * when) * (0.7 + 0.3 * kind);
  weigh_place(a, b, likeness);
  likeness.confidence = std::min(likeness.confidence, 0.98);
  if (likeness.confidence < kProposed) return std::nullopt;
  return likeness;
}

std::string clash(const Telling& a, const Telling& b) {
  if (a.document != b.document && a.told_by == b.told_by && a.type == b.type) return {};
  if (a.document == b.document && !tells_twice(a, b)) return "one document tells of both";
  // A reference may call a video call a call, and a meeting by video a meeting: of what it refers to, not of two.
  const bool both_ways = way_of(a) != Way::apart && way_of(b) != Way::apart;
  if (kind_score(a, b) == 0 && !(both_ways && !(a.main && b.main))) return fmt::format("{} and {} are two", way_in_words(a), way_in_words(b));
  if (a.main && b.main && a.publisher == b.publisher && a.status == b.status && way_of(a) == Way::remote && way_of(b) == Way::remote && way_in_words(a) != way_in_words(b))
    return "by phone and by video, told apart by one publisher";
  if (names_both_sides(a) && names_both_sides(b) && same_company(a, b).score == 0 && a.told_by != b.told_by) return "other people";
  if (has_stay(a) && has_stay(b)) {
    const int apart = std::max(days_between(*a.to, *b.from), days_between(*b.to, *a.from));
    if (apart > 1) return fmt::format("{} and {} are two days", iso(*a.from), iso(*b.from));
    if (apart == 1 && a.country == b.country) return fmt::format("{} and {} by one publisher", iso(*a.from), iso(*b.from));
  }
  if (a.main && b.main && by_publication(a) && by_publication(b) && a.publisher == b.publisher && a.to != b.to)
    return fmt::format("one publisher's releases of {} and {}", iso(*a.to), iso(*b.to));
  for (const auto& [one, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    if (!one->published || !has_stay(*other)) continue;
    if (one->status == Status::happened && days_between(*one->published, *other->from) > 1) return "told of as past before that day";
    if (one->status == Status::planned && days_between(*other->to, *one->published) > 1) return "announced after that day";
  }
  if (a.type == EventType::letter && a.main && b.main && a.publisher == b.publisher) return "two letters of one publisher";
  return {};
}

}  // namespace chancery
