#include <gtest/gtest.h>

#include "base/error.hpp"
#include "record/searches.hpp"
#include "sample.hpp"

namespace chancery::record {
namespace {

SavedSearch named(const std::string& name) { return {{}, name, "documents", "q=grain", "ana", {}}; }

TEST(Searches, AreKeptUnderNamesOfTheirOwn) {
  const sample::Folder folder;
  Record record = sample::create(folder / "r.db");
  const SavedSearch grain = save_search(record, named("Grain")), calls = save_search(record, named("Calls"));
  EXPECT_NE(grain.id, calls.id);
  EXPECT_THROW(save_search(record, named("Grain")), Error);
  EXPECT_THROW(save_search(record, named(" \t")), Error);
  const auto all = saved_searches(record);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].name, "Calls");
  EXPECT_EQ(all[1].query, "q=grain");
  EXPECT_EQ(saved_search(record, grain.id).name, "Grain");
  EXPECT_EQ(saved_search(record, "Grain").id, grain.id);
}

TEST(Searches, WhatIsRemovedIsGone) {
  const sample::Folder folder;
  Record record = sample::create(folder / "r.db");
  const SavedSearch grain = save_search(record, named("Grain"));
  remove_search(record, grain.id);
  EXPECT_THROW(remove_search(record, grain.id), Error);
  EXPECT_THROW(saved_search(record, grain.id), Error);
  EXPECT_TRUE(saved_searches(record).empty());
}

TEST(Searches, WhatCameLastIsFirstWhateverDayItIsOf) {
  const sample::Folder folder;
  Record record = sample::create(folder / "r.db");
  sample::add_calls(record, 4);
  const auto found = newest_documents(record, "", {}, 3);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found.front().line.document.id, sample::call(3).info.id);
  for (const auto& one : found) EXPECT_EQ(one.since.size(), 20U);
  EncounterFilters any;
  EXPECT_EQ(newest_encounters(record, any, 100).size(), static_cast<size_t>(count_encounters(record, any)));
  EXPECT_EQ(newest_statements(record, "", {}, 100).size(), static_cast<size_t>(count_statements(record, "", {})));
}

}  // namespace
}  // namespace chancery::record
