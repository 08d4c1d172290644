// What of a text is usual where it comes from, what is new, and which usual words it has not.
//
// Usual is counted, never judged: words that come again, with other names and numbers, in earlier releases of the same
// publisher, or on the same two countries. Only releases published before the text count, so the answer for a release
// stays the same while later ones are added, and none of it is known later than the text. "Dropped" asks for more than
// "new": at least eight earlier releases of the publisher on the pair and of the kind, the formula in most of them and
// still in the latest ones, and nothing like it in the text.
//
// Reads packed shingles of the publisher's releases in one pass (document/phrases.hpp): linear in them. Values in,
// values out; offsets are code points into the text. Throws Error(input) where there is no such document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/query_formulae.hpp"
#include "record/record.hpp"

namespace chancery::questions {

/// A text, on record or not, and what it is compared with. What is unknown restricts to nothing: without publisher or
/// pair there is nothing to compare.
struct Subject {
  std::string_view text;
  std::string document;  ///< its id where it is on record
  std::string publisher, kind;
  std::optional<record::CountryPair> pair;
  std::optional<Day> published;  ///< compared with all releases where unknown
};

enum class Basis : uint8_t { publisher, pair };
std::string_view name_of(Basis basis);

/// The releases a share is told of.
struct Reference {
  Basis basis = Basis::publisher;
  int64_t of = 0;    ///< how many earlier releases there are
  std::string kind;  ///< only those of this kind; empty: all kinds
  std::string since; ///< day of the first
};

/// `count` of the earlier releases have most of these words.
struct Formula {
  record::Range span;
  Basis basis = Basis::publisher;
  int64_t count = 0, of = 0;
  std::string kind;                      ///< of the releases counted; empty: all kinds
  std::string first, last;               ///< days
  std::string first_id, last_id;         ///< documents
};

/// Words of a sentence of which hardly any are in an earlier release of the last of Novelty::references.
struct NewWords {
  record::Range span;
};

/// Words that are usual between the two, as the latest release that has them puts them.
struct Dropped {
  std::string words, document, day;
  std::string first, first_id;  ///< the earliest release that has them: day, document
  record::Range span;  ///< in that document
  int64_t count = 0, of = 0;
};

struct Novelty {
  std::string publisher, kind;
  std::optional<record::CountryPair> pair;
  std::vector<Reference> references;  ///< of those that are enough to speak of; the publisher first
  std::vector<Formula> usual;         ///< in the order of the text, never overlapping
  std::vector<NewWords> fresh;        ///< likewise
  std::vector<Dropped> dropped;       ///< most frequent first
  std::vector<std::string> notes;     ///< why something cannot be said
};

Novelty novelty(const record::Record& record, const Subject& subject);
Novelty novelty(const record::Record& record, const std::string& document);

/// For a stretch of the text, a point or a statement: the formula that most of it is; nothing where it is none.
const Formula* formula_of(const Novelty& novelty, const record::Range& span);
/// Whether it lies in words that are new.
bool is_new(const Novelty& novelty, const record::Range& span);

}  // namespace chancery::questions
