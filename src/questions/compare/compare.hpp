// Two accounts of one encounter side by side: which clause of the one tells what which clause of the other tells, where
// the words differ, what contradicts, and what has no counterpart.
//
// Units are clauses: the points of an account, its statements that no point covers, its commitments that neither does.
// Links are many-to-many and sparing: a unit has no counterpart unless enough of what it says stands in the other's, and
// both are said to come from the same person, or one of them from both sides or no one. "Differs" is told from
// "contradicts": a contradiction needs two incompatible values or polarities, and `Incompatible` shows them.
//
// Pure functions over analysed documents, which must outlive the comparison; thread-safe. Spans are bytes. Work is bounded:
// at most kMostUnits of an account are compared, and a note says so where there are more.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "questions/compare/lexicon.hpp"

namespace chancery::questions {
struct Novelty;
}

namespace chancery::questions::compare {

inline constexpr size_t kMostUnits = 600;

/// One account: a document, or the share of it that tells of one encounter.
struct Side {
  const Document* document = nullptr;
  /// Where the document tells of the encounter (passage.hpp); unset: all of it does.
  std::optional<std::vector<Span>> passage;
  /// Id of the event that it tells of; empty: the document's first main one.
  std::string event;
  /// What is usual and new in its words, where the record tells; outlives the comparison.
  const Novelty* wording = nullptr;
};

enum class UnitKind : uint8_t { point, statement, commitment };
std::string_view name_of(UnitKind kind);

struct Unit {
  UnitKind kind = UnitKind::point;
  std::string id;              ///< of the fact
  Span span;
  std::string act;             ///< of a point; else empty
  std::vector<Index> holders;  ///< entities
  std::string topic;
  bool negated = false;
  bool narrated = false;       ///< told by the account's author in his own words, who may tell what the other said too
  bool grateful = false;       ///< says thanks
  bool promising = false;      ///< says what will be done
  double prominence = 0;       ///< share of the words of all units of the account
};

enum class Relation : uint8_t { same, differs, contradicts };
std::string_view name_of(Relation relation);

/// Each side's name for one thing, where the names differ.
struct NamePair {
  Span a, b;
  std::string of;
};

/// The two words that cannot both hold.
struct Incompatible {
  Span a, b;
  std::string what;  ///< "figure", "polarity"
};

struct Link {
  size_t a = 0, b = 0;  ///< units
  Relation relation = Relation::differs;
  double confidence = 0;
  std::vector<std::string> why;  ///< what speaks for it: topic, names, place, person, figure, holder, act
  std::vector<Span> marks_a, marks_b;  ///< the words that differ
  std::vector<NamePair> names;
  std::optional<Incompatible> incompatible;
};

/// The unit of the other account that comes closest to one without a counterpart.
struct Nearest {
  bool of_a = true;
  size_t unit = 0, candidate = 0;
  double similarity = 0;
};

enum class Standing : uint8_t { same, differs, contradicts, only_a, only_b, neither };
std::string_view name_of(Standing standing);

/// What one account says of the encounter itself, and where; a span is empty where it is told by the whole.
struct Told {
  std::string value;
  Span span;
};

struct EncounterFact {
  std::string what;  ///< initiator duration channel day place participants level format order prominence
  std::optional<Told> a, b;
  Standing standing = Standing::neither;
};

/// Figures or commitments of the two documents, as indices into their layers; kNone where only the other has it.
struct FactPair {
  Index a = kNone, b = kNone;
  Standing standing = Standing::same;
  std::string why;  ///< where they contradict: what is incompatible
};

struct Length {
  size_t characters = 0, words = 0, sentences = 0, points = 0, statements = 0;
};

struct Comparison {
  Side a, b;
  Length length_a, length_b;
  std::vector<Unit> units_a, units_b;  ///< in the order of the texts
  std::vector<Link> links;             ///< by a, then b
  std::vector<Nearest> nearest;
  std::vector<EncounterFact> facts;
  std::vector<FactPair> figures, commitments;
  std::vector<std::string> notes;
};

Comparison compare(const Side& a, const Side& b, const Lexicon& lexicon);

}  // namespace chancery::questions::compare
