// Doubts that can be read from a fact's own rows, as data. Inside record/ only.
#pragma once

#include <span>
#include <string_view>

namespace chancery::record {

struct Doubt {
  char letter;                 ///< of the facts it is about
  std::string_view condition;  ///< SQL on `f`, a row of their table
  double factor;               ///< what it leaves of the certainty
  std::string_view words;
};

struct QueuedKind {
  char letter;
  std::string_view kind, table;
  std::string_view condition;  ///< which of them are worth a person's time
  std::string_view place;      ///< JSON span of where it is told; empty: part, begin and end
};

std::span<const QueuedKind> queued_kinds();
std::span<const Doubt> doubts();

}  // namespace chancery::record
