#include "record/fact_rows.hpp"

#include <mutex>
#include <set>

namespace chancery::record {

Index index_in(const IndexOf& of, const Rows& rows, int column) {
  if (rows.null(column)) return kNone;
  const auto found = of.find(rows.integer(column));
  return found == of.end() ? kNone : found->second;
}

std::optional<double> maybe_real(const Rows& rows, int column) {
  return rows.null(column) ? std::nullopt : std::optional(rows.real(column));
}

std::optional<Day> maybe_day(const Rows& rows, int column) {
  return rows.null(column) ? std::nullopt : parse_day(rows.text(column));
}

void read_fact(Fact& fact, const Rows& rows, int column) {
  fact.id = rows.string(column);
  fact.confidence = maybe_real(rows, column + 1);
  if (!rows.null(column + 2)) fact.stage = kept_stage_name(rows.text(column + 2));
}

Span SpanRows::span(const Rows& rows, int column) const {
  return offsets_.span({static_cast<uint32_t>(rows.integer(column + 1)),
                        static_cast<uint32_t>(rows.integer(column + 2)), parse_part(rows.text(column))});
}

Span SpanRows::json_span(const Rows& rows, int column) const {
  return rows.null(column) ? Span{} : offsets_.span(parse_span(rows.text(column)));
}

std::vector<Span> SpanRows::spans(const Rows& rows, int column) const {
  std::vector<Span> out;
  if (rows.null(column)) return out;
  for (const Range& range : parse_spans(rows.text(column))) out.push_back(offsets_.span(range));
  return out;
}

EventTime SpanRows::time(const Rows& rows, int column) const {
  return {rows.string(column), maybe_day(rows, column + 1), maybe_day(rows, column + 2),
          maybe<TimeBasis>(rows, column + 3), json_span(rows, column + 4)};
}

std::string_view kept_stage_name(std::string_view name) {
  static std::mutex guard;
  static std::set<std::string, std::less<>> kept;
  const std::lock_guard lock(guard);
  const auto found = kept.find(name);
  return found != kept.end() ? *found : *kept.emplace(name).first;
}

}  // namespace chancery::record
