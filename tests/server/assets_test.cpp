#include "server/assets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/error.hpp"
#include "client.hpp"

namespace chancery::server {
namespace {

namespace fs = std::filesystem;

Request asking(std::string path, Fields headers = {}) {
  Request request;
  request.method = "GET";
  request.target.path = std::move(path);
  request.headers = std::move(headers);
  return request;
}

class AssetsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(::testing::TempDir()) / "chancery_assets_test";
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "fonts");
    write("index.html", "<!doctype html><title>page</title>");
    write("app-3F2A9C1B.js", std::string(4000, 'j'));
    write("app.css", "body{}");
    write("fonts/a.woff2", "font");
    write("../chancery_secret.txt", "secret");
  }
  void TearDown() override {
    fs::remove_all(folder_);
    fs::remove(folder_ / "../chancery_secret.txt");
  }
  void write(const std::string& name, const std::string& content) { std::ofstream(folder_ / name) << content; }
  fs::path folder_;
};

TEST_F(AssetsTest, GivesFilesWithTheirTypes) {
  const Assets assets(folder_);
  EXPECT_EQ(assets.get(asking("/app.css")).body, "body{}");
  EXPECT_EQ(assets.get(asking("/app.css")).headers.find("Content-Type"), "text/css; charset=utf-8");
  EXPECT_EQ(assets.get(asking("/fonts/a.woff2")).headers.find("Content-Type"), "font/woff2");
  EXPECT_EQ(media_type("x"), "application/octet-stream");
  EXPECT_EQ(media_type("a.b/c"), "application/octet-stream");
}

TEST_F(AssetsTest, PacksAndNamesVersions) {
  const Assets assets(folder_);
  const Response packed = assets.get(asking("/app-3F2A9C1B.js", {{"Accept-Encoding", "gzip"}}));
  EXPECT_EQ(packed.headers.find("Content-Encoding"), "gzip");
  EXPECT_EQ(testing::gunzip(packed.body), std::string(4000, 'j'));
  EXPECT_THAT(std::string(*packed.headers.find("Cache-Control")), ::testing::HasSubstr("immutable"));
  EXPECT_EQ(assets.get(asking("/app.css")).headers.find("Cache-Control"), "no-cache");
  EXPECT_EQ(assets.get(asking("/app-3F2A9C1B.js")).headers.find("ETag"), packed.headers.find("ETag"));
  EXPECT_NE(assets.get(asking("/app.css")).headers.find("ETag"), packed.headers.find("ETag"));
}

TEST_F(AssetsTest, GivesThePageForItsOwnAddresses) {
  const Assets assets(folder_);
  for (const char* path : {"/", "/search", "/documents/seed-1", "/ledger/"}) {
    EXPECT_THAT(assets.get(asking(path)).body, ::testing::HasSubstr("<title>page")) << path;
  }
}

TEST_F(AssetsTest, LeadsNowhereElse) {
  const Assets assets(folder_);
  for (const char* path : {"/../chancery_secret.txt", "../chancery_secret.txt", "/fonts/../../chancery_secret.txt", "/etc/passwd", "//etc/passwd"}) {
    const Response response = assets.get(asking(path));
    EXPECT_TRUE(response.status == 404 || response.body.find("<title>page") != std::string::npos) << path << response.body;
  }
  for (const char* path : {"/chancery_secret.txt", "/missing.js", "/assets/missing.js"}) EXPECT_EQ(assets.get(asking(path)).status, 404) << path;
}

TEST_F(AssetsTest, TakesPointsInIdsForNoExtension) {
  EXPECT_THAT(Assets(folder_).get(asking("/documents/un.2024")).body, ::testing::HasSubstr("<title>page"));
}

TEST_F(AssetsTest, SaysHowToBuildThePageWhereThereIsNone) {
  fs::remove_all(folder_);
  fs::create_directories(folder_);
  const Assets assets(folder_);
  EXPECT_TRUE(assets.empty());
  EXPECT_THAT(assets.get(asking("/")).body, ::testing::HasSubstr("make build"));
  EXPECT_THROW(Assets(folder_ / "missing"), Error);
}

}  // namespace
}  // namespace chancery::server
