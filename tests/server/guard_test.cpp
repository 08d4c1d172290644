#include "server/guard.hpp"

#include <gtest/gtest.h>

namespace chancery::server {
namespace {

Request request(Fields headers, std::string path = "/api/v1/status") {
  Request made;
  made.method = "GET";
  made.target.path = std::move(path);
  made.headers = std::move(headers);
  return made;
}

int status(const Guard& guard, const Request& asked) {
  const auto refused = guard.refuse(asked);
  return refused ? refused->status : 200;
}

TEST(Guard, KnowsItsOwnNamesOnly) {
  const Guard guard({{"Record.Example.org", "192.0.2.7"}, false});
  for (const char* host : {"localhost", "localhost:8417", "LOCALHOST:1", "127.0.0.1:8417", "127.1.2.3", "[::1]:8417", "[::1]",
                           "record.example.org", "RECORD.example.org:443", "192.0.2.7:8417"}) {
    EXPECT_EQ(status(guard, request({{"Host", host}})), 200) << host;
  }
  for (const char* host : {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:8417", "192.0.2.8", "0.0.0.0", "1127.0.0.1"}) {
    EXPECT_EQ(status(guard, request({{"Host", host}})), 421) << host;
  }
  for (const char* host : {"", "localhost:x", "local host", "[::1", "::1", "a@localhost", "localhost/", "localhost:80:80", ":80"}) {
    EXPECT_EQ(status(guard, request({{"Host", host}})), 400) << host;
  }
  EXPECT_EQ(status(guard, request({})), 400);
  EXPECT_EQ(status(guard, request({{"Host", "localhost"}, {"Host", "localhost"}})), 400);
}

TEST(Guard, TakesAnyAddressButNoNameWhereItListensAtAll) {
  const Guard guard({{}, true});
  EXPECT_EQ(status(guard, request({{"Host", "192.0.2.8:8417"}})), 200);
  EXPECT_EQ(status(guard, request({{"Host", "[2001:db8::1]"}})), 200);
  EXPECT_EQ(status(guard, request({{"Host", "evil.example"}})), 421);
}

TEST(Guard, TakesTheHostOfAnAbsoluteTarget) {
  const Guard guard({});
  Request asked = request({{"Host", "localhost"}});
  asked.target.authority = "evil.example";
  EXPECT_EQ(status(guard, asked), 421);
}

TEST(Guard, ChecksOriginOnEveryPath) {
  const Guard guard({});
  for (const char* path : {"/", "/app.js", "/api/v1/status"}) {
    EXPECT_EQ(status(guard, request({{"Host", "localhost:8417"}, {"Origin", "http://localhost:8417"}}, path)), 200);
    for (const char* origin : {"http://evil.example", "null", "", "http://localhost:3000", "http://localhost", "http://localhost:8417.evil.example"}) {
      EXPECT_EQ(status(guard, request({{"Host", "localhost:8417"}, {"Origin", origin}}, path)), 403) << origin;
    }
  }
}

TEST(Guard, LetsLinksInButNoRequestsOfOtherSites) {
  const Guard guard({});
  const auto with = [&](const char* site, const char* mode) {
    return status(guard, request({{"Host", "localhost"}, {"Sec-Fetch-Site", site}, {"Sec-Fetch-Mode", mode}}, "/"));
  };
  EXPECT_EQ(with("same-origin", "cors"), 200);
  EXPECT_EQ(with("none", "navigate"), 200);
  EXPECT_EQ(with("cross-site", "navigate"), 200);
  EXPECT_EQ(with("cross-site", "no-cors"), 403);
  EXPECT_EQ(with("same-site", "cors"), 403);
  Request post = request({{"Host", "localhost"}, {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Mode", "navigate"}});
  post.method = "POST";
  EXPECT_EQ(status(guard, post), 403);
}

TEST(Guard, KnowsLoopback) {
  for (const char* yes : {"127.0.0.1", "127.255.0.3", "::1", "localhost", "LocalHost"}) EXPECT_TRUE(is_loopback(yes)) << yes;
  for (const char* no : {"127.example.org", "127.0.0", "0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example"}) EXPECT_FALSE(is_loopback(no)) << no;
}

}  // namespace
}  // namespace chancery::server
