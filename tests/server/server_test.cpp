#include "server/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <mutex>
#include <thread>

#include "base/error.hpp"
#include "base/file.hpp"
#include "client.hpp"
#include "sample_record.hpp"

namespace chancery::server::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

api::Program program() { return {"9.9.9", "chancery 9.9.9 test", questions::Json::parse(R"([{"code":"AZE","name":"Azerbaijan"}])"), std::make_shared<const Knowledge>(Knowledge::load(data_folder())), nullptr}; }

class ServerTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    sample_ = std::make_unique<SampleRecord>();
  }
  static void TearDownTestSuite() {
    sample_.reset();
  }

  void start(ServerOptions options = {}) {
    options.record = sample_->path();
    options.port = 0;
    options.handle_signals = false;
    options.access_log = [this](std::string_view line) {
      const std::lock_guard lock(mutex_);
      log_.emplace_back(line);
    };
    server_ = std::make_unique<Server>(options, program());
    thread_ = std::thread([this] { server_->run(); });
  }
  void TearDown() override {
    if (!server_) return;
    server_->stop();
    thread_.join();
  }
  Reply ask(const std::string& target, const std::string& headers = {}, const std::string& method = "GET") {
    return get(server_->port(), target, headers, method);
  }

  static std::unique_ptr<SampleRecord> sample_;
  std::mutex mutex_;
  std::vector<std::string> log_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

std::unique_ptr<SampleRecord> ServerTest::sample_;

TEST_F(ServerTest, ServesPageAndApi) {
  start();
  EXPECT_THAT(server_->address(), StartsWith("http://127.0.0.1:"));
  const Reply page = ask("/");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("<title>"));
  const Reply status = ask("/api/v1/status");
  EXPECT_EQ(status.status, 200);
  EXPECT_THAT(status.body, HasSubstr("\"documents\":2"));
  EXPECT_THAT(ask("/api/v1/countries").body, HasSubstr("\"AZE\""));
  const std::lock_guard lock(mutex_);
  ASSERT_EQ(log_.size(), 3U);
  EXPECT_THAT(log_[1], HasSubstr("\"GET /api/v1/status\" 200"));
}

TEST_F(ServerTest, PutsSafeHeadersOnEverything) {
  start();
  for (const char* target : {"/", "/app.js", "/api/v1/status", "/api/v1/nothing", "/%zz", "/api/v1/documents/d-1/original"}) {
    const Reply reply = ask(target);
    EXPECT_THAT(reply.headers.at("content-security-policy"), HasSubstr("default-src '")) << target;
    EXPECT_THAT(reply.headers.at("content-security-policy"), HasSubstr("frame-ancestors 'none'")) << target;
    EXPECT_THAT(reply.headers.at("content-security-policy"), ::testing::Not(HasSubstr("unsafe"))) << target;
    EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff") << target;
    EXPECT_EQ(reply.headers.at("referrer-policy"), "no-referrer") << target;
    EXPECT_EQ(reply.headers.at("x-frame-options"), "DENY") << target;
    EXPECT_EQ(reply.headers.count("permissions-policy"), 1U) << target;
    EXPECT_EQ(reply.headers.count("access-control-allow-origin"), 0U) << target;
  }
}

TEST_F(ServerTest, RefusesForeignHostsAndOriginsOnEveryPath) {
  start();
  for (const char* target : {"/", "/app.js", "/api/v1/status"}) {
    EXPECT_EQ(ask(target, "Host: evil.example\r\n").status, 421) << target;
    EXPECT_EQ(ask(target, "Origin: http://evil.example\r\n").status, 403) << target;
    EXPECT_EQ(ask(target, "Origin: http://evil.example\r\nAccess-Control-Request-Method: GET\r\n", "OPTIONS").status, 403) << target;
  }
  const std::string own = "127.0.0.1:" + std::to_string(server_->port());
  EXPECT_EQ(ask("/api/v1/status", "Host: " + own + "\r\nOrigin: http://" + own + "\r\n").status, 200);
}

