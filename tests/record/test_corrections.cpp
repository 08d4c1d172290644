#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "document/identify.hpp"
#include "record/query.hpp"
#include "same.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using record::Correction;
using testing::HasSubstr;

class Corrections : public testing::Test {
 protected:
  Corrections() : record_(sample::create(folder_ / "a.db")) {
    record_.add(document_, sample::original_of(document_), sample::begin(record_));
  }

  Correction correct(const std::string& fact, const std::string& action, const std::string& field = {},
                     const std::string& value = {}) {
    Correction correction;
    correction.document = id_;
    correction.fact = fact;
    correction.action = action;
    correction.field = field;
    correction.value = value;
    correction.who = "editor";
    correction.why = "the text says so";
    return record_.correct(correction);
  }

  Document kept() const { return record_.load(id_).document; }
  void reread(const Document& fresh) {
    record_.replace_facts(id_, fresh, record_.begin_run({"chancery 9.9", "reread", "{}"}));
  }
  void expect_sound() const {
    for (const auto& finding : record_.check())
      ADD_FAILURE() << finding.kind << " " << finding.where << ": " << finding.message;
  }

  sample::Folder folder_;
  record::Record record_;
  Document document_ = sample::reception();
  std::string id_ = document_.info.id;
};

TEST_F(Corrections, RejectedFactIsNotThere) {
  correct(document_.statements[1].id, "reject");
  EXPECT_EQ(kept().statements.size(), 1U);
  EXPECT_EQ(count_statements(record_, {}, {}), 1);
  EXPECT_EQ(count_statements(record_, record::match_expression("trade", false), {}), 1);
  correct(document_.events[1].id, "reject");
  EXPECT_EQ(count_encounters(record_, {}), 1);
  expect_sound();
}

TEST_F(Corrections, RejectedFactStaysSoWhenMadeAnew) {
  correct(document_.statements[1].id, "reject");
  correct(document_.figures[0].id, "reject");
  reread(document_);
  EXPECT_EQ(kept().statements.size(), 1U);
  EXPECT_TRUE(kept().figures.empty());
  EXPECT_EQ(record_.load(id_).made_by, "chancery 9.9");
  expect_sound();
}

TEST_F(Corrections, ChangedFieldStaysWhenMadeAnew) {
  const Correction made = correct(document_.events[0].id, "change", "place.name", "Gəncə");
  EXPECT_EQ(made.before, "Bakı");
  correct(document_.events[0].id, "change", "type", "talks");
  EXPECT_EQ(kept().events[0].place.name, "Gəncə");
  reread(document_);
  EXPECT_EQ(kept().events[0].place.name, "Gəncə");
  EXPECT_EQ(kept().events[0].type, EventType::talks);
  record::EncounterFilters talks;
  talks.types = {EventType::talks};
  EXPECT_EQ(count_encounters(record_, talks), 1);
  expect_sound();
}

TEST_F(Corrections, ConfirmedFactsStayWhereTheMachineNoLongerFindsThem) {
  correct(document_.events[0].id, "confirm");
  correct(document_.statements[1].id, "confirm");
  correct(document_.commitments[0].id, "confirm");
  Document fresh = document_;
  fresh.entities.clear();
  fresh.mentions.clear();
  fresh.statements.clear();
  fresh.points.clear();
  fresh.events.clear();
  fresh.figures.clear();
  fresh.commitments.clear();
  fresh.courtesies.clear();
  reread(fresh);
  const Document now = kept();
  ASSERT_EQ(now.events.size(), 1U);
  EXPECT_EQ(now.entities.at(now.events[0].participants.at(1).entity).name, "Jiří Čapek");
  EXPECT_EQ(now.entities.at(now.events[0].initiator).name, "Jiří Čapek");
  ASSERT_EQ(now.statements.size(), 1U);
  EXPECT_EQ(now.statements[0].parent, kNone) << "the statement that held it is gone";
  ASSERT_EQ(now.commitments.size(), 1U);
  EXPECT_EQ(now.entities.at(now.commitments[0].by).members.size(), 2U);
  EXPECT_TRUE(now.points.empty());
  expect_sound();
}

