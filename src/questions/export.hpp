// Rows of the record, streamed: CSV for tables, JSON Lines for programs, PLOVER for event data.
//
// CSV is RFC 4180 with CRLF, UTF-8 without BOM; a cell that a spreadsheet would take for a formula (it begins with
// = + - @, tab or carriage return) gets a leading apostrophe. Memory grows by eight bytes a row. One
// consistent state of the record is exported, whatever is added meanwhile.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string_view>

#include "questions/facts.hpp"
#include "questions/ledger.hpp"
#include "questions/search.hpp"

namespace chancery::questions {

enum class Rows : uint8_t { documents, encounters, statements, figures, commitments, courtesies, points };
inline constexpr auto kRowNames = std::to_array<std::string_view>(
    {"documents", "encounters", "statements", "figures", "commitments", "courtesies", "points"});
constexpr std::string_view name_of(Rows rows) { return kRowNames[static_cast<size_t>(rows)]; }
std::optional<Rows> parse_rows(std::string_view name);

/// plover: encounters only, see plover.hpp.
enum class Format : uint8_t { csv, jsonl, plover };

/// Takes the output piece by piece; returns false to stop (the reader has gone).
using Sink = std::function<bool(std::string_view)>;

struct ExportQuery {
  Rows rows = Rows::documents;
  Format format = Format::csv;
  SearchQuery search;  ///< for documents and statements; its page is not used
  record::EncounterFilters encounters;
  record::FigureFilters figures;
  record::CommitmentFilters commitments;
  record::CourtesyFilters courtesies;
  record::PointFilters points;
};

/// Returns the number of rows written. Throws Error(usage) for a format that the rows do not have.
int64_t export_rows(const record::Record& record, const ExportQuery& query, const Sink& sink);

/// One CSV cell, quoted where needed and harmless in a spreadsheet.
std::string csv_cell(std::string_view value);

}  // namespace chancery::questions