TEST_F(ServerTest, AsksForItsToken) {
  ServerOptions options;
  options.token = "0123456789abcdefghij";
  start(options);
  EXPECT_EQ(ask("/").status, 200);
  const Reply refused = ask("/api/v1/status");
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(refused.headers.at("www-authenticate"), "Bearer realm=\"chancery\"");
  EXPECT_EQ(ask("/api/v1/status", "Authorization: Bearer 0123456789abcdefghik\r\n").status, 401);
  EXPECT_EQ(ask("/api/v1/status", "Authorization: Bearer 0123456789abcdefghij\r\n").status, 200);
}

TEST_F(ServerTest, TellsWhoAsks) {
  ServerOptions options;
  options.local_user = "ana";
  start(options);
  EXPECT_EQ(ask("/api/v1/session").body, R"({"user":"ana","role":"editor","local":true})");
  EXPECT_EQ(ask("/api/v1/session", "X-Forwarded-For: 192.0.2.7\r\n").body, R"({"user":null,"role":"reader","local":false})");
  EXPECT_EQ(ask("/api/v1/session", "Authorization: Bearer nobodys-token\r\n").status, 401);
}

TEST_F(ServerTest, GivesItsOwnTokenToReaders) {
  ServerOptions options;
  options.token = "0123456789abcdefghij";
  start(options);
  EXPECT_EQ(ask("/api/v1/session", "Authorization: Bearer 0123456789abcdefghij\r\n").body, R"({"user":null,"role":"reader","local":false})");
}

TEST_F(ServerTest, PacksAndRemembers) {
  start();
  const Reply plain = ask("/api/v1/documents/d-1");
  const Reply packed = ask("/api/v1/documents/d-1", "Accept-Encoding: gzip\r\n");
  EXPECT_EQ(packed.headers.at("content-encoding"), "gzip");
  EXPECT_EQ(gunzip(packed.body), plain.body);
  const Reply again = ask("/api/v1/documents/d-1", "If-None-Match: " + plain.headers.at("etag") + "\r\n");
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  const Reply rows = ask("/api/v1/export?what=documents", "Accept-Encoding: gzip\r\n");
  EXPECT_EQ(rows.headers.at("transfer-encoding"), "chunked");
  EXPECT_THAT(gunzip(rows.body), HasSubstr("d-1"));
  const Reply head = ask("/api/v1/export?what=documents", {}, "HEAD");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body, "");
}

// As many clients as downloads may run at once.
TEST_F(ServerTest, AnswersManyAtOnce) {
  ServerOptions options;
  options.threads = 4;
  start(options);
  std::atomic<int> right = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&, i] {
      for (int n = 0; n < 25; ++n) {
        const char* target = (i + n) % 3 == 0 ? "/api/v1/search?q=gas" : (i + n) % 3 == 1 ? "/api/v1/documents/d-1" : "/api/v1/export?what=statements";
        if (ask(target).status == 200) ++right;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(right, 200);
}

TEST_F(ServerTest, RefusesUnsafeSettings) {
  ServerOptions options;
  options.record = sample_->path();
  options.address = "0.0.0.0";
  EXPECT_THROW(Server(options, program()), Error);
  options.address = "127.0.0.1";
  options.record = "/nonexistent/record.db";
  EXPECT_THROW(Server(options, program()), Error);
}

TEST_F(ServerTest, EndsOnSigterm) {
  const pid_t child = ::fork();
  if (child == 0) {
    int code = 1;
    try {
      ServerOptions options;
      options.record = sample_->path();
      options.port = 0;
      Server server(options, program());
      std::thread later([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        ::kill(::getpid(), SIGTERM);
      });
      server.run();
      later.join();
      code = 0;
    } catch (const std::exception&) {
    }
    ::_exit(code);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace chancery::server::testing
