// A command of the program: declared, set up (parsed and checked, nothing touched), then run. And the one list of them
// that drives --help, docs/commands.md and the golden tests.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"

namespace chancery::cli {

/// What the program's exit codes mean; failures are thrown as Error, whose kind holds the rest.
enum ExitCode : int {
  kDone = 0,
  kNothing = 1,     ///< nothing found, or something refused
  kUsage = 2,
  kSomeFailed = 3,  ///< some inputs could not be read
  kIo = 4,
  kRecord = 5,
  kInternal = 70,
  kInterrupted = 130,
};

class Command {
 public:
  virtual ~Command() = default;
  /// Declares options and arguments; their values land in this object.
  virtual void declare(CLI::App& app) = 0;
  /// Checks what was given and makes it ready. Touches no file. Throws Error(usage).
  virtual void setup(const Screen& screen) = 0;
  /// Returns an exit code; throws Error.
  virtual int run(Console& console) = 0;
};

struct Example {
  std::string_view line;
  std::string_view says;
};

struct Verb {
  std::string_view name;
  std::string_view summary;              ///< one line
  std::string_view about;                ///< a paragraph or two; a blank line parts them
  std::vector<Example> examples;
  std::vector<std::pair<int, std::string_view>> exits;  ///< what is particular to this command
  std::unique_ptr<Command> (*make)();
};

/// In the order in which help lists them.
std::span<const Verb> verbs();
/// Null where there is none of that name.
const Verb* find_verb(std::string_view name);

/// An application of CLI11 for one command, without parsing anything.
std::unique_ptr<CLI::App> app_for(const Verb& verb, Command& command);

Verb read_verb();
Verb add_verb();
Verb reread_verb();
Verb remove_verb();
Verb backup_verb();
Verb check_verb();
Verb compare_verb();
Verb search_verb();
Verb ledger_verb();
Verb commitments_verb();
Verb figures_verb();
Verb people_verb();
Verb timeline_verb();
Verb encounters_verb();
Verb brief_verb();
Verb show_verb();
Verb cite_verb();
Verb export_verb();
Verb codes_verb();
Verb coverage_verb();
Verb searches_verb();
Verb corrections_verb();
Verb users_verb();
Verb serve_verb();
Verb status_verb();
Verb version_verb();

}  // namespace chancery::cli
