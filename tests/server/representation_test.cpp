#include "server/representation.hpp"

#include <gtest/gtest.h>

#include "client.hpp"
#include "server/gzip.hpp"

namespace chancery::server {
namespace {

using testing::gunzip;

Request asking(Fields headers = {}) {
  Request request;
  request.method = "GET";
  request.headers = std::move(headers);
  return request;
}

Response json(std::string body) {
  Response response;
  response.headers = {{"Content-Type", "application/json"}};
  response.body = std::move(body);
  return response;
}

TEST(Gzip, ReadsAcceptEncoding) {
  for (const char* yes : {"gzip", "deflate, gzip;q=0.5", "GZIP", "*", "br, *;q=0.1", "x-gzip", "gzip , br"}) EXPECT_TRUE(accepts_gzip(yes)) << yes;
  for (const char* no : {"", "br", "gzip;q=0", "*;q=0", "gzip;q=0.0, *", "identity", "gzipped"}) EXPECT_FALSE(accepts_gzip(no)) << no;
}

TEST(Gzip, GivesBackWhatItPacked) {
  for (const size_t size : {size_t{0}, size_t{1}, size_t{1} << 20}) {
    std::string text(size, 'a');
    for (size_t i = 0; i < size; i += 7) text[i] = static_cast<char>(i * 31);
    EXPECT_EQ(gunzip(gzip(text)), text);
  }
}

TEST(Gzip, PacksStreamsSoThatEachPartArrives) {
  BodySource source = gzip(BodySource([n = 0](std::string& part) mutable {
    part = "row " + std::to_string(n) + "\n";
    return ++n < 3;
  }));
  std::string first, all;
  EXPECT_TRUE(source(first));
  EXPECT_FALSE(first.empty());
  all = first;
  bool more = true;
  while (more) {
    std::string part;
    more = source(part);
    all += part;
  }
  EXPECT_EQ(gunzip(all), "row 0\nrow 1\nrow 2\n");
}

TEST(Representation, ComparesTagsWeakly) {
  EXPECT_TRUE(matches("\"a\"", "W/\"a\""));
  EXPECT_TRUE(matches("\"x,y\", W/\"a\"", "W/\"a\""));
  EXPECT_TRUE(matches("*", "W/\"a\""));
  EXPECT_FALSE(matches("\"b\"", "W/\"a\""));
  EXPECT_FALSE(matches("a", "W/\"a\""));
  EXPECT_FALSE(matches("\"a", "W/\"a\""));
  EXPECT_FALSE(matches("", "W/\"a\""));
}

TEST(Representation, AnswersNotModified) {
  Response first = json("{}");
  finish(asking(), first);
  const std::string tag(first.headers.find("ETag").value());
  Response again = json("{}");
  finish(asking({{"If-None-Match", tag}}), again);
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(again.headers.find("ETag"), tag);
  Response changed = json("{\"a\":1}");
  finish(asking({{"If-None-Match", tag}}), changed);
  EXPECT_EQ(changed.status, 200);
}

TEST(Representation, PacksWhatIsWorthIt) {
  const std::string large(5000, 'x');
  Response packed = json(large);
  finish(asking({{"Accept-Encoding", "gzip"}}), packed);
  EXPECT_EQ(packed.headers.find("Content-Encoding"), "gzip");
  EXPECT_EQ(packed.headers.find("Vary"), "Accept-Encoding");
  EXPECT_EQ(gunzip(packed.body), large);
  Response plain = json(large);
  finish(asking(), plain);
  EXPECT_EQ(plain.body, large);
  EXPECT_EQ(plain.headers.find("ETag"), packed.headers.find("ETag"));
  Response small = json("{}");
  finish(asking({{"Accept-Encoding", "gzip"}}), small);
  EXPECT_EQ(small.body, "{}");
  Response picture = json(large);
  picture.headers.set("Content-Type", "image/png");
  finish(asking({{"Accept-Encoding", "gzip"}}), picture);
  EXPECT_EQ(picture.body, large);
}

TEST(Representation, WritesDatesAsHttpDoes) {
  EXPECT_EQ(http_date(std::chrono::system_clock::time_point(std::chrono::seconds(1511081377))), "Sun, 19 Nov 2017 08:49:37 GMT");
}

TEST(Representation, KeepsStricterHeadersOfHandlers) {
  Response response = json("{}");
  response.headers.set("Content-Security-Policy", "sandbox");
  add_safe_headers(response);
  EXPECT_EQ(response.headers.find("content-security-policy"), "sandbox");
  EXPECT_EQ(response.headers.find("Referrer-Policy"), "no-referrer");
  EXPECT_EQ(response.headers.find("X-Frame-Options"), "DENY");
}

}  // namespace
}  // namespace chancery::server
