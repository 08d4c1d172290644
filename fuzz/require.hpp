// What a fuzz target does when something does not hold: it says where and ends, so that the input is kept.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace chancery::fuzz {

// std::source_location is not in clang 14; these are, in every compiler that we build with.
inline void require(bool condition, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (condition) return;
  std::fprintf(stderr, "%s:%d: this does not hold\n", file, line);
  std::abort();
}

}  // namespace chancery::fuzz
