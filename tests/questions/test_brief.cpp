#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "base/file.hpp"
#include "document/identify.hpp"
#include "questions/brief/fit.hpp"
#include "questions/brief/write.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using questions::Brief;
using questions::BriefQuery;
using testing::HasSubstr;

class BriefTest : public testing::Test {
 protected:
  BriefTest() : record_(sample::create(folder_ / "a.db")), knowledge_(Knowledge::load(data_folder())) {
    const Document document = sample::reception();
    record_.add(document, sample::original_of(document), sample::begin(record_));
  }
  Brief sheet(const std::string& of, const std::string& for_whom, Day on) const { return questions::brief(record_, knowledge_, {of, for_whom, on}); }
  static const questions::BriefSection& section(const Brief& sheet, std::string_view id) {
    for (const auto& one : sheet.sections) {
      if (one.id == id) return one;
    }
    throw std::runtime_error("no such section");
  }

  static constexpr Day kLate = Day{std::chrono::days{30'000}};
  sample::Folder folder_;
  record::Record record_;
  Knowledge knowledge_;
};

TEST_F(BriefTest, ACountryByNameAndCodeIsTheSame) {
  const Brief by_code = sheet("AZE", "CZE", kLate);
  EXPECT_EQ(by_code.kind, "country");
  EXPECT_EQ(questions::to_json(by_code), questions::to_json(sheet("azerbaijan", "CZE", kLate)));
  EXPECT_FALSE(section(by_code, "encounters_for").lines.empty());
  EXPECT_FALSE(by_code.notes.empty());
}

TEST_F(BriefTest, EveryNumberLeadsToASource) {
  const Brief brief = sheet("AZE", "CZE", kLate);
  for (const auto& part : brief.sections) {
    for (const auto& line : part.lines) {
      for (const size_t number : line.notes) {
        ASSERT_GE(number, 1U);
        ASSERT_LE(number, brief.notes.size());
      }
    }
  }
  for (const auto& note : brief.notes) EXPECT_FALSE(note.document.id.empty());
}

TEST_F(BriefTest, NothingPublishedLaterShows) {
  const Brief early = sheet("AZE", "CZE", *make_day(1990, 1, 1));
  EXPECT_TRUE(early.notes.empty());
  for (const char* id : {"encounters_for", "encounters", "said", "commitments", "figures", "coming"}) {
    EXPECT_TRUE(section(early, id).lines.empty()) << id;
    EXPECT_EQ(section(early, id).more, 0) << id;
    EXPECT_FALSE(section(early, id).note.empty()) << id;
  }
}

TEST_F(BriefTest, UnknownNamesAreSaidPlainly) {
  EXPECT_THROW(sheet("Zyx Qwert", "", kLate), questions::UnclearName);
  try {
    sheet("Azerbaijam", "", kLate);
    FAIL() << "nobody is called so";
  } catch (const questions::UnclearName& error) {
    ASSERT_FALSE(error.choices().empty());
    EXPECT_EQ(error.choices().front().side.country, "AZE");
  }
  EXPECT_THROW(sheet("AZE", "Atlantis", kLate), Error);
  EXPECT_THROW(sheet("AZE", "AZE", kLate), Error);
}

TEST_F(BriefTest, WhatReleasesSayIsNoMarkup) {
  Brief brief;
  brief.query.on = kLate;
  brief.name = "<script>alert(1)</script>";
  questions::BriefLine line;
  line.say("a *b* <i>c</i> & \"d\"");
  line.notes = {1};
  brief.sections.push_back({"who", "Who", {}, {line}, 0});
  record::DocumentLine document;
  document.url = "javascript:alert(1)";
  document.title = "</style>";
  brief.notes.push_back({document, "<b>", {}, 1});
  const std::string html = questions::to_html(brief);
  for (const char* bad : {"<script", "<i>", "<b>", "href=\"javascript", "“</style>"}) EXPECT_EQ(html.find(bad), std::string::npos) << bad;
  EXPECT_THAT(questions::to_markdown(brief), HasSubstr("a \\*b\\* \\<i\\>c"));
}

std::vector<questions::BriefDraft> drafts(size_t entries, size_t letters) {
  std::vector<questions::BriefDraft> all;
  for (int i = 0; i < 5; ++i) {
    questions::BriefDraft draft;
    for (size_t k = 0; k < entries; ++k) {
      questions::BriefLine line;
      line.say(std::string(letters, 'm'));
      record::DocumentLine document;
      document.id = std::to_string(i) + "-" + std::to_string(k);
      line.sources.push_back({document, std::string(100, 'w'), {}, 0});
      draft.entries.push_back({line});
    }
    draft.total = static_cast<int64_t>(entries);
    all.push_back(draft);
  }
  return all;
}

TEST(BriefFit, CutsToTwoPagesAndLeavesWhatFits) {
  const auto cut = questions::fitted(drafts(40, 300));
  EXPECT_LE(questions::height_of(cut), 2 * 253.0);
  for (const auto& draft : cut) EXPECT_GE(draft.entries.size(), 1U);
  const auto whole = questions::fitted(drafts(2, 80));
  for (const auto& draft : whole) EXPECT_EQ(draft.entries.size(), 2U);
  // Even where one entry of each section is too much.
  EXPECT_LE(questions::height_of(questions::fitted(drafts(1, 100'000))), 2 * 253.0);
}

TEST_F(BriefTest, SomebodyWhoMetNobodyHasASheetThatSaysSo) {
  Document document = sample::call(1);
  document.info.id = "named-only";
  document.info.url.clear();
  document.events.clear();
  document.statements.clear();
  Entity person;
  person.name = "Orla Quist";
  person.names = {"Orla Quist"};
  document.entities.push_back(person);
  identify(document);
  record_.add(document, sample::original_of(document), sample::begin(record_));
  const Brief brief = sheet("Orla Quist", "", kLate);
  EXPECT_EQ(brief.name, "Orla Quist");
  EXPECT_TRUE(section(brief, "encounters").lines.empty());
  EXPECT_THAT(section(brief, "encounters").note, HasSubstr("No encounter"));
}

TEST(BriefMarks, StandInBracketsBesideTheQuote) {
  questions::BriefLine line;
  line.say("reaffirmed ").quote("“their steadfast support”", {}, {});
  EXPECT_EQ(line.text(), "reaffirmed “their steadfast support”");
  questions::Formula formula;
  formula.count = 19;
  formula.of = 738;
  line.parts.back().quote->usual = formula;
  EXPECT_EQ(line.text(), "reaffirmed “their steadfast support” [usual: 19 of 738]");
  line.parts.back().quote->usual->basis = questions::Basis::pair;
  line.parts.back().quote->usual_words = "steadfast support";
  EXPECT_EQ(line.text(), "reaffirmed “their steadfast support” [“steadfast support” usual between the two: 19 of 738]");
  line.parts.back().quote->usual.reset();
  line.parts.back().quote->fresh = true;
  EXPECT_EQ(line.text(), "reaffirmed “their steadfast support” [new between the two]");
}

TEST(BriefNotes, AReleaseThatLinesQuoteHasOneFootnote) {
  auto all = drafts(2, 40);
  for (auto& draft : all) {
    for (auto& entry : draft.entries) {
      entry.front().sources.front().document.id = "same";
      entry.front().sources.front().passage.clear();
    }
  }
  auto apart = drafts(2, 40);
  EXPECT_LT(questions::height_of(all), questions::height_of(apart));
}

TEST(BriefWords, TellTalkFromPositions) {
  EXPECT_TRUE(questions::chatty("you know it as well as anybody"));
  EXPECT_TRUE(questions::chatty("as I\u2019ve said before"));
  EXPECT_FALSE(questions::chatty("the relationship rests on trade"));
  EXPECT_TRUE(questions::courteous("Happy New Year to all of you"));
  EXPECT_FALSE(questions::courteous("the ports will be opened"));
  EXPECT_EQ(questions::passage_of("nister Luxon of New Zealand", 100), "…Luxon of New Zealand");
  EXPECT_EQ(questions::passage_of("The two met.", 100), "The two met.");
}

TEST(BriefWords, ANameOfAPartyStandsOnce) {
  record::Party whole, part;
  whole.name = "Kishida Fumio";
  part.name = "Kishida";
  whole.type = part.type = "person";
  whole.country = part.country = "JPN";
  EXPECT_EQ(questions::names_of({part, whole}, 4), "Kishida Fumio (JPN)");
}

TEST(BriefWords, AreShortenedBetweenWords) {
  EXPECT_EQ(questions::shortened("  one   two\nthree ", 100), "one two three");
  EXPECT_EQ(questions::shortened("alpha beta gamma delta", 12), "alpha beta…");
  EXPECT_EQ(questions::shortened(std::string(50, 'x'), 10), std::string(10, 'x') + "…");
}

}  // namespace
}  // namespace chancery