TEST_F(Corrections, RenamedPersonIsFoundByTheNewName) {
  correct(document_.entities[1].id, "change", "name", "Karel Novák");
  record::Filters filters;
  filters.speakers = {"karel novak"};
  EXPECT_EQ(count_statements(record_, {}, filters), 2);
  EXPECT_EQ(count_statements(record_, record::match_expression("novak", false), {}), 2);
  reread(document_);
  EXPECT_EQ(count_statements(record_, record::match_expression("novak", false), {}), 2);
  expect_sound();
}

TEST_F(Corrections, CanBeUndone) {
  const std::string event = document_.events[0].id;
  const Correction first = correct(event, "change", "place.name", "Gəncə");
  const Correction second = correct(event, "change", "place.name", "Şəki");
  const Correction rejected = correct(document_.statements[0].id, "reject");
  EXPECT_EQ(record_.corrections(id_).size(), 3U);
  record_.undo(first.number, "editor");
  EXPECT_EQ(kept().events[0].place.name, "Şəki");
  record_.undo(second.number, "editor");
  EXPECT_EQ(kept().events[0].place.name, "Bakı") << "undoing both leads back to the machine's";
  record_.undo(rejected.number, "editor");
  EXPECT_EQ(sample::dump(kept()), sample::dump(document_));
  EXPECT_TRUE(record_.corrections().empty());
  EXPECT_THROW(record_.undo(first.number, "editor"), Error);
  expect_sound();
}

TEST_F(Corrections, SayWhatIsWrongWithThem) {
  const auto refusal = [&](const std::string& fact, const std::string& action, const std::string& field = {},
                           const std::string& value = {}) -> std::string {
    try {
      correct(fact, action, field, value);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      return error.what();
    }
    return {};
  };
  const std::string event = document_.events[0].id;
  EXPECT_THAT(refusal(event, "praise"), HasSubstr("confirm, change or reject"));
  EXPECT_THAT(refusal("v-0000000000", "reject"), HasSubstr("holds no fact"));
  EXPECT_THAT(refusal("nonsense", "reject"), HasSubstr("holds no fact"));
  EXPECT_THAT(refusal(event, "change", "colour", "red"), HasSubstr("time.from"));
  EXPECT_THAT(refusal(event, "change", "time.from", "2020-02-31"), HasSubstr("no value"));
  EXPECT_THAT(refusal(event, "change", "type", "party"), HasSubstr("no value"));
  EXPECT_THAT(refusal(document_.entities[0].id, "reject"), HasSubstr("someone other facts speak of"));
  EXPECT_TRUE(record_.corrections().empty());
}

TEST_F(Corrections, GoWithTheirDocument) {
  correct(document_.events[0].id, "confirm");
  record_.remove(id_, "test");
  EXPECT_TRUE(record_.corrections().empty());
  expect_sound();
}

TEST_F(Corrections, RereadKeepsTheEncounterOfAnEvent) {
  const std::string encounter = find_encounters(record_, {}, {0, 1}).at(0).id;
  Document fresh = document_;
  fresh.events.pop_back();
  reread(fresh);
  const auto now = find_encounters(record_, {}, {0, 10});
  ASSERT_EQ(now.size(), 1U);
  EXPECT_EQ(now[0].event, document_.events[0].id);
  EXPECT_EQ(accounts_of(record_, now[0].id).size(), 1U);
  reread(document_);
  EXPECT_EQ(count_encounters(record_, {}), 2);
  EXPECT_NO_THROW(accounts_of(record_, encounter));
  expect_sound();
}

TEST_F(Corrections, RereadIsOfTheSameWords) {
  Document other = document_;
  other.text += ".";
  EXPECT_THROW(reread(other), Error);
  EXPECT_EQ(sample::dump(kept()), sample::dump(document_));
}

TEST_F(Corrections, RereadIsListedByWhoMadeTheFacts) {
  const auto before = record_.load(id_).made_by;
  EXPECT_EQ(record_.documents(before).size(), 1U);
  reread(document_);
  EXPECT_TRUE(record_.documents(before).empty());
  EXPECT_EQ(record_.documents("chancery 9.9").size(), 1U);
  EXPECT_EQ(record_.documents().size(), 1U);
  EXPECT_EQ(sample::dump(kept()), sample::dump(document_));
}

}  // namespace
}  // namespace chancery
