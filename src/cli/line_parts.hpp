// Pieces of lines that the record's answers have in common on a terminal: names, sources, wrapping. All harmless there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "record/lines.hpp"

namespace chancery::cli {

/// Columns to write in, within reason.
size_t width_of(const Console& console);

/// "Sergey Lavrov (RUS)"
std::string party_name(const record::Party& party);
std::string names_of(const std::vector<record::Party>& parties);

/// "President of Russia · RUS · d-..."
std::string source_of(const record::DocumentLine& document);

/// The text with its marked stretches painted, made harmless piece by piece.
std::string with_marks(std::string_view text, const std::vector<record::Range>& marks, const Console& console);

/// Adds the text as lines of readable length, each after `indent` spaces, all but the first after `hang` more.
void add_wrapped(std::vector<std::string>& out, std::string_view text, size_t indent, const Console& console, size_t hang = 0);

}  // namespace chancery::cli
