// Finds names and offices in one sentence by a small grammar over words, from left to right:
//
//   office = (nationality | modifier | capitalised word)* head (("of" | "for" | ...) capitalised group)*
//   person = [honorific] given-name-like capitalised words with particles and hyphens
//   "Russian Minister of Foreign Affairs Sergey Lavrov" => office [Russian ... Affairs], person [Sergey Lavrov]
//   "Jake Sullivan, the National Security Advisor" => person, office of that person
//
// A bare surname counts once the document has given the name in full or in a title (see `KnownNames`).
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "document/document.hpp"
#include "knowledge/knowledge.hpp"
#include "stages/names/nouns.hpp"
#include "stages/names/words.hpp"

namespace chancery {

/// A mention as half-open token indices, before it becomes a Mention.
struct Found {
  Index first = 0, last = 0;
  MentionType type = MentionType::person;
  Form form = Form::name;
  std::string country;
  std::string office_head;
  std::string office_class;
  std::string status;
  bool international = false;    ///< an office in a body of several states
  std::optional<size_t> bearer;  ///< of an office: index of the person among the found
};

/// Words that stand in names of people found so far in this document, lower case.
struct KnownNames {
  std::unordered_set<std::string> words;
};

class NameScanner {
 public:
  NameScanner(const Document& document, const Knowledge& knowledge, const NameNouns& nouns, const std::vector<NameWord>& words, const KnownNames& known)
      : document_(document), knowledge_(knowledge), nouns_(nouns), words_(words), known_(known) {}

  /// Appends what the sentence names, in order, without overlaps.
  void scan(const Sentence& sentence, std::vector<Found>& found);

 private:
  struct Office {
    Index first = 0, head = 0, last = 0;  ///< from the first modifier to the end of "of ..."
    std::string country, name, office_class, status;
    bool plural = false;
    bool international = false;
    bool capital = false;  ///< the head is capitalised
  };
  struct Group {
    Index last = 0;
    std::string country;
    bool has_country = false;
    bool international = false;
  };

  const std::string& lower(Index i) const { return document_.tokens[i].lower; }
  bool is(Index i, std::string_view word) const { return i < end_ && lower(i) == word; }
  bool capital(Index i) const { return i < end_ && words_[i].capital; }
  bool hyphen(Index i) const { return i + 1 < end_ && lower(i) == "-" && words_[i].glued && words_[i + 1].glued; }
  Lexicon::Match match(Index i, EntryKind kind) const { return knowledge_.lexicon().longest(document_.tokens, i, end_, kind); }
  bool names_country(Index i) const { return capital(i) && match(i, EntryKind::country).length > 0; }
  bool names_nationality(Index i) const { return capital(i) && match(i, EntryKind::nationality).length > 0; }

  // offices.cpp
  std::optional<Office> office_at(Index i) const;
  Index office_prefix(Index i, Office& office) const;
  Index office_complement(Index after_head, Office& office) const;
  Index described_complement(Index after_preposition) const;
  Group capital_group(Index i) const;
  bool starts_office(Index i) const;
  bool qualifies_next(Index i, size_t head_length) const;
  bool opens_other_office(Index i) const;
  Index unknown_person_inside(Index first, Index last) const;

  // persons.cpp
  Index title_person(Index i) const;   ///< after an office or honorific; end, or i
  Index given_person(Index i) const;   ///< begins with a given name
  Index known_person(Index i) const;   ///< words of names found before, or a leader's surname
  Index unknown_person(Index i) const; ///< capitalised words that are nothing else
  Index extend_name(Index i, bool trust) const;
  bool name_word(Index i, bool trust) const;
  Index name_suffix(Index i) const;
  bool is_numeral(Index i, bool trust) const;
  bool repeats(Index first, Index at) const;

  // scanner.cpp
  Index take_office(Index i);
  Index take_bearers(const Office& office, size_t office_index);
  Index take_honorific(Index i);
  Index named_after(Index name_end) const;
  Index take_person(Index i);
  Index after_person(Index i, size_t person);
  size_t add(Index first, Index last, MentionType type, Form form = Form::name, std::string country = {});
  size_t add_office(const Office& office);

  // things.cpp
  Index take_known_thing(Index i);
  Index take_body(Index i);
  Index take_group(Index i);
  /// A seat, a venue, a disputed place; else cities and regions of that name, all of them.
  Lexicon::Match match_place(Index i) const;
  std::string country_of_place(std::span<const Entry> entries) const;

  const Document& document_;
  const Knowledge& knowledge_;
  const NameNouns& nouns_;
  const std::vector<NameWord>& words_;
  const KnownNames& known_;
  Index begin_ = 0, end_ = 0;
  std::vector<Found>* found_ = nullptr;
};

}  // namespace chancery
