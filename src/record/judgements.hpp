// What people's judgements say of the machine, and which facts they should look at next.
//
// How sure a fact is: the confidence its stage gave it; where it gave none, the share of its kind that people confirmed
// (drawn towards a prior, which the asker gives, while few are judged). Doubts that can be read from the fact itself lower
// it, each by a factor. It orders; it is no probability that was measured.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/query.hpp"

namespace chancery::record {

/// Facts on which a judgement stands; each counts once, as its judgements leave it.
struct Agreement {
  std::string kind;
  int64_t confirmed = 0, changed = 0, rejected = 0;
  int64_t judged() const { return confirmed + changed + rejected; }
};
/// Kinds of which something was judged.
std::vector<Agreement> agreement(const Record& record);

struct QueueFilters {
  std::string kind;  ///< statement, event, point, figure, commitment, courtesy; empty: all
  std::string publisher;
};

/// A field that a person may change, with what it holds now.
struct FieldValue {
  std::string name, value;
  std::vector<std::string> names;  ///< of the entities in `value`, in its order
};

struct OpenFact {
  std::string kind, id;
  DocumentLine document;
  int64_t reading = 0;              ///< Kept::reading
  double sure = 0;                  ///< 0 to 1
  std::vector<std::string> doubts;  ///< why, in words
  std::string quote;
  Range span;
  std::vector<FieldValue> fields;
};

struct Queue {
  int64_t total = 0;
  std::vector<Count> kinds;      ///< of all kinds, whatever kind was asked for
  std::vector<OpenFact> facts;   ///< least certain first
};
/// The share of a kind that is expected to be right while nobody has judged any; it counts as much as 20 judgements.
struct Prior {
  std::string_view kind;
  double share = 0;
};

/// Facts of current versions on which nobody has said anything and of which there is some doubt. Throws Error(input)
/// for a kind that is not queued. Of a kind without a prior, as many are expected to be right as wrong.
Queue queue(const Record& record, std::span<const Prior> priors, const QueueFilters& filters, const Page& page);

/// Rejected facts of the current version of a document, so that they can be brought back.
struct RejectedFact {
  std::string id, kind, quote;
  Range span;
};
std::vector<RejectedFact> rejected_facts(const Record& record, const std::string& document);

}  // namespace chancery::record
