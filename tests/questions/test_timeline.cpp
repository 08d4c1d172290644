#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "base/error.hpp"
#include "base/file.hpp"
#include "document/identify.hpp"
#include "questions/timeline_json.hpp"
#include "sample.hpp"

namespace chancery::questions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Knowledge& knowledge() {
  static const Knowledge loaded = Knowledge::load(data_folder());
  return loaded;
}

struct Someone {
  std::string name, country;
  std::string office = {};
  MentionType type = MentionType::person;
};

/// A release with whoever its text names, to which events and statements are added.
Document release(const std::string& id, const std::string& published, const std::string& publisher, const std::string& country, const std::string& text,
                 const std::vector<Someone>& people) {
  Document d;
  d.text = text;
  d.title = id;
  d.info.id = id;
  d.info.source = id + ".txt";
  d.info.published = published;
  d.info.publisher = publisher;
  d.info.country = country;
  for (const Someone& one : people) {
    Entity e;
    e.type = one.type;
    e.name = one.name;
    e.names = {one.name};
    e.country = one.country;
    if (!one.office.empty()) e.offices = {{one.office, "", ""}};
    d.entities.push_back(e);
    Mention m;
    m.type = one.type;
    m.span = sample::span_of(d, one.name);
    m.entity = static_cast<Index>(d.entities.size() - 1);
    d.mentions.push_back(m);
  }
  return d;
}

Event event(EventType type, Status status, const char* from, const char* to, std::optional<TimeBasis> basis, size_t participants = 2) {
  Event e;
  e.type = type;
  e.status = status;
  e.main = true;
  if (basis) e.time = {basis == TimeBasis::published ? "" : from, parse_day(from), parse_day(to), basis, {}};
  if (basis == TimeBasis::published) e.time.from.reset();
  for (size_t i = 0; i < participants; ++i) e.participants.push_back({static_cast<Index>(i), Role::party, "", {}});
  e.evidence = {{0, 4, Part::text}};
  return e;
}

Statement said(const Document& d, const std::string& words, Index speaker) {
  Statement s;
  s.span = sample::span_of(d, words);
  s.speakers = {speaker};
  return s;
}

TimelineQuery between(const std::string& a, const std::string& b) {
  TimelineQuery query;
  query.a = a;
  query.b = b;
  return query;
}

class TimelineTest : public testing::Test {
 protected:
  TimelineTest() : record_(sample::create(folder_ / "t.db")), run_(sample::begin(record_)) {}

  void add(Document document) {
    identify(document);
    record_.add(document, sample::original_of(document), run_);
  }

  /// Ada North (KAZ) and Omar South (UZB) in one release with one event.
  void encounter(const std::string& id, const std::string& published, const Event& e, const std::string& publisher = "North House", const std::string& country = "KAZ") {
    Document d = release(id, published, publisher, country, "Then Ada North saw Omar South.", {{"Ada North", "KAZ"}, {"Omar South", "UZB"}});
    d.events = {e};
    add(std::move(d));
  }

  Timeline ask(TimelineQuery query) const { return timeline(record_, knowledge(), query); }
  Timeline ask(const std::string& a, const std::string& b = {}) const {
    return ask(between(a, b));
  }

  static std::vector<std::string> days(const Timeline& answer) {
    std::vector<std::string> out;
    for (const TimelineItem& item : answer.items) out.push_back(std::string(name_of(item.row.kind)) + " " + sort_day(item.row));
    return out;
  }

  /// Makes the accounts of two releases one encounter, as linking does.
  void join(const std::string& first, const std::string& second) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open((folder_ / "t.db").c_str(), &db), SQLITE_OK);
    const std::string account = "(SELECT a.encounter FROM accounts a JOIN documents d ON d.version = a.version WHERE d.key = '";
    const std::string sql = "UPDATE accounts SET encounter = " + account + first + "') WHERE encounter = " + account + second + "');";
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
  }

  sample::Folder folder_;
  record::Record record_;
  record::RunId run_;
};

