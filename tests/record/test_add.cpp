#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "document/identify.hpp"
#include "record/adder.hpp"
#include "record/query.hpp"
#include "same.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using record::Outcome;
using sample::dump;

TEST(Add, KeepsEveryFact) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const Document document = sample::reception();
  const record::Added added = kept.add(document, sample::original_of(document), sample::begin(kept));
  EXPECT_EQ(added.outcome, Outcome::added);
  EXPECT_EQ(added.id, document.info.id);
  EXPECT_EQ(dump(kept.load(added.id).document), dump(document));
  EXPECT_TRUE(kept.check().empty()) << kept.check().front().where << ": " << kept.check().front().message;
}

TEST(Add, KeepsFactsAcrossClosing) {
  const sample::Folder folder;
  const Document document = sample::reception();
  {
    record::Record kept = sample::create(folder / "a.db");
    kept.add(document, sample::original_of(document), sample::begin(kept));
  }
  const record::Record again = record::Record::open(folder / "a.db", {});
  EXPECT_EQ(dump(again.load(document.info.id).document), dump(document));
}

TEST(Add, SecondTimeIsKnownAndChangesNothing) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const Document document = sample::reception();
  const auto run = sample::begin(kept);
  EXPECT_EQ(kept.expect(document, sample::original_of(document)), Outcome::added);
  kept.add(document, sample::original_of(document), run);
  EXPECT_EQ(kept.expect(document, sample::original_of(document)), Outcome::known);
  EXPECT_EQ(kept.add(document, sample::original_of(document), run).outcome, Outcome::known);
  EXPECT_EQ(kept.status().documents, 1);
  EXPECT_EQ(kept.status().versions, 1);
  EXPECT_EQ(kept.status().statements, 2);
}

TEST(Add, ExpectsBeforeTheIdIsMade) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  Document document = sample::reception();
  document.info.url.clear();
  const auto run = sample::begin(kept);
  kept.add(document, sample::original_of(document), run);
  document.info.id.clear();
  EXPECT_EQ(kept.expect(document, sample::original_of(document)), Outcome::known);
}

TEST(Add, ChangedSourceIsANewVersion) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const Document first = sample::reception();
  kept.add(first, sample::original_of(first), sample::begin(kept));
  Document second = sample::call(7);
  second.info.url = first.info.url;
  EXPECT_EQ(kept.expect(second, sample::original_of(second)), Outcome::changed);
  const record::Added added = kept.add(second, sample::original_of(second), sample::begin(kept));
  EXPECT_EQ(added.outcome, Outcome::changed);
  EXPECT_EQ(added.id, first.info.id);
  EXPECT_EQ(added.version, 2);
  EXPECT_EQ(kept.load(first.info.id).document.text, second.text);
  const record::Kept old = kept.load(first.info.id, 1);
  EXPECT_EQ(old.document.text, first.text);
  EXPECT_EQ(old.document.events.size(), 2U);
  EXPECT_EQ(kept.original(first.info.id, 1).first, first.text);
  EXPECT_EQ(kept.versions(first.info.id).size(), 2U);
  // Search and ledger speak of the current version alone.
  EXPECT_EQ(count_documents(kept, record::match_expression("railway", false), {}), 0);
  EXPECT_EQ(count_statements(kept, record::match_expression("trade", false), {}), 0);
  EXPECT_EQ(count_documents(kept, record::match_expression("item7", false), {}), 1);
  EXPECT_EQ(count_encounters(kept, {}), 1);
  EXPECT_TRUE(kept.check().empty());
}

TEST(Add, AnEncounterKeepsItsNameWhenThePageIsChanged) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const Document first = sample::reception();
  kept.add(first, sample::original_of(first), sample::begin(kept));
  record::EncounterFilters main;
  main.main_only = true;
  const std::string before = find_encounters(kept, main, {0, 1}).at(0).id;
  Document second = first;
  second.text += " A correction.";
  identify(second);
  ASSERT_NE(second.events[0].id, first.events[0].id);
  kept.add(second, sample::original_of(second), sample::begin(kept));
  const auto now = find_encounters(kept, main, {0, 10});
  ASSERT_EQ(now.size(), 1U);
  EXPECT_EQ(now[0].id, before);
  EXPECT_EQ(now[0].event, second.events[0].id);
  EXPECT_EQ(now[0].accounts, 1);
  EXPECT_EQ(kept.load(first.info.id, 1).document.events[0].id, first.events[0].id);
  EXPECT_TRUE(kept.check().empty());
}

TEST(Add, SameWordsElsewhereAreTheSameFile) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  Document document = sample::reception();
  document.info.url.clear();
  const auto run = sample::begin(kept);
  kept.add(document, sample::original_of(document), run);
  document.info.source = "moved/reception.txt";
  EXPECT_EQ(kept.add(document, sample::original_of(document), run).outcome, Outcome::known);
  // The file at the first path may still change.
  document.info.source = "texts/./reception.txt";
  document.text += " More.";
  document.info.id.clear();
  identify(document);
  EXPECT_EQ(kept.add(document, sample::original_of(document), run).outcome, Outcome::changed);
}

TEST(Add, LinesOfOneFileAreManyDocuments) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const auto run = sample::begin(kept);
  for (int i = 0; i < 3; ++i) {
    Document line = sample::call(i);
    line.info.url.clear();
    line.info.id.clear();
    EXPECT_EQ(kept.add(line, {line.text, "application/json"}, run).outcome, Outcome::added);
  }
  EXPECT_EQ(kept.status().documents, 3);
}

