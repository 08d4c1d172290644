// Two accounts laid side by side: documents made by hand, as the stages would leave them, in texts of our own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "base/file.hpp"
#include "knowledge/phrase.hpp"
#include "questions/compare/families.hpp"
#include "questions/compare/figures.hpp"
#include "questions/compare/json.hpp"
#include "questions/novelty.hpp"

namespace chancery {
namespace {

using namespace questions::compare;
using questions::compare::Comparison;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Lexicon& lexicon() {
  static const Lexicon loaded = Lexicon::load(std::string(CHANCERY_SOURCE_DIR) + "/data");
  return loaded;
}

/// Words parted at spaces; every word a noun, but small ones.
Document text(const std::string& words) {
  Document d;
  d.text = words;
  Sentence sentence;
  sentence.span = {0, static_cast<uint32_t>(words.size())};
  for (uint32_t begin = 0; begin < words.size();) {
    const auto end = static_cast<uint32_t>(std::min(words.find(' ', begin), words.size()));
    Token token;
    token.span = {begin, end};
    token.lower = words.substr(begin, end - begin);
    std::ranges::transform(token.lower, token.lower.begin(), [](unsigned char c) { return std::tolower(c); });
    token.lemma = token.lower;
    token.upos = token.lower.size() <= 3 ? "ADP" : "NOUN";
    d.tokens.push_back(token);
    begin = end + 1;
  }
  sentence.last = static_cast<Index>(d.tokens.size());
  d.sentences = {sentence};
  for (const auto& [name, country] : {std::pair{"Ada North", "NOR"}, {"Omar South", "SUR"}}) {
    Entity e;
    e.name = name;
    e.country = country;
    d.entities.push_back(e);
  }
  Event call;
  call.id = "v-call";
  call.main = true;
  call.participants = {{0, Role::party, "", {}}, {1, Role::party, "", {}}};
  d.events = {call};
  return d;
}

Span span_of(const Document& d, const std::string& words) {
  const auto at = d.text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

Point& add_point(Document& d, const std::string& words, PointAct act, std::vector<Index> holders) {
  Point p;
  p.id = "p-" + std::to_string(d.points.size());
  p.span = p.topic = span_of(d, words);
  p.act = act;
  p.holders = std::move(holders);
  d.points.push_back(p);
  return d.points.back();
}

void add_figure(Document& d, const std::string& words, double value, const std::string& indicator) {
  Figure f;
  f.id = "f-" + words;
  f.span = span_of(d, words);
  f.value = value;
  f.unit = "tonne";
  f.indicator = indicator;
  d.figures.push_back(f);
}

Comparison compared(const Document& a, const Document& b) {
  Side left, right;
  left.document = &a;
  right.document = &b;
  return compare(left, right, lexicon());
}

constexpr Index kAda = 0, kOmar = 1;

TEST(Compare, TheSameInOtherOrderAndInflectionIsTheSame) {
  Document a = text("fishing quotas beyond the northern reef"), b = text("the northern reef and its fishing quotas");
  add_point(a, "fishing quotas beyond the northern reef", PointAct::discussed, {kAda, kOmar});
  add_point(b, "the northern reef and its fishing quotas", PointAct::discussed, {kAda, kOmar});
  const auto c = compared(a, b);
  ASSERT_THAT(c.links, SizeIs(1));
  EXPECT_EQ(c.links[0].relation, Relation::same);
  EXPECT_THAT(c.links[0].why, Contains("holder"));
}

TEST(Compare, EachSidesNameForOneThingStandsBesideTheOthers) {
  Document a = text("the special military operation near Southport harbour"), b = text("the invasion near Southport harbour");
  add_point(a, a.text, PointAct::raised, {kAda});
  add_point(b, b.text, PointAct::raised, {kAda});
  const auto c = compared(a, b);
  ASSERT_THAT(c.links, SizeIs(1));
  ASSERT_THAT(c.links[0].names, SizeIs(1));
  EXPECT_EQ(a.of(c.links[0].names[0].a), "special military operation");
  EXPECT_EQ(b.of(c.links[0].names[0].b), "invasion");
  EXPECT_THAT(c.links[0].marks_b, ElementsAre(span_of(b, "invasion")));
}

TEST(Compare, WhatOneWarnedOfIsNotWhatTheOtherDid) {
  Document a = text("consequences of drilling at Northbank"), b = text("consequences of drilling at Northbank");
  add_point(a, a.text, PointAct::warned, {kAda});
  add_point(b, b.text, PointAct::warned, {kOmar});
  const auto c = compared(a, b);
  EXPECT_THAT(c.links, IsEmpty());
  ASSERT_THAT(c.nearest, SizeIs(2));
  EXPECT_TRUE(c.nearest[0].of_a);
  EXPECT_GT(c.nearest[0].similarity, 0.8);
}

TEST(Compare, BothSidesOrNoOneMayBeTheHolder) {
  for (const std::vector<Index>& holders : {std::vector<Index>{kAda, kOmar}, {}}) {
    Document a = text("drilling at Northbank"), b = text("drilling at Northbank");
    add_point(a, a.text, PointAct::raised, {kAda});
    add_point(b, b.text, PointAct::discussed, holders);
    EXPECT_THAT(compared(a, b).links, SizeIs(1)) << holders.size();
  }
}

TEST(Compare, ThanksAnswerAPledge) {
  Document a = text("generous lighthouse repairs"), b = text("generous lighthouse repairs");
  add_point(a, a.text, PointAct::offered, {kAda});
  add_point(b, b.text, PointAct::thanked, {kOmar});
  EXPECT_THAT(compared(a, b).links, SizeIs(1));
}

TEST(Compare, ASumOfMoneySpeaksForOneThingInOtherWords) {
  Document a = text("NOK 60 million for emergency relief"), b = text("a contribution of 60 million kroner");
  add_point(a, a.text, PointAct::offered, {kAda});
  add_point(b, b.text, PointAct::thanked, {kOmar});
  EXPECT_THAT(compared(a, b).links, IsEmpty()) << "without the figures only common words are shared";
  add_figure(a, "NOK 60 million", 60e6, "relief");
  add_figure(b, "60 million kroner", 60e6, "contribution");
  EXPECT_THAT(compared(a, b).links, SizeIs(1));
}

TEST(Compare, UnrelatedPointsHaveNoCounterpart) {
  Document a = text("lighthouse repairs"), b = text("vaccination of reindeer");
  add_point(a, a.text, PointAct::discussed, {kAda, kOmar});
  add_point(b, b.text, PointAct::discussed, {kAda, kOmar});
  const auto c = compared(a, b);
  EXPECT_THAT(c.links, IsEmpty());
  EXPECT_THAT(c.nearest, IsEmpty()) << "nothing is shared";
}

TEST(Compare, OppositePolarityOfOnePointByOneHolderContradicts) {
  Document a = text("drilling at Northbank harbour"), b = text("drilling at Northbank harbour");
  add_point(a, a.text, PointAct::agreed, {kAda});
  add_point(b, b.text, PointAct::disagreed, {kAda});
  const auto c = compared(a, b);
  ASSERT_THAT(c.links, SizeIs(1));
  EXPECT_EQ(c.links[0].relation, Relation::contradicts);
  ASSERT_TRUE(c.links[0].incompatible);
  EXPECT_EQ(c.links[0].incompatible->what, "polarity");
}

TEST(Compare, DenialOfALikeButNotTheSamePointIsNone) {
  Document a = text("drilling at Northbank harbour"), b = text("drilling beyond Southport lighthouse islands");
  add_point(a, a.text, PointAct::raised, {kAda});
  add_point(b, b.text, PointAct::raised, {kAda}).negated = true;
  for (const Link& link : compared(a, b).links) EXPECT_NE(link.relation, Relation::contradicts);
}

TEST(Compare, TwoExactFiguresOfOneThingContradictAndAreShown) {
  Document a = text("deliveries of 40 tonnes herring"), b = text("deliveries of 70 tonnes herring");
  for (Document* d : {&a, &b}) add_point(*d, d->text, PointAct::raised, {kAda});
  add_figure(a, "40 tonnes", 40, "herring deliveries");
  add_figure(b, "70 tonnes", 70, "herring deliveries");
  const auto c = compared(a, b);
  ASSERT_THAT(c.links, SizeIs(1));
  EXPECT_EQ(c.links[0].relation, Relation::contradicts);
  EXPECT_EQ(a.of(c.links[0].incompatible->a), "40 tonnes");
  ASSERT_THAT(c.figures, SizeIs(1));
  EXPECT_EQ(c.figures[0].standing, Standing::contradicts);
}

TEST(Compare, HedgesRangesAndMissingAmountsDoNotContradict) {
  Figure exact, about, range;
  exact.value = 40;
  about.value = 70;
  about.comparison = chancery::Comparison::about;
  range.value = 30;
  range.value_to = 60;
  range.comparison = chancery::Comparison::between;
  EXPECT_EQ(standing_of(exact, about), Standing::differs);
  EXPECT_EQ(standing_of(exact, range), Standing::differs);
  EXPECT_EQ(standing_of(exact, exact), Standing::same);
  Document a = text("deliveries of 40 tonnes herring"), b = text("deliveries of herring");
  add_figure(a, "40 tonnes", 40, "herring deliveries");
  const auto c = compared(a, b);
  ASSERT_THAT(c.figures, SizeIs(1));
  EXPECT_EQ(c.figures[0].standing, Standing::only_a);
}

TEST(Compare, CommitmentsThatOnlyOneNames) {
  Document a = text("rebuild the lighthouse by autumn"), b = text("nothing else was told");
  Commitment promise;
  promise.id = "c-1";
  promise.span = span_of(a, a.text);
  promise.by = kAda;
  a.commitments = {promise};
  const auto c = compared(a, b);
  ASSERT_THAT(c.commitments, SizeIs(1));
  EXPECT_EQ(c.commitments[0].standing, Standing::only_a);
  EXPECT_EQ(c.units_a.at(0).kind, UnitKind::commitment);
}

TEST(Compare, WhatIsSaidOfTheEncounterItself) {
  Document a = text("a call"), b = text("a call");
  a.events[0].channel = "phone";
  b.events[0].channel = "video";
  a.events[0].initiator = kAda;
  b.events[0].initiator = kOmar;
  a.events[0].duration = "PT1H";
  const auto c = compared(a, b);
  const auto standing = [&](const std::string& what) { return std::ranges::find(c.facts, what, &EncounterFact::what)->standing; };
  EXPECT_EQ(standing("channel"), Standing::differs);
  EXPECT_EQ(standing("initiator"), Standing::contradicts);
  EXPECT_EQ(standing("duration"), Standing::only_a);
  EXPECT_EQ(standing("participants"), Standing::same);
  EXPECT_EQ(standing("place"), Standing::neither);
}

TEST(Compare, AShareOfADocumentIsComparedAlone) {
  Document a = text("lighthouse repairs and reindeer vaccination"), b = text("lighthouse repairs");
  add_point(a, "lighthouse repairs", PointAct::discussed, {});
  add_point(a, "reindeer vaccination", PointAct::discussed, {});
  add_point(b, b.text, PointAct::discussed, {});
  Side left, right;
  left.document = &a;
  left.passage = {span_of(a, "reindeer vaccination")};
  right.document = &b;
  const auto c = compare(left, right, lexicon());
  ASSERT_THAT(c.units_a, SizeIs(1));
  EXPECT_THAT(c.notes, ElementsAre(testing::StartsWith("a: only the part")));
  EXPECT_EQ(to_json(c).at("a").at("passage"), (questions::Json{{{"begin", 23}, {"end", 43}}}));
  EXPECT_TRUE(to_json(c).at("b").at("passage").is_null());
  EXPECT_EQ(a.of(c.units_a[0].span), "reindeer vaccination");
  EXPECT_THAT(c.links, IsEmpty());
}

TEST(Compare, AnEmptyTextAndOneWithoutPointsAreSaid) {
  const Document empty = text(""), plain = text("nothing here");
  const auto c = compared(empty, plain);
  EXPECT_THAT(c.notes, SizeIs(2));
  EXPECT_THAT(c.links, IsEmpty());
  EXPECT_EQ(to_json(c).at("points_a").size(), 0U);
}

TEST(Compare, ThousandsOfPointsAreCutAndSaid) {
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "harbour" + std::to_string(i) + " ";
  Document a = text(words), b = text("harbour7 dredging");
  for (int i = 0; i < 3000; ++i) add_point(a, "harbour" + std::to_string(i) + " ", PointAct::discussed, {});
  add_point(b, b.text, PointAct::discussed, {});
  const auto c = compared(a, b);
  EXPECT_THAT(c.units_a, SizeIs(kMostUnits));
  EXPECT_THAT(c.notes, Contains(testing::HasSubstr("600")));
}

TEST(Compare, OffsetsInJsonAreCodePoints) {
  Document a = text("Čapek žádal lighthouse repairs"), b = text("lighthouse repairs");
  add_point(a, "lighthouse repairs", PointAct::discussed, {});
  add_point(b, "lighthouse repairs", PointAct::discussed, {});
  const auto json = to_json(compared(a, b));
  EXPECT_EQ(json.at("points_a").at(0).at("begin"), 12);
  EXPECT_EQ(json.at("points_a").at(0).at("quote"), "lighthouse repairs");
  EXPECT_EQ(json.at("links").at(0).at("relation"), "same");
}

TEST(Compare, WhatIsUsualAndMissingStandsWithItsSide) {
  const Document a = text("lighthouse repairs"), b = a;
  questions::Novelty wording;
  wording.dropped.push_back({"lasting friendship", "d-9", "2024-05-01", "2023-01-02", "d-1", {4, 22}, 9, 12});
  Side left, right;
  left.document = &a;
  right.document = &b;
  right.wording = &wording;
  const auto json = to_json(compare(left, right, lexicon()));
  EXPECT_TRUE(json.at("a").at("dropped").empty());
  ASSERT_EQ(json.at("b").at("dropped").size(), 1U);
  const auto& dropped = json.at("b").at("dropped").front();
  EXPECT_EQ(dropped.at("words"), "lasting friendship");
  EXPECT_EQ(dropped.at("count"), 9);
  EXPECT_EQ(dropped.at("of"), 12);
  EXPECT_EQ(dropped.at("first"), (questions::Json{{"id", "d-1"}, {"day", "2023-01-02"}}));
  EXPECT_EQ(dropped.at("last").at("id"), "d-9");
  EXPECT_THAT(json.at("notes").size(), 2U) << "only that neither has points";
}

TEST(Families, JoinWordsOfOneRoot) {
  EXPECT_TRUE(are_related("diplomacy", "diplomatic"));
  EXPECT_TRUE(are_related("escalate", "escalation"));
  EXPECT_FALSE(are_related("internal", "international"));
  EXPECT_FALSE(are_related("port", "portal"));
  const Families families({"diplomatic", "diplomacy", "reef"});
  EXPECT_EQ(families.of("diplomacy"), families.of("diplomatic"));
  EXPECT_NE(families.of("reef"), families.of("diplomacy"));
}

}  // namespace
}  // namespace chancery