TEST_F(TimelineTest, MergesEncountersAnnouncementsAndLettersInOrderOfDayTheUndatedLast) {
  encounter("met", "2021-03-05", event(EventType::meeting, Status::happened, "2021-03-04", "2021-03-04", TimeBasis::stated));
  encounter("called", "2021-06-01", event(EventType::phone_call, Status::happened, "2021-06-01", "2021-06-01", TimeBasis::relative));
  encounter("wrote", "2021-04-09", event(EventType::letter, Status::happened, "2021-04-09", "2021-04-09", TimeBasis::published));
  encounter("plans", "2021-05-01", event(EventType::visit, Status::planned, "2021-09-10", "2021-09-12", TimeBasis::stated));
  encounter("hopes", "2021-05-02", event(EventType::visit, Status::proposed, "", "", {}));
  encounter("once", "2021-05-03", event(EventType::meeting, Status::happened, "", "", {}));
  const Timeline answer = ask("KAZ", "UZB");
  EXPECT_THAT(days(answer), ElementsAre("announcement 2021-09-10", "call 2021-06-01", "announcement 2021-05-02", "letter 2021-04-09", "meeting 2021-03-04", "meeting "));
  EXPECT_EQ(answer.undated, 1);
  EXPECT_TRUE(answer.items[2].row.by_publication) << "a plan without a day stands under its publication, and says so";
  EXPECT_TRUE(answer.items[3].row.by_publication);
  EXPECT_FALSE(answer.items[0].row.by_publication);
  ASSERT_TRUE(answer.last_met && answer.last_spoke && answer.first);
  EXPECT_EQ(sort_day(answer.last_met->row), "2021-03-04");
  EXPECT_EQ(sort_day(answer.last_spoke->row), "2021-06-01");
  EXPECT_EQ(sort_day(answer.first->row), "2021-03-04");

  TimelineQuery oldest = between("Uzbekistan", "kaz");
  oldest.oldest_first = true;
  oldest.kinds = {ItemKind::meeting, ItemKind::call};
  EXPECT_THAT(days(ask(oldest)), ElementsAre("meeting 2021-03-04", "call 2021-06-01", "meeting "));
}

TEST_F(TimelineTest, APeriodLeavesOutWhatHasNoDayAndKeepsWhatReachesIntoIt) {
  encounter("visit", "2021-03-05", event(EventType::visit, Status::happened, "2021-02-27", "2021-03-02", TimeBasis::stated));
  encounter("once", "2021-05-03", event(EventType::meeting, Status::happened, "", "", {}));
  encounter("later", "2021-08-03", event(EventType::meeting, Status::happened, "2021-08-01", "2021-08-01", TimeBasis::stated));
  TimelineQuery query = between("KAZ", "UZB");
  query.from = parse_day("2021-03-01");
  query.to = parse_day("2021-07-31");
  const Timeline answer = ask(query);
  EXPECT_THAT(days(answer), ElementsAre("meeting 2021-02-27"));
  EXPECT_EQ(answer.total, 1);
  query.from = parse_day("1999-01-01");
  query.to = parse_day("1999-12-31");
  const Timeline none = ask(query);
  EXPECT_EQ(none.total, 0);
  EXPECT_THAT(none.years, IsEmpty());
  ASSERT_THAT(none.coverage.publishers, SizeIs(1));
  EXPECT_EQ(none.coverage.publishers[0].documents, 0) << "an empty list says that nothing is covered";
}

TEST_F(TimelineTest, AnEncounterWithTwoAccountsIsOneItemWithTheDayThatIsKnownBest) {
  encounter("ours", "2021-03-05", event(EventType::phone_call, Status::happened, "2021-03-05", "2021-03-05", TimeBasis::published));
  encounter("theirs", "2021-03-06", event(EventType::phone_call, Status::happened, "2021-03-04", "2021-03-04", TimeBasis::stated), "South Office", "UZB");
  encounter("plan", "2021-03-01", event(EventType::phone_call, Status::planned, "2021-03-04", "2021-03-04", TimeBasis::stated), "South Office", "UZB");
  EXPECT_EQ(ask("KAZ", "UZB").total, 3);
  join("ours", "theirs");
  join("ours", "plan");
  const Timeline answer = ask("KAZ", "UZB");
  ASSERT_EQ(answer.total, 1);
  const TimelineItem& item = answer.items[0];
  EXPECT_EQ(item.row.kind, ItemKind::call) << "that it took place outdoes its announcement";
  EXPECT_EQ(item.row.from, "2021-03-04");
  EXPECT_EQ(item.row.basis, "stated");
  ASSERT_THAT(item.accounts, SizeIs(3));
  EXPECT_EQ(item.accounts[0].document.publisher, "North House");
  EXPECT_EQ(answer.counts[static_cast<size_t>(ItemKind::announcement)], 0);
}

TEST_F(TimelineTest, WhomEachSidesAccountActsForIsTakenTogether) {
  Document ours = release("ours", "2021-03-05", "North House", "", "Then Ada North saw Omar South.", {{"Ada North", ""}, {"Omar South", "UZB"}});
  Document theirs = release("theirs", "2021-03-05", "South Office", "", "Then Ada North saw Omar South.", {{"Ada North", "KAZ"}, {"Omar South", ""}});
  for (Document* one : {&ours, &theirs}) one->events = {event(EventType::phone_call, Status::happened, "2021-03-05", "2021-03-05", TimeBasis::published)};
  add(std::move(ours));
  add(std::move(theirs));
  EXPECT_EQ(ask("KAZ", "UZB").total, 0);
  join("ours", "theirs");
  EXPECT_EQ(ask("KAZ", "UZB").total, 1);
}

