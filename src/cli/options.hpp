// Options that several commands share: declared the same way everywhere, checked in one place.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "base/day.hpp"
#include "cli/console.hpp"
#include "readers/reader.hpp"

namespace chancery::cli {

struct ColourOption {
  std::string choice = "auto";
  void declare(CLI::App& app);
  ColourChoice value() const;
};

struct ThreadsOption {
  unsigned threads = 0;  ///< 0: one a core
  void declare(CLI::App& app);
  unsigned value() const;
};

/// What the readers want to know about the input.
struct InputOptions {
  std::string input = "auto";
  std::string delimiter;
  readers::Options options;
  void declare(CLI::App& app);
  /// Throws Error(usage) for a day that does not exist, a country or language that is no code.
  readers::Options value() const;
};

/// "2024-06-14", a month "2024-06" or a year "2024": its first or last day. Throws Error(usage) naming the option.
Day first_day(const std::string& text, std::string_view option);
Day last_day(const std::string& text, std::string_view option);

}  // namespace chancery::cli
