// SHA-256 (FIPS 180-4): a hash that nobody can make a second text for. For content addresses hash.hpp is faster.
#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// 64 hexadecimal digits, lower case.
std::string sha256(std::string_view bytes);

}  // namespace chancery
