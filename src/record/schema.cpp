#include "record/schema.hpp"

#include <string>

#include "record/schema_1.hpp"

namespace chancery::record {

const std::vector<std::string_view>& schema_steps() {
  static const std::string first = std::string(kSchema1Documents)
                                       .append(kSchema1Names)
                                       .append(kSchema1Facts)
                                       .append(kSchema1Search)
                                       .append(kSchema1Views);
  static const std::vector<std::string_view> steps = {first};
  return steps;
}

}  // namespace chancery::record
