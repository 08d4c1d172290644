#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/error.hpp"
#include "record/query.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using record::Outcome;
using testing::HasSubstr;

TEST(Remove, TheTextGoesAndATombstoneStays) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const Document document = sample::reception();
  const Document other = sample::call(1);
  kept.add(document, sample::original_of(document), sample::begin(kept));
  kept.add(other, sample::original_of(other), sample::begin(kept));
  const record::Removed removed = kept.remove(document.info.id, "asked by the publisher");
  EXPECT_EQ(removed.title, document.title);
  EXPECT_THROW(kept.load(document.info.id), Error);
  EXPECT_EQ(kept.status().documents, 1);
  EXPECT_EQ(kept.status().encounters, 1);
  EXPECT_EQ(kept.removed().size(), 1U);
  EXPECT_EQ(count_statements(kept, record::match_expression("trade", false), {}), 0);
  EXPECT_TRUE(kept.check().empty());
  const record::Added again = kept.add(document, sample::original_of(document), sample::begin(kept));
  EXPECT_EQ(again.outcome, Outcome::removed);
  EXPECT_THAT(again.why, HasSubstr("asked by the publisher"));
  EXPECT_EQ(kept.status().documents, 1);
}

TEST(Remove, AFileIsKnownByItsWordsWhereverItLies) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  Document document = sample::call(1);
  document.info.url.clear();
  document.info.id.clear();
  const record::Added added = kept.add(document, sample::original_of(document), sample::begin(kept));
  kept.remove(added.id, "test");
  document.info.source = "elsewhere/call.txt";
  EXPECT_EQ(kept.expect(document, sample::original_of(document)), Outcome::removed);
  EXPECT_EQ(kept.add(document, sample::original_of(document), sample::begin(kept)).outcome, Outcome::removed);
  document.text += " Quite another text.";
  EXPECT_EQ(kept.add(document, sample::original_of(document), sample::begin(kept)).outcome, Outcome::added);
}

TEST(Remove, LeavesNoWordsInTheFile) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  Document document = sample::call(1);
  document.text += " Xylographwolf.";
  const Document other = sample::call(2);
  kept.add(document, {"Xylographwolf original", "text/plain"}, sample::begin(kept));
  kept.add(other, sample::original_of(other), sample::begin(kept));
  kept.remove(document.info.id, "test");
  for (const char* name : {"a.db", "a.db-wal"}) {
    std::ifstream file(folder / name, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    EXPECT_EQ(bytes.find("ylographwol"), std::string::npos) << name;
  }
}

TEST(Remove, KeepsBytesThatAnotherDocumentNeeds) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  const Document one = sample::call(1), two = sample::call(2);
  const record::Original shared{"one file for both", "text/plain"};
  kept.add(one, shared, sample::begin(kept));
  kept.add(two, shared, sample::begin(kept));
  kept.remove(one.info.id, "test");
  EXPECT_EQ(kept.original(two.info.id).first, "one file for both");
  EXPECT_THROW(kept.remove(one.info.id, "again"), Error);
}

}  // namespace
}  // namespace chancery