TEST_F(TimelineTest, AStatementIsListedWhereItsWordsNameTheOtherSide) {
  Document d = release("speech", "2021-03-05", "North House", "KAZ", "Ada North said that Uzbekistan is near and that trade grows. Omar South said that bread is dear.",
                       {{"Ada North", "KAZ"}, {"Omar South", "UZB"}, {"Uzbekistan", "UZB", "", MentionType::country}});
  d.statements = {said(d, "Uzbekistan is near", 0), said(d, "trade grows", 0), said(d, "bread is dear", 1)};
  add(std::move(d));
  const Timeline answer = ask("KAZ", "UZB");
  ASSERT_EQ(answer.total, 1);
  EXPECT_EQ(answer.items[0].row.direction, Direction::a_of_b);
  EXPECT_EQ(answer.items[0].statement->content, "Uzbekistan is near");
  EXPECT_THAT(answer.items[0].passage.marks, SizeIs(1));
  EXPECT_EQ(ask("UZB", "KAZ").items.at(0).row.direction, Direction::b_of_a);
  EXPECT_EQ(ask("Omar South", "Ada North").total, 0) << "a country is not the person who acts for it";
  EXPECT_EQ(ask("KAZ").items.at(0).row.statements.size(), 2u) << "alone, all that is said counts";
}

TEST_F(TimelineTest, WhatASpeakerSaysInOneReleaseIsOneItemAndAStatementWithinAnotherIsNotCountedTwice) {
  Document d = release("speech", "2021-03-05", "North House", "KAZ", "Ada North: We say that Uzbekistan is near. And Uzbekistan again.",
                       {{"Ada North", "KAZ"}, {"Uzbekistan", "UZB", "", MentionType::country}});
  Mention again = d.mentions.back();
  again.span = sample::span_of(d, "Uzbekistan again");
  again.span.end -= 6;
  d.mentions.push_back(again);
  d.statements = {said(d, "We say that Uzbekistan is near.", 0), said(d, "Uzbekistan is near", 0), said(d, "And Uzbekistan again.", 0)};
  d.statements[1].parent = 0;
  add(std::move(d));
  const Timeline answer = ask("KAZ", "UZB");
  ASSERT_EQ(answer.total, 1);
  EXPECT_THAT(answer.items[0].row.statements, SizeIs(2));
}

TEST_F(TimelineTest, ACountryAloneMeetsThoseOfOthersAndOfBodiesOfSeveralStates) {
  const auto met = [&](const std::string& id, const Someone& other) {
    Document d = release(id, "2021-03-05", "North House", "KAZ", "Then Ada North saw " + other.name + ".", {{"Ada North", "KAZ"}, other});
    d.events = {event(EventType::meeting, Status::happened, "2021-03-04", "2021-03-04", TimeBasis::stated)};
    add(std::move(d));
  };
  met("abroad", {"Omar South", "UZB"});
  met("home", {"Mira Home", "KAZ"});
  met("nobody", {"Some Visitor", ""});
  met("body", {"NATO", "", "", MentionType::organisation});
  met("office", {"Jens East", "", "Secretary General of NATO"});
  std::vector<std::string> documents;
  for (const TimelineItem& item : ask("KAZ").items) documents.push_back(item.encounter->document.id);
  EXPECT_THAT(documents, testing::UnorderedElementsAre("abroad", "body", "office"));
  EXPECT_EQ(ask("Ada North").total, 5) << "a person meets whoever takes part";
}

TEST_F(TimelineTest, CountsByYearAndMonthPutNothingWhereItIsNotKnown) {
  encounter("year", "2021-03-05", event(EventType::meeting, Status::happened, "2019-01-01", "2019-12-31", TimeBasis::stated));
  encounter("day", "2021-03-05", event(EventType::meeting, Status::happened, "2021-03-04", "2021-03-04", TimeBasis::stated));
  encounter("turn", "2021-02-02", event(EventType::visit, Status::happened, "2021-01-30", "2021-02-02", TimeBasis::stated));
  encounter("once", "2021-05-03", event(EventType::meeting, Status::happened, "", "", {}));
  const Timeline answer = ask("KAZ", "UZB");
  const auto tally = [](const std::vector<Tally>& all, const std::string& value) {
    for (const Tally& one : all) {
      if (one.value == value) return one.counts[static_cast<size_t>(ItemKind::meeting)];
    }
    return int64_t{0};
  };
  EXPECT_EQ(tally(answer.years, "2019"), 1);
  EXPECT_EQ(tally(answer.years, "2021"), 2);
  EXPECT_EQ(tally(answer.years, ""), 1);
  EXPECT_EQ(tally(answer.months, "2021-01"), 1);
  EXPECT_EQ(tally(answer.months, "2021-03"), 1);
  EXPECT_EQ(tally(answer.months, ""), 2);
}

