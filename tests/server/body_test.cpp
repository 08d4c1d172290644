#include "server/api/body.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/problem.hpp"

namespace chancery::server::api {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using questions::Json;

Json object(const std::string& body) {
  Request request;
  request.body = body;
  return object_of(request);
}

template <typename F>
Problem problem(const F& ask) {
  try {
    ask();
  } catch (const ProblemError& error) {
    return error.problem;
  }
  ADD_FAILURE() << "nothing was refused";
  return {};
}

TEST(Body, IsAnObject) {
  for (const char* body : {"", "{", "[]", "3", "{\"a\":1}x", "\xff"}) {
    EXPECT_EQ(problem([&] { object(body); }).status, 400) << body;
  }
  EXPECT_EQ(problem([] { object(std::string(60'000, '[')); }).status, 400);
}

TEST(Body, NamesTheMemberThatIsWrong) {
  const Json json = object(R"({"text":"a","list":["x","y"],"number":3,"numbers":[1,2],"yes":true,"none":null,"bad":[0],"big":18446744073709551615})");
  const Members members(json, "item", {"text", "list", "number", "numbers", "yes", "none", "bad", "big"});
  EXPECT_EQ(members.text("text"), "a");
  EXPECT_EQ(members.text("none"), "");
  EXPECT_FALSE(members.has("none"));
  EXPECT_THAT(members.texts("list", 2), ElementsAre("x", "y"));
  EXPECT_EQ(members.number("number", 0, 3), 3);
  EXPECT_EQ(members.number("none", 0, 3), std::nullopt);
  EXPECT_THAT(members.numbers("numbers", 5), ElementsAre(1, 2));
  EXPECT_THAT(members.numbers("none", 5), IsEmpty());
  EXPECT_TRUE(members.flag("yes"));
  EXPECT_FALSE(members.flag("none"));
  EXPECT_EQ(problem([&] { members.text("number"); }).parameter, "item.number");
  EXPECT_EQ(problem([&] { members.text("text", 0); }).parameter, "item.text");
  EXPECT_EQ(problem([&] { members.number("number", 0, 2); }).parameter, "item.number");
  EXPECT_EQ(problem([&] { members.number("text", 0, 2); }).parameter, "item.text");
  EXPECT_EQ(problem([&] { members.number("big", 0, 2); }).parameter, "item.big");
  EXPECT_EQ(problem([&] { members.numbers("bad", 2); }).parameter, "item.bad");
  EXPECT_EQ(problem([&] { members.texts("list", 1); }).parameter, "item.list");
  EXPECT_EQ(problem([&] { members.texts("numbers", 9); }).parameter, "item.numbers");
  EXPECT_EQ(problem([&] { members.flag("text"); }).parameter, "item.text");
  EXPECT_EQ(problem([&] { members.list("text", 9); }).parameter, "item.text");
  const Problem unknown = problem([&] { Members(json, "", {"text"}); });
  EXPECT_EQ(unknown.parameter, "list");
  EXPECT_THAT(unknown.detail, HasSubstr("there are: text"));
  const Json none = 3;
  EXPECT_EQ(problem([&] { Members(none, "corrections[0]", {}); }).parameter, "corrections[0]");
}

}  // namespace
}  // namespace chancery::server::api
