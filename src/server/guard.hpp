// Where requests may come from: checks of each before anything is read or looked up. Pure, thread-safe after
// construction. Who asks is told by callers.hpp.
//
// Host is checked against DNS rebinding: a page of another site whose name was pointed at this machine sends that
// site's name. The port is not compared, so that a tunnel (ssh -L) works; the name alone tells the two apart.
// Origin and Sec-Fetch-Site keep other sites' pages from asking on a visitor's behalf, and what writes must have a body
// of a media type that no form can send, so that a browser that sends neither would have to ask first.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/message.hpp"
#include "server/problem.hpp"

namespace chancery::server {

struct GuardOptions {
  std::vector<std::string> host_names;  ///< names and addresses it may be called by, beside loopback
  bool any_address = false;             ///< by any IP address too: rebinding needs a name
};

class Guard {
 public:
  explicit Guard(GuardOptions options);

  /// The reason to refuse, or nothing.
  std::optional<Response> refuse(const Request& request) const;

 private:
  std::optional<Problem> check_host(const Request& request) const;
  std::optional<Problem> check_origin(const Request& request) const;
  bool known_host(std::string_view host) const;

  GuardOptions options_;
};

/// "example.org:80" => "example.org", "[::1]:80" => "::1"; nothing where it is no host and port.
std::optional<std::string> host_of(std::string_view authority);

/// Takes as long for a wrong first character as for a wrong last one.
bool equal_in_constant_time(std::string_view given, std::string_view expected);

/// "192.0.2.7", "2001:db8::1"; no name.
bool is_address(std::string_view host);

/// 0.0.0.0 and ::, which stand for every address of the machine.
bool is_wildcard(std::string_view host);

/// 127.0.0.0/8, ::1, "localhost".
bool is_loopback(std::string_view host);

}  // namespace chancery::server
