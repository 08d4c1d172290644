#include "writers/json.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "document/identify.hpp"
#include "sample.hpp"

namespace chancery::writers {
namespace {

using Json = nlohmann::json;

Json written(const Document& document) { return Json::parse(to_json(document)); }

TEST(Json, EmptyDocumentHasEveryArrayAndNullForTheUnknown) {
  Document document;
  identify(document);
  const Json out = written(document);
  EXPECT_EQ(out["schema"], "chancery/analysis/1");
  for (const char* key : {"mentions", "entities", "times", "statements", "points", "events", "figures", "commitments", "courtesies"}) {
    ASSERT_TRUE(out.contains(key)) << key;
    EXPECT_EQ(out[key], Json::array()) << key;
  }
  for (const char* key : {"source", "title", "published", "language", "publisher", "country", "dateline"}) {
    EXPECT_TRUE(out["document"][key].is_null()) << key;
  }
  EXPECT_EQ(out["document"]["terms"], Json::array());
  EXPECT_EQ(out["text"], "");
}

TEST(Json, KeysStandInTheOrderOfTheContract) {
  const auto line = to_json(sample());
  std::vector<std::string> keys;
  const auto out = nlohmann::ordered_json::parse(line);
  for (const auto& item : out.items()) keys.push_back(item.key());
  EXPECT_EQ(keys, (std::vector<std::string>{"schema", "document", "text", "mentions", "entities", "times", "statements", "points", "events",
                                            "figures", "commitments", "courtesies"}));
  EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(Json, OffsetsAreCodePoints) {
  const Document document = sample();
  const Json out = written(document);
  const Json& mention = out["mentions"][1];  // "Čaputová" after "“" and "é"
  const std::u32string text = code_points(document.text);
  const auto begin = mention["begin"].get<size_t>(), end = mention["end"].get<size_t>();
  EXPECT_EQ(text.substr(begin, end - begin), U"Čaputová");
  EXPECT_FALSE(mention.contains("in"));
}

TEST(Json, TitleSpansSayIn) {
  const Json mention = written(sample())["mentions"][0];
  EXPECT_EQ(mention["in"], "title");
  EXPECT_EQ(mention["begin"], 2);  // after "É "
  EXPECT_EQ(mention["end"], 10);
}

TEST(Json, FactsPointAtEntitiesByTheirIds) {
  const Json out = written(sample());
  const Json& statement = out["statements"][0];
  EXPECT_EQ(statement["speaker"], out["entities"][0]["id"]);
  EXPECT_EQ(statement["speakers"], Json::array({out["entities"][0]["id"], out["entities"][1]["id"]}));
  EXPECT_EQ(out["mentions"][1]["entity"], out["entities"][0]["id"]);
  EXPECT_TRUE(statement["addressee"].is_null());
  EXPECT_TRUE(statement["cue"].is_null());
  EXPECT_EQ(statement["pieces"].size(), 1u);
  EXPECT_EQ(out["events"][0]["participants"][0]["role"], "host");
  EXPECT_EQ(out["commitments"][0]["class"], "ritual");
}

TEST(Json, APublicationDayIsNeverGivenAsTheDayOfTheEvent) {
  Document document = sample();
  document.events[0].time = {.value = "2024-06-15", .from = std::nullopt, .to = parse_day("2024-06-15"), .basis = TimeBasis::published, .span = {}};
  const Json time = written(document)["events"][0]["time"];
  EXPECT_TRUE(time["value"].is_null());
  EXPECT_EQ(time["basis"], "published");
  EXPECT_EQ(time["to"], "2024-06-15");
}

TEST(Json, NumbersAreWrittenAsPeopleWriteThem) {
  Document document = sample();
  document.figures.resize(3);
  document.figures[0].value = 60;
  document.figures[1].value = 2.5;
  document.figures[2].value = std::numeric_limits<double>::infinity();
  const Json figures = written(document)["figures"];
  EXPECT_EQ(figures[0]["value"].dump(), "60");
  EXPECT_EQ(figures[1]["value"].dump(), "2.5");
  EXPECT_TRUE(figures[2]["value"].is_null());
}

TEST(Json, IndicesOutsideTheirLayerAreUnknown) {
  Document document = sample();
  document.statements[0].speakers = {99};
  document.statements[0].parent = 99;
  const Json statement = written(document)["statements"][0];
  EXPECT_TRUE(statement["speaker"].is_null());
  EXPECT_EQ(statement["speakers"], Json::array());
  EXPECT_TRUE(statement["parent"].is_null());
}

TEST(Json, ErrorLineSurvivesAnyId) {
  const Json out = Json::parse(error_line("bad\xff\nid", "it \"broke\""));
  EXPECT_EQ(out["id"], "bad\uFFFD\nid");
  EXPECT_EQ(out["error"], "it \"broke\"");
}

}  // namespace
}  // namespace chancery::writers
