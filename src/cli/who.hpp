// What the person at the terminal is called in the log of corrections.
#pragma once

#include <string>

namespace chancery::cli {

/// CHANCERY_USER, else the machine's user, else "local".
std::string user_name();

}  // namespace chancery::cli
