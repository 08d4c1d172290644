// Random numbers that nobody can guess, from the system.
#pragma once

#include <cstdint>
#include <string>

namespace chancery {

/// Throws Error(io) where the system gives none.
uint64_t random_number();

/// `bytes` of chance in letters, digits, "-" and "_" (base64url without padding, RFC 4648).
std::string random_text(size_t bytes);

}  // namespace chancery
