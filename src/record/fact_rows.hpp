// Reading the columns that rows of facts share. Inside record/ only.
#pragma once

#include <fmt/format.h>

#include <unordered_map>
#include <vector>

#include "base/error.hpp"
#include "record/facts.hpp"
#include "record/offsets.hpp"

namespace chancery::record {

/// Row ids to places in a layer of the document.
using IndexOf = std::unordered_map<int64_t, Index>;

/// kNone for NULL and for rows that were left out.
Index index_in(const IndexOf& of, const Rows& rows, int column);

/// Throws Error(record) for a code that is none: someone else has written into the record.
template <typename E>
E code(const Rows& rows, int column) {
  const auto value = parse<E>(rows.text(column));
  if (value) return *value;
  throw Error(ErrorKind::record,
              fmt::format("the record holds the unknown code \"{}\": run `chancery check`", rows.text(column)));
}

template <typename E>
std::optional<E> maybe(const Rows& rows, int column) {
  return rows.null(column) ? std::nullopt : parse<E>(rows.text(column));
}

std::optional<double> maybe_real(const Rows& rows, int column);
std::optional<Day> maybe_day(const Rows& rows, int column);

/// Three columns: key, confidence, stage.
void read_fact(Fact& fact, const Rows& rows, int column);

/// Spans of one document, from code points to bytes. Refers to it.
class SpanRows {
 public:
  explicit SpanRows(const Document& document) : offsets_(document) {}

  /// Three columns: part, begin, end.
  Span span(const Rows& rows, int column) const;
  /// One column of JSON; empty for NULL.
  Span json_span(const Rows& rows, int column) const;
  std::vector<Span> spans(const Rows& rows, int column) const;
  /// Five columns: value, from, to, basis, span.
  EventTime time(const Rows& rows, int column) const;

 private:
  Offsets offsets_;
};

}  // namespace chancery::record
