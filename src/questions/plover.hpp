// Encounters and other events as PLOVER rows: one a direction, from an actor that does something to an actor it is done
// to, with the words that show it. The codebook says what every column and code means.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/lines.hpp"

namespace chancery::questions {

struct PloverRow {
  std::string source, source_country;  ///< names as written, with "; " between them; ISO 3166-1 alpha-3
  std::string target, target_country;
  bool symmetrical = false;  ///< the same event also has the row from target to source
};

/// None for an event without a code or without anyone who does something.
std::vector<PloverRow> plover_rows(const record::EncounterLine& event);

extern const std::string_view kPloverHead;
/// The rows of an event as lines of CSV.
std::string plover_csv(const record::EncounterLine& event, const std::vector<PloverRow>& rows);

/// What columns, roots and modes mean, as Markdown: docs/plover-codebook.md is this text.
std::string plover_codebook();

}  // namespace chancery::questions
