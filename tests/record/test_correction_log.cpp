#include "record/correction_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/people.hpp"
#include "record/sqlite.hpp"
#include "sample.hpp"
#include "same.hpp"

namespace chancery {
namespace {

using record::Correction;
using record::CorrectionFilters;
using record::Wish;
using testing::HasSubstr;

class CorrectionLog : public testing::Test {
 protected:
  CorrectionLog() : record_(sample::create(folder_ / "a.db")) { record_.add(document_, sample::original_of(document_), sample::begin(record_)); }

  Wish wish(const std::string& fact, const std::string& action, const std::string& field = {}, const std::string& value = {}) const {
    Wish made;
    made.document = id_;
    made.fact = fact;
    made.action = action;
    made.field = field;
    made.value = value;
    return made;
  }
  Correction one(const Wish& wish, const std::string& who = "ana") { return correct(record_, {wish}, who).front(); }
  Document kept() const { return record_.load(id_).document; }
  void reread(const Document& fresh) { record_.replace_facts(id_, fresh, record_.begin_run({"chancery 9.9", "reread", "{}"})); }
  const std::string& entity(size_t index) const { return document_.entities.at(index).id; }
  void expect_as_read() const { EXPECT_EQ(sample::dump(kept()), sample::dump(document_)); }
  void expect_sound() const {
    for (const auto& finding : record_.check()) ADD_FAILURE() << finding.kind << " " << finding.where << ": " << finding.message;
  }

