// Options that narrow down documents, statements and encounters: the same names in every command.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "record/query.hpp"
#include "writers/statements.hpp"

namespace chancery::cli {

/// "aze" is taken for AZE; anything longer is refused with a hint.
std::string country_code(std::string code, std::string_view option);

/// The codes of a closed vocabulary. Throws Error(usage) that lists them.
template <typename E>
std::vector<E> parsed(const std::vector<std::string>& names, std::string_view option) {
  std::vector<E> out;
  for (const auto& name : names) {
    const auto value = parse<E>(name);
    if (!value) throw Error(ErrorKind::usage, fmt::format("{} {}: it is one of {}", option, name, fmt::join(Names<E>::all, ", ")));
    out.push_back(*value);
  }
  return out;
}

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

/// Who said what in one document, instead of all of it.
struct StatementOptions {
  bool statements = false;
  writers::StatementFilter filter;
  void declare(CLI::App& app, const std::string& of);
  /// A filter alone asks for statements too.
  bool wanted() const { return statements || !filter.empty(); }
};

struct PageOption {
  record::Page page;
  explicit PageOption(size_t limit) : page{0, limit} {}
  void declare(CLI::App& app);
};

}  // namespace chancery::cli
