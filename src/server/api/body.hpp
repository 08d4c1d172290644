// Bodies in JSON, checked as query parameters are: each route says which members it knows, and anything else is a 400
// that names the member, so that a mistyped one is never silently none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "questions/json.hpp"
#include "server/message.hpp"

namespace chancery::server::api {

/// The body as one JSON object. Throws ProblemError (400) where it is none, saying where it breaks off.
questions::Json object_of(const Request& request);

class Members {
 public:
  /// Refers to `object`, which must outlive it; `where` names it in problems ("corrections[2]"; empty: the body itself).
  /// Throws ProblemError where it is no object or has a member not in `known`.
  Members(const questions::Json& object, std::string where, const std::vector<std::string_view>& known);

  // Each throws ProblemError (400) naming the member where it holds something else. A null is as good as none.
  bool has(std::string_view name) const;
  std::string text(std::string_view name, size_t most_bytes = 1000) const;
  std::vector<std::string> texts(std::string_view name, size_t most, size_t most_bytes = 1000) const;
  std::optional<int64_t> number(std::string_view name, int64_t least, int64_t most) const;
  std::vector<int64_t> numbers(std::string_view name, size_t most) const;
  bool flag(std::string_view name) const;
  /// An array of any values; empty where not given.
  std::vector<questions::Json> list(std::string_view name, size_t most) const;

  [[noreturn]] void refuse(std::string_view name, const std::string& why) const;

 private:
  const questions::Json* find(std::string_view name) const;

  const questions::Json& object_;
  const std::string where_;
};

}  // namespace chancery::server::api
