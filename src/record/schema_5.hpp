// The statements that take a record from version 4 of its tables to version 5, a constant a subject. Inside record/ only.
#pragma once

#include <string_view>

namespace chancery::record {

extern const std::string_view kSchema5Corrections;
extern const std::string_view kSchema5Formulae;
extern const std::string_view kSchema5Searches;
extern const std::string_view kSchema5Encounters;

}  // namespace chancery::record
