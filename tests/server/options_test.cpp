#include "server/options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "base/error.hpp"
#include "server/access_log.hpp"

namespace chancery::server {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

ServerOptions from(const std::map<std::string, std::string>& variables) {
  ServerOptions options;
  apply_environment(options, [&](const char* name) -> const char* {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
  return options;
}

std::string complaint(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
  return "";
}

TEST(Options, ReadsTheEnvironment) {
  const ServerOptions options = from({{"CHANCERY_ADDRESS", "0.0.0.0"}, {"CHANCERY_PORT", "9000"}, {"CHANCERY_TOKEN", " abcdefghijklmnop\n"},
                                      {"CHANCERY_HOST_NAMES", "a.example, b.example,"}, {"CHANCERY_THREADS", "4"}});
  EXPECT_EQ(options.address, "0.0.0.0");
  EXPECT_EQ(options.port, 9000);
  EXPECT_EQ(options.token, "abcdefghijklmnop");
  EXPECT_THAT(options.host_names, ElementsAre("a.example", "b.example"));
  EXPECT_EQ(options.threads, 4U);
  EXPECT_EQ(from({}).address, "127.0.0.1");
  EXPECT_EQ(from({{"CHANCERY_PORT", ""}}).port, ServerOptions().port);
}

TEST(Options, NamesTheVariableThatIsWrong) {
  for (const char* port : {"x", "65536", "-1", "80 ", "8080x"}) {
    const std::string said = complaint([&] { from({{"CHANCERY_PORT", std::string(port) + "!"}}); });
    EXPECT_THAT(said, HasSubstr("CHANCERY_PORT")) << port;
  }
  EXPECT_THAT(complaint([] { from({{"CHANCERY_THREADS", "0"}}); }), HasSubstr("CHANCERY_THREADS"));
}

TEST(Options, WantsATokenAwayFromLoopback) {
  ServerOptions options;
  check_reach(options, false);
  for (const char* address : {"0.0.0.0", "::", "192.0.2.1"}) {
    options.address = address;
    options.token.clear();
    const std::string said = complaint([&] { check_reach(options, false); });
    EXPECT_THAT(said, HasSubstr("--token-file")) << address;
    EXPECT_THAT(said, HasSubstr("chancery users add")) << address;
    check_reach(options, true);
    options.token = "abcdefghijklmnop";
    check_reach(options, false);
  }
  check(options);
  options.token = "short";
  EXPECT_THAT(complaint([&] { check(options); }), HasSubstr("16"));
  options.token = "has a blank in the middle";
  EXPECT_THAT(complaint([&] { check(options); }), HasSubstr("ASCII"));
}

TEST(Options, ReadsATokenOnlyItsOwnerCanRead) {
  namespace fs = std::filesystem;
  const fs::path file = fs::path(::testing::TempDir()) / "chancery_token";
  std::ofstream(file) << "abcdefghijklmnop\r\nsecond line\n";
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(read_token(file), "abcdefghijklmnop");
  fs::permissions(file, fs::perms::others_read, fs::perm_options::add);
  EXPECT_THAT(complaint([&] { read_token(file); }), HasSubstr("chmod 600"));
  fs::remove(file);
  EXPECT_THROW(read_token(file), Error);
}

TEST(AccessLog, CannotBeForged) {
  const Access access{"127.0.0.1", "GET", "/a\"b\x1b[31m\xc3\xa9?x=1", 200, 12, std::chrono::microseconds(1234)};
  EXPECT_EQ(access_line(access, std::chrono::system_clock::time_point(std::chrono::seconds(1511049600))),
            "2017-11-19T00:00:00Z 127.0.0.1 \"GET /a%22b%1B[31m%C3%A9?x=1\" 200 12 1.2ms");
}

}  // namespace
}  // namespace chancery::server
