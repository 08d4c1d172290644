#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "questions/columns.hpp"
#include "questions/csv.hpp"

namespace chancery::questions {
namespace {

/// Cells of a line without quoted commas.
size_t cells(const std::string& line) { return 1 + static_cast<size_t>(std::count(line.begin(), line.end(), ',')); }

template <typename Line>
void expect_as_many(Rows rows) {
  EXPECT_EQ(cells(csv(Line{})), columns_of(rows).size()) << name_of(rows);
  EXPECT_EQ(cells(csv_head(rows)), columns_of(rows).size()) << name_of(rows);
}

TEST(Columns, EveryLineHasACellForEach) {
  expect_as_many<record::DocumentLine>(Rows::documents);
  expect_as_many<record::EncounterLine>(Rows::encounters);
  expect_as_many<record::StatementLine>(Rows::statements);
  expect_as_many<record::FigureLine>(Rows::figures);
  expect_as_many<record::CommitmentLine>(Rows::commitments);
  expect_as_many<record::CourtesyLine>(Rows::courtesies);
  expect_as_many<record::PointLine>(Rows::points);
}

TEST(Columns, NamesAreApartAndTypesThoseOfTableSchema) {
  const std::set<std::string_view> types = {"string", "integer", "number", "boolean", "date", "datetime"};
  for (size_t i = 0; i < kRowNames.size(); ++i) {
    std::set<std::string_view> names;
    for (const Column& column : columns_of(static_cast<Rows>(i))) {
      EXPECT_TRUE(names.insert(column.name).second) << column.name;
      EXPECT_TRUE(types.count(column.type)) << column.name;
      EXPECT_FALSE(column.says.empty()) << column.name;
    }
  }
}

TEST(Columns, StatementsEndWithCueAndTopics) {
  record::StatementLine line;
  line.cue = "said";
  line.topics = {"trade", "energy"};
  EXPECT_TRUE(csv(line).ends_with(",said,trade; energy\r\n")) << csv(line);
  EXPECT_TRUE(csv_head(Rows::statements).ends_with(",cue,topics\r\n"));
}

}  // namespace
}  // namespace chancery::questions