TEST(Add, TakenIdGetsANumber) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const auto run = sample::begin(kept);
  Document one = sample::call(1), two = sample::call(2);
  two.info.id = one.info.id;
  kept.add(one, sample::original_of(one), run);
  EXPECT_EQ(kept.add(two, sample::original_of(two), run).id, "call-1-2");
  EXPECT_EQ(kept.load("call-1-2").document.text, two.text);
}

TEST(Add, TwoDocumentsWithTheSameWordsHaveTwoEncounters) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const auto run = sample::begin(kept);
  Document one = sample::call(1), two = one;
  two.info.url += "?copy";
  two.info.id = "copy";
  kept.add(one, sample::original_of(one), run);
  kept.add(two, sample::original_of(two), run);
  EXPECT_EQ(count_encounters(kept, {}), 2);
  EXPECT_TRUE(kept.check().empty());
}

TEST(Add, HoldsNulAndEmptyText) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const auto run = sample::begin(kept);
  Document odd;
  odd.text = std::string("before\0after", 12);
  odd.info.id = "odd";
  Document empty;
  empty.info.id = "empty";
  kept.add(odd, {odd.text, "text/plain"}, run);
  kept.add(empty, {"", "text/plain"}, run);
  EXPECT_EQ(kept.load("odd").document.text, odd.text);
  EXPECT_EQ(kept.original("odd").first, odd.text);
  EXPECT_EQ(kept.load("empty").document.text, "");
  EXPECT_EQ(kept.original("empty").first, "");
  EXPECT_TRUE(kept.check().empty());
}

TEST(Adder, ReportsOnlyWhatIsOnDisk) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  record::Record other = record::Record::open(folder / "a.db", {});
  size_t reported = 0;
  record::Adder adder(
      kept, sample::begin(kept),
      [&](const record::Added& added) {
        ++reported;
        EXPECT_EQ(other.load(added.id).document.info.id, added.id);
      },
      [](const std::string&, const std::string&) { FAIL(); }, {4, size_t{1} << 20, std::chrono::hours{1}});
  for (int i = 0; i < 10; ++i) {
    Document document = sample::call(i);
    const std::string bytes = document.text;
    adder.add(std::move(document), {bytes, "application/json"});
    EXPECT_EQ(reported, static_cast<size_t>((i + 1) / 4 * 4));
  }
  adder.flush();
  EXPECT_EQ(reported, 10U);
  EXPECT_TRUE(kept.check().empty());
}

TEST(Adder, TheSameDocumentTwiceInABatch) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  std::vector<Outcome> outcomes;
  record::Adder adder(
      kept, sample::begin(kept), [&](const record::Added& added) { outcomes.push_back(added.outcome); },
      [](const std::string&, const std::string&) { FAIL(); });
  const Document first = sample::call(1);
  Document changed = sample::call(2);
  changed.info.url = first.info.url;
  for (const Document& one : {first, first, changed}) adder.add(Document(one), sample::original_of(one));
  adder.flush();
  EXPECT_THAT(outcomes, testing::ElementsAre(Outcome::added, Outcome::known, Outcome::changed));
  EXPECT_EQ(count_documents(kept, record::match_expression("item1", false), {}), 0);
  EXPECT_EQ(count_documents(kept, record::match_expression("item2", false), {}), 1);
  EXPECT_TRUE(kept.check().empty());
}

TEST(Adder, OneBadDocumentDoesNotHoldUpTheOthers) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  std::vector<std::string> added, failed;
  record::Adder adder(
      kept, sample::begin(kept), [&](const record::Added& a) { added.push_back(a.id); },
      [&](const std::string& item, const std::string&) { failed.push_back(item); });
  Document bad = sample::call(2);
  // A figure that is no number is NULL for SQLite, which the table refuses.
  Figure figure;
  figure.span = bad.statements[0].span;
  figure.value = std::numeric_limits<double>::quiet_NaN();
  bad.figures = {figure};
  bad.info.source = "bad.txt";
  for (Document one : {sample::call(1), bad, sample::call(3)}) {
    const std::string bytes = one.text;
    adder.add(std::move(one), {bytes, "text/plain"});
  }
  adder.fail("worse.txt", "cannot be read");
  adder.flush();
  EXPECT_THAT(added, testing::ElementsAre("call-1", "call-3"));
  EXPECT_THAT(failed, testing::UnorderedElementsAre("bad.txt", "worse.txt"));
  EXPECT_EQ(kept.failures().size(), 2U);
  EXPECT_TRUE(kept.check().empty());
}

TEST(Failures, StayUntilTheSourceSucceeds) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const auto first = sample::begin(kept);
  kept.failed("a.txt", "unreadable", first);
  kept.failed("a.txt", "still unreadable", first);
  kept.failed("b.jsonl:12", "no JSON", first);
  kept.failed("b.jsonl:7x", "no JSON", first);
  kept.failed("b.jsonl.old", "no JSON", first);
  ASSERT_EQ(kept.failures().size(), 4U);
  const auto second = sample::begin(kept);
  kept.failed("b.jsonl:13", "no JSON", second);
  kept.succeeded("b.jsonl", second);
  std::vector<std::string> left;
  for (const auto& line : kept.failures()) {
    left.push_back(line.item);
    if (line.item == "a.txt") {
      EXPECT_EQ(line.attempts, 2);
      EXPECT_EQ(line.reason, "still unreadable");
    }
  }
  EXPECT_THAT(left, testing::UnorderedElementsAre("a.txt", "b.jsonl:13", "b.jsonl:7x", "b.jsonl.old"));
  Document document = sample::reception();
  document.info.source = "a.txt";
  kept.add(document, sample::original_of(document), second);
  EXPECT_EQ(kept.failures().size(), 3U);
}

}  // namespace
}  // namespace chancery
