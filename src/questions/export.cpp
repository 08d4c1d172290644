#include "questions/export.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "questions/columns.hpp"
#include "questions/csv.hpp"
#include "questions/json.hpp"
#include "questions/plover.hpp"

namespace chancery::questions {
namespace {

/// Writes lines until the sink has had enough; counts them.
class Writer {
 public:
  Writer(const Sink& sink, Format format) : sink_(sink), format_(format) {}

  bool head(std::string_view line) { return format_ == Format::jsonl || sink_(line); }

  template <typename Line>
  bool operator()(const Line& line) {
    ++rows_;
    return sink_(format_ == Format::csv ? csv(line)
                                        : to_json(line).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  }

  bool plover(const record::EncounterLine& event) {
    const auto rows = plover_rows(event);
    rows_ += static_cast<int64_t>(rows.size());
    return rows.empty() || sink_(plover_csv(event, rows));
  }

  int64_t rows() const { return rows_; }

 private:
  const Sink& sink_;
  Format format_;
  int64_t rows_ = 0;
};

void export_found(const record::Record& record, const ExportQuery& query, Writer& write) {
  const std::string match = record::match_expression(query.search.words, query.search.typing);
  const bool documents = query.rows == Rows::documents;
  if (!write.head(csv_head(query.rows))) return;
  // There is no word to look for in what was typed.
  if (match.empty() && query.search.words.find_first_not_of(" \t\r\n") != std::string::npos) return;
  if (documents) each_document(record, match, query.search.filters, std::ref(write));
  else each_statement(record, match, query.search.filters, std::ref(write));
}

void export_events(const record::Record& record, const ExportQuery& query, Writer& write) {
  if (!write.head(kPloverHead)) return;
  record::EncounterFilters filters = query.encounters;
  // Codes are not only for those who come together.
  if (filters.types.empty()) {
    for (const std::string_view name : Names<EventType>::all) filters.types.push_back(*parse<EventType>(name));
  }
  each_encounter(record, filters, [&](const record::EncounterLine& line) { return write.plover(line); });
}

}  // namespace

std::optional<Rows> parse_rows(std::string_view name) {
  const auto found = std::find(kRowNames.begin(), kRowNames.end(), name);
  return found == kRowNames.end() ? std::nullopt : std::optional(static_cast<Rows>(found - kRowNames.begin()));
}

std::string csv_cell(std::string_view value) {
  std::string out;
  const bool formula = !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return (formula ? "'" : "") + std::string(value);
  out += '"';
  if (formula) out += '\'';
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

int64_t export_rows(const record::Record& record, const ExportQuery& query, const Sink& sink) {
  if (query.format == Format::plover && query.rows != Rows::encounters)
    throw Error(ErrorKind::usage, "only encounters are coded events: export them for PLOVER");
  const record::Record::Snapshot snapshot(record);
  Writer write(sink, query.format);
  switch (query.rows) {
    case Rows::documents:
    case Rows::statements:
      export_found(record, query, write);
      break;
    case Rows::encounters:
      if (query.format == Format::plover) export_events(record, query, write);
      else if (write.head(csv_head(query.rows))) each_encounter(record, query.encounters, std::ref(write));
      break;
    case Rows::figures:
      if (write.head(csv_head(query.rows))) each_figure(record, query.figures, std::ref(write));
      break;
    case Rows::commitments:
      if (write.head(csv_head(query.rows))) each_commitment(record, query.commitments, std::ref(write));
      break;
    case Rows::courtesies:
      if (write.head(csv_head(query.rows))) each_courtesy(record, query.courtesies, std::ref(write));
      break;
    case Rows::points:
      if (write.head(csv_head(query.rows))) each_point(record, query.points, std::ref(write));
      break;
  }
  return write.rows();
}

}  // namespace chancery::questions
