// How a standing is said to people.
#pragma once

#include <string_view>

#include "questions/compare/compare.hpp"

namespace chancery::questions::compare {

inline std::string_view spoken_standing(Standing standing) {
  switch (standing) {
    case Standing::same: return "both, the same";
    case Standing::differs: return "both, differently";
    case Standing::contradicts: return "both, and they contradict each other";
    case Standing::only_a: return "only A says";
    case Standing::only_b: return "only B says";
    case Standing::neither: break;
  }
  return "neither says";
}

}  // namespace chancery::questions::compare
