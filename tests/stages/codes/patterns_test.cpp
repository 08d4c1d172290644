#include "stages/codes/patterns.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "base/error.hpp"
#include "base/file.hpp"

namespace chancery::codes {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// The shipped tables with one file of patterns.
std::filesystem::path folder_with(const std::string& patterns) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  for (const char* table : {"roots.tsv", "operators.tsv", "contexts.tsv", "words.txt", "actors.txt"}) std::filesystem::copy_file(data_folder() / "codes" / "en" / table, folder / table);
  std::ofstream(folder / "own.patterns") << patterns;
  return folder;
}

std::string complaint(const std::string& patterns) {
  try {
    PatternBook::load(folder_with(patterns));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Patterns, AreReadFromText) {
  const auto book = PatternBook::load(folder_with(
      "# ours\n@open = open launch\n[ACCUSE investigate legal]\n@open|order probe|inquiry -> into against\n\n"
      "call_off with:minister -of -> noun\n[REQUEST]\nsay +must|should -> clause\nreceive aid <- from\nmeet <-> with\n"));
  ASSERT_EQ(book.of("launch").size(), 1U);
  const Pattern& probe = book.of("launch").front();
  EXPECT_EQ(probe.root, "ACCUSE");
  EXPECT_EQ(probe.mode, "investigate");
  EXPECT_EQ(probe.context, "legal");
  EXPECT_THAT(probe.arguments.front().lemmas, ElementsAre("probe", "inquiry"));
  EXPECT_THAT(probe.slots, ElementsAre("into", "against"));
  EXPECT_EQ(book.of("order").size(), 1U);
  const Pattern& call = book.of("call").front();
  EXPECT_EQ(call.particle, "off");
  EXPECT_EQ(call.barred, "of");
  EXPECT_EQ(call.arguments.front().preposition, "with");
  EXPECT_THAT(book.of("say").front().modals, ElementsAre("must", "should"));
  EXPECT_EQ(book.of("receive").front().direction, Direction::backward);
  EXPECT_EQ(book.of("meet").front().direction, Direction::mutual);
  EXPECT_EQ(book.size(), 5U);
}

TEST(Patterns, TheStricterComesFirst) {
  const auto book = PatternBook::load(folder_with("[AID]\nsend -> to\n[MOBILIZE]\nsend troop -> to\n"));
  EXPECT_EQ(book.of("send").front().root, "MOBILIZE");
}

TEST(Patterns, ExamplesLoseTheirMarks) {
  const auto book = PatternBook::load(folder_with("[AID]\nsend -> to\ne.g. [Chad] sent grain to {the camp}.\nnot: Chad sold grain.\n"));
  ASSERT_EQ(book.examples().size(), 2U);
  EXPECT_EQ(book.examples()[0].text, "Chad sent grain to the camp.");
  EXPECT_EQ(book.examples()[0].source, "Chad");
  EXPECT_EQ(book.examples()[0].target, "the camp");
  EXPECT_EQ(book.examples()[0].line, 3U);
  EXPECT_FALSE(book.examples()[1].holds);
}

TEST(Patterns, MalformedLinesAreNamed) {
  EXPECT_THAT(complaint("[HELP]\n"), HasSubstr("own.patterns:1: a header names a root"));
  EXPECT_THAT(complaint("send -> to\n"), HasSubstr("own.patterns:1: a pattern stands below a header"));
  EXPECT_THAT(complaint("[AID]\n\n@none|send -> to\n"), HasSubstr("own.patterns:3: \"@none\" is no class"));
  EXPECT_THAT(complaint("[AID]\nsend to\n"), HasSubstr("own.patterns:2: neither"));
  EXPECT_THAT(complaint("[AID]\ne.g. Chad sent grain.\n"), HasSubstr("own.patterns:2: an example marks"));
}

}  // namespace
}  // namespace chancery::codes
