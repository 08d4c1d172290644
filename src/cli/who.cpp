#include "cli/who.hpp"

#include <cstdlib>

namespace chancery::cli {

std::string user_name() {
  for (const char* variable : {"CHANCERY_USER", "USER", "LOGNAME"}) {
    if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
  }
  return "local";
}

}  // namespace chancery::cli
