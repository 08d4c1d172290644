#include "server/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <system_error>

#include "base/error.hpp"
#include "base/file.hpp"
#include "server/guard.hpp"

namespace chancery::server {
namespace {

// 16 characters of base 64 are 96 bits: not to be guessed over a network.
constexpr size_t kShortestToken = 16;
constexpr unsigned kMostThreads = 64;

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlank) - begin + 1));
}

unsigned number(const char* name, std::string_view text, unsigned least, unsigned most) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    throw Error(ErrorKind::usage, fmt::format("{} is \"{}\"; it must be a number from {} to {}", name, text, least, most));
  }
  return value;
}

std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const size_t comma = std::min(text.find(','), text.size());
    if (std::string name = trimmed(text.substr(0, comma)); !name.empty()) names.push_back(std::move(name));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return names;
}

}  // namespace

void apply_environment(ServerOptions& options, const std::function<const char*(const char*)>& look_up) {
  const auto given = [&](const char* name) -> std::optional<std::string> {
    const char* value = look_up(name);
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(trimmed(value));
  };
  if (auto address = given("CHANCERY_ADDRESS")) options.address = *address;
  if (auto port = given("CHANCERY_PORT")) options.port = static_cast<uint16_t>(number("CHANCERY_PORT", *port, 0, 65535));
  if (auto token = given("CHANCERY_TOKEN")) options.token = *token;
  if (auto names = given("CHANCERY_HOST_NAMES")) options.host_names = listed(*names);
  if (auto threads = given("CHANCERY_THREADS")) options.threads = number("CHANCERY_THREADS", *threads, 1, kMostThreads);
}

std::string read_token(const std::filesystem::path& file) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::perms perms = fs::status(file, error).permissions();
  if (!error && (perms & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none) {
    throw Error(ErrorKind::usage, fmt::format("the token file {} can be read by others; run: chmod 600 {}", file.string(), file.string()));
  }
  const std::string content = read_file(file);
  return trimmed(std::string_view(content).substr(0, content.find('\n')));
}

void check_reach(const ServerOptions& options, bool users) {
  if (is_loopback(options.address) || !options.token.empty() || users) return;
  throw Error(ErrorKind::usage, fmt::format("listening at {} lets other machines ask, and nobody could show a token: give people their own (`chancery users add NAME`), give the server one for "
                                            "reading (--token-file FILE or CHANCERY_TOKEN), or listen at 127.0.0.1",
                                            options.address));
}

void check(const ServerOptions& options) {
  const bool printable = std::all_of(options.token.begin(), options.token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (!options.token.empty() && (options.token.size() < kShortestToken || !printable)) {
    throw Error(ErrorKind::usage, fmt::format("the token must have at least {} characters, all of them visible ASCII; make one with: openssl rand -base64 24", kShortestToken));
  }
  if (options.threads == 0 || options.threads > kMostThreads) {
    throw Error(ErrorKind::usage, fmt::format("the number of threads must be from 1 to {}", kMostThreads));
  }
}

}  // namespace chancery::server
