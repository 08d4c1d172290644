#include "base/hash.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace chancery {

uint64_t hash64(std::string_view bytes, uint64_t seed) { return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed); }

std::string content_hash(std::string_view bytes) {
  const XXH128_hash_t h = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", h.high64, h.low64);
}

std::string base32(uint64_t value) {
  static constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string out(13, '0');
  for (size_t i = out.size(); i-- > 0; value >>= 5) out[i] = alphabet[value & 31];
  return out;
}

}  // namespace chancery
