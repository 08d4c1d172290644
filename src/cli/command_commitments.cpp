#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/fact_lines.hpp"
#include "cli/fact_options.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "questions/json.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

class CommitmentsCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  void print(Console& console, const questions::Commitments& answer) const;
  int run_follow_ups(Console& console, const record::Record& record) const;

  RecordOption record_;
  std::string person_, country_, with_, words_, follow_ups_;
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
  app.add_option("--follow-ups", follow_ups_, "Later passages that share the words of this commitment: proposed, never decided. An id, or DOCUMENT#ID.")->type_name("ID");
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

/// The one commitment that the id means. Throws Error(usage) where it is none or several.
record::Found commitment_named(const record::Record& record, const std::string& id) {
  std::vector<record::Found> found = record::find_id(record, id);
  std::erase_if(found, [](const record::Found& one) { return one.kind != "commitment"; });
  if (found.empty()) throw Error(ErrorKind::input, "no commitment in this record has the id " + id + "; chancery commitments lists them");
  if (found.size() > 1) {
    std::string several;
    for (const auto& one : found) several += "\n  " + one.document + "#" + one.id + "  " + writers::safe_line(one.label);
    throw Error(ErrorKind::input, "\"" + id + "\" may be several commitments; give one of:" + several);
  }
  return found.front();
}

int CommitmentsCommand::run_follow_ups(Console& console, const record::Record& record) const {
  const record::Found wanted = commitment_named(record, follow_ups_);
  const auto answer = questions::follow_ups(record, wanted.document, wanted.id, query_.filters.on, page_.page.limit);
  if (json_) {
    console.print_json(questions::to_json(answer).dump());
    return answer.passages.empty() ? kNothing : kDone;
  }
  for (const auto& line : entry_lines(answer.commitment, console)) console.print(line + "\n");
  for (const auto& passage : answer.passages) {
    console.print("\n");
    for (const auto& line : entry_lines(passage, console)) console.print(line + "\n");
  }
  if (answer.passages.empty()) console.note(answer.note.empty() ? "\nNo later passage in this record shares enough of its words." : "\nNo later passage can be proposed: " + answer.note + ".");
  else console.note("\nProposed by shared words; whether it was kept is not in the record.");
  return answer.passages.empty() ? kNothing : kDone;
}

int CommitmentsCommand::run(Console& console) {
  const auto record = record_.open(record::Mode::read_only, console);
  if (!follow_ups_.empty()) return run_follow_ups(console, record);
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
                   "not past on the day of --on, due that it comes within 30 days, overdue that it is past: what was done about it is not in the "
                   "record. --follow-ups proposes later passages that share a commitment's words, for a person to read.",
          .examples = {{"chancery commitments --state overdue --by USA", "whose day is past, whatever was done"},
                       {"chancery commitments --follow-ups c-x7k2", "what later releases say with the same words"},
                       {"chancery commitments --by USA --with UKR --class promise --state open", "what a country has promised another and is not due yet"},
                       {"chancery commitments --due-from 2022 --due-to 2022-06 --words pipeline", "what was to be done about something in half a year"}},
          .exits = {{kNothing, "no such commitment is in the record"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<CommitmentsCommand>()); }};
}

}  // namespace chancery::cli
