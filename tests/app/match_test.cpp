// Encounters of several accounts in a record: added in any order, read again, joined and parted by people.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>

#include "app/encounters.hpp"
#include "app/engine.hpp"
#include "app/people.hpp"
#include "base/error.hpp"
#include "questions/encounter.hpp"
#include "record/correction_log.hpp"
#include "record/encounters.hpp"

namespace chancery {
namespace {

const app::Engine& engine() {
  static const app::Engine one;
  return one;
}

Document release(const std::string& id, const std::string& publisher, const std::string& country, const std::string& day, const std::string& title, const std::string& text) {
  Document document;
  document.info.id = id;
  document.info.publisher = publisher;
  document.info.country = country;
  document.info.published = day;
  document.title = title;
  document.text = text;
  engine().analyse(document);
  return document;
}

/// Two calls of two presidents on following days, told by both; the announcement of the first, and a later reference to it.
std::vector<Document> releases() {
  const std::string lisbon = "Presidency of Portugal", ottawa = "Government of Canada";
  return {release("ahead", lisbon, "PRT", "2023-05-08", "President Silva to speak with Prime Minister Doe", "President Ana Silva of Portugal will hold a phone call with Prime Minister John Doe of Canada on May 10, 2023."),
          release("lisbon-1", lisbon, "PRT", "2023-05-10", "Phone call with Prime Minister Doe of Canada", "President Ana Silva of Portugal spoke by phone today with Prime Minister John Doe of Canada. They discussed trade."),
          release("ottawa-1", ottawa, "CAN", "2023-05-10", "Prime Minister Doe speaks with President Silva of Portugal", "Today, Prime Minister John Doe of Canada spoke by phone with President Ana Silva of Portugal. They discussed fisheries."),
          release("lisbon-2", lisbon, "PRT", "2023-05-11", "Phone call with Prime Minister Doe of Canada", "President Ana Silva of Portugal spoke by phone today with Prime Minister John Doe of Canada. They discussed visas."),
          release("ottawa-2", ottawa, "CAN", "2023-05-11", "Prime Minister Doe speaks with President Silva of Portugal", "Today, Prime Minister John Doe of Canada spoke by phone with President Ana Silva of Portugal. They discussed students.")};
}

class Matched : public testing::Test {
 protected:
  Matched() {
    std::string name = (std::filesystem::temp_directory_path() / "chancery-match-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    folder_ = name;
  }
  ~Matched() override { std::filesystem::remove_all(folder_); }

  record::Record create(const std::string& name) const { return record::Record::open(folder_ / name, {.mode = record::Mode::create, .on_notice = {}}); }

  static void add(record::Record& record, Document document) {
    app::PeopleLinker people(record, engine().knowledge());
    people.link(document);
    const auto run = record.begin_run({"test", "add", ""});
    record.add(document, {document.text, "text/plain"}, run);
    record.end_run(run);
  }

  /// The documents that tell of each encounter that is a call, sorted.
  static std::vector<std::vector<std::string>> calls(const record::Record& record) {
    record::EncounterFilters filters;
    filters.types = {EventType::phone_call};
    std::vector<std::vector<std::string>> all;
    for (const auto& line : find_encounters(record, filters, {0, 100})) {
      auto& ids = all.emplace_back();
      for (const auto& account : accounts_of(record, line.id)) ids.push_back(account.document.id);
      std::sort(ids.begin(), ids.end());
    }
    std::sort(all.begin(), all.end());
    return all;
  }

  static void expect_sound(const record::Record& record) {
    for (const auto& finding : record.check()) ADD_FAILURE() << finding.kind << " " << finding.where << ": " << finding.message;
  }

  static std::string encounter_of(const record::Record& record, const std::string& document) {
    for (const auto& line : encounters_of_document(record, document)) {
      if (line.type == "phone_call") return line.id;
    }
    ADD_FAILURE() << document << " tells of no call";
    return {};
  }
  static record::Wish parting(const record::Record& record, const std::string& document) {
    record::Wish wish;
    wish.action = "part_account";
    wish.document = document;
    for (const auto& line : encounters_of_document(record, document)) {
      if (line.type == "phone_call") wish.fact = line.event;
    }
    return wish;
  }

  std::filesystem::path folder_;
};

const std::vector<std::vector<std::string>> kCalls{{"ahead", "lisbon-1", "ottawa-1"}, {"lisbon-2", "ottawa-2"}};

TEST_F(Matched, InWhateverOrderTheyCome) {
  auto documents = releases();
  std::mt19937 random(3);
  for (int round = 0; round < 4; ++round) {
    auto record = create(std::to_string(round) + ".db");
    for (const Document& one : documents) {
      add(record, one);
      // All at once in the first round, one by one in the others.
      if (round > 0) app::match_encounters(record);
    }
    app::match_encounters(record);
    EXPECT_EQ(calls(record), kCalls) << round;
    EXPECT_EQ(accounts_due(record), 0);
    expect_sound(record);
    std::shuffle(documents.begin(), documents.end(), random);
  }
}

TEST_F(Matched, TheReadoutLeadsAndTheStripGoesFromAnnouncementToReadout) {
  auto record = create("a.db");
  for (const Document& one : releases()) add(record, one);
  app::match_encounters(record);
  const auto view = questions::show_encounter(record, encounter_of(record, "ahead"));
  ASSERT_EQ(view.accounts.size(), 3U);
  EXPECT_EQ(view.accounts.front().line.status, "happened");
  EXPECT_TRUE(view.accounts.front().line.main);
  EXPECT_EQ(view.accounts.front().line.accounts, 3);
  EXPECT_EQ(view.accounts.front().line.publishers, (std::vector<std::string>{"Government of Canada", "Presidency of Portugal"}));
  ASSERT_EQ(view.strip.size(), 3U);
  EXPECT_EQ(view.strip[0].kind, "announcement");
  EXPECT_EQ(view.strip[0].days, -2);
  EXPECT_EQ(view.strip[2].when, "on");
  EXPECT_EQ(view.joined_by.links.size(), 2U);
  EXPECT_GE(view.joined_by.confidence.value_or(0), 0.7);
  for (const auto& link : view.joined_by.links) EXPECT_FALSE(link.why.empty());
}

TEST_F(Matched, TheKeysOfJoinedEncountersLeadToOne) {
  auto record = create("a.db");
  std::vector<std::string> before;
  for (const Document& one : releases()) {
    add(record, one);
    before.push_back(encounter_of(record, one.info.id));
  }
  app::match_encounters(record);
  for (size_t i = 0; i < 3; ++i) EXPECT_EQ(accounts_of(record, before[i]).front().id, encounter_of(record, "ahead"));
}

TEST_F(Matched, APersonsWordSurvivesMatchingAndReading) {
  auto record = create("a.db");
  const auto documents = releases();
  for (const Document& one : documents) add(record, one);
  app::match_encounters(record);
  record::Wish join;
  join.action = "join_encounters";
  join.encounter = encounter_of(record, "lisbon-1");
  join.other_encounter = encounter_of(record, "lisbon-2");
  const auto joined = correct(record, {join}, "ana").front();
  const std::vector<std::vector<std::string>> all{{"ahead", "lisbon-1", "lisbon-2", "ottawa-1", "ottawa-2"}};
  EXPECT_EQ(calls(record), all);
  EXPECT_THROW(correct(record, {join}, "ana"), Error);
  const auto read_again = [&] {
    for (const Document& one : documents) {
      Document fresh = one;
      app::PeopleLinker(record, engine().knowledge()).link(fresh);
      record.replace_facts(one.info.id, fresh, record.begin_run({"test", "reread", ""}));
    }
    app::match_encounters(record);
    expect_sound(record);
  };
  read_again();
  EXPECT_EQ(calls(record), all);
  undo(record, {joined.number}, "ana");
  EXPECT_EQ(calls(record), kCalls);
  const auto parted = correct(record, {parting(record, "ottawa-1")}, "ana").front();
  const std::vector<std::vector<std::string>> apart{{"ahead", "lisbon-1"}, {"lisbon-2", "ottawa-2"}, {"ottawa-1"}};
  EXPECT_EQ(calls(record), apart);
  read_again();
  EXPECT_EQ(calls(record), apart);
  EXPECT_THROW(correct(record, {parting(record, "ottawa-1")}, "ana"), Error);
  undo(record, {parted.number}, "ana");
  app::match_encounters(record);
  EXPECT_EQ(calls(record), kCalls);
  expect_sound(record);
}

TEST_F(Matched, WhatIsRemovedLeavesTheOthers) {
  auto record = create("a.db");
  for (const Document& one : releases()) add(record, one);
  app::match_encounters(record);
  record.remove("lisbon-1", "a test");
  app::match_encounters(record);
  EXPECT_EQ(calls(record), (std::vector<std::vector<std::string>>{{"ahead", "ottawa-1"}, {"lisbon-2", "ottawa-2"}}));
  expect_sound(record);
}

TEST_F(Matched, OneTextOfBothIsOneAccount) {
  auto record = create("a.db");
  const std::string text =
      "Joint statement of the President of Portugal and the Prime Minister of Canada. President Ana Silva and Prime Minister John Doe met in Lisbon today. Both countries will "
      "expand their cooperation in fisheries, ocean research and the training of young sailors. They decided to open a joint laboratory in Halifax next year, and they condemned "
      "the illegal fishing that harms coastal towns on both sides of the ocean. They thanked the crews who keep the sea lanes open in winter.";
  for (const auto& [id, publisher, country] : {std::tuple{"lisbon", "Presidency of Portugal", "PRT"}, {"ottawa", "Government of Canada", "CAN"}})
    add(record, release(id, publisher, country, "2023-05-10", "Joint Statement of Portugal and Canada", text));
  app::match_encounters(record);
  const auto lines = encounters_of_document(record, "ottawa");
  ASSERT_FALSE(lines.empty());
  const auto accounts = accounts_of(record, lines.front().id);
  EXPECT_EQ(accounts.size(), 2U);
  EXPECT_EQ(accounts.front().accounts, 1);
}

}  // namespace
}  // namespace chancery
