// Whether two accounts name the same participants. Inside stages/link only.
#pragma once

#include <string>

#include "stages/link/encounters.hpp"

namespace chancery {

struct Company {
  double score = 0;  ///< 1: the same people on every side; 0: not the same encounter
  std::string why;
  bool body = false;   ///< only a body is named: "the NATO Summit"
  bool alone = false;  ///< one person and nobody else: place and day must tell
};

/// Sides are the countries acted for; within one country it is the people themselves that count.
Company same_company(const Telling& a, const Telling& b);

bool same_person(const Attendee& a, const Attendee& b);

}  // namespace chancery
