// The marks of quotations: which opens, which closes, what is nested and what runs on.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "base/file.hpp"
#include "stages/segment/segment.hpp"
#include "stages/speech/quotations.hpp"

namespace chancery::test {
namespace {

Document segmented(const std::string& text) {
  static const SegmentStage stage(data_folder());
  Document document;
  document.text = text;
  stage.run(document);
  return document;
}

/// A line a quotation: its words, a step in for each that it stands in; "+" where it goes on, "?" where it was never closed.
std::string quotations(const std::string& text) {
  const Document document = segmented(text);
  std::string out;
  for (const Quotation& q : find_quotations(document)) {
    const Span words = joined(document.tokens[q.first()].span, document.tokens[q.close - 1].span);
    std::string shown(document.of(words));
    for (char& c : shown) c = c == '\n' ? '/' : c;
    out += fmt::format("{}{}{}{}\n", std::string(2u * q.depth, ' '), q.continues == kNone ? "" : "+", shown, q.closed ? "" : "?");
  }
  return out;
}

struct Marks {
  std::string text, expected;
};

class Quotations : public ::testing::TestWithParam<Marks> {};

TEST_P(Quotations, OpenAndClose) { EXPECT_EQ(quotations(GetParam().text), GetParam().expected) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(MarksOfTheWorld, Quotations,
                         ::testing::Values(Marks{"He said, \"We go on.\" She left.", "We go on.\n"}, Marks{"He said “we go on” and left.", "we go on\n"},
                                           Marks{"He said „we go on“ and left.", "we go on\n"}, Marks{"He said „we go on” and left.", "we go on\n"},
                                           Marks{"He said «we go on» and left.", "we go on\n"}, Marks{"He said »we go on« and left.", "we go on\n"},
                                           Marks{"He said « we go on » and left.", "we go on\n"}, Marks{"He said ‹we go on› and left.", "we go on\n"},
                                           Marks{"He said ``we go on'' and left.", "we go on\n"}, Marks{"He said ''we go on'' and left.", "we go on\n"},
                                           Marks{"He said ”we go on” and left.", "we go on\n"}, Marks{"He said 「we go on」 and left.", "we go on\n"},
                                           Marks{"He said ‘we go on’ and left.", "we go on\n"}, Marks{"He said 'we go on' and left.", "we go on\n"},
                                           Marks{"He said “we go on“ and left.", "we go on\n"}, Marks{"He said \"we go on” and left.", "we go on\n"}));

INSTANTIATE_TEST_SUITE_P(Apostrophes, Quotations,
                         ::testing::Values(Marks{"The leaders' talks and the ministers’ talks ended.", ""}, Marks{"It's the '90s, and rock ’n’ roll isn’t dead.", "n\n"},
                                           Marks{"He said ‘the leaders’ talks go on’ and left.", "the leaders’ talks go on\n"}));

INSTANTIATE_TEST_SUITE_P(Nested, Quotations,
                         ::testing::Values(Marks{"“He told me, ‘Come back,’ and I did,” she said.", "He told me, ‘Come back,’ and I did,\n  Come back,\n"},
                                           Marks{"\"We used to say, \"Keep in touch.\" And we did,\" she said.", "We used to say, \"Keep in touch.\" And we did,\n  Keep in touch.\n"},
                                           Marks{"«He said „come“ twice», she noted.", "He said „come“ twice\n  come\n"}));

INSTANTIATE_TEST_SUITE_P(Unpaired, Quotations,
                         ::testing::Values(Marks{"\"We go on. \"The rest follows.", "We go on.?\nThe rest follows.?\n"}, Marks{"He closed it\" and left.", ""},
                                           Marks{"\"We go on, she said. \"It is time,\" she added.", "We go on, she said.?\nIt is time,\n"}));

INSTANTIATE_TEST_SUITE_P(OverParagraphs, Quotations,
                         ::testing::Values(Marks{"\"We go on.\n\n\"It is time.\n\n\"The end,\" she said.", "We go on.?\n+It is time.?\n+The end,\n"},
                                           Marks{"“We go on.\n\nIt is time.\n\nThe end,” she said.", "We go on.//It is time.//The end,\n"},
                                           Marks{"“We go on.\n\nThe “Dawn” is near.\n\nThe end,” she said.", "We go on.//The “Dawn” is near.//The end,\n  Dawn\n"},
                                           Marks{"\"We go on.\n\nShe left.\n\nHe said, \"Good.\"", "We go on.?\nGood.\n"}));

TEST(Quotations, NeverClosedAreReadInLinearTime) {
  for (const char* mark : {"\"", "“", "„", "«", "'", "‘", "「", "”", "» "}) {
    for (const char* after : {"", " ", "word ", "word\n\n"}) {
      std::string text;
      for (int i = 0; i < 10000; ++i) text += std::string(mark) + after;
      const Document document = segmented(text);
      for (const Quotation& q : find_quotations(document)) ASSERT_TRUE(q.open < q.close && q.close <= document.tokens.size());
    }
  }
}

TEST(Quotations, DeepNestsAreReadInLinearTime) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "“a ";
  for (int i = 0; i < 10000; ++i) text += "b” ";
  EXPECT_EQ(find_quotations(segmented(text)).size(), 10000u);
}

}  // namespace
}  // namespace chancery::test
