// Options that narrow down figures and commitments: the same names in figures, commitments and export.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/filter_options.hpp"
#include "record/query_facts.hpp"

namespace chancery::cli {

/// Only what is particular to figures; who and when are declared by the command.
struct FigureOptions {
  std::vector<std::string> indicators, units;
  void declare(CLI::App& app);
  bool any() const { return !indicators.empty() || !units.empty(); }
  void put(record::FigureFilters& filters) const;
};

/// Only what is particular to commitments.
struct CommitmentOptions {
  std::string by, due_from, due_to, state = "any", on;
  std::vector<std::string> classes, strengths;
  void declare(CLI::App& app);
  bool any() const;
  /// Sets `on`, today where it is not given. Throws Error(usage).
  void put(record::CommitmentFilters& filters) const;
};

/// Who, by whom published and when. Throws Error(usage).
record::FactFilters fact_filters(const std::string& person, const std::string& country, const std::string& with, const std::vector<std::string>& publishers,
                                 const PeriodOption& period);

}  // namespace chancery::cli
