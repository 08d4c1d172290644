#include "server/representation.hpp"

#include <fmt/chrono.h>

#include "base/hash.hpp"
#include "server/gzip.hpp"

namespace chancery::server {
namespace {

// Below this a packed body is hardly smaller than its headers.
constexpr size_t kWorthPacking = 1024;

std::string_view opaque(std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; }

void pack(const Request& request, Response& response) {
  const auto type = response.headers.find("Content-Type");
  if (!type || !is_compressible(*type) || response.headers.find("Content-Encoding")) return;
  response.headers.add("Vary", "Accept-Encoding");
  if (!accepts_gzip(request.headers.find("Accept-Encoding").value_or(std::string_view()))) return;
  if (response.source) {
    response.source = gzip(std::move(response.source));
  } else if (response.body.size() >= kWorthPacking) {
    response.body = gzip(response.body);
  } else {
    return;
  }
  response.headers.set("Content-Encoding", "gzip");
}

}  // namespace

bool matches(std::string_view if_none_match, std::string_view etag) {
  while (!if_none_match.empty()) {
    const size_t begin = if_none_match.find_first_not_of(" \t,");
    if (begin == std::string_view::npos) return false;
    if_none_match.remove_prefix(begin);
    if (if_none_match.front() == '*') return true;
    // A tag may hold a comma, so its end is its closing quote.
    const size_t open = if_none_match.find('"');
    const size_t close = open == std::string_view::npos ? open : if_none_match.find('"', open + 1);
    if (close == std::string_view::npos) return false;
    if (opaque(if_none_match.substr(0, close + 1)) == opaque(etag)) return true;
    if_none_match.remove_prefix(close + 1);
  }
  return false;
}

void finish(const Request& request, Response& response) {
  const bool reading = request.method == "GET" || request.method == "HEAD";
  if (reading && response.status == 200 && !response.source) {
    response.headers.set_if_absent("ETag", "W/\"" + content_hash(response.body) + "\"");
    const auto known = request.headers.find("If-None-Match");
    if (known && matches(*known, *response.headers.find("ETag"))) {
      response.status = 304;
      response.body.clear();
    }
  }
  if (response.status == 200) pack(request, response);
  response.headers.set_if_absent("Cache-Control", "private, no-cache");
}

std::string http_date(std::chrono::system_clock::time_point time) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

void add_safe_headers(Response& response) {
  response.headers.set_if_absent("Content-Security-Policy",
                                 "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                                 "form-action 'self'; frame-ancestors 'none'");
  response.headers.set_if_absent("X-Content-Type-Options", "nosniff");
  response.headers.set_if_absent("X-Frame-Options", "DENY");
  response.headers.set_if_absent("Referrer-Policy", "no-referrer");
  response.headers.set_if_absent("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  response.headers.set_if_absent("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.set_if_absent("Cross-Origin-Resource-Policy", "same-origin");
}

}  // namespace chancery::server
