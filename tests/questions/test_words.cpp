#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "questions/export.hpp"
#include "questions/json.hpp"
#include "questions/search.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using record::match_expression;

TEST(MatchExpression, JoinsWordsPhrasesAndWhatIsUnwanted) {
  EXPECT_EQ(match_expression("trade talks", false), R"("trade" AND "talks")");
  EXPECT_EQ(match_expression("“gas transit” Kyiv", false), R"("gas transit" AND "Kyiv")");
  EXPECT_EQ(match_expression("trade -gas -\"oil price\"", false), R"(("trade") NOT ("gas" OR "oil price"))");
  EXPECT_EQ(match_expression("x-ray", false), R"("x-ray")");
  EXPECT_EQ(match_expression("trade ta", true), R"("trade" AND "ta" *)");
  EXPECT_EQ(match_expression("trade ", true), R"("trade")");
  EXPECT_EQ(match_expression("\"gas tra", true), R"("gas tra")");
}

TEST(MatchExpression, NothingToLookForIsEmpty) {
  for (const char* typed : {"", "   ", "\"\"", "-", "*", "()", "--- ???", "-war", "\xFF\xFE"})
    EXPECT_EQ(match_expression(typed, true), "") << typed;
}

TEST(MatchExpression, OperatorsAreWords) {
  EXPECT_EQ(match_expression("NEAR(a b) title:x OR", false), R"x("NEAR(a" AND "b)" AND "title:x" AND "OR")x");
}

class HostileWords : public testing::Test {
 protected:
  HostileWords() : record_(sample::create(folder_ / "a.db")) {
    for (const Document& document : {sample::reception(), sample::call(1)})
      record_.add(document, sample::original_of(document), sample::begin(record_));
  }
  void ask(const std::string& words, bool typing, bool statements) const {
    questions::SearchQuery query;
    query.words = words;
    query.typing = typing;
    query.statements = statements;
    query.filters.speakers = {words};
    const auto result = questions::search(record_, query);
    RC_ASSERT(result.total >= 0);
    RC_ASSERT(!questions::to_json(result).dump(-1, ' ', false, questions::Json::error_handler_t::replace).empty());
  }

  sample::Folder folder_;
  record::Record record_;
};

TEST_F(HostileWords, AreNeverASyntaxError) {
  const auto piece =
      rc::gen::element<std::string>("\"", "'", "*", "-", "(", ")", "NEAR", "AND", "OR", "NOT", ":", "^", "+", "{", "}",
                                    "title:", ",", "“", "«", std::string(1, '\0'), "\xFF", "\xF0\x9F", "trade", "Čapek",
                                    " ", "\n", ";--", "%", "\\", "ﬁ", "日本", "🤝", "и", "\u0301");
  const bool held = rc::check("words as typed", [&] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
    std::string words;
    for (const std::string& one : pieces) words += one;
    for (const bool typing : {false, true}) {
      for (const bool statements : {false, true}) ask(words, typing, statements);
    }
  });
  EXPECT_TRUE(held);
}

RC_GTEST_PROP(CsvCell, IsHarmlessAndReadsBackTheSame, (const std::string& value)) {
  const std::string cell = questions::csv_cell(value);
  std::string plain = cell;
  if (cell.starts_with('"')) {
    RC_ASSERT(cell.size() >= 2 && cell.ends_with('"'));
    plain.clear();
    for (size_t i = 1; i + 1 < cell.size(); ++i) {
      plain += cell[i];
      if (cell[i] == '"') RC_ASSERT(cell[++i] == '"');
    }
  } else {
    RC_ASSERT(cell.find_first_of(",\"\r\n") == std::string::npos);
  }
  const std::string_view dangerous = "=+-@\t\r";
  RC_ASSERT(plain.empty() || dangerous.find(plain.front()) == std::string_view::npos);
  if (plain != value) RC_ASSERT(plain == "'" + value);
}

}  // namespace
}  // namespace chancery
