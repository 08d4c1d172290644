#include "server/callers.hpp"

#include <gtest/gtest.h>

namespace chancery::server {
namespace {

Request from(std::string peer, Fields headers) {
  Request made;
  made.method = "GET";
  made.peer = std::move(peer);
  made.headers = std::move(headers);
  return made;
}

std::string told(const Callers& callers, const Request& request) {
  const auto session = callers.session_of(request);
  if (!session) return "nobody";
  return session->user + "|" + std::string(name_of(session->role)) + (session->local ? "|local" : "");
}

CallerOptions with_users(std::string token, bool loopback) {
  return {std::move(token), loopback, "machine", [](std::string_view shown) -> std::optional<Session> {
            if (shown == "anas-token") return Session{"ana", Role::editor, false};
            return std::nullopt;
          }};
}

TEST(Callers, KnowTheOneAtTheMachine) {
  const Callers callers(with_users("", true));
  EXPECT_EQ(told(callers, from("127.0.0.1", {{"Host", "localhost:8417"}})), "machine|editor|local");
  EXPECT_EQ(told(callers, from("::1", {{"Host", "[::1]:8417"}})), "machine|editor|local");
}

TEST(Callers, TakeNobodyForLocalWhoComesThroughAProxy) {
  const Callers callers(with_users("", true));
  EXPECT_EQ(told(callers, from("127.0.0.1", {{"Host", "record.example.org"}})), "|reader");
  EXPECT_EQ(told(callers, from("192.0.2.7", {{"Host", "localhost"}})), "|reader");
  for (const char* name : {"X-Forwarded-For", "forwarded", "Via", "X-Real-IP", "X-Forwarded-Host"}) {
    EXPECT_EQ(told(callers, from("127.0.0.1", {{"Host", "localhost"}, {name, ""}})), "|reader") << name;
  }
}

TEST(Callers, AskForATokenWhereTheServerHasOneOrOthersReachIt) {
  EXPECT_EQ(told(Callers(with_users("abcdefghijklmnop", true)), from("127.0.0.1", {{"Host", "localhost"}})), "nobody");
  EXPECT_EQ(told(Callers(with_users("", false)), from("127.0.0.1", {{"Host", "localhost"}})), "nobody");
}

TEST(Callers, KnowTokens) {
  const Callers callers(with_users("abcdefghijklmnop", false));
  const auto with = [&](const char* value) { return told(callers, from("192.0.2.7", {{"Host", "localhost"}, {"Authorization", value}})); };
  EXPECT_EQ(with("Bearer abcdefghijklmnop"), "|reader");
  EXPECT_EQ(with("bearer  abcdefghijklmnop"), "|reader");
  EXPECT_EQ(with("Bearer anas-token"), "ana|editor");
  for (const char* wrong : {"Bearer abcdefghijklmnoq", "Bearer abcdefghijklmno", "Bearer abcdefghijklmnopabcdefghijklmnop", "Bearer", "Bearer ",
                            "Basic abcdefghijklmnop", "abcdefghijklmnop", ""}) {
    EXPECT_EQ(with(wrong), "nobody") << wrong;
  }
  EXPECT_EQ(told(callers, from("192.0.2.7", {{"Authorization", "Bearer abcdefghijklmnop"}, {"Authorization", "x"}})), "nobody");
}

// A stale token must not become the local editor in silence.
TEST(Callers, RefuseAWrongTokenAtTheMachineToo) {
  const Callers callers(with_users("", true));
  EXPECT_EQ(told(callers, from("127.0.0.1", {{"Host", "localhost"}, {"Authorization", "Bearer gone"}})), "nobody");
  EXPECT_EQ(told(callers, from("127.0.0.1", {{"Host", "localhost"}, {"Authorization", "Bearer anas-token"}})), "ana|editor");
}

}  // namespace
}  // namespace chancery::server
