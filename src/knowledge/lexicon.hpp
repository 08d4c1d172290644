// Phrases of several words and what they may mean, found by longest match over a document's tokens.
//
// Built once, then immutable and shared by threads. Phrases are matched on Token::lower (diacritics kept), and an
// unaccented form of each phrase is entered too, so that "Caputova" finds "Čaputová".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"

namespace chancery {

enum class EntryKind : uint8_t {
  country,       ///< "azerbaijan", "republic of azerbaijan"
  nationality,   ///< "azerbaijani"
  city, region, place,
  organisation,  ///< "united nations", "european commission"
  office,        ///< head word or phrase of an office: "president", "minister", "secretary of state"
  honorific,     ///< "mr", "h.e.", "sheikh"
  given_name,
  topic,
};

struct Entry {
  EntryKind kind{};
  std::string name;      ///< neutral name or canonical form: "Azerbaijan", "head_of_state"
  std::string country;   ///< ISO 3166-1 alpha-3 where it has one
  std::string detail;    ///< kind's own: gender of a given name, class of an office, id of a place
  uint32_t weight = 0;   ///< population of a place, frequency of a name
};

class Lexicon {
 public:
  /// `phrase` as written in a data file; it is split like a document's words.
  void add(std::string_view phrase, Entry entry);

  struct Match {
    size_t length = 0;  ///< tokens taken; 0: nothing found
    std::span<const Entry> entries;
  };
  /// The longest phrase that begins at token `at` and ends before `end`; `kind` restricts it.
  Match longest(const std::vector<Token>& tokens, size_t at, size_t end) const;
  Match longest(const std::vector<Token>& tokens, size_t at, size_t end, EntryKind kind) const;
  /// Entries of a whole phrase given as text.
  std::span<const Entry> find(std::string_view phrase) const;

 private:
  struct Node {
    std::unordered_map<std::string, uint32_t> next;
    std::vector<Entry> entries;
  };
  std::vector<Node> nodes_ = std::vector<Node>(1);
};

}  // namespace chancery
