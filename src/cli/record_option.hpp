// Which record a command works on, and how it is opened.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/console.hpp"
#include "record/record.hpp"

namespace chancery::cli {

struct RecordOption {
  std::string path = "chancery.db";
  void declare(CLI::App& app);
  /// Notices (a migration and its backup) go to standard error.
  record::Record open(record::Mode mode, Console& console) const;
};

}  // namespace chancery::cli
