// Phrases of several words and what they may mean, found by longest match over a document's tokens.
//
// Built once, then immutable and shared by threads. Phrases are matched on Token::lower (diacritics kept), and an
// unaccented form of each phrase is entered too, so that "Caputova" finds "Čaputová". An abbreviation ("US", "WHO",
// "UN Security Council") is matched just where its capitals stand, so that "us" and "who" stay plain words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "knowledge/flat_map.hpp"

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
  modifier,      ///< of an office: "deputy", "former", "acting"; detail says what it does
  surname,       ///< of a holder of office on record
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
  /// The same of several kinds: from `first` to `last` in their order above.
  Match longest(const std::vector<Token>& tokens, size_t at, size_t end, EntryKind first, EntryKind last) const;
  /// Every phrase that begins there, the shorter ones too, in no order; appends to `out`.
  void all(const std::vector<Token>& tokens, size_t at, size_t end, std::vector<Match>& out) const;
  /// Entries of a whole phrase given as written ("US", not "us").
  std::span<const Entry> find(std::string_view phrase) const;

 private:
  using NodeId = uint32_t;
  static constexpr size_t kExpectedPhrases = 60'000;
  static constexpr NodeId kNowhere = 0;  ///< the root is never the end of an edge

  /// Where a node's entries lie in the pool.
  struct Range {
    uint32_t first = 0, count = 0;
  };

  void enter(const std::vector<std::string>& words, const Entry& entry);
  NodeId grow(NodeId from, std::string_view word);
  NodeId step(NodeId from, std::string_view word) const;
  std::span<const Entry> at(NodeId node) const;
  void collect(const std::vector<Token>& tokens, size_t at, size_t end, NodeId node, size_t length, std::vector<Match>& out) const;
  template <typename Accept>
  void search(const std::vector<Token>& tokens, size_t at, size_t end, Accept accept, NodeId node, size_t length,
              Match& best) const;

  FlatMap edges_{kExpectedPhrases};    ///< node and word to node
  std::vector<Range> nodes_ = std::vector<Range>(1);
  std::vector<Entry> pool_;            ///< a node's entries side by side, sorted by kind
};

}  // namespace chancery
