// What the record answers with for a figure, a commitment, a courtesy and a point: one line each, with its document.
// Plain values; offsets are Unicode code points. An empty string is "the text does not say".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/lines.hpp"

namespace chancery::record {

/// A stretch of time that a fact names, and how that is known.
struct When {
  std::string value, from, to, basis;
};

/// Code points shown on each side of a figure, fewer where the text begins or ends.
inline constexpr uint32_t kFigureContext = 80;

struct FigureLine {
  std::string id;
  DocumentLine document;
  double value = 0;
  std::optional<double> value_to;
  std::string unit, comparison, direction, indicator;
  When time;
  std::vector<std::string> about;  ///< ISO 3166-1 alpha-3
  std::optional<Party> speaker;
  std::string hedge;  ///< the words that soften it
  std::string before, quote, after;  ///< W3C TextQuoteSelector: prefix, exact, suffix
  Range span;
};

struct CommitmentLine {
  std::string id;
  DocumentLine document;
  std::optional<Party> by, to;
  std::vector<Party> parties;  ///< who shares in it
  When due;
  bool open = true;  ///< it has no due day, or the due day is not past; says nothing of what was done
  std::string state;  ///< open | due (within kDueWithin days) | overdue
  std::string strength, kind;
  std::string condition;  ///< the words of it
  std::string quote;
  Range span;
};

struct CourtesyLine {
  std::string id;
  DocumentLine document;
  std::string kind;
  std::optional<Party> from, to, via;
  std::string quote;
  std::vector<Range> evidence;
};

struct PointLine {
  std::string id;
  DocumentLine document;
  std::string act;
  std::vector<Party> holders;
  std::string topic, topic_label;  ///< its words, and what it is filed under
  std::string condition;
  std::optional<double> prominence;
  bool negated = false;
  std::string quote;
  Range span;
};

}  // namespace chancery::record
