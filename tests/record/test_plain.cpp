// What may be written by hand: no name or reason may break a line of output or a feed.
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "record/plain.hpp"

namespace chancery::record {
namespace {

TEST(Plain, LinesHoldNoControlCharacters) {
  EXPECT_TRUE(is_line("", 5));
  EXPECT_TRUE(is_line("O'Brien \"😀\"", 40));
  EXPECT_FALSE(is_line("two\nlines", 40));
  EXPECT_FALSE(is_line("a\x01", 40));
  EXPECT_FALSE(is_line(std::string_view("a\0b", 3), 40));
  EXPECT_FALSE(is_line("a\xff", 40));
  EXPECT_FALSE(is_line("123456", 5));
}

TEST(Plain, ReasonsMayHaveSeveralLines) {
  EXPECT_TRUE(is_lines("seen\r\n\tby two", 40));
  EXPECT_FALSE(is_lines("a\x1b[31m", 40));
  EXPECT_FALSE(is_lines("123456", 5));
}

TEST(Plain, NamesAreNotBlankAtTheEnds) {
  EXPECT_TRUE(is_name("Ana", 5));
  for (const char* name : {"", " ", " Ana", "Ana ", "a\nb"}) EXPECT_FALSE(is_name(name, 5)) << name;
}

TEST(Plain, MessagesRepeatOnlyTheBeginningOfWhatIsWrong) {
  try {
    need_name(std::string(100'000, 'x'), kLongestUser, "name of a user");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_LT(std::string(error.what()).size(), 200u);
  }
  EXPECT_NO_THROW(need_lines("", kLongestReason, "the reason"));
}

}  // namespace
}  // namespace chancery::record
