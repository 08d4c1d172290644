#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/fact_lines.hpp"
#include "cli/fact_options.hpp"
#include "cli/line_parts.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "cli/series_lines.hpp"
#include "questions/json.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

constexpr size_t kFacetName = 11;  ///< columns
constexpr size_t kMostPoints = 500;
constexpr const char* kNone = "No such figure in this record; chancery figures --facets tells what is measured.";

class FiguresCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  void print(Console& console, const questions::Figures& answer) const;
  int run_series(Console& console, const record::Record& record) const;

  RecordOption record_;
  std::string speaker_, country_, with_;
  std::vector<std::string> publishers_;
  PeriodOption period_;
  FigureOptions options_;
  PageOption page_{20};
  bool series_ = false, facets_ = false, json_ = false;
  questions::FiguresQuery query_;
};

void FiguresCommand::declare(CLI::App& app) {
  record_.declare(app);
  options_.declare(app);
  app.add_option("--speaker,--person", speaker_, "Who gives it; all words of the name, without accents and case.")->type_name("NAME");
  app.add_option("--country", country_, "A country it is about, ISO 3166-1 alpha-3.")->type_name("CODE");
  app.add_option("--with", with_, "The other country it is about.")->type_name("CODE");
  app.add_option("--publisher", publishers_, "Who published it.")->type_name("NAME");
  period_.declare(app, "of publication");
  app.add_flag("--series", series_, "Over time and by voice, the period a figure is about first; and what was given differently.");
  app.add_flag("--facets", facets_, "Also count by indicator and by unit: what there is to ask for.");
  page_.declare(app);
  app.add_flag("--json", json_, "Print one JSON object, as the API does.");
}

void FiguresCommand::setup(const Screen&) {
  static_cast<record::FactFilters&>(query_.filters) = fact_filters(speaker_, country_, with_, publishers_, period_);
  options_.put(query_.filters);
  query_.page = page_.page;
}

void print_counts(Console& console, std::string_view name, const std::vector<record::Count>& counts) {
  std::string values;
  for (const auto& one : counts) values += fmt::format("{}{} {}", values.empty() ? "" : ", ", writers::safe_line(one.value), grouped(static_cast<uint64_t>(one.count)));
  const auto lines = writers::wrapped(values, width_of(console) - kFacetName);
  for (size_t i = 0; i < lines.size() && !values.empty(); ++i) {
    console.print(console.styled(writers::padded(i == 0 ? name : "", kFacetName), Style::bold) + lines[i] + "\n");
  }
}

void FiguresCommand::print(Console& console, const questions::Figures& answer) const {
  bool first = true;
  for (const auto& figure : answer.figures) {
    if (!first) console.print("\n");
    first = false;
    for (const auto& line : entry_lines(figure, console)) console.print(line + "\n");
  }
  if (facets_) {
    if (!first) console.print("\n");
    print_counts(console, "indicator", answer.indicators);
    print_counts(console, "unit", answer.units);
  }
  const auto total = static_cast<size_t>(answer.total);
  const size_t shown = answer.figures.size();
  if (total > shown) console.note(fmt::format("\n{} of {}; the next: --offset {}", grouped(shown), grouped(total), query_.page.offset + shown));
  if (total == 0) console.note(kNone);
}

int FiguresCommand::run_series(Console& console, const record::Record& record) const {
  const auto answer = questions::series(record, {query_.filters, kMostPoints});
  if (json_) {
    console.print_json(questions::to_json(answer).dump());
  } else {
    for (const auto& line : series_lines(answer, console)) console.print(line + "\n");
    const auto total = static_cast<size_t>(answer.total);
    if (total > answer.points.size()) console.note(fmt::format("\nThe latest {} of {}; narrow them down by --unit, --country or --from.", grouped(answer.points.size()), grouped(total)));
    if (total == 0) console.note(kNone);
  }
  return answer.total > 0 ? kDone : kNothing;
}

int FiguresCommand::run(Console& console) {
  const auto record = record_.open(record::Mode::read_only, console);
  if (series_) return run_series(console, record);
  const auto answer = questions::figures(record, query_);
  if (json_) console.print_json(questions::to_json(answer).dump());
  else print(console, answer);
  return answer.total > 0 ? kDone : kNothing;
}

}  // namespace

Verb figures_verb() {
  return {.name = "figures",
          .summary = "list the figures that were given, by what is measured, who gave them and when",
          .about = "One entry a figure, latest publication first: value and unit, direction, what is measured, the countries and the period it is "
                   "about, who gave it and in which words. The indicators are the words of the releases; --facets counts them.",
          .examples = {{"chancery figures --indicator \"bilateral trade\" --unit USD --series", "one indicator over time, by who gave it"},
                       {"chancery figures --indicator trade --country KAZ --with UZB", "the trade of two countries as it was told over the years"},
                       {"chancery figures --facets -n 1", "what is measured in this record"}},
          .exits = {{kNothing, "no such figure is in the record"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<FiguresCommand>()); }};
}

}  // namespace chancery::cli
