#include "record/offsets.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace chancery::record {
namespace {

using nlohmann::json;

json parsed(std::string_view text) {
  json value = json::parse(text, nullptr, false);
  if (value.is_discarded())
    throw Error(ErrorKind::record,
                fmt::format("the record holds a span or list that is no JSON (\"{}\"): run `chancery check`",
                            text.substr(0, 60)));
  return value;
}

Range range_of(const json& value) {
  if (!value.is_object() || !value.contains("begin") || !value.contains("end") ||
      !value["begin"].is_number_unsigned() || !value["end"].is_number_unsigned()) {
    throw Error(ErrorKind::record,
                fmt::format("the record holds a span without begin and end ({}): run `chancery check`",
                            value.dump().substr(0, 60)));
  }
  return {value["begin"].get<uint32_t>(), value["end"].get<uint32_t>(),
          value.value("in", "text") == "title" ? Part::title : Part::text};
}

}  // namespace

std::string_view name_of(Part part) { return part == Part::title ? "title" : "text"; }
Part parse_part(std::string_view name) { return name == "title" ? Part::title : Part::text; }

std::optional<std::string> span_json(const Range& range) {
  if (range.begin >= range.end) return std::nullopt;
  return fmt::format(R"({{{}"begin":{},"end":{}}})", range.part == Part::title ? R"("in":"title",)" : "", range.begin,
                     range.end);
}

std::string spans_json(const std::vector<Range>& ranges) {
  std::string out = "[";
  for (const Range& range : ranges) {
    const auto one = span_json(range);
    if (!one) continue;
    if (out.size() > 1) out += ',';
    out += *one;
  }
  return out + "]";
}

Range parse_span(std::string_view text) { return range_of(parsed(text)); }

std::vector<Range> parse_spans(std::string_view text) {
  std::vector<Range> ranges;
  for (const json& value : parsed(text)) ranges.push_back(range_of(value));
  return ranges;
}

std::string list_json(const std::vector<std::string>& items) {
  return json(items).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::vector<std::string> parse_list(std::string_view text) {
  std::vector<std::string> items;
  for (const json& value : parsed(text)) {
    if (value.is_string()) items.push_back(value.get<std::string>());
  }
  return items;
}

Range Offsets::range(const Span& span) const {
  if (span.empty()) return {0, 0, span.part};
  const utf8::CodePoints& points = span.part == Part::title ? in_title_ : in_text_;
  return {static_cast<uint32_t>(points.at(span.begin)), static_cast<uint32_t>(points.at(span.end)), span.part};
}

Span Offsets::span(const Range& range) const {
  if (range.begin >= range.end) return {0, 0, range.part};
  const utf8::CodePoints& points = range.part == Part::title ? in_title_ : in_text_;
  return {static_cast<uint32_t>(points.byte_of(range.begin)), static_cast<uint32_t>(points.byte_of(range.end)),
          range.part};
}

std::string Offsets::json(const std::vector<Span>& spans) const {
  std::vector<Range> ranges;
  ranges.reserve(spans.size());
  for (const Span& one : spans) ranges.push_back(range(one));
  return spans_json(ranges);
}

std::string_view Offsets::quote(const Range& range) const {
  const Span bytes = span(range);
  const std::string_view part = range.part == Part::title ? title_ : text_;
  return bytes.empty() || bytes.end > part.size() ? std::string_view()
                                                  : part.substr(bytes.begin, bytes.end - bytes.begin);
}

}  // namespace chancery::record
