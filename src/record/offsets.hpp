// Spans between a Document's bytes and the tables' code points, in columns or as JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "document/document.hpp"
#include "record/lines.hpp"

namespace chancery::record {

std::string_view name_of(Part part);
Part parse_part(std::string_view name);

/// {"begin":3,"end":9} in the text, {"in":"title",...} in the title: as in the contract. Nothing for an empty span.
std::optional<std::string> span_json(const Range& range);
/// "[]" for none.
std::string spans_json(const std::vector<Range>& ranges);
/// Throw Error(record) for what is no such JSON: someone else has written into the record.
Range parse_span(std::string_view json);
std::vector<Range> parse_spans(std::string_view json);

std::string list_json(const std::vector<std::string>& items);
std::vector<std::string> parse_list(std::string_view json);

/// Refers to title and text, which must outlive it.
class Offsets {
 public:
  Offsets(std::string_view title, std::string_view text)
      : title_(title), text_(text), in_title_(title), in_text_(text) {}
  explicit Offsets(const Document& document) : Offsets(document.title, document.text) {}

  Range range(const Span& span) const;
  Span span(const Range& range) const;
  std::optional<std::string> json(const Span& span) const { return span_json(range(span)); }
  std::string json(const std::vector<Span>& spans) const;
  /// The words of a range; empty where it does not lie inside.
  std::string_view quote(const Range& range) const;

 private:
  std::string_view title_, text_;
  utf8::CodePoints in_title_, in_text_;
};

}  // namespace chancery::record
