#include "server/guard.hpp"

#include <algorithm>

namespace chancery::server {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_host_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
}

}  // namespace

std::optional<std::string> host_of(std::string_view authority) {
  std::string_view host, port;
  if (authority.starts_with('[')) {
    const size_t close = authority.find(']');
    if (close == std::string_view::npos) return std::nullopt;
    host = authority.substr(1, close - 1);
    port = authority.substr(close + 1);
    const bool address = std::all_of(host.begin(), host.end(), [](char c) { return is_host_character(c) || c == ':'; });
    if (!address || host.find(':') == std::string_view::npos) return std::nullopt;
  } else {
    const size_t colon = std::min(authority.find(':'), authority.size());
    host = authority.substr(0, colon);
    port = authority.substr(colon);
    if (!std::all_of(host.begin(), host.end(), is_host_character)) return std::nullopt;
  }
  if (host.empty() || (!port.empty() && (port[0] != ':' || !all_digits(port.substr(1))))) return std::nullopt;
  return lower_ascii(host);
}

bool equal_in_constant_time(std::string_view given, std::string_view expected) {
  volatile unsigned difference = given.size() == expected.size() ? 0U : 1U;
  for (size_t i = 0; i < given.size() && !expected.empty(); ++i) {
    const auto a = static_cast<unsigned char>(given[i]);
    const auto b = static_cast<unsigned char>(expected[i % expected.size()]);
    difference = difference | static_cast<unsigned>(a ^ b);
  }
  return difference == 0;
}

bool is_address(std::string_view host) {
  const bool four = std::count(host.begin(), host.end(), '.') == 3 &&
                    std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
  return four || host.find(':') != std::string_view::npos;
}

bool is_wildcard(std::string_view host) { return host == "0.0.0.0" || host == "::"; }

bool is_loopback(std::string_view host) {
  return (host.starts_with("127.") && is_address(host)) || host == "::1" || lower_ascii(host) == "localhost";
}

Guard::Guard(GuardOptions options) : options_(std::move(options)) {
  for (std::string& name : options_.host_names) name = lower_ascii(name);
}

bool Guard::known_host(std::string_view host) const {
  if (is_loopback(host) || (options_.any_address && is_address(host))) return true;
  return std::find(options_.host_names.begin(), options_.host_names.end(), host) != options_.host_names.end();
}

std::optional<Problem> Guard::check_host(const Request& request) const {
  if (request.headers.count("Host") > 1) {
    return Problem{400, "", "The request has more than one Host header.", "Send exactly one.", ""};
  }
  const std::string_view sent = request.headers.find("Host").value_or(std::string_view());
  const std::string_view authority = request.target.authority.empty() ? sent : std::string_view(request.target.authority);
  if (authority.empty()) return Problem{400, "", "The request has no Host header.", "Send the name under which this server is reached.", ""};
  const auto host = host_of(authority);
  if (!host) return Problem{400, "", "The Host header is no host name with an optional port.", "", ""};
  if (!known_host(*host)) {
    return Problem{421, "Unknown host name", "This server does not answer to the name in the Host header.",
                   "Use its address, or start it with that name allowed (--host-name).", ""};
  }
  return std::nullopt;
}

std::optional<Problem> Guard::check_origin(const Request& request) const {
  const Problem refused{403, "Other sites may not ask", "The request was made by a page of another site.",
                        "Open this server's own address in the browser.", ""};
  if (request.headers.count("Origin") > 1) return refused;
  const auto host = request.headers.find("Host");
  if (const auto origin = request.headers.find("Origin")) {
    const std::string own = lower_ascii(host.value_or(std::string_view()));
    const std::string given = lower_ascii(*origin);
    if (given != "http://" + own && given != "https://" + own) return refused;
  }
  const auto site = request.headers.find("Sec-Fetch-Site");
  const bool foreign = site && *site != "same-origin" && *site != "none";
  const bool navigation = request.headers.find("Sec-Fetch-Mode") == std::optional<std::string_view>("navigate");
  const bool followed_link = navigation && (request.method == "GET" || request.method == "HEAD");
  if (foreign && !followed_link) return refused;
  return std::nullopt;
}

std::optional<Response> Guard::refuse(const Request& request) const {
  if (const auto problem = check_host(request)) return to_response(*problem);
  if (const auto problem = check_origin(request)) return to_response(*problem);
  return std::nullopt;
}

}  // namespace chancery::server
