// How the server is set up, as one plain value: defaults, then the environment, then flags (made by cli/).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/limits.hpp"

namespace chancery::server {

struct ServerOptions {
  std::filesystem::path record = "chancery.db";
  std::string address = "127.0.0.1";    ///< an IP address; at any but loopback everybody shows a token
  uint16_t port = 8417;                 ///< 0 takes any free one
  std::string token;                    ///< bearer token; empty: none
  std::vector<std::string> host_names;  ///< names it may be called by, beside loopback and its own address
  std::string local_user = "local";     ///< what the editor at this machine is called, who needs no token
  unsigned threads = 2;                 ///< that answer questions
  Limits limits;
  std::optional<std::filesystem::path> assets;  ///< the page's files, instead of those in the program
  bool handle_signals = true;                   ///< SIGINT and SIGTERM stop it
  std::function<void(std::string_view line)> access_log;  ///< may be empty; lines without their end
};

/// CHANCERY_ADDRESS, CHANCERY_PORT, CHANCERY_TOKEN, CHANCERY_HOST_NAMES (comma-separated), CHANCERY_THREADS over what
/// `options` has. `look_up` is std::getenv outside tests. Throws Error(usage) naming the variable.
void apply_environment(ServerOptions& options, const std::function<const char*(const char*)>& look_up);

/// The first line of a file that only its owner can read. Throws Error(io) or Error(usage).
std::string read_token(const std::filesystem::path& file);

/// Throws Error(usage) for a foreign address at which nobody could show a token: neither the server nor a user has one.
void check_reach(const ServerOptions& options, bool users);

/// Throws Error(usage) for what cannot be served safely: a short token, too many threads.
void check(const ServerOptions& options);

}  // namespace chancery::server
