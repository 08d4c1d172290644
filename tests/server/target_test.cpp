#include "server/target.hpp"

#include <gtest/gtest.h>

namespace chancery::server {
namespace {

TEST(Target, TakesPathAndQueryApart) {
  const Target target = parse_target("/api/v1/search?q=a%20b+c&publisher=A&publisher=B&empty=&bare");
  EXPECT_EQ(target.path, "/api/v1/search");
  const std::vector<std::pair<std::string, std::string>> expected{
      {"q", "a b c"}, {"publisher", "A"}, {"publisher", "B"}, {"empty", ""}, {"bare", ""}};
  EXPECT_EQ(target.query, expected);
}

TEST(Target, DecodesPathsButKeepsPlus) {
  EXPECT_EQ(parse_target("/a+b/%C3%A9").path, "/a+b/é");
}

TEST(Target, KeepsEncodedSlashesWithinASegment) {
  EXPECT_EQ(parse_target("/documents/a%2Fb/text").segments, (std::vector<std::string>{"documents", "a/b", "text"}));
  EXPECT_EQ(parse_target("/").segments, (std::vector<std::string>{""}));
  EXPECT_EQ(parse_target("/a/").segments, (std::vector<std::string>{"a", ""}));
}

TEST(Target, KnowsAbsoluteAndAsteriskForms) {
  const Target target = parse_target("http://localhost:80/x?y=1");
  EXPECT_EQ(target.authority, "localhost:80");
  EXPECT_EQ(target.path, "/x");
  EXPECT_EQ(parse_target("http://localhost").path, "/");
  EXPECT_EQ(parse_target("*").path, "*");
}

TEST(Target, RefusesWhatIsNoCleanPath) {
  for (const char* bad : {"/../etc/passwd", "/a/../b", "/a/./b", "/%2e%2e/etc/passwd", "/.%2E/x", "/..", "/a%2f..%2fb", "/..%2fx", "/a\\b",
                          "/%5c..%5c", "/%00", "/a?x=%00", "/%", "/%4", "/%zz", "/?q=%f", "/%ff", "/?q=%ff%fe", "", "x", "api/v1",
                          "http://", "/a#b", "//../x", "/%c0%ae%c0%ae/x"}) {
    EXPECT_THROW(parse_target(bad), BadTarget) << bad;
  }
}

}  // namespace
}  // namespace chancery::server
