#include "server/access_log.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace chancery::server {
namespace {

std::string harmless(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7f || c == '"' || c == '\\') {
      out += fmt::format("%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string access_line(const Access& access, std::chrono::system_clock::time_point now) {
  const auto seconds = std::chrono::time_point_cast<std::chrono::seconds>(now);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z {} \"{} {}\" {} {} {:.1f}ms", fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)),
                     access.peer, access.method.empty() ? "-" : harmless(access.method), access.target.empty() ? "-" : harmless(access.target),
                     access.status, access.bytes, static_cast<double>(access.took.count()) / 1000);
}

}  // namespace chancery::server
