#include <chancery/chancery.hpp>
#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

namespace {

using chancery::api::Engine;
using chancery::api::Release;

const Engine& engine() {
  static const Engine one;
  return one;
}

Release release() {
  Release r;
  r.id = "r1";
  r.title = "President Anna Berg received Minister Carlo Dini";
  r.text = "President of Austria Anna Berg received Italian Minister of Foreign Affairs Carlo Dini in Vienna on 3 May 2024.\n\n"
           "\u201cOur trade is growing,\u201d Carlo Dini said.";
  r.published = "2024-05-03";
  return r;
}

TEST(Library, GivesTheContractAsJson) {
  const std::string json = engine().analyse(release());
  EXPECT_EQ(json.rfind("{\"schema\":\"chancery/analysis/1\",\"document\":{\"id\":\"r1\"", 0), 0u) << json.substr(0, 200);
}

TEST(Library, GivesWhoMetWhomAsValues) {
  const auto account = engine().account(release());
  ASSERT_FALSE(account.encounters.empty());
  const auto& main = account.encounters.front();
  EXPECT_TRUE(main.main);
  EXPECT_EQ(main.day, "2024-05-03");
  ASSERT_EQ(main.participants.size(), 2u);
  EXPECT_EQ(main.participants[0].name, "Anna Berg");
  EXPECT_EQ(main.participants[1].country, "ITA");
}

TEST(Library, StatementsCountCodePoints) {
  const auto account = engine().account(release());
  ASSERT_FALSE(account.statements.empty());
  const auto& said = account.statements.front();
  EXPECT_NE(said.content.find("Our trade is growing"), std::string::npos);
  ASSERT_FALSE(said.speakers.empty());
  EXPECT_EQ(said.speakers[0].name, "Carlo Dini");
  EXPECT_LT(said.begin, said.end);
  EXPECT_LE(said.end - said.begin, said.content.size());
}

TEST(Library, TakesAnyBytesAndNothing) {
  EXPECT_NO_THROW(engine().analyse({}));
  Release bad = release();
  bad.text = "caf\xE9 \xFF\xFE";
  EXPECT_NE(engine().analyse(bad).find("caf\uFFFD"), std::string::npos);
}

TEST(Library, ServesManyThreads) {
  const std::string wanted = engine().analyse(release());
  std::string a, b;
  std::thread one([&] { a = engine().analyse(release()); }), two([&] { b = engine().analyse(release()); });
  one.join();
  two.join();
  EXPECT_EQ(a, wanted);
  EXPECT_EQ(b, wanted);
}

TEST(Library, AMissingFolderIsSaid) {
  try {
    Engine("/nowhere/at/all");
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("/nowhere/at/all"), std::string::npos) << error.what();
  }
}

}  // namespace