  sample::Folder folder_;
  record::Record record_;
  Document document_ = sample::reception();
  std::string id_ = document_.info.id;
};

TEST_F(CorrectionLog, TakesAllOrNothing) {
  EXPECT_THROW(correct(record_, {wish(document_.figures[0].id, "reject"), wish("s-0000000000000", "confirm")}, "ana"), record::Conflict);
  EXPECT_TRUE(record_.corrections().empty());
  expect_as_read();
  const auto made = correct(record_, {wish(document_.figures[0].id, "reject"), wish(document_.events[0].id, "change", "channel", "phone")}, "ana");
  ASSERT_EQ(made.size(), 2U);
  EXPECT_EQ(made[0].batch, made[1].batch);
  EXPECT_NE(made[0].key, made[1].key);
  EXPECT_LT(made[0].when, made[1].when);
  EXPECT_EQ(made[0].who, "ana");
  EXPECT_NE(one(wish(document_.statements[0].id, "confirm")).batch, made[0].batch);
  expect_sound();
}

TEST_F(CorrectionLog, KnowsTheWordsOfWhatWasJudged) {
  EXPECT_EQ(one(wish(document_.statements[1].id, "confirm")).label, std::string(document_.of(document_.statements[1].span)).substr(0, 200));
  EXPECT_EQ(one(wish(entity(0), "confirm")).label, document_.entities[0].name);
}

TEST_F(CorrectionLog, TellsTheSecondOfTwo) {
  const std::string fact = document_.events[0].id;
  Wish anas = wish(fact, "change", "type", "talks"), boris = wish(fact, "reject");
  anas.seen = boris.seen = 0;
  const Correction first = one(anas, "ana");
  try {
    one(boris, "boris");
    FAIL() << "the second was not told";
  } catch (const record::Conflict& conflict) {
    ASSERT_TRUE(conflict.theirs);
    EXPECT_EQ(conflict.theirs->number, first.number);
    EXPECT_THAT(conflict.what(), HasSubstr("ana set type"));
  }
  EXPECT_EQ(record_.corrections().size(), 1U);
  boris.seen = first.number;
  const Correction second = one(boris, "boris");
  undo(record_, {second.number}, "ana");
  Wish late = wish(fact, "confirm");
  late.seen = second.number;
  try {
    one(late, "boris");
    FAIL() << "what was taken back was not told";
  } catch (const record::Conflict& conflict) {
    EXPECT_THAT(conflict.what(), HasSubstr("ana took back"));
    EXPECT_EQ(conflict.theirs->number, second.number);
  }
}

TEST_F(CorrectionLog, TakesTwoFieldsOfOneFactInOneGo) {
  Wish type = wish(document_.events[0].id, "change", "type", "talks"), place = wish(document_.events[0].id, "change", "place.name", "Gəncə");
  type.seen = place.seen = 0;
  EXPECT_EQ(correct(record_, {type, place}, "ana").size(), 2U);
}

TEST_F(CorrectionLog, SaysWhatAValueMustBe) {
  const auto told = [&](const std::string& fact, const std::string& field, const std::string& value) -> std::string {
    try {
      one(wish(fact, "change", field, value));
    } catch (const Error& error) {
      return error.what();
    }
    return "kept";
  };
  const std::string event = document_.events[0].id, figure = document_.figures[0].id;
  EXPECT_THAT(told(figure, "value", "a dozen"), HasSubstr("give a number"));
  EXPECT_THAT(told(figure, "value", "nan"), HasSubstr("give a number"));
  EXPECT_THAT(told(figure, "direction", "sideways"), HasSubstr("give up or down, or nothing"));
  EXPECT_THAT(told(event, "status", "done"), HasSubstr("happened, planned, proposed, postponed, cancelled or denied"));
  EXPECT_THAT(told(event, "channel", "Phone"), HasSubstr("give phone or video, or nothing"));
  EXPECT_THAT(told(event, "duration", "45 minutes"), HasSubstr("PT45M"));
  EXPECT_THAT(told(event, "time.value", "yesterday"), HasSubstr("TIMEX3"));
  EXPECT_THAT(told(event, "time.from", "2017-02-30"), HasSubstr("a day that exists"));
  EXPECT_THAT(told(event, "participants", entity(0)), HasSubstr("roles are host, guest"));
  EXPECT_THAT(told(event, "initiator", "e-nobody"), HasSubstr("knows nobody"));
  EXPECT_THAT(told(event, "place.country", "uk"), HasSubstr("ISO 3166-1"));
  EXPECT_TRUE(record_.corrections().empty());
  EXPECT_EQ(told(event, "time.value", "2017-W46"), "kept");
  EXPECT_EQ(told(event, "duration", "PT1H30M"), "kept");
}

TEST_F(CorrectionLog, KeepsDaysInOrder) {
  const std::string event = document_.events[0].id;
  ASSERT_TRUE(document_.events[0].time.to);
  EXPECT_THROW(one(wish(event, "change", "time.from", "2099-01-01")), Error);
  expect_as_read();
  EXPECT_EQ(correct(record_, {wish(event, "change", "time.from", "2099-01-01"), wish(event, "change", "time.to", "2099-01-02")}, "ana").size(), 2U);
  EXPECT_THROW(one(wish(event, "change", "time.to", "2098-12-31")), Error);
  one(wish(event, "change", "time.to", ""));
}

TEST_F(CorrectionLog, SaysThatADocumentWasReadAnew) {
  Wish seen = wish(document_.figures[0].id, "confirm");
  seen.reading = record_.load(id_).reading;
  reread(document_);
  EXPECT_THROW(one(seen), record::Conflict);
  seen.reading = record_.load(id_).reading;
  EXPECT_EQ(one(seen).action, "confirm");
}

TEST_F(CorrectionLog, SaysThatAFactIsGone) {
  Document fresh = document_;
  fresh.figures.clear();
  reread(fresh);
  try {
    one(wish(document_.figures[0].id, "confirm"));
    FAIL();
  } catch (const record::Conflict& conflict) {
    EXPECT_FALSE(conflict.theirs);
    EXPECT_THAT(conflict.what(), HasSubstr("made anew"));
  }
}

TEST_F(CorrectionLog, ChangesWhoIsMeant) {
  const Statement& said = document_.statements[1];
  ASSERT_EQ(said.speakers.size(), 2U);
  const std::string first = entity(said.speakers[0]), second = entity(said.speakers[1]);
  EXPECT_EQ(one(wish(said.id, "change", "speakers", second)).before, first + " " + second);
  EXPECT_EQ(kept().statements[1].speakers, std::vector<Index>{said.speakers[1]});
  record::Filters filters;
  filters.speakers = {document_.entities[said.speakers[1]].name};
  const int64_t now = count_statements(record_, {}, filters);
  one(wish(said.id, "change", "speakers", ""));
  EXPECT_TRUE(kept().statements[1].speakers.empty());
  EXPECT_EQ(count_statements(record_, {}, filters), now - 1);
  EXPECT_THROW(one(wish(said.id, "change", "speakers", "e-0000000000000")), Error) << "nobody in the document";
  EXPECT_THROW(one(wish(said.id, "change", "speakers", "Aliyeva")), Error);
  expect_sound();
}

TEST_F(CorrectionLog, ChangesParticipantsAndGivesThemBack) {
  const Event& event = document_.events[0];
  const std::string first = entity(event.participants.at(0).entity);
  const Correction made = one(wish(event.id, "change", "participants", first + ":guest"));
  EXPECT_THAT(made.before, HasSubstr(first + ":host"));
  ASSERT_EQ(kept().events[0].participants.size(), 1U);
  EXPECT_EQ(kept().events[0].participants[0].role, Role::guest);
  EXPECT_EQ(kept().events[0].participants[0].mention, event.participants[0].mention) << "where the text names them stays";
  reread(document_);
  EXPECT_EQ(kept().events[0].participants.size(), 1U);
  undo(record_, {made.number}, "ana");
  expect_as_read();
  EXPECT_THROW(one(wish(event.id, "change", "participants", first)), Error) << "no role";
  EXPECT_THROW(one(wish(event.id, "change", "participants", first + ":king")), Error);
  expect_sound();
}

TEST_F(CorrectionLog, ChangesEveryFieldAndGivesItBack) {
  const std::vector<Wish> wishes = {
      wish(document_.commitments[0].id, "change", "by", entity(1)), wish(document_.commitments[0].id, "change", "to", entity(0)),
      wish(document_.commitments[0].id, "change", "due.from", "2020-01-01"), wish(document_.commitments[0].id, "change", "parties", entity(0) + " " + entity(1)),
      wish(document_.figures[0].id, "change", "value_to", "12.5"), wish(document_.figures[0].id, "change", "time.from", "2016-01-01"),
      wish(document_.figures[0].id, "change", "speaker", entity(0)), wish(document_.points[0].id, "change", "holders", entity(1)),
      wish(document_.courtesies[0].id, "change", "via", ""), wish(document_.mentions[0].id, "change", "entity", entity(1)),
      wish(document_.times[0].id, "change", "value", "2016"), wish(document_.events[0].id, "change", "initiator", entity(0)),
      wish(document_.statements[0].id, "change", "addressee", entity(1)), wish(entity(0), "change", "name", "Somebody Else")};
  std::vector<int64_t> numbers;
  for (const Correction& made : correct(record_, wishes, "ana")) numbers.push_back(made.number);
  const Document now = kept();
  EXPECT_EQ(now.commitments[0].by, 1U);
  EXPECT_EQ(now.commitments[0].to, 0U);
  EXPECT_EQ(iso(now.commitments[0].due.from.value()), "2020-01-01");
  EXPECT_EQ(now.figures[0].value_to, 12.5);
  EXPECT_EQ(now.figures[0].speaker, 0U);
  EXPECT_EQ(now.points[0].holders, std::vector<Index>{1});
  EXPECT_EQ(now.courtesies[0].via, kNone);
  EXPECT_EQ(now.mentions[0].entity, 1U);
  EXPECT_EQ(now.times[0].value, "2016");
  EXPECT_EQ(now.entities[0].name, "Somebody Else");
  const std::string changed = sample::dump(now);
  reread(document_);
  EXPECT_EQ(sample::dump(kept()), changed) << "a new reading keeps them";
  undo(record_, numbers, "ana");
  expect_as_read();
  redo(record_, numbers, "ana");
  EXPECT_EQ(sample::dump(kept()), changed);
  expect_sound();
}

TEST_F(CorrectionLog, LeadsBackToTheNewReadingNotToTheOld) {
  const Correction made = one(wish(document_.events[0].id, "change", "place.name", "Gəncə"));
  Document fresh = document_;
  fresh.events[0].place.name = "Naxçıvan";
  reread(fresh);
  EXPECT_EQ(kept().events[0].place.name, "Gəncə");
  undo(record_, {made.number}, "ana");
  EXPECT_EQ(kept().events[0].place.name, "Naxçıvan");
}

TEST_F(CorrectionLog, KeepsThoseThatAChangeNames) {
  const std::string other = entity(1);
  one(wish(document_.statements[0].id, "change", "speakers", other));
  Document fresh = document_;
  fresh.mentions.clear(), fresh.statements.clear(), fresh.points.clear(), fresh.events.clear();
  fresh.figures.clear(), fresh.commitments.clear(), fresh.courtesies.clear(), fresh.entities.clear();
  reread(fresh);
  const Document now = kept();
  ASSERT_EQ(now.statements.size(), 1U);
  EXPECT_EQ(now.entities.at(now.statements[0].speakers.at(0)).id, other);
  expect_sound();
}

TEST_F(CorrectionLog, UndoesAndRedoesInAnyOrder) {
  const std::string event = document_.events[0].id;
  const Correction first = one(wish(event, "change", "place.name", "Gəncə")), second = one(wish(event, "change", "place.name", "Şəki"), "boris");
  undo(record_, {first.number}, "boris", "a slip");
  EXPECT_EQ(kept().events[0].place.name, "Şəki");
  undo(record_, {second.number}, "ana");
  EXPECT_EQ(kept().events[0].place.name, document_.events[0].place.name);
  const auto again = redo(record_, {first.number}, "ana");
  EXPECT_TRUE(again.front().undone.empty());
  EXPECT_EQ(kept().events[0].place.name, "Gəncə");
  redo(record_, {second.number}, "ana");
  EXPECT_EQ(kept().events[0].place.name, "Şəki") << "the later of two holds";
  EXPECT_THROW(redo(record_, {second.number}, "ana"), record::Conflict);
  undo(record_, {first.number, second.number}, "ana");
  expect_as_read();
  EXPECT_THROW(undo(record_, {first.number}, "ana"), record::Conflict);
  EXPECT_THROW(undo(record_, {999}, "ana"), Error);
  EXPECT_EQ(record_.database().integer("SELECT count(*) FROM correction_turns WHERE correction = ?", first.number), 3);
}

TEST_F(CorrectionLog, ListsAndTakesBackInBulk) {
  one(wish(document_.events[0].id, "confirm"), "ana");
  one(wish(document_.figures[0].id, "reject"), "boris");
  one(wish(document_.statements[0].id, "reject"), "boris");
  CorrectionFilters boris;
  boris.who = "boris";
  EXPECT_EQ(list_corrections(record_, boris, {0, 1}).total, 2);
  EXPECT_EQ(list_corrections(record_, boris, {0, 1}).corrections.at(0).fact, document_.statements[0].id);
  CorrectionFilters events;
  events.kind = "event";
  EXPECT_EQ(list_corrections(record_, events, {0, 9}).total, 1);
  events.kind = "praise";
  EXPECT_THROW(list_corrections(record_, events, {0, 9}), Error);
  undo(record_, correction_numbers(record_, boris), "ana", "all of boris's");
  EXPECT_TRUE(correction_numbers(record_, boris).empty());
  boris.undone = true;
  EXPECT_EQ(correction_numbers(record_, boris).size(), 2U);
  CorrectionFilters document;
  document.document = id_;
  document.undone = false;
  const auto standing = list_corrections(record_, document, {0, 9}).corrections;
  ASSERT_EQ(standing.size(), 1U);
  EXPECT_EQ(standing[0].who, "ana");
  EXPECT_EQ(standing[0].title, document_.title);
}

TEST_F(CorrectionLog, HoldsForTheFactsThatAChangedDocumentStillHas) {
  one(wish(document_.events[0].id, "change", "place.name", "Gəncə"));
  one(wish(document_.figures[0].id, "reject"));
  Document changed = document_;
  changed.text += "\nThe page was changed.\n";
  changed.figures[0].id = "f-elsewhere";
  EXPECT_EQ(record_.add(changed, sample::original_of(changed), sample::begin(record_)).outcome, record::Outcome::changed);
  EXPECT_EQ(kept().events[0].place.name, "Gəncə");
  EXPECT_EQ(kept().figures.size(), 1U);
  EXPECT_EQ(list_corrections(record_, {}, {0, 9}).total, 2);
  expect_sound();
}

TEST_F(CorrectionLog, NeedsANameAndSomethingToDo) {
  EXPECT_THROW(one(wish(document_.events[0].id, "confirm"), ""), Error);
  EXPECT_THROW(correct(record_, {}, "ana"), Error);
  EXPECT_THROW(undo(record_, {1}, ""), Error);
}

}  // namespace
}  // namespace chancery
