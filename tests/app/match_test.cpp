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
#include "questions/corrections.hpp"
#include "questions/encounter.hpp"
#include "record/correction_log.hpp"
#include "record/encounters.hpp"
#include "record/people.hpp"

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

/// What two editors of two records say of encounters.
class Brought : public Matched {
 protected:
  Brought() : ours_(create("ours.db")), theirs_(create("theirs.db")) {
    const auto documents = releases();
    // The same words under another id, added first, take the names that the accounts have by themselves: no key of an
    // encounter is alike in both records.
    for (Document twin : documents) {
      twin.info.id += "-again";
      add(theirs_, twin);
    }
    for (auto one = documents.rbegin(); one != documents.rend(); ++one) add(theirs_, *one);
    for (const Document& one : documents) {
      add(ours_, one);
      theirs_.remove(one.info.id + "-again", "a test");
    }
    for (record::Record* one : {&ours_, &theirs_}) app::match_encounters(*one);
  }

  static std::vector<std::string> lines_of(const record::Record& record) {
    std::vector<std::string> lines;
    record::share_corrections(record, [&](const record::SharedCorrection& one) { lines.push_back(questions::to_line(one)); });
    return lines;
  }
  static questions::Import bring(const std::vector<std::string>& lines, record::Record& to) {
    std::string all;
    for (const std::string& line : lines) all += line;
    const auto import = questions::import_corrections(to, all);
    app::match_encounters(to);
    expect_sound(to);
    return import;
  }
  static void expect(const questions::Import& import, size_t taken, size_t known) {
    EXPECT_EQ(import.taken, taken);
    EXPECT_EQ(import.known, known);
    for (const auto& one : import.refused) ADD_FAILURE() << one.line << ": " << one.why;
  }
  static record::Wish joining(const record::Record& record, const std::string& one, const std::string& other) {
    record::Wish wish;
    wish.action = "join_encounters";
    wish.encounter = encounter_of(record, one);
    wish.other_encounter = encounter_of(record, other);
    return wish;
  }

  record::Record ours_, theirs_;
  const std::vector<std::vector<std::string>> one_call_{{"ahead", "lisbon-1", "lisbon-2", "ottawa-1", "ottawa-2"}};
};

TEST_F(Brought, JoinsWhatWasJoinedThereAndPartsItWhenItIsTakenBack) {
  ASSERT_EQ(calls(ours_), kCalls);
  ASSERT_EQ(calls(theirs_), kCalls);
  ASSERT_NE(encounter_of(ours_, "lisbon-1"), encounter_of(theirs_, "lisbon-1"));
  const auto joined = correct(theirs_, {joining(theirs_, "lisbon-1", "lisbon-2")}, "boris").front();
  expect(bring(lines_of(theirs_), ours_), 1, 0);
  EXPECT_EQ(calls(ours_), one_call_);
  expect(bring(lines_of(theirs_), ours_), 0, 1);
  expect(bring(lines_of(ours_), theirs_), 0, 1);
  for (const Document& one : releases()) {
    Document fresh = one;
    app::PeopleLinker(ours_, engine().knowledge()).link(fresh);
    ours_.replace_facts(one.info.id, fresh, ours_.begin_run({"test", "reread", ""}));
  }
  app::match_encounters(ours_);
  EXPECT_EQ(calls(ours_), one_call_) << "a new reading keeps it";
  undo(theirs_, {joined.number}, "boris");
  expect(bring(lines_of(theirs_), ours_), 1, 0);
  EXPECT_EQ(calls(ours_), kCalls);
}

TEST_F(Brought, PartsTheSameAccountThatIsNeverNamedByItsEncounter) {
  correct(theirs_, {parting(theirs_, "ottawa-1")}, "boris");
  expect(bring(lines_of(theirs_), ours_), 1, 0);
  EXPECT_EQ(calls(ours_), (std::vector<std::vector<std::string>>{{"ahead", "lisbon-1"}, {"lisbon-2", "ottawa-2"}, {"ottawa-1"}}));
  expect(bring(lines_of(ours_), theirs_), 0, 1);
}

