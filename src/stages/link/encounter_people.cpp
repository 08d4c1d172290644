#include "stages/link/encounter_people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace chancery {
namespace {

constexpr double kByCountry = 0.75;  ///< a side of which one account names nobody
constexpr double kImplied = 0.85;    ///< a side that one account leaves to be understood
constexpr double kStranger = 0.3;    ///< someone without country whom only one account names
constexpr double kPartOfMany = 0.6; ///< two of a larger company: perhaps they met apart

/// What one account says of one side of the encounter.
struct Side {
  bool named = false;      ///< someone is named for it
  bool matched = false;    ///< by a person whom the other account names too
  bool implied = true;
};

std::string side_of(const Attendee& one) {
  if (!one.country.empty()) return one.country;
  return (one.body ? "b:" : "p:") + (one.person.empty() ? one.sound + one.name : one.person);
}

bool is_stranger(const std::string& side) { return side.starts_with("p:"); }

using Sides = std::map<std::string, Side>;

Sides sides_of(const Telling& account) {
  Sides sides;
  for (const Attendee& one : account.attendees) {
    Side& side = sides[side_of(one)];
    side.named = side.named || !one.body;
    side.implied = side.implied && one.implied;
  }
  return sides;
}

/// People whom both accounts name, as pairs of attendees.
std::vector<std::pair<const Attendee*, const Attendee*>> shared(const Telling& a, const Telling& b) {
  std::vector<std::pair<const Attendee*, const Attendee*>> pairs;
  std::vector<bool> used(b.attendees.size());
  for (const Attendee& one : a.attendees) {
    for (size_t i = 0; i < b.attendees.size(); ++i) {
      if (used[i] || !same_person(one, b.attendees[i])) continue;
      used[i] = true;
      pairs.emplace_back(&one, &b.attendees[i]);
      break;
    }
  }
  return pairs;
}

std::string listed(const std::vector<std::string>& names) {
  constexpr size_t kMost = 4;
  std::string out;
  for (size_t i = 0; i < names.size() && i < kMost; ++i) out += (i == 0 ? "" : ", ") + names[i];
  return names.size() > kMost ? fmt::format("{} and {} more", out, names.size() - kMost) : out;
}

size_t people_in(const Telling& account) {
  return static_cast<size_t>(std::count_if(account.attendees.begin(), account.attendees.end(), [](const Attendee& one) { return !one.body; }));
}

/// Everybody acts for one country: a meeting with one minister is not the one with all of them.
Company at_home(const Telling& a, const Telling& b, size_t both, const std::string& names) {
  const size_t all = people_in(a) + people_in(b) - both;
  if (all == 0) return {};
  const double part = static_cast<double>(both) / static_cast<double>(all);
  if (both >= 2) return {part >= 0.5 ? 0.5 + part / 2 : part, "the same people: " + names, false, false};
  if (both == 1 && all == 1) return {0.8, "the same person: " + names, false, true};
  return {};
}

/// "The NATO Summit": a summit of one body is known by it, its meetings are many.
Company of_a_body(const Telling& a, const Telling& b, const std::string& names) {
  if (names.empty()) return {};
  return {a.type == EventType::summit && b.type == EventType::summit ? 0.95 : 0.7, "of the same body: " + names, true, false};
}

/// The sides of both accounts compared; people that agree have been marked.
class Table {
 public:
  Table(Sides a, Sides b) : a_(std::move(a)), b_(std::move(b)) {}

  Company compare() {
    for (const auto& [name, side] : a_) take(name, side);
    for (const auto& [name, side] : b_) {
      if (!side.matched && !a_.contains(name)) left_out(name, side);
    }
    const double met = named_ + by_country_;
    if (differ_ || met < 2) return {};
    Company company;
    const double cover = met / (met + apart_);
    company.score = (named_ + kByCountry * by_country_) / met * cover_score(cover);
    if (implied_) company.score *= kImplied;
    if (named_ == 0) company.score = std::min(company.score, 0.6);
    return company;
  }
  bool by_country() const { return by_country_ > 0; }
  bool apart() const { return apart_ >= 1; }
  bool implied() const { return implied_; }

 private:
  void take(const std::string& name, const Side& side) {
    const auto other = b_.find(name);
    const bool neither = side.implied && other != b_.end() && other->second.implied;
    if (neither) {
      // Understood in both: what they have in common is what their documents are about.
      differ_ = true;
    } else if (side.matched) {
      ++named_;
      implied_ = implied_ || side.implied || (other != b_.end() && other->second.implied);
    } else if (other == b_.end()) {
      left_out(name, side);
    } else if (side.named && other->second.named) {
      differ_ = true;
    } else {
      ++by_country_;
      implied_ = implied_ || side.implied || other->second.implied;
    }
  }
  void left_out(const std::string& name, const Side& side) {
    // Whose country publishes is no guest whom the other forgot; whom the document is about may be.
    if (side.implied && !side.named) return;
    apart_ += is_stranger(name) ? kStranger : 1;
  }
  double cover_score(double cover) const {
    if (apart_ < 1) return 0.5 + cover / 2;
    const size_t fewer = std::min(a_.size(), b_.size());
    return fewer <= 2 ? kPartOfMany : 0.3 + 0.7 * cover;
  }

  Sides a_, b_;
  double named_ = 0, by_country_ = 0, apart_ = 0;
  bool differ_ = false, implied_ = false;
};

}  // namespace

bool same_person(const Attendee& a, const Attendee& b) {
  if (a.body || b.body) return a.body && b.body && a.country.empty() && b.country.empty() && a.name == b.name;
  if (!a.person.empty() && !b.person.empty()) return a.person == b.person;
  const bool country = a.country == b.country || a.country.empty() || b.country.empty();
  return !a.sound.empty() && a.sound == b.sound && country && (a.country == b.country || a.name == b.name);
}

Company same_company(const Telling& a, const Telling& b) {
  Sides in_a = sides_of(a), in_b = sides_of(b);
  std::vector<std::string> names;
  for (const auto& [one, other] : shared(a, b)) {
    Side& side = in_a[side_of(*one)];
    side.matched = true;
    // One account does not say for whom they act.
    in_b[side_of(*other)].matched = true;
    if (one->implied && other->implied) continue;
    names.push_back(one->name);
  }
  if (names.empty() && in_a.size() < 2) return {};
  std::set<std::string> countries;
  for (const Sides* sides : {&in_a, &in_b}) {
    for (const auto& [name, side] : *sides) countries.insert(name);
  }
  if (countries.size() == 1 && countries.begin()->starts_with("b:")) return of_a_body(a, b, listed(names));
  if (countries.size() == 1) return at_home(a, b, names.size(), listed(names));
  Table table(std::move(in_a), std::move(in_b));
  Company company = table.compare();
  if (company.score == 0) return {};
  company.why = names.empty() ? "the same countries" : "the same people: " + listed(names);
  if (table.by_country() && !names.empty()) company.why += ", the other side by country only";
  if (table.implied()) company.why += ", one side understood from the rest of its document";
  if (table.apart()) company.why += "; others are named by one account only";
  return company;
}

}  // namespace chancery
