#include "stages/points/points.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "treed.hpp"

namespace chancery {
namespace {

using test::add_person;
using test::add_sentence;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "discussed: bilateral trade [Deby, Diop]", a line a point.
std::vector<std::string> points_of(Document& document) {
  static const PointsStage stage(data_folder());
  stage.run(document);
  std::vector<std::string> out;
  for (const Point& point : document.points) {
    std::string line = std::string(point.negated ? "not " : "") + std::string(name_of(point.act)) + ": " + std::string(document.of(point.span));
    for (size_t i = 0; i < point.holders.size(); ++i) line += (i == 0 ? " [" : ", ") + document.entities[point.holders[i]].name;
    out.push_back(line + (point.holders.empty() ? "" : "]"));
  }
  return out;
}

/// Deby and Diop hold the talks that the document tells of.
Document talks(const std::string& rows) {
  Document document;
  add_sentence(document, rows);
  Event event;
  event.main = true;
  for (const char* name : {"Deby", "Diop"}) {
    Participant participant;
    participant.entity = add_person(document, name);
    event.participants.push_back(participant);
  }
  document.events.push_back(event);
  return document;
}

TEST(Points, OneForEachCoordinatedTopic) {
  Document document = talks(
      "Deby Deby PROPN 4 nsubj\nand and CCONJ 3 cc\nDiop Diop PROPN 1 conj\ndiscussed discuss VERB 0 root\nbilateral bilateral ADJ 6 amod\n"
      "trade trade NOUN 4 obj\n, , PUNCT 10 punct\nthe the DET 10 det\nnew new ADJ 10 amod\nbridge bridge NOUN 6 conj\nand and CCONJ 13 cc\n"
      "food food NOUN 13 compound\nsecurity security NOUN 6 conj\n. . PUNCT 4 punct\n");
  EXPECT_THAT(points_of(document), ElementsAre("discussed: bilateral trade [Deby, Diop]", "discussed: the new bridge [Deby, Diop]", "discussed: food security [Deby, Diop]"));
  double share = 0;
  for (const Point& point : document.points) share += *point.prominence;
  EXPECT_NEAR(share, 1, 1e-9);
  EXPECT_EQ(document.points[2].topic_label, "food security");
}

TEST(Points, ATopicEndsWhereTheMainClauseBegins) {
  Document document = talks(
      "Speaking speak VERB 7 advcl\nabout about ADP 4 case\nthe the DET 4 det\nborder border NOUN 1 obl\n, , PUNCT 1 punct\n"
      "Deby Deby PROPN 7 nsubj\nwarned warn VERB 0 root\nof of ADP 9 case\nsanctions sanction NOUN 7 obl\n. . PUNCT 7 punct\n");
  EXPECT_THAT(points_of(document), ElementsAre("discussed: the border [Deby]", "warned: sanctions [Deby]"));
}

TEST(Points, VerbsShareTheirSubject) {
  Document document = talks(
      "Deby Deby PROPN 2 nsubj\nwelcomed welcome VERB 0 root\nthe the DET 4 det\nruling ruling NOUN 2 obj\nand and CCONJ 6 cc\nthanked thank VERB 2 conj\n"
      "Diop Diop PROPN 6 obj\nfor for ADP 10 case\nhis his PRON 10 nmod:poss\nhelp help NOUN 6 obl\n. . PUNCT 2 punct\n");
  EXPECT_THAT(points_of(document), ElementsAre("welcomed: the ruling [Deby]", "thanked: his help [Deby]"));
}

TEST(Points, APassiveHasNoHolderButAnAgreementBindsBoth) {
  Document passive = talks("Trade trade NOUN 3 nsubj:pass\nwas be AUX 3 aux:pass\ndiscussed discuss VERB 0 root\n. . PUNCT 3 punct\n");
  EXPECT_THAT(points_of(passive), ElementsAre("discussed: Trade"));
  Document agreed = talks("It it PRON 3 nsubj:pass\nwas be AUX 3 aux:pass\nagreed agree VERB 0 root\nto to PART 5 mark\nmeet meet VERB 3 xcomp\nagain again ADV 5 advmod\n. . PUNCT 3 punct\n");
  EXPECT_THAT(points_of(agreed), ElementsAre("agreed: meet again [Deby, Diop]"));
}

TEST(Points, WhatIsSaidNotToHaveBeenDiscussed) {
  Document document = talks("Deby Deby PROPN 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod\ndiscuss discuss VERB 0 root\nthe the DET 6 det\nborder border NOUN 4 obj\n. . PUNCT 4 punct\n");
  EXPECT_THAT(points_of(document), ElementsAre("not_raised: the border [Deby]"));
}

TEST(Points, ATalkStandsForTheSides) {
  Document document = talks("The the DET 2 det\ntalks talk NOUN 3 nsubj\nfocused focus VERB 0 root\non on ADP 6 case\nthe the DET 6 det\nbridge bridge NOUN 3 obl\n. . PUNCT 3 punct\n");
  EXPECT_THAT(points_of(document), ElementsAre("discussed: the bridge [Deby, Diop]"));
}

TEST(Points, SupportSaidAgainIsReaffirmed) {
  const std::string end = "commitment commitment NOUN 2 obj\nto to ADP 6 case\npeace peace NOUN 4 nmod\n. . PUNCT 2 punct\n";
  Document support = talks("Deby Deby PROPN 2 nsubj\nstressed stress VERB 0 root\nhis his PRON 4 nmod:poss\n" + end);
  EXPECT_THAT(points_of(support), ElementsAre("reaffirmed: his commitment to peace [Deby]"));
  EXPECT_EQ(support.of(support.points[0].topic), "peace");
  Document need = talks("Deby Deby PROPN 2 nsubj\nstressed stress VERB 0 root\nthe the DET 4 det\nneed need NOUN 2 obj\nfor for ADP 6 case\npeace peace NOUN 4 nmod\n. . PUNCT 2 punct\n");
  EXPECT_THAT(points_of(need), ElementsAre("raised: the need for peace [Deby]"));
}

TEST(Points, ThingsOccasionsAndContentHoldNone) {
  // A thing as a subject, what "had" been discussed before, and a cue inside what is said.
  Document thing = talks("The the DET 2 det\nbridge bridge NOUN 3 nsubj\nraised raise VERB 0 root\nhopes hope NOUN 3 obj\n. . PUNCT 3 punct\n");
  EXPECT_THAT(points_of(thing), IsEmpty());
  Document before = talks("Deby Deby PROPN 3 nsubj\nhad have AUX 3 aux\ndiscussed discuss VERB 0 root\ntrade trade NOUN 3 obj\n. . PUNCT 3 punct\n");
  EXPECT_THAT(points_of(before), IsEmpty());
  Document content = talks("Deby Deby PROPN 2 nsubj\nnoted note VERB 0 root\nthat that SCONJ 5 mark\nDiop Diop PROPN 5 nsubj\nwelcomed welcome VERB 2 ccomp\nthe the DET 7 det\nruling ruling NOUN 5 obj\n. . PUNCT 2 punct\n");
  EXPECT_THAT(points_of(content), ElementsAre("raised: Diop welcomed the ruling [Deby]"));
}

TEST(Points, GroupsWithoutANameHoldThem) {
  Document document = talks("Local local ADJ 2 amod\nmayors mayor NOUN 3 nsubj\nraised raise VERB 0 root\nthe the DET 5 det\nbridge bridge NOUN 3 obj\n. . PUNCT 3 punct\n");
  EXPECT_THAT(points_of(document), ElementsAre("raised: the bridge [Local mayors]"));
}

TEST(Points, WhatAnIncludingListNames) {
  Document document = talks(
      "Deby Deby PROPN 2 nsubj\ndiscussed discuss VERB 0 root\nshared shared ADJ 4 amod\npriorities priority NOUN 2 obj\n, , PUNCT 8 punct\n"
      "including include VERB 8 case\nthe the DET 8 det\nbridge bridge NOUN 4 nmod\nand and CCONJ 11 cc\nfood food NOUN 11 compound\nsecurity security NOUN 8 conj\n. . PUNCT 2 punct\n");
  EXPECT_THAT(points_of(document), ElementsAre("discussed: shared priorities [Deby]", "discussed: the bridge [Deby]", "discussed: food security [Deby]"));
}

TEST(Points, ItemsBelowAColon) {
  Document document = talks("Deby Deby PROPN 2 nsubj\nraised raise VERB 0 root\nthe the DET 5 det\nfollowing following ADJ 5 amod\nissues issue NOUN 2 obj\n: : PUNCT 2 punct\n");
  for (const char* item : {"trade trade NOUN 0 root\n; ; PUNCT 1 punct\n", "the the DET 2 det\nbridge bridge NOUN 0 root\n. . PUNCT 2 punct\n"}) {
    Block block;
    block.kind = BlockKind::list_item;
    block.first = static_cast<Index>(document.sentences.size());
    document.blocks.push_back(block);
    add_sentence(document, item);
    document.sentences.back().block = static_cast<Index>(document.blocks.size() - 1);
  }
  EXPECT_THAT(points_of(document), ElementsAre("raised: trade [Deby]", "raised: the bridge [Deby]"));
}

TEST(Points, AConditionIsKept) {
  Document document = talks(
      "Deby Deby PROPN 2 nsubj\npromised promise VERB 0 root\nto to PART 4 mark\nhelp help VERB 2 xcomp\nif if SCONJ 7 mark\nDiop Diop PROPN 7 nsubj\npays pay VERB 4 advcl\n. . PUNCT 2 punct\n");
  EXPECT_THAT(points_of(document), ElementsAre("offered: help if Diop pays [Deby]"));
  EXPECT_EQ(document.of(document.points[0].condition), "if Diop pays");
}

TEST(Points, AQuotationIsOnePointOfItsSpeaker) {
  Document document = talks("We we PRON 2 nsubj\ndiscussed discuss VERB 6 ccomp\nthe the DET 4 det\nbridge bridge NOUN 2 obj\ntwice twice ADV 2 advmod\nsaid say VERB 0 root\nDeby Deby PROPN 6 nsubj\n. . PUNCT 6 punct\n");
  Statement quote;
  quote.mode = StatementMode::direct;
  quote.span = joined(document.tokens[0].span, document.tokens[4].span);
  quote.speakers = {0};
  document.statements.push_back(quote);
  EXPECT_THAT(points_of(document), ElementsAre("raised: We discussed the bridge twice [Deby]"));
}

TEST(Points, FiveHundredTopics) {
  std::string rows = "Deby Deby PROPN 2 nsubj\ndiscussed discuss VERB 0 root\nitem item NOUN 2 obj\n";
  for (int i = 0; i < 500; ++i) rows += ", , PUNCT " + std::to_string(5 + 2 * i) + " punct\nitem item NOUN 3 conj\n";
  Document document = talks(rows + ". . PUNCT 2 punct\n");
  EXPECT_EQ(points_of(document).size(), 501U);
}

TEST(Points, NothingWithoutATree) {
  Document document;
  document.text = "Deby discussed trade.";
  document.blocks.push_back({});
  Token token;
  token.span = {0, 4, Part::text};
  document.tokens.push_back(token);
  document.sentences.push_back({{0, 21, Part::text}, 0, 1, 0});
  EXPECT_THAT(points_of(document), IsEmpty());
}

TEST(Points, ATreeThatIsNoneEndsToo) {
  // Each word hangs on the other: no root anywhere.
  Document document = talks("Deby Deby PROPN 2 nsubj\ndiscussed discuss VERB 3 conj\ntrade trade NOUN 2 obj\n");
  points_of(document);
  SUCCEED();
}

TEST(PointLexicon, AMalformedLineIsNamed) {
  const auto folder = std::filesystem::temp_directory_path() / "chancery-points-lexicon";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "words.txt") << "talk talk\n";
  std::ofstream(folder / "cues.tsv") << "discuss\tchatted\tnp\n";
  EXPECT_THROW(points::Lexicon::load(folder), Error);
  std::ofstream(folder / "cues.tsv") << "discuss\tdiscussed\tnp\tloud\n";
  EXPECT_THROW(points::Lexicon::load(folder), Error);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace chancery
