#include "cli/filter_options.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "cli/options.hpp"

namespace chancery::cli {

std::string country_code(std::string code, std::string_view option) {
  std::transform(code.begin(), code.end(), code.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const bool fits = code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!fits) throw Error(ErrorKind::usage, fmt::format("{} {}: write the country as its three letters (ISO 3166-1), such as AZE", option, code));
  return code;
}

void PeriodOption::declare(CLI::App& app, const std::string& of) {
  app.add_option("--from", from, "First day " + of + ": 2017-11-19, 2017-11 or 2017.")->type_name("DAY");
  app.add_option("--to", to, "Last day " + of + ", written in the same way.")->type_name("DAY");
}

void PeriodOption::put(std::optional<Day>& first, std::optional<Day>& last) const {
  if (!from.empty()) first = first_day(from, "--from");
  if (!to.empty()) last = last_day(to, "--to");
  if (first && last && *last < *first) throw Error(ErrorKind::usage, fmt::format("--from {} is later than --to {}; exchange them", from, to));
}

void FilterOptions::declare(CLI::App& app) {
  app.add_option("--speaker", filters.speakers, "Who says something in it; all words of the name, without accents and case.")->type_name("NAME");
  app.add_option("--topic", filters.topics, "What is said in it is about this topic: trade, energy, security, ...")->type_name("TOPIC")->delimiter(',');
  app.add_option("--about", filters.about, "A person, organisation, place or country named in it.")->type_name("NAME");
  app.add_option("--country", filters.countries, "The publisher's country, ISO 3166-1 alpha-3.")->type_name("CODE")->delimiter(',');
  app.add_option("--publisher", filters.publishers, "Who published it.")->type_name("NAME");
  app.add_option("--kind", filters.kinds, "What it is: readout, transcript, joint_text, announcement, ...")->type_name("KIND")->delimiter(',');
  app.add_option("--year", filters.years, "Year of publication.")->type_name("YEAR")->delimiter(',');
  period.declare(app, "of publication");
}

record::Filters FilterOptions::value() const {
  record::Filters out = filters;
  for (auto& code : out.countries) code = country_code(code, "--country");
  parsed<DocumentKind>(out.kinds, "--kind");
  period.put(out.from, out.to);
  return out;
}

void EncounterOptions::declare(CLI::App& app) {
  app.add_option("--person", filters.person, "Who takes part; all words of the name, without accents and case.")->type_name("NAME");
  app.add_option("--country", filters.country, "A country for which someone takes part, ISO 3166-1 alpha-3.")->type_name("CODE");
  app.add_option("--with", filters.with, "The other side: a name or a country's three letters.")->type_name("WHO");
  app.add_option("--type", types, "What it is: meeting, reception, talks, visit, phone_call, ...")->type_name("TYPE")->delimiter(',');
  app.add_option("--status", statuses, "happened, planned, proposed, postponed, cancelled or denied.")->type_name("STATUS")->delimiter(',');
  app.add_flag("--main", filters.main_only, "Only what a release is about, not what it refers to.");
  period.declare(app, "of the encounter");
}

record::EncounterFilters EncounterOptions::value() const {
  record::EncounterFilters out = filters;
  if (!out.country.empty()) out.country = country_code(out.country, "--country");
  out.types = parsed<EventType>(types, "--type");
  out.statuses = parsed<Status>(statuses, "--status");
  period.put(out.from, out.to);
  return out;
}

void StatementOptions::declare(CLI::App& app, const std::string& of) {
  app.add_flag("--statements", statements, of + "only who said what, in the order of the text.");
  app.add_option("--speaker", filter.speakers, of + "only statements of this speaker; all words of the name, without accents and case.")->type_name("NAME")->allow_extra_args(false);
  app.add_option("--topic", filter.topics, of + "only statements about this topic: trade, energy, security, ...")->type_name("TOPIC")->delimiter(',')->allow_extra_args(false);
}

void PageOption::declare(CLI::App& app) {
  app.add_option("-n,--limit", page.limit, "How many to show at most.")->type_name("N")->check(CLI::Range(1, 100'000));
  app.add_option("--offset", page.offset, "How many to pass over first.")->type_name("N");
}

}  // namespace chancery::cli
