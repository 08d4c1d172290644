// The parts of schema step 1, split by subject.
#pragma once

#include <string_view>

namespace chancery::record {

extern const std::string_view kSchema1Documents;
extern const std::string_view kSchema1Names;
extern const std::string_view kSchema1Facts;
extern const std::string_view kSchema1Search;
extern const std::string_view kSchema1Views;

}  // namespace chancery::record
