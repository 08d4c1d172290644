// Options that narrow down documents, statements and encounters: the same names in search, ledger and export.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "record/query.hpp"

namespace chancery::cli {

/// --from and --to: a day, a month or a year.
struct PeriodOption {
  std::string from, to;
  void declare(CLI::App& app, const std::string& of);
  /// Throws Error(usage) for a day that does not exist or an empty period.
  void put(std::optional<Day>& first, std::optional<Day>& last) const;
};

struct FilterOptions {
  record::Filters filters;
  PeriodOption period;
  void declare(CLI::App& app);
  record::Filters value() const;
};

struct EncounterOptions {
  record::EncounterFilters filters;
  std::vector<std::string> types, statuses;
  PeriodOption period;
  void declare(CLI::App& app);
  record::EncounterFilters value() const;
};

struct PageOption {
  record::Page page;
  explicit PageOption(size_t limit) : page{0, limit} {}
  void declare(CLI::App& app);
};

}  // namespace chancery::cli
