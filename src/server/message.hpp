// Requests and responses as plain values: what handlers see. No socket, no library type.
//
// Header names compare without regard to case. Values are owned; a value belongs to one thread at a time.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/session.hpp"

namespace chancery::server {

struct Field {
  std::string name;
  std::string value;
};

bool same_name(std::string_view a, std::string_view b);

class Fields {
 public:
  Fields() = default;
  Fields(std::initializer_list<Field> fields) : fields_(fields) {}

  void add(std::string name, std::string value) { fields_.push_back({std::move(name), std::move(value)}); }
  /// Replaces every field of that name.
  void set(std::string_view name, std::string value);
  void set_if_absent(std::string_view name, std::string value);
  /// The first value of that name; nothing where there is none.
  std::optional<std::string_view> find(std::string_view name) const;
  size_t count(std::string_view name) const;

  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }

 private:
  std::vector<Field> fields_;
};

/// A request target taken apart: "/api/v1/search?q=a%20b" => path "/api/v1/search", {"q","a b"}.
struct Target {
  std::string authority;  ///< of an absolute-form target; else empty
  std::string path;       ///< decoded, begins with "/"; "*" for OPTIONS *
  std::vector<std::string> segments;  ///< of the path, decoded each: "/a/b%2Fc" => "a", "b/c"; "/" => ""
  std::vector<std::pair<std::string, std::string>> query;
};

struct Request {
  std::string method;
  std::string raw_target;  ///< as sent
  Target target;
  Fields headers;
  std::string body;
  std::string peer;        ///< address of the client
  Session session;         ///< who asks
};

/// Appends the next part of a body to `part`; false when it was the last. Called from one thread at a time, never
/// after it returned false or threw.
using BodySource = std::function<bool(std::string& part)>;

struct Response {
  int status = 200;
  Fields headers;
  std::string body;
  BodySource source;  ///< where set, the body is what it gives and `body` is empty
};

/// "Not Found"; "Unknown" for a code we never send.
std::string_view reason(int status);

}  // namespace chancery::server
