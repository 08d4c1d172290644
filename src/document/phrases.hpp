// The wording of a text with what changes from release to release taken out of it, so that a formula is found again
// under other names, days and numbers.
//
// Words are lower-cased and lightly stemmed (plural, -ed, -ing: after Harman, "How effective is suffixing?", 1991).
// Articles, prepositions and pronouns are left out. Names, days and numbers, which capitals and digits show, become one
// placeholder a run. A shingle (Broder, "On the resemblance and containment of documents", 1997) is three of these in a
// row within a clause, two of them words, hashed without regard to their order: "regional and international issues"
// has the shingles of "international and regional issues". Shingles are kept in records: another way of making them is
// another kShinglesVersion, and every record makes them anew.
//
// Pure functions, linear time, safe from any thread. Offsets are bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/span.hpp"

namespace chancery {

struct PhraseWord {
  uint32_t begin = 0, end = 0;
  uint32_t stem = 0;      ///< hash; 0 for a placeholder
  uint32_t clause = 0;    ///< of the text; shingles stay within one
  uint32_t sentence = 0;  ///< several clauses make one

  bool placeholder() const { return stem == 0; }
};

std::vector<PhraseWord> phrase_words(std::string_view text);

/// Of the words `first` to `first + 2`.
struct Shingle {
  uint32_t hash = 0;
  uint32_t first = 0;
};
inline constexpr uint32_t kShingleWords = 3;

/// In the order of the words.
std::vector<Shingle> shingles_of(const std::vector<PhraseWord>& words);

/// The different hashes as differences of a sorted list, seven bits a byte, the lowest first: three to four bytes each.
std::string packed(const std::vector<Shingle>& shingles);

/// Calls `each(hash)` in ascending order. Bytes that no `packed` has made end it early.
template <typename Each>
void unpack(std::string_view bytes, const Each& each) {
  uint32_t last = 0, value = 0;
  int shift = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<uint8_t>(c);
    if (shift > 28) return;
    value |= static_cast<uint32_t>(byte & 0x7FU) << shift;
    shift += 7;
    if ((byte & 0x80U) != 0) continue;
    last += value;
    each(last);
    value = 0;
    shift = 0;
  }
}

}  // namespace chancery