TEST_F(Brought, OfJoiningAndPartingTheLaterHoldsInWhateverOrderTheyAreBrought) {
  correct(theirs_, {joining(theirs_, "lisbon-1", "lisbon-2")}, "boris");
  bring(lines_of(theirs_), ours_);
  // The account by which the joining names its encounter.
  correct(ours_, {parting(ours_, "ottawa-2")}, "ana");
  auto lines = lines_of(ours_);
  ASSERT_EQ(lines.size(), 2U);
  std::reverse(lines.begin(), lines.end());
  auto third = create("third.db");
  for (const Document& one : releases()) add(third, one);
  app::match_encounters(third);
  expect(bring(lines, third), 2, 0);
  app::match_encounters(ours_);
  const std::vector<std::vector<std::string>> apart{{"ahead", "lisbon-1", "ottawa-1"}, {"lisbon-2"}, {"ottawa-2"}};
  EXPECT_EQ(calls(ours_), apart);
  EXPECT_EQ(calls(third), apart);
}

TEST_F(Brought, SaysWhichAccountIsNotHere) {
  correct(theirs_, {joining(theirs_, "lisbon-1", "lisbon-2"), parting(theirs_, "ottawa-2")}, "boris");
  auto small = create("small.db");
  add(small, releases().front());
  app::match_encounters(small);
  const auto import = bring(lines_of(theirs_), small);
  EXPECT_EQ(import.taken, 0U);
  ASSERT_EQ(import.refused.size(), 2U);
  for (const auto& one : import.refused) EXPECT_NE(one.why.find("is not in this record"), std::string::npos) << one.why;
  EXPECT_TRUE(lines_of(small).empty());

  auto strange = lines_of(theirs_);
  for (std::string& line : strange) {
    for (size_t at = line.find("\"account\":\"v-"); at != std::string::npos; at = line.find("\"account\":\"v-", at + 1)) line.replace(at + 13, 4, "v-00");
    for (size_t at = line.find("\"id\":\"n-"); at != std::string::npos; at = line.find("\"id\":\"n-", at + 1)) line.replace(at + 8, 4, "n-00");
  }
  const auto refused = bring(strange, ours_).refused;
  ASSERT_EQ(refused.size(), 2U);
  for (const auto& one : refused) EXPECT_NE(one.why.find("holds no account"), std::string::npos) << one.why;
  EXPECT_EQ(calls(ours_), kCalls);
}

TEST_F(Matched, PeopleWhoAreOneBringTheirEncountersTogether) {
  auto record = create("a.db");
  add(record, release("lisbon", "Presidency of Portugal", "PRT", "2023-05-10", "Phone call with Prime Minister Doe", "President Ana Silva of Portugal spoke by phone today with Prime Minister John Doe of Canada."));
  add(record, release("ottawa", "Government of Canada", "CAN", "2023-05-10", "Prime Minister Doe speaks with President of Portugal", "Today, Prime Minister John Doe of Canada spoke by phone with President Maria Pereira of Portugal."));
  app::match_encounters(record);
  const std::vector<std::vector<std::string>> two{{"lisbon"}, {"ottawa"}}, one{{"lisbon", "ottawa"}};
  ASSERT_EQ(calls(record), two);
  const auto key = [&](const std::string& name) { return record::person(record, name)->key; };
  const auto made = record::join_people(record, key("Ana Silva"), key("Maria Pereira"), "ana", "her maiden name");
  app::match_encounters(record);
  EXPECT_EQ(calls(record), one);
  record::undo_people_correction(record, made.number, "ana");
  app::match_encounters(record);
  EXPECT_EQ(calls(record), two);
}

TEST_F(Matched, CandidatesOfOneEncounterAreItsOwn) {
  auto record = create("a.db");
  for (const Document& one : releases()) add(record, one);
  app::match_encounters(record);
  correct(record, {parting(record, "ottawa-1")}, "ana");
  app::match_encounters(record);
  const auto all = questions::encounter_candidates(record, {}, {0, 50});
  const std::string parted = encounter_of(record, "ottawa-1");
  const auto its = questions::encounter_candidates(record, parted, {0, 50});
  ASSERT_FALSE(its.candidates.empty());
  EXPECT_EQ(its.total, static_cast<int64_t>(its.candidates.size()));
  EXPECT_EQ(all.total, static_cast<int64_t>(all.candidates.size()));
  for (const auto& one : its.candidates) {
    EXPECT_EQ(one.encounter.id, parted);
    EXPECT_NE(one.other.id, parted);
    EXPECT_FALSE(one.why.empty());
    EXPECT_FALSE(one.against.empty());
  }
  EXPECT_THROW(questions::encounter_candidates(record, "n-0", {0, 50}), Error);
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
