#include "cli/fact_options.hpp"

#include "cli/options.hpp"
#include "questions/facts.hpp"

namespace chancery::cli {

void FigureOptions::declare(CLI::App& app) {
  app.add_option("--indicator", indicators, "What is measured, by its words: trade, gas, ...; chancery figures --facets lists them.")->type_name("NAME")->delimiter(',');
  app.add_option("--unit", units, "percent, USD, people, tonnes, ...")->type_name("UNIT")->delimiter(',');
}

void FigureOptions::put(record::FigureFilters& filters) const {
  filters.indicators = indicators;
  filters.units = units;
  if (!filters.with.empty()) filters.with = country_code(filters.with, "--with");
}

void CommitmentOptions::declare(CLI::App& app) {
  app.add_option("--by", by, "Who makes it or shares in it: a name or a country's three letters.")->type_name("WHO");
  app.add_option("--class", classes, "promise, plan, agenda or ritual.")->type_name("CLASS")->delimiter(',');
  app.add_option("--strength", strengths, "How strongly: will, agreed, committed, plan, intend or ready.")->type_name("STRENGTH")->delimiter(',');
  app.add_option("--due-from", due_from, "Falls due on or after this day: 2017-11-19, 2017-11 or 2017.")->type_name("DAY");
  app.add_option("--due-to", due_to, "Falls due on or before this day, written in the same way.")->type_name("DAY");
  app.add_option("--state", state, "open: no due day, or it is not past; due: it comes within 30 days; overdue: it is past. Nothing is decided about what was done.")
      ->type_name("STATE")
      ->check(CLI::IsMember({"any", "open", "due", "overdue"}));
  app.add_option("--on", on, "The day by which something is open or due; today where not given.")->type_name("DAY");
}

bool CommitmentOptions::any() const {
  return !by.empty() || !due_from.empty() || !due_to.empty() || state != "any" || !on.empty() || !classes.empty() || !strengths.empty();
}

void CommitmentOptions::put(record::CommitmentFilters& filters) const {
  filters.by = by;
  filters.classes = parsed<CommitmentClass>(classes, "--class");
  filters.strengths = parsed<Strength>(strengths, "--strength");
  if (!due_from.empty()) filters.due_from = first_day(due_from, "--due-from");
  if (!due_to.empty()) filters.due_to = last_day(due_to, "--due-to");
  if (filters.due_from && filters.due_to && *filters.due_to < *filters.due_from) {
    throw Error(ErrorKind::usage, fmt::format("--due-from {} is later than --due-to {}; exchange them", due_from, due_to));
  }
  filters.state = record::due_state(state).value_or(record::DueState::any);
  filters.on = on.empty() ? questions::today() : last_day(on, "--on");
}

record::FactFilters fact_filters(const std::string& person, const std::string& country, const std::string& with, const std::vector<std::string>& publishers,
                                 const PeriodOption& period) {
  record::FactFilters filters{person, country.empty() ? "" : country_code(country, "--country"), with, publishers, {}, {}};
  period.put(filters.from, filters.to);
  return filters;
}

}  // namespace chancery::cli
