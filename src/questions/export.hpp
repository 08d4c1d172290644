// Documents, encounters and statements as rows, streamed: CSV for tables, JSON Lines for programs.
//
// CSV is RFC 4180 with CRLF, UTF-8 without BOM; a cell that a spreadsheet would take for a formula (it begins with
// = + - @, tab or carriage return) gets a leading apostrophe. Memory grows by eight bytes a row. One
// consistent state of the record is exported, whatever is added meanwhile.
#pragma once

#include <functional>
#include <string_view>

#include "questions/ledger.hpp"
#include "questions/search.hpp"

namespace chancery::questions {

enum class Rows : uint8_t { documents, encounters, statements };
enum class Format : uint8_t { csv, jsonl };

/// Takes the output piece by piece; returns false to stop (the reader has gone).
using Sink = std::function<bool(std::string_view)>;

struct ExportQuery {
  Rows rows = Rows::documents;
  Format format = Format::csv;
  SearchQuery search;  ///< for documents and statements; its page is not used
  record::EncounterFilters encounters;
};

/// Returns the number of rows written.
int64_t export_rows(const record::Record& record, const ExportQuery& query, const Sink& sink);

/// One CSV cell, quoted where needed and harmless in a spreadsheet.
std::string csv_cell(std::string_view value);

}  // namespace chancery::questions
