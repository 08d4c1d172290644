#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/fact_lines.hpp"
#include "cli/fact_options.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "questions/json.hpp"

namespace chancery::cli {
namespace {

class CommitmentsCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  void print(Console& console, const questions::Commitments& answer) const;

  RecordOption record_;
  std::string person_, country_, with_, words_;
  std::vector<std::string> publishers_;
  PeriodOption period_;
  CommitmentOptions options_;
  PageOption page_{20};
  bool json_ = false;
  questions::CommitmentsQuery query_;
};

void CommitmentsCommand::declare(CLI::App& app) {
  record_.declare(app);
  app.add_option("--person", person_, "Who makes it, shares in it or is promised it; all words of the name, without accents and case.")->type_name("NAME");
  app.add_option("--country", country_, "A country for which someone does so, ISO 3166-1 alpha-3.")->type_name("CODE");
  app.add_option("--with", with_, "The other side, a name or a country's three letters: named in it, or there when it was made.")->type_name("WHO");
  options_.declare(app);
  app.add_option("--words", words_, "Words of it; each may be unfinished.")->type_name("WORDS");
  app.add_option("--publisher", publishers_, "Who published it.")->type_name("NAME");
  period_.declare(app, "of publication");
  page_.declare(app);
  app.add_flag("--json", json_, "Print one JSON object, as the API does.");
}

void CommitmentsCommand::setup(const Screen&) {
  static_cast<record::FactFilters&>(query_.filters) = fact_filters(person_, country_, with_, publishers_, period_);
  options_.put(query_.filters);
  query_.filters.words = words_;
  query_.page = page_.page;
}

void CommitmentsCommand::print(Console& console, const questions::Commitments& answer) const {
  bool first = true;
  for (const auto& commitment : answer.commitments) {
    if (!first) console.print("\n");
    first = false;
    for (const auto& line : entry_lines(commitment, console)) console.print(line + "\n");
  }
  const auto total = static_cast<size_t>(answer.total);
  const size_t shown = answer.commitments.size();
  if (total > shown) console.note(fmt::format("\n{} of {}; the next: --offset {}", grouped(shown), grouped(total), query_.page.offset + shown));
  if (total == 0) console.note("No such commitment in this record.");
}

int CommitmentsCommand::run(Console& console) {
  const auto record = record_.open(record::Mode::read_only, console);
  const auto answer = questions::commitments(record, query_);
  if (json_) console.print_json(questions::to_json(answer).dump());
  else print(console, answer);
  return answer.total > 0 ? kDone : kNothing;
}

}  // namespace

Verb commitments_verb() {
  return {.name = "commitments",
          .summary = "list who committed to what, to whom and by when",
          .about = "One entry a commitment, latest publication first: its class and strength, its due day, who makes it and to whom, and the words "
                   "of the release. A day after ~ is worked out from words such as \"next year\". Open means that there is no due day or that it is "
                   "not past on the day of --on: what was done about it is not in the record.",
          .examples = {{"chancery commitments --by USA --with UKR --class promise --state open", "what a country has promised another and is not due yet"},
                       {"chancery commitments --due-from 2022 --due-to 2022-06 --words pipeline", "what was to be done about something in half a year"}},
          .exits = {{kNothing, "no such commitment is in the record"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<CommitmentsCommand>()); }};
}

}  // namespace chancery::cli
