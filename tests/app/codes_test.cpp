// The patterns that ship code their own examples as they say, with the model that ships.
#include "app/codes.hpp"

#include <gtest/gtest.h>

#include "base/file.hpp"

namespace chancery::app {
namespace {

TEST(Codes, ShippedExamplesAreCodedAsTheySay) {
  const Engine engine;
  ASSERT_NE(engine.model(), nullptr);
  const CodesCheck check = check_codes(engine, data_folder());
  EXPECT_GT(check.examples, 40U);
  for (const FailedExample& failed : check.failed) ADD_FAILURE() << failed.file << ":" << failed.line << ": " << failed.sentence << " (wanted " << failed.wanted << ")";
}

TEST(Codes, ASentenceIsCodedWithItsSides) {
  const Engine engine;
  const auto acts = coded(engine, "The Kenyan army arrested two smugglers.");
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_EQ(acts[0].root, "COERCE");
  EXPECT_EQ(acts[0].mode, "arrest");
  ASSERT_FALSE(acts[0].sources.empty());
  EXPECT_EQ(acts[0].sources[0], "The Kenyan army");
  ASSERT_EQ(acts[0].targets.size(), 1U);
  EXPECT_EQ(acts[0].targets[0], "two smugglers");
}

TEST(Codes, NothingIsCodedWhereNobodyActs) { EXPECT_TRUE(coded(Engine(), "It rained in the valley for two days.").empty()); }

}  // namespace
}  // namespace chancery::app
