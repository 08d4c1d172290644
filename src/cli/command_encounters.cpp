#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/encounters.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/lines.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "cli/show_lines.hpp"
#include "cli/who.hpp"
#include "questions/encounter.hpp"
#include "questions/json.hpp"
#include "record/correction_log.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using writers::safe_line;

class EncountersCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen&) override {
    if (who_.empty()) who_ = user_name();
  }
  int run(Console& console) override;

 private:
  record::Wish wish(const record::Record& record) const;
  int change(Console& console) const;
  int match(Console& console) const;
  int list(Console& console) const;

  std::vector<std::string> join_;
  std::string of_, part_, why_, who_;
  bool candidates_ = false, match_ = false, json_ = false;
  RecordOption record_;
  PageOption page_{50};
};

void EncountersCommand::declare(CLI::App& app) {
  auto* of = app.add_option("ENCOUNTER", of_, "Those that may be this one.");
  record_.declare(app);
  app.add_flag("--candidates", candidates_, "Encounters that may be one, two by two, the surest first; so it is where nothing else is asked.");
  auto* join = app.add_option("--join", join_, "Two encounters that are one: their accounts are shown together.")->type_name("ENCOUNTER OTHER")->expected(2);
  auto* part = app.add_option("--part", part_, "An account that tells of another encounter: its id as `chancery show` gives it, DOCUMENT#ACCOUNT.")->type_name("ACCOUNT")->excludes(join);
  auto* match = app.add_flag("--match", match_, "Compare every account with the others anew; adding and reading again do so for what is new.");
  match->excludes(join)->excludes(part);
  of->excludes(join)->excludes(part)->excludes(match);
  app.add_option("--why", why_, "The reason, kept with the correction.")->type_name("WORDS");
  app.add_option("--who", who_, "Who says so; the user's name where not given.")->type_name("NAME");
  page_.declare(app);
  app.add_flag("--json", json_, "Print one JSON object, as the API does.");
}

record::Wish EncountersCommand::wish(const record::Record& record) const {
  record::Wish wish;
  wish.why = why_;
  if (!join_.empty()) {
    wish.action = "join_encounters";
    wish.encounter = join_[0];
    wish.other_encounter = join_[1];
    return wish;
  }
  wish.action = "part_account";
  const auto found = record::find_id(record, part_, 2);
  if (found.empty() || found.front().kind != "event") throw Error(ErrorKind::input, fmt::format("there is no account {}: `chancery show` of an encounter gives their ids", part_));
  if (found.size() > 1) throw Error(ErrorKind::input, fmt::format("{} and {} begin so: give more of the id, with its document as DOCUMENT#ACCOUNT", found[0].document + "#" + found[0].id, found[1].document + "#" + found[1].id));
  wish.document = found.front().document;
  wish.fact = found.front().id;
  return wish;
}

int EncountersCommand::change(Console& console) const {
  auto record = record_.open(record::Mode::read_write, console);
  const auto made = record::correct(record, {wish(record)}, who_).front();
  app::match_encounters(record);
  if (made.action == "join_encounters") console.note(fmt::format("joined; `chancery corrections undo {}` takes it back", made.number));
  else console.note(fmt::format("parted, it is {} now; `chancery corrections undo {}` takes it back", made.other_encounter, made.number));
  return kDone;
}

int EncountersCommand::match(Console& console) const {
  auto record = record_.open(record::Mode::read_write, console);
  record::make_all_due(record);
  console.note(fmt::format("{} accounts compared", app::match_encounters(record)));
  return kDone;
}

int EncountersCommand::list(Console& console) const {
  const auto record = record_.open(record::Mode::read_only, console);
  const auto view = questions::encounter_candidates(record, of_, page_.page);
  if (json_) {
    console.print_json(questions::to_json(view).dump());
    return view.candidates.empty() ? kNothing : kDone;
  }
  for (const auto& one : view.candidates) print_candidate(console, one, of_.empty());
  if (view.candidates.empty()) console.note(of_.empty() ? "No encounters in this record look like one." : "No other encounter in this record looks like it.");
  if (view.candidates.size() == page_.page.limit) console.note(fmt::format("the next: --offset {}", page_.page.offset + view.candidates.size()));
  return view.candidates.empty() ? kNothing : kDone;
}

int EncountersCommand::run(Console& console) {
  if (!join_.empty() || !part_.empty()) return change(console);
  return match_ ? match(console) : list(console);
}

}  // namespace

Verb encounters_verb() {
  return {.name = "encounters",
          .summary = "list the encounters that may be one, join two or part an account",
          .about = "Accounts of several documents that tell of the same encounter are joined by who took part, the day, the way and the place; `chancery show` of an "
                   "encounter says why. Those that agree too little, or that something speaks against, are listed here as candidates. "
                   "What is joined or parted by a person stands through every new reading and can be taken back.",
          .examples = {{"chancery encounters", "what may be one, the surest first"},
                       {"chancery encounters n-qk6ehq4gg8", "what may be that one"},
                       {"chancery encounters --join n-qk6ehq4gg8 n-w6x5zs2yn5 --why \"one call, told twice\"", "two that are one"},
                       {"chancery encounters --part d-4f0k2m7q1a#v-vdtv2hd48w --why \"the call of the day before\"", "an account of something else"}},
          .exits = {{kNothing, "there are none"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<EncountersCommand>()); }};
}

}  // namespace chancery::cli
