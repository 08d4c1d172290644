#include "server/router.hpp"

#include <gtest/gtest.h>

#include "server/target.hpp"

namespace chancery::server {
namespace {

Request asking(std::string method, std::string path) {
  Request request;
  request.method = std::move(method);
  request.target = parse_target(path);
  return request;
}

RouteHandler saying(std::string text) {
  return [text](const Request&, const PathParameters& parameters) {
    Response response;
    response.body = text;
    for (const auto& [name, value] : parameters) response.body += " " + name + "=" + value;
    return response;
  };
}

Router sample() {
  Router router;
  router.add("GET", "/api/v1/documents/{id}", saying("document"));
  router.add("GET", "/api/v1/documents/{id}/text", saying("text"));
  router.add("POST", "/api/v1/corrections", saying("correction"));
  router.set_fallback(saying("page"));
  return router;
}

TEST(Router, FindsTheHandler) {
  const Router router = sample();
  EXPECT_EQ(router.route(asking("GET", "/api/v1/documents/seed-1")).body, "document id=seed-1");
  EXPECT_EQ(router.route(asking("GET", "/api/v1/documents/a%2Fb")).body, "document id=a/b");
  EXPECT_EQ(router.route(asking("HEAD", "/api/v1/documents/x/text")).body, "text id=x");
  EXPECT_EQ(router.route(asking("POST", "/api/v1/corrections")).body, "correction");
}

TEST(Router, SaysWhatIsMissing) {
  const Router router = sample();
  for (const char* path : {"/api", "/api/", "/api/v1/documents", "/api/v1/documents/", "/api/v1/documents/a/text/b", "/api/v2/documents/a"}) {
    const Response response = router.route(asking("GET", path));
    EXPECT_EQ(response.status, 404) << path;
    EXPECT_EQ(response.headers.find("Content-Type"), "application/problem+json") << path;
  }
}

TEST(Router, ListsTheMethodsOfAPath) {
  const Router router = sample();
  const Response refused = router.route(asking("DELETE", "/api/v1/documents/x"));
  EXPECT_EQ(refused.status, 405);
  EXPECT_EQ(refused.headers.find("Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(router.route(asking("GET", "/api/v1/corrections")).headers.find("Allow"), "OPTIONS, POST");
  const Response options = router.route(asking("OPTIONS", "/api/v1/documents/x"));
  EXPECT_EQ(options.status, 204);
  EXPECT_EQ(options.headers.find("Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(router.route(asking("OPTIONS", "*")).status, 204);
  EXPECT_EQ(router.route(asking("POST", "/anything")).status, 405);
  EXPECT_EQ(router.route(asking("OPTIONS", "/api/nothing")).status, 404);
}

TEST(Router, LeavesOtherPathsToThePage) {
  const Router router = sample();
  EXPECT_EQ(router.route(asking("GET", "/")).body, "page");
  EXPECT_EQ(router.route(asking("HEAD", "/documents/seed-1")).body, "page");
  EXPECT_EQ(router.route(asking("GET", "//api/v1/documents/x")).body, "page");
}

}  // namespace
}  // namespace chancery::server
