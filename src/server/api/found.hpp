// What an id leads to, or a problem that says it is not in the record.
#pragma once

#include "base/error.hpp"
#include "server/problem.hpp"

namespace chancery::server::api {

/// What the record has no such id for is not found; the parameters were right.
template <typename Ask>
auto found(const Ask& ask) {
  try {
    return ask();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    throw ProblemError{{404, "Not in this record", error.what(), "", ""}};
  }
}

}  // namespace chancery::server::api
