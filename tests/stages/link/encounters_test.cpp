// Which accounts tell of one encounter: by hand-made accounts, in every order.
#include "stages/link/encounters.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace chancery {
namespace {

Attendee person(const std::string& name, const std::string& country) {
  Attendee one;
  one.person = "w-" + name;
  one.name = name;
  one.sound = name;
  one.country = country;
  return one;
}

Attendee country(const std::string& code, bool implied = false) {
  Attendee one;
  one.name = one.country = code;
  one.body = true;
  one.implied = implied;
  return one;
}

Telling told(const std::string& id, const std::string& publisher, EventType type, const std::string& day, std::vector<Attendee> who) {
  Telling one;
  one.document = one.told_by = id;
  one.id = id + "#v-1";
  one.publisher = one.country = publisher;
  one.type = type;
  one.main = true;
  one.from = one.to = one.published = parse_day(day);
  one.basis = TimeBasis::stated;
  one.attendees = std::move(who);
  return one;
}

const Attendee kSilva = person("silva", "PRT"), kDoe = person("doe", "CAN"), kPoe = person("poe", "CAN"), kRuiz = person("ruiz", "ESP");

Telling call(const std::string& id, const std::string& publisher, const std::string& day) { return told(id, publisher, EventType::phone_call, day, {kSilva, kDoe}); }

/// What was not said beyond the day of publication.
Telling undated(Telling one) {
  one.from.reset();
  one.basis = TimeBasis::published;
  return one;
}

/// Ids of each group, sorted.
using Partition = std::vector<std::vector<std::string>>;

Partition partition(const std::vector<Telling>& accounts, const std::set<Link>& by_people = {}) {
  std::map<Link, Likeness> links;
  for (size_t a = 0; a < accounts.size(); ++a) {
    for (size_t b = a + 1; b < accounts.size(); ++b) {
      if (auto likeness = match(accounts[a], accounts[b])) links.emplace(Link{a, b}, *likeness);
    }
  }
  Partition out;
  for (const auto& one : group(accounts, links, by_people).groups) {
    auto& ids = out.emplace_back();
    for (const size_t account : one) ids.push_back(accounts[account].document);
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Encounters, TwoSidesOfOneCall) {
  const auto likeness = match(call("a", "PRT", "2023-05-10"), undated(call("b", "CAN", "2023-05-10")));
  ASSERT_TRUE(likeness);
  EXPECT_GT(likeness->confidence, 0.9);
  EXPECT_EQ(likeness->why.front(), "the same people: silva, doe");
}

TEST(Encounters, CallsOnFollowingDaysAreTwo) {
  EXPECT_EQ(partition({call("a1", "PRT", "2023-05-10"), call("a2", "PRT", "2023-05-11"), call("b1", "CAN", "2023-05-10"), call("b2", "CAN", "2023-05-11")}), (Partition{{"a1", "b1"}, {"a2", "b2"}}));
  EXPECT_EQ(partition({call("a1", "PRT", "2023-05-10"), call("a2", "PRT", "2023-05-11")}), (Partition{{"a1"}, {"a2"}}));
  EXPECT_EQ(partition({undated(call("a1", "PRT", "2023-05-10")), undated(call("a2", "PRT", "2023-05-11")), call("b1", "CAN", "2023-05-10")}), (Partition{{"a1", "b1"}, {"a2"}}));
}

TEST(Encounters, ADayApartWhereClocksDiffer) {
  EXPECT_EQ(partition({call("a", "PRT", "2023-05-10"), call("b", "CAN", "2023-05-11")}), (Partition{{"a", "b"}}));
  EXPECT_EQ(partition({call("a", "PRT", "2023-05-10"), call("b", "CAN", "2023-05-12")}), (Partition{{"a"}, {"b"}}));
}

TEST(Encounters, TwoWhoMetTheSameThirdAreTwo) {
  const auto meeting = [](const std::string& id, const Attendee& who) { return told(id, "PRT", EventType::meeting, "2023-05-10", {kSilva, who}); };
  EXPECT_EQ(partition({meeting("a", kDoe), meeting("b", kPoe), meeting("c", kRuiz)}), (Partition{{"a"}, {"b"}, {"c"}}));
}

TEST(Encounters, TwoOfThreeMayHaveMetApart) {
  const Telling two = told("a", "PRT", EventType::meeting, "2023-05-10", {kSilva, kDoe}), three = told("b", "ESP", EventType::meeting, "2023-05-10", {kSilva, kDoe, kRuiz});
  EXPECT_EQ(partition({two, three}), (Partition{{"a"}, {"b"}}));
  EXPECT_TRUE(match(two, three)) << "proposed";
}

TEST(Encounters, AMeetingIsNoPhoneCall) {
  const Telling meeting = told("b", "CAN", EventType::meeting, "2023-05-10", {kSilva, kDoe});
  EXPECT_FALSE(match(call("a", "PRT", "2023-05-10"), meeting));
  EXPECT_FALSE(clash(call("a", "PRT", "2023-05-10"), meeting).empty());
  Telling video = call("c", "PRT", "2023-05-10");
  video.type = EventType::video_call;
  EXPECT_EQ(partition({video, meeting}), (Partition{{"b", "c"}}));
}

TEST(Encounters, AnnouncementReadoutAndLaterReference) {
  Telling ahead = told("ahead", "PRT", EventType::reception, "2023-05-10", {kSilva, kDoe});
  ahead.status = Status::planned;
  ahead.published = parse_day("2023-05-02");
  Telling later = told("later", "PRT", EventType::meeting, "2023-05-10", {kDoe, country("PRT", true)});
  later.main = false;
  later.published = parse_day("2023-07-01");
  const Telling readout = told("readout", "CAN", EventType::meeting, "2023-05-10", {kSilva, kDoe});
  EXPECT_EQ(partition({ahead, readout, later}), (Partition{{"ahead", "later", "readout"}}));
  Telling stale = readout;
  stale.document = stale.told_by = "stale";
  stale.id = "stale#v-1";
  stale.published = parse_day("2023-05-08");
  EXPECT_FALSE(clash(stale, readout).empty()) << "told as past before that day";
}

TEST(Encounters, ADayThatFitsTwoIsLeftOpen) {
  // Two calls of one day, told apart only by who else took part in one of them.
  const Telling early = told("a", "PRT", EventType::phone_call, "2023-05-10", {kSilva, kDoe});
  Telling month = told("m", "CAN", EventType::meeting, "2023-05-10", {kSilva, kDoe});
  month.main = false;
  month.from = parse_day("2023-05-01");
  month.to = parse_day("2023-05-31");
  month.published = parse_day("2023-06-20");
  month.place = "Lisbon";
  Telling first = told("x", "PRT", EventType::meeting, "2023-05-10", {kSilva, kDoe}), second = told("y", "PRT", EventType::meeting, "2023-05-20", {kSilva, kDoe});
  first.place = second.place = "Lisbon";
  EXPECT_EQ(partition({month, first, second}), (Partition{{"m"}, {"x"}, {"y"}}));
  EXPECT_EQ(partition({month, first, early}), (Partition{{"a"}, {"m", "x"}}));
}

TEST(Encounters, OneTextPublishedByBoth) {
  Telling a = told("a", "PRT", EventType::statement, "2023-05-10", {kSilva, kDoe}), b = told("b", "CAN", EventType::statement, "2023-05-11", {kSilva, kDoe});
  EXPECT_FALSE(match(a, b));
  b.told_by = "a";
  EXPECT_EQ(partition({a, b}), (Partition{{"a", "b"}}));
}

TEST(Encounters, APersonsWordComesFirst) {
  std::vector<Telling> accounts{call("a1", "PRT", "2023-05-10"), call("a2", "PRT", "2023-05-11"), call("b1", "CAN", "2023-05-10")};
  EXPECT_EQ(partition(accounts, {{0, 1}}), (Partition{{"a1", "a2", "b1"}}));
  accounts[2].parted = true;
  EXPECT_EQ(partition(accounts), (Partition{{"a1"}, {"a2"}, {"b1"}}));
}

TEST(Encounters, TheSameInEveryOrder) {
  std::vector<Telling> accounts;
  const std::vector<Attendee> others{kDoe, kPoe, kRuiz};
  for (int i = 0; i < 60; ++i) {
    const std::string day = "2023-05-" + std::to_string(10 + i * 7 % 5);
    const auto type = i % 4 == 0 ? EventType::phone_call : i % 4 == 1 ? EventType::meeting : i % 4 == 2 ? EventType::talks : EventType::visit;
    Telling one = told("d" + std::to_string(i), i % 3 == 0 ? "PRT" : "CAN", type, day, {kSilva, others[static_cast<size_t>(i) % 3]});
    one.main = i % 5 != 0;
    accounts.push_back(i % 7 == 0 ? undated(one) : one);
  }
  const Partition once = partition(accounts);
  EXPECT_LT(once.size(), accounts.size());
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(accounts.begin(), accounts.end(), random);
    EXPECT_EQ(partition(accounts), once);
  }
}

}  // namespace
}  // namespace chancery