TEST_F(TimelineTest, AnAnnouncementWithinAGapIsNamedWithIt) {
  encounter("first", "2021-01-05", event(EventType::meeting, Status::happened, "2021-01-05", "2021-01-05", TimeBasis::stated));
  for (int month = 2; month < 12; ++month) {
    const std::string day = iso(*make_day(2021, static_cast<unsigned>(month), 3));
    add(release("other-" + day, day, "North House", "KAZ", "Then Ada North rested.", {{"Ada North", "KAZ"}}));
  }
  encounter("plan", "2021-03-05", event(EventType::meeting, Status::planned, "2021-06-16", "2021-06-16", TimeBasis::stated));
  encounter("last", "2021-12-05", event(EventType::meeting, Status::happened, "2021-12-05", "2021-12-05", TimeBasis::stated));
  const Timeline answer = ask("KAZ", "UZB");
  ASSERT_FALSE(answer.gaps.empty());
  EXPECT_EQ(answer.gaps[0].says, "no encounter on record for 11 months (2021-01 to 2021-12)");
  EXPECT_THAT(answer.gaps[0].announced, ElementsAre("2021-06-16"));
  for (const Gap& gap : answer.gaps) EXPECT_NE(gap.of, GapOf::meeting) << "said already of any encounter";
}

TEST_F(TimelineTest, TellsWhoIsMeantAndWhoMightBe) {
  encounter("met", "2021-03-05", event(EventType::meeting, Status::happened, "2021-03-04", "2021-03-04", TimeBasis::stated));
  EXPECT_EQ(ask("republic of kazakhstan").a.taken.side.country, "KAZ");
  EXPECT_EQ(ask("kaz").a.taken.name, "Kazakhstan");
  EXPECT_EQ(ask("  ada NORTH ").a.taken.name, "Ada North");
  const Timeline unknown = ask("Kazahstan", "UZB");
  EXPECT_FALSE(unknown.a.found);
  EXPECT_THAT(unknown.items, IsEmpty());
  EXPECT_THAT(nobody_is_called(unknown.a), HasSubstr("did you mean Kazakhstan (KAZ)"));
  EXPECT_FALSE(ask(std::string(5000, 'x')).a.found);
  EXPECT_FALSE(ask("\"a (b' OR 1").a.found);
  EXPECT_TRUE(ask("FRA", "BEL").a.found) << "a country that nothing is on record of is known all the same";
  EXPECT_EQ(ask("FRA", "BEL").total, 0);
  try {
    ask("KAZ", "Kazakhstan");
    FAIL() << "two that are one";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("both Kazakhstan"));
  }
}

TEST_F(TimelineTest, JsonAndCsvHoldEveryItem) {
  encounter("met", "2021-03-05", event(EventType::meeting, Status::happened, "2021-03-05", "2021-03-05", TimeBasis::published));
  encounter("=wrote", "2021-04-09", event(EventType::letter, Status::happened, "2021-04-09", "2021-04-09", TimeBasis::published));
  TimelineQuery query = between("KAZ", "UZB");
  query.page.limit = 1;
  const Json json = to_json(ask(query));
  EXPECT_EQ(json["total"], 2);
  ASSERT_EQ(json["items"].size(), 1u);
  EXPECT_EQ(json["items"][0]["kind"], "letter");
  EXPECT_EQ(json["items"][0]["dated_by"], "publication");
  EXPECT_EQ(json["last_met"]["from"], nullptr);
  EXPECT_EQ(json["last_met"]["to"], "2021-03-05");
  EXPECT_EQ(json["coverage"]["publishers"][0]["extent"], "unknown");
  std::string rows;
  each_timeline_item(record_, knowledge(), query, [&](const TimelineItem& item) {
    rows += csv(item);
    return true;
  });
  EXPECT_THAT(rows, HasSubstr("letter,letter,happened,2021-04-09,2021-04-09,published,"));
  EXPECT_THAT(rows, HasSubstr("meeting,meeting,happened,,2021-03-05,no later than,"));
  EXPECT_THAT(rows, HasSubstr("'=wrote")) << "no cell acts as a formula";
}

}  // namespace
}  // namespace chancery::questions
