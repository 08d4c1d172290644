#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "document/phrases.hpp"
#include "record/sqlite.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

std::set<uint32_t> hashes(std::string_view text) {
  std::set<uint32_t> all;
  for (const Shingle& shingle : shingles_of(phrase_words(text))) all.insert(shingle.hash);
  return all;
}

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> all;
  for (const PhraseWord& word : phrase_words(text))
    all.push_back(word.placeholder() ? "*" : text.substr(word.begin, word.end - word.begin));
  return all;
}

TEST(Phrases, NamesNumbersAndLittleWordsAreNoWording) {
  const std::vector<std::string> expected = {"*", "spoke", "today", "*", "grain", "exports", "worth", "*", "euros"};
  EXPECT_EQ(words("President Ada Lund spoke today with the King of Norland on grain exports worth 1,200.5 euros."), expected);
}

TEST(Phrases, TheSameFormulaUnderOtherNamesOrderAndEndings) {
  const auto one = hashes("The Ministers exchanged views on regional and international issues with Ada Lund.");
  const auto other = hashes("Mr Berg is exchanging views on international and regional issues, on 3 May.");
  std::vector<uint32_t> shared;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(shared));
  EXPECT_GE(shared.size(), 2U);
}

TEST(Phrases, StayWithinAClause) {
  EXPECT_TRUE(hashes("They agreed. Maintain contact").empty());
  EXPECT_TRUE(hashes("stay calm: meet again").empty());
  EXPECT_EQ(hashes("It was agreed to maintain contact.").size(), 1U);
  EXPECT_EQ(hashes("They met Dr. Holm on trade matters.").size(), hashes("They met Anna Holm on trade matters.").size());
}

TEST(Phrases, PackedHashesComeBackInOrder) {
  const std::string text = "Both sides welcomed the growing trade turnover and agreed to widen transport links between ports.";
  std::vector<uint32_t> back;
  unpack(packed(shingles_of(phrase_words(text))), [&](uint32_t hash) { back.push_back(hash); });
  const auto expected = hashes(text);
  EXPECT_EQ(back, std::vector<uint32_t>(expected.begin(), expected.end()));
  unpack("\xFF\xFF\xFF\xFF\xFF\xFF\xFF", [](uint32_t) { FAIL() << "no number is so long"; });
}

TEST(Phrases, AnyBytesAreRead) {
  std::string text;
  for (int i = 0; i < 4096; ++i) text += static_cast<char>(i * 37 % 256);
  for (const PhraseWord& word : phrase_words(text)) EXPECT_LT(word.begin, word.end);
}

int64_t wordings(const record::Record& record) {
  return record.database().integer("SELECT count(*) FROM formulae").value_or(0);
}

TEST(Wording, IsKeptForTheCurrentVersionAlone) {
  const sample::Folder folder;
  record::Record kept = sample::create(folder / "a.db");
  Document document = sample::call(1);
  kept.add(document, sample::original_of(document), sample::begin(kept));
  sample::add_calls(kept, 4);
  EXPECT_EQ(wordings(kept), kept.status().documents);
  const auto before = kept.database().text("SELECT hex(shingles) FROM formulae f JOIN documents d ON d.version = f.version WHERE d.key = ?", document.info.id);
  document.text += " The two sides agreed to widen the transport corridor.";
  kept.add(document, sample::original_of(document), sample::begin(kept));
  EXPECT_EQ(wordings(kept), kept.status().documents);
  const auto after = kept.database().text("SELECT hex(shingles) FROM formulae f JOIN documents d ON d.version = f.version WHERE d.key = ?", document.info.id);
  ASSERT_TRUE(after);
  EXPECT_NE(after, before);
  kept.remove(document.info.id, "test");
  EXPECT_EQ(wordings(kept), kept.status().documents);
  EXPECT_TRUE(kept.check().empty());
}

}  // namespace
}  // namespace chancery
