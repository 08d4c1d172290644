#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/lines.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "questions/json.hpp"
#include "questions/ledger.hpp"

namespace chancery::cli {
namespace {

class LedgerCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    record_.declare(app);
    filters_.declare(app);
    page_.declare(app);
    app.add_flag("--json", json_, "Print one JSON object, as the API does.");
  }

  void setup(const Screen&) override {
    query_.filters = filters_.value();
    query_.page = page_.page;
  }

  int run(Console& console) override {
    const auto record = record_.open(record::Mode::read_only, console);
    const auto ledger = questions::ledger(record, query_);
    if (json_) console.print_json(questions::to_json(ledger).dump());
    else print(console, ledger);
    return ledger.total > 0 ? kDone : kNothing;
  }

 private:
  void print(Console& console, const questions::Ledger& ledger) const {
    for (const auto& line : ledger_lines(ledger.encounters, console, wanted())) console.print(line + "\n");
    if (const std::string signs = legend(ledger.encounters); !signs.empty()) console.note("\n" + signs);
    const auto total = static_cast<size_t>(ledger.total);
    const size_t shown = ledger.encounters.size();
    if (total > shown) console.note(fmt::format("{} of {}; the next: --offset {}", grouped(shown), grouped(total), query_.page.offset + shown));
    if (total == 0) console.note("No such encounter in this record.");
  }

  const std::string& wanted() const {
    const auto& f = query_.filters;
    return !f.person.empty() ? f.person : !f.country.empty() ? f.country : f.with;
  }

  RecordOption record_;
  EncounterOptions filters_;
  PageOption page_{100};
  bool json_ = false;
  questions::LedgerQuery query_;
};

}  // namespace

Verb ledger_verb() {
  return {.name = "ledger",
          .summary = "list who met whom, newest first",
          .about = "One line an encounter: the day, what it was, who took part, where, and its id for chancery show. A day or place that was "
                   "inferred looks inferred. What the record does not hold is not there: it says nothing about what happened.",
          .examples = {{"chancery ledger --person lavrov --with AZE", "every encounter of Lavrov with Azerbaijan"},
                       {"chancery ledger --country USA --with UKR --type phone_call --from 2022", "the calls of a pair of countries"}},
          .exits = {{kNothing, "no such encounter is in the record"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<LedgerCommand>()); }};
}

}  // namespace chancery::cli
