// What the record answers with: one line for a document, a statement, an encounter. Plain values, copied out of
// the tables; offsets are Unicode code points into the named part of the document's current version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace chancery::record {

/// A stretch in code points, as the contract and the tables count.
struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;
  Part part = Part::text;
  bool operator==(const Range&) const = default;
};

struct DocumentLine {
  std::string id;  ///< unique in the record
  std::string title;
  std::string published;  ///< as given: "2017-11-19T19:23"
  std::string day;        ///< its ISO day, empty where unknown
  std::string publisher;
  std::string country;
  std::string language;
  std::string kind;
  std::string url;
  std::string source;  ///< path or URL it was last read from
  std::string added;   ///< UTC, "2026-01-31T08:00:00Z"
  int versions = 1;
};

/// Someone or something named in a document, with the office and country given there.
struct Party {
  std::string entity;  ///< fact id, "e-..."
  std::string person;  ///< key of the person on record, "w-..."; empty where it is not known who
  std::string name;
  std::string type;  ///< person, office, organisation, ...
  std::string country;
  std::string office;  ///< first office as written
  std::string role;    ///< of a participant; empty for a speaker
  std::string side;
};

struct StatementLine {
  std::string id;
  DocumentLine document;
  std::string mode;
  std::vector<Party> speakers;
  std::optional<Party> reported_by;
  std::optional<Party> addressee;
  std::string content;  ///< the words, as they stand in the document
  Range span;
  bool negated = false;
  std::string cue;    ///< "said", as it stands in the document; empty where there is none
  std::vector<std::string> topics;
};

/// When and where, and how that is known; an empty basis means unknown.
struct WhenWhere {
  std::string value, from, to, time_basis;
  std::string place, place_country, place_basis;
  std::optional<Range> time_span, place_span;  ///< the words that say so
};

/// One encounter as its leading account tells it.
struct EncounterLine {
  std::string id;     ///< of the encounter, "n-..."
  std::string event;  ///< fact id of the leading account's event, "v-..."
  std::string type, subtype, status, channel, format, level, duration;
  std::string plover, mode, context;  ///< the event's code
  std::optional<Party> initiator;     ///< only where the text says
  std::string part_of, reschedules;   ///< ids of encounters of the same document
  bool main = false;
  WhenWhere at;
  std::vector<Party> participants;
  DocumentLine document;
  std::vector<Range> evidence;
  std::string quote;  ///< words of the first evidence
  int accounts = 1;                     ///< independent ones: documents with the same text count once
  std::vector<std::string> publishers;  ///< of all its accounts, by name
};

struct FailureLine {
  std::string item;  ///< path, address, id or "FILE:LINE"
  std::string reason;
  std::string first, last;
  int attempts = 1;
};

/// A value and how many documents (or encounters) have it.
struct Count {
  std::string value;
  int64_t count = 0;
};

}  // namespace chancery::record
