// Help as text for a terminal and as Markdown for docs/commands.md, both from the list of commands.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace chancery::cli {

/// `chancery --help`
std::string overview_help(const Console& console);
/// `chancery VERB --help`
std::string verb_help(const Verb& verb, const Console& console);
/// docs/commands.md
std::string markdown_help();

}  // namespace chancery::cli
