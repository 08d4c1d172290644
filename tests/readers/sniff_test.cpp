#include "readers/sniff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "reading.hpp"

namespace chancery::readers {
namespace {

using testing::HasSubstr;

TEST(Sniff, ByNameThenByLook) {
  EXPECT_EQ(sniff("a.HTML", "words"), Input::html);
  EXPECT_EQ(sniff("https://example.org/a.html?x=1", "words"), Input::html);
  EXPECT_EQ(sniff("a.tsv", "words"), Input::csv);
  EXPECT_EQ(sniff("-", "\n  <!DOCTYPE html><p>x"), Input::html);
  EXPECT_EQ(sniff("-", "<s>struck</s> words"), Input::text);
  EXPECT_EQ(sniff("-", "{\"id\":\"a\"}\n"), Input::jsonl);
  EXPECT_EQ(sniff("-", "---\ntitle: x\n---\nwords"), Input::markdown);
  EXPECT_EQ(sniff("-", "# newdoc id = x\n"), Input::conllu);
  EXPECT_EQ(sniff("-", "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n"), Input::conllu);
  EXPECT_EQ(sniff("-", "id;\"title\";text\n"), Input::csv);
  EXPECT_EQ(sniff("-", "The text, the title and the date\n"), Input::text);
}

TEST(Sniff, BinariesAreRefusedByName) {
  const std::pair<std::string, const char*> cases[] = {{"%PDF-1.7\n%\xE2\xE3", "PDF"}, {std::string("PK\x03\x04\x14\0\x06\0", 8), "ZIP"},
                                                      {std::string("\x89PNG\r\n\x1a\n\0\0", 10), "PNG"}, {"{\\rtf1\\ansi", "RTF"},
                                                      {std::string("SQLite format 3\0\x10", 17), "SQLite"}, {std::string(64, '\x01'), "binary"}};
  for (const auto& [bytes, what] : cases) {
    const Outcome outcome = read_string(bytes, "file.txt");
    ASSERT_EQ(outcome.failures.size(), 1U) << what;
    EXPECT_TRUE(outcome.documents.empty());
    EXPECT_THAT(outcome.failures[0].message, HasSubstr(what));
    EXPECT_THAT(outcome.failures[0].message, HasSubstr("does not read yet"));
  }
  EXPECT_EQ(read_string("RIFFRAFF gathers, says the minister.").documents.size(), 1U);
}

TEST(ReadPath, FoldersAndMissingFilesAreErrors) {
  const auto none = [](Document&&, const Original&) {};
  const auto fail = [](Failure&&) {};
  EXPECT_THROW(read_path("/", {}, none, fail), Error);
  EXPECT_THROW(read_path("no/such/file.txt", {}, none, fail), Error);
}

TEST(ReadPath, ReadsAFile) {
  const auto path = std::filesystem::temp_directory_path() / "chancery-readers-test.txt";
  std::ofstream(path) << "The ministers met.";
  std::string text;
  read_path(path.string(), {}, [&](Document&& d, const Original&) { text = d.text; }, [](Failure&&) {});
  std::filesystem::remove(path);
  EXPECT_EQ(text, "The ministers met.");
}

}  // namespace
}  // namespace chancery::readers
