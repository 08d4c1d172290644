// Stable hashes (XXH3) for identifiers and content addresses. The same bytes give the same hash on every
// machine and version; they are no protection against someone who wants a collision.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chancery {

uint64_t hash64(std::string_view bytes, uint64_t seed = 0);

/// 128 bits as 32 hexadecimal digits.
std::string content_hash(std::string_view bytes);

/// Thirteen characters of Crockford's base 32, lower case.
std::string base32(uint64_t value);

}  // namespace chancery
