#include "server/site.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/target.hpp"

namespace chancery::server {
namespace {

using ::testing::HasSubstr;

Router sample() {
  Router router;
  const auto answer = [](const Request& request, const PathParameters&) {
    Response response;
    response.body = request.session.user;
    return response;
  };
  router.add("GET", "/api/v1/corrections", answer);
  router.add("POST", "/api/v1/corrections", answer);
  router.add("DELETE", "/api/v1/searches/{id}", answer);
  router.add("POST", "/api/v1/compare", answer, for_readers(1'000'000));
  router.add("POST", "/api/v1/corrections/import", answer, {Role::editor, 500, {"application/x-ndjson", "application/jsonl"}});
  return router;
}

const std::string kServersToken = "abcdefghijklmnop";

class SiteTest : public ::testing::Test {
 protected:
  Site open_{{}, {"", true, "machine", {}}, Assets(), sample(), {}};
  Site closed_{{}, {kServersToken, true, "machine", {}}, Assets(), sample(), {}};

  static Request request(std::string method, const std::string& path, Fields headers) {
    Request made;
    made.method = std::move(method);
    made.target = parse_target(path);
    made.peer = "127.0.0.1";
    made.headers = std::move(headers);
    made.headers.add("Host", "localhost:8417");
    return made;
  }
  static int status(const Site& site, Request asked) {
    const auto refused = site.screen(asked);
    return refused ? refused->status : site.answer(asked).status;
  }
  static Fields json() { return {{"Content-Type", "application/json; charset=utf-8"}, {"Content-Length", "2"}}; }
};

TEST_F(SiteTest, LetsTheLocalEditorWrite) {
  Request asked = request("POST", "/api/v1/corrections", json());
  EXPECT_FALSE(open_.screen(asked));
  EXPECT_EQ(open_.answer(asked).body, "machine");
  EXPECT_EQ(status(open_, request("DELETE", "/api/v1/searches/1", {})), 200);
}

TEST_F(SiteTest, TellsReadersHowToBecomeEditors) {
  Fields headers = json();
  headers.add("Authorization", "Bearer " + kServersToken);
  Request asked = request("POST", "/api/v1/corrections", headers);
  const auto refused = closed_.screen(asked);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 403);
  EXPECT_THAT(refused->body, HasSubstr("chancery users add"));
  EXPECT_EQ(status(closed_, request("DELETE", "/api/v1/searches/1", {{"Authorization", "Bearer " + kServersToken}})), 403);
  EXPECT_EQ(status(closed_, request("POST", "/api/v1/compare", headers)), 200);
  EXPECT_EQ(status(closed_, request("GET", "/api/v1/corrections", headers)), 200);
  EXPECT_EQ(status(closed_, request("POST", "/api/v1/corrections", json())), 401);
}

TEST_F(SiteTest, TakesNoWritesOfOtherSites) {
  for (const char* origin : {"http://evil.example", "null", "http://localhost:3000"}) {
    Fields headers = json();
    headers.add("Origin", origin);
    EXPECT_EQ(status(open_, request("POST", "/api/v1/corrections", headers)), 403) << origin;
    EXPECT_EQ(status(open_, request("DELETE", "/api/v1/searches/1", {{"Origin", origin}})), 403) << origin;
  }
  Fields own = json();
  own.add("Origin", "http://localhost:8417");
  own.add("Sec-Fetch-Site", "same-origin");
  EXPECT_EQ(status(open_, request("POST", "/api/v1/corrections", own)), 200);
  Fields foreign = json();
  foreign.add("Sec-Fetch-Site", "cross-site");
  foreign.add("Sec-Fetch-Mode", "navigate");
  EXPECT_EQ(status(open_, request("POST", "/api/v1/corrections", foreign)), 403);
}

// What a form or a page of another site can send without asking.
TEST_F(SiteTest, TakesNoBodiesThatFormsSend) {
  for (const char* type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "text/plain;application/json"}) {
    EXPECT_EQ(status(open_, request("POST", "/api/v1/corrections", {{"Content-Type", type}, {"Content-Length", "2"}})), 415) << type;
  }
  EXPECT_EQ(status(open_, request("POST", "/api/v1/corrections", {{"Transfer-Encoding", "chunked"}})), 415);
  EXPECT_EQ(status(open_, request("POST", "/api/v1/corrections/import", {{"Content-Type", "application/jsonl"}, {"Content-Length", "2"}})), 200);
  EXPECT_EQ(status(open_, request("POST", "/api/v1/corrections/import", json())), 415);
}

TEST_F(SiteTest, KnowsHowLongABodyMayBe) {
  EXPECT_EQ(open_.body_limit(request("POST", "/api/v1/compare", {})), 1'000'000U);
  EXPECT_EQ(open_.body_limit(request("POST", "/api/v1/corrections/import", {})), 500U);
  EXPECT_EQ(open_.body_limit(request("POST", "/api/v1/corrections", {})), 65536U);
  EXPECT_EQ(open_.body_limit(request("POST", "/nothing", {})), 65536U);
}

TEST_F(SiteTest, AnswersWrongMethodsAsBefore) {
  EXPECT_EQ(status(open_, request("POST", "/api/v1/nothing", json())), 404);
  EXPECT_EQ(status(open_, request("PUT", "/api/v1/corrections", json())), 405);
  EXPECT_EQ(status(open_, request("GET", "/", {})), 200);
}

}  // namespace
}  // namespace chancery::server
