// Whatever it is given, the engine answers, in bounded time, with one line of JSON.
#include <gtest/gtest.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>

#include "app/engine.hpp"
#include "base/utf8.hpp"
#include "writers/json.hpp"

namespace chancery::app {
namespace {

std::string repeated(std::string_view piece, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

struct Hostile {
  std::string name, text;
};

class AnyText : public testing::TestWithParam<Hostile> {};

TEST_P(AnyText, IsAnsweredInBoundedTime) {
  static const Engine engine;
  Document document;
  document.text = utf8::repaired(GetParam().text);
  const auto start = std::chrono::steady_clock::now();
  engine.analyse(document);
  const auto analysis = nlohmann::json::parse(writers::to_json(document));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));  // a hundred times what it takes
  EXPECT_EQ(analysis.at("text").get<std::string>(), document.text);
  for (const auto& mention : analysis.at("mentions")) EXPECT_LT(mention.at("begin").get<size_t>(), mention.at("end").get<size_t>());
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, AnyText,
    testing::Values(Hostile{"Empty", ""}, Hostile{"OneWord", "Yes"}, Hostile{"OneLetter", "x"}, Hostile{"OnlySpaces", repeated(" \t\r\n", 5000)},
                    Hostile{"HundredThousandWordsWithoutAStop", repeated("the ministers discussed trade and ", 20000)},
                    Hostile{"OneWordOfAMegabyte", repeated("word", 250000)}, Hostile{"OnlyDigits", repeated("12345 ", 50000)}, Hostile{"DigitsWithoutSpaces", repeated("1", 300000)},
                    Hostile{"OnlyEmoji", repeated("🙂", 50000)}, Hostile{"OnlyStops", repeated(".", 300000)}, Hostile{"StopsApart", repeated(". ", 100000)},
                    Hostile{"OpenQuotes", repeated("“He said ", 20000)}, Hostile{"StraightQuotes", repeated("\"a\" ", 40000)}, Hostile{"OpenBrackets", repeated("(", 200000)},
                    Hostile{"OpenTags", repeated("<s>", 60000)}, Hostile{"Stars", repeated("**", 100000)}, Hostile{"Labels", repeated("Q: A\n", 20000)},
                    Hostile{"Capitals", repeated("PRESIDENT OF THE REPUBLIC ", 10000)}, Hostile{"Names", repeated("Anna Holm and Erik Strand, ", 10000)},
                    Hostile{"Said", repeated("She said that he said that ", 10000)}, Hostile{"Breaks", repeated("\n", 200000)}, Hostile{"MixedScripts", repeated("Aбγ漢字ع ", 20000)},
                    Hostile{"Cyrillic", repeated("Привет, мир. ", 20000)}, Hostile{"Arabic", repeated("مرحبا بالعالم. ", 20000)}, Hostile{"PrivateUse", repeated("\xEE\x80\x80", 50000)},
                    Hostile{"Nul", std::string(50000, '\0')}, Hostile{"InvalidBytes", std::string(50000, '\xFF')}, Hostile{"CombiningMarks", "a" + repeated("\xCC\x81", 100000)},
                    Hostile{"DirectionMarks", repeated("\xE2\x80\x8F", 60000)}, Hostile{"Apostrophes", repeated("'s", 60000)}, Hostile{"Hyphens", repeated("a-", 100000)},
                    Hostile{"Addresses", repeated("a@b.c/d.e", 30000)}),
    [](const auto& hostile) { return hostile.param.name; });

}  // namespace
}  // namespace chancery::app
