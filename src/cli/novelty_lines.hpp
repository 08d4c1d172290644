// What is usual, new and absent in a document, as lines for a terminal.
#pragma once

#include "cli/console.hpp"
#include "questions/novelty.hpp"

namespace chancery::cli {

/// `text` is what the spans count in.
void print_view(Console& console, const questions::Novelty& novelty, std::string_view text);

}  // namespace chancery::cli
