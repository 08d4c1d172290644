// Whom people mean by what they type: a country by its code or any of its names, or a person by key or name.
//
// A country's name comes before a person's. Where a name fits several people, the one of whom most documents speak is
// taken and the others are named beside. Throws Error(input) never: what nobody is called so is answered by suggestions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "record/query.hpp"
#include "record/query_timeline.hpp"

namespace chancery::questions {

/// One who may be meant.
struct Known {
  record::Side side;
  std::string name;     ///< of the country, or the person's most frequent form
  std::string country;  ///< the country itself, or the one the person mostly acts for; empty where unknown
  int64_t documents = 0;  ///< that name the person; of a country not counted
};

struct Who {
  std::string asked;
  bool found = false;
  Known taken;                      ///< where found
  std::vector<Known> others;        ///< whom the words fit as well
  std::vector<Known> suggestions;   ///< where not found: who has a similar name, the nearest first
};

Who who_is(const record::Record& record, const Knowledge& knowledge, std::string_view asked);

/// "KAZ" for "kaz", "Kazakhstan", "Republic of Kazakhstan"; empty where it is no country.
std::string country_code_of(const Knowledge& knowledge, std::string_view asked);
std::string country_name(const Knowledge& knowledge, const std::string& code);

/// What every command and the API say of words that name nobody: "nobody ... is called "Puttin": did you mean ...?"
std::string nobody_is_called(const Who& who);

}  // namespace chancery::questions
