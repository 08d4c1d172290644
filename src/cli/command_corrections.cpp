#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <iostream>
#include <iterator>

#include "app/encounters.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/record_option.hpp"
#include "cli/who.hpp"
#include "questions/corrections.hpp"
#include "questions/queue.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using questions::Json;
using writers::safe_line;

class CorrectionsCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  using Act = int (CorrectionsCommand::*)(Console&);
  struct Word {
    std::string_view word;
    size_t least, most;  ///< arguments
    std::string_view takes;
    Act act;
  };
  static const std::vector<Word>& words();

  int log(Console& console);
  int judge(Console& console);
  int turn(Console& console);
  int queue(Console& console);
  int agreement(Console& console);
  int share(Console& console);
  int take_over(Console& console);

  int print_made(Console& console, const std::vector<record::Correction>& made) const;
  std::vector<int64_t> numbers(const record::Record& record) const;

  std::string what_ = "log", who_, why_, publisher_, user_;
  std::vector<std::string> arguments_;
  record::CorrectionFilters filters_;
  bool undone_ = false, json_ = false;
  const Word* word_ = nullptr;
  RecordOption record_;
  PageOption page_{50};
};

const std::vector<CorrectionsCommand::Word>& CorrectionsCommand::words() {
  constexpr size_t kMany = 10'000;
  static const std::vector<Word> all = {
      {"log", 0, 0, "nothing", &CorrectionsCommand::log},
      {"accept", 2, 2, "DOCUMENT FACT", &CorrectionsCommand::judge},
      {"reject", 2, 2, "DOCUMENT FACT", &CorrectionsCommand::judge},
      {"change", 4, 4, "DOCUMENT FACT FIELD VALUE", &CorrectionsCommand::judge},
      {"undo", 0, kMany, "NUMBER... or --document, --who, --kind", &CorrectionsCommand::turn},
      {"redo", 0, kMany, "NUMBER... or --document, --who, --kind", &CorrectionsCommand::turn},
      {"queue", 0, 0, "nothing", &CorrectionsCommand::queue},
      {"agreement", 0, 0, "nothing", &CorrectionsCommand::agreement},
      {"export", 0, 0, "nothing", &CorrectionsCommand::share},
      {"import", 1, 1, "FILE, or - for standard input", &CorrectionsCommand::take_over},
  };
  return all;
}

void CorrectionsCommand::declare(CLI::App& app) {
  app.add_option("WHAT", what_, "log, accept, change, reject, undo, redo, queue, agreement, export or import.")->default_str("log");
  app.add_option("ARGUMENT", arguments_, "What it needs: accept, reject: DOCUMENT FACT; change: DOCUMENT FACT FIELD VALUE; undo, redo: NUMBER...; import: FILE.");
  record_.declare(app);
  app.add_option("--document", filters_.document, "Those of that document.")->type_name("ID");
  app.add_option("--who", filters_.who, "Those of that person.")->type_name("NAME");
  app.add_option("--kind", filters_.kind, "Those of that kind of fact: statement, event, point, figure, commitment, courtesy ...")->type_name("KIND");
  app.add_option("--publisher", publisher_, "queue: of documents of that publisher.")->type_name("NAME");
  app.add_flag("--undone", undone_, "log: those that were taken back.");
  app.add_option("--why", why_, "The reason, kept with what is done.")->type_name("WORDS");
  app.add_option("--as", user_, "Who does it; the user's name where not given.")->type_name("NAME");
  page_.declare(app);
  app.add_flag("--json", json_, "Print one JSON object, as the API does.");
}

void CorrectionsCommand::setup(const Screen&) {
  who_ = user_.empty() ? user_name() : user_;
  for (const Word& word : words()) {
    if (word.word == what_) word_ = &word;
  }
  if (word_ == nullptr) throw Error(ErrorKind::usage, fmt::format("corrections {}: use log, accept, change, reject, undo, redo, queue, agreement, export or import", what_));
  if (arguments_.size() < word_->least || arguments_.size() > word_->most) throw Error(ErrorKind::usage, fmt::format("corrections {} takes {}", what_, word_->takes));
}

int CorrectionsCommand::run(Console& console) { return (this->*word_->act)(console); }

std::string in_words(const record::Correction& c) {
  if (c.action == "change") return fmt::format("{} of {}: \"{}\" for \"{}\"", c.field, c.fact, c.value, c.before);
  if (c.action == "join_people") return fmt::format("{} is {}", c.other, c.person);
  if (c.action == "part_person") return fmt::format("{} is not {} but {}", c.fact, c.person, c.other);
  if (c.action == "join_encounters") return fmt::format("{} is {}", c.other_encounter, c.encounter);
  if (c.action == "part_account") return fmt::format("{} is not of {} but of {}", c.fact, c.encounter, c.other_encounter);
  return fmt::format("{} {}", c.action, c.fact);
}

void print_line(Console& console, const record::Correction& c) {
  console.print(fmt::format("{:>4}  {}  {}  {}{}{}\n", c.number, c.when, safe_line(c.who), c.document.empty() ? "" : c.document + "  ", safe_line(in_words(c)),
                            c.undone.empty() ? "" : fmt::format("  (taken back by {} {})", safe_line(c.undone_by), c.undone)));
  if (!c.label.empty()) console.print(console.styled("      " + safe_line(c.label) + "\n", Style::dim));
  if (!c.why.empty()) console.print("      why: " + safe_line(c.why) + "\n");
}

int CorrectionsCommand::print_made(Console& console, const std::vector<record::Correction>& made) const {
  if (json_) {
    console.print_json(questions::to_json(made).dump());
  } else {
    for (const auto& one : made) print_line(console, one);
  }
  return kDone;
}

int CorrectionsCommand::log(Console& console) {
  filters_.undone = undone_;
  const auto record = record_.open(record::Mode::read_only, console);
  const auto found = record::list_corrections(record, filters_, page_.page);
  if (json_) {
    console.print_json(questions::to_json(found).dump());
  } else {
    for (const auto& one : found.corrections) print_line(console, one);
    if (found.total == 0) console.note(undone_ ? "Nothing was taken back." : "No correction stands.");
    if (static_cast<int64_t>(page_.page.offset + found.corrections.size()) < found.total) console.note(fmt::format("the next: --offset {}", page_.page.offset + found.corrections.size()));
  }
  return found.total == 0 ? kNothing : kDone;
}

int CorrectionsCommand::judge(Console& console) {
  record::Wish wish;
  wish.action = what_ == "accept" ? "confirm" : what_;
  wish.document = arguments_[0];
  wish.fact = arguments_[1];
  wish.why = why_;
  if (what_ == "change") wish.field = arguments_[2], wish.value = arguments_[3];
  auto record = record_.open(record::Mode::read_write, console);
  const auto made = record::correct(record, {wish}, who_);
  app::match_encounters(record);
  return print_made(console, made);
}

std::vector<int64_t> CorrectionsCommand::numbers(const record::Record& record) const {
  std::vector<int64_t> all;
  for (const std::string& argument : arguments_) {
    int64_t number = 0;
    const auto [end, fault] = std::from_chars(argument.data(), argument.data() + argument.size(), number);
    if (fault != std::errc() || end != argument.data() + argument.size() || number <= 0) throw Error(ErrorKind::usage, fmt::format("{} is no number of a correction: `chancery corrections` lists them", argument));
    all.push_back(number);
  }
  const bool filtered = !filters_.document.empty() || !filters_.who.empty() || !filters_.kind.empty();
  if (all.empty() != filtered) throw Error(ErrorKind::usage, fmt::format("corrections {} takes numbers, or --document, --who or --kind for all of those", what_));
  if (!filtered) return all;
  record::CorrectionFilters wanted = filters_;
  wanted.undone = what_ == "redo";
  return record::correction_numbers(record, wanted);
}

int CorrectionsCommand::turn(Console& console) {
  auto record = record_.open(record::Mode::read_write, console);
  const auto which = numbers(record);
  if (which.empty()) {
    console.note(what_ == "undo" ? "There is nothing to take back." : "There is nothing to do again.");
    return kNothing;
  }
  const auto turned = what_ == "undo" ? record::undo(record, which, who_, why_) : record::redo(record, which, who_, why_);
  app::match_encounters(record);
  return print_made(console, turned);
}

int CorrectionsCommand::queue(Console& console) {
  const auto record = record_.open(record::Mode::read_only, console);
  const auto found = questions::queue(record, {filters_.kind, publisher_}, page_.page);
  if (json_) {
    console.print_json(questions::to_json(found).dump());
    return found.facts.empty() ? kNothing : kDone;
  }
  for (const auto& one : found.facts) {
    std::string why;
    for (const std::string& doubt : one.doubts) why += (why.empty() ? "" : "; ") + doubt;
    console.print(fmt::format("{:.2f}  {:<10} {}  {}\n      {}\n", one.sure, one.kind, one.document.id, one.id, safe_line(why)));
    console.print(console.styled("      " + safe_line(one.quote) + "\n", Style::dim));
  }
  console.note(found.total == 0 ? "No fact is in doubt that nobody has judged." : fmt::format("{} facts in doubt that nobody has judged", found.total));
  return found.facts.empty() ? kNothing : kDone;
}

int CorrectionsCommand::agreement(Console& console) {
  const auto record = record_.open(record::Mode::read_only, console);
  const auto found = record::agreement(record);
  if (json_) {
    Json kinds = Json::array();
    for (const auto& one : found) kinds.push_back(questions::to_json(one));
    console.print_json(Json({{"kinds", std::move(kinds)}}).dump());
    return found.empty() ? kNothing : kDone;
  }
  for (const auto& one : found) {
    const auto interval = questions::wilson(one.confirmed, one.judged());
    console.print(fmt::format("{:<11} {:>6} judged  {:>5} confirmed  {:>5} changed  {:>5} rejected  {:>3.0f} % ({:.0f} to {:.0f})\n", one.kind, one.judged(), one.confirmed, one.changed,
                              one.rejected, 100.0 * static_cast<double>(one.confirmed) / static_cast<double>(one.judged()), 100 * interval.low, 100 * interval.high));
  }
  if (found.empty()) console.note("Nobody has judged a fact of this record.");
  return found.empty() ? kNothing : kDone;
}

int CorrectionsCommand::share(Console& console) {
  const auto record = record_.open(record::Mode::read_only, console);
  record::share_corrections(record, [&](const record::SharedCorrection& shared) { console.print(questions::to_line(shared)); });
  return kDone;
}

int CorrectionsCommand::take_over(Console& console) {
  std::error_code none;
  if (arguments_[0] != "-" && !std::filesystem::exists(arguments_[0], none)) throw Error(ErrorKind::input, fmt::format("there is no file {}: name one that `chancery corrections export` wrote", arguments_[0]));
  const std::string lines = arguments_[0] == "-" ? std::string(std::istreambuf_iterator<char>(std::cin), {}) : read_file(arguments_[0]);
  auto record = record_.open(record::Mode::read_write, console);
  const auto import = questions::import_corrections(record, lines);
  app::match_encounters(record);
  if (json_) {
    console.print_json(questions::to_json(import).dump());
  } else {
    for (const auto& refused : import.refused) console.note(fmt::format("line {}: {}", refused.line, safe_line(refused.why)));
    console.note(fmt::format("{} taken over, {} known already, {} refused", import.taken, import.known, import.refused.size()));
  }
  return import.refused.empty() ? kDone : kSomeFailed;
}

}  // namespace

Verb corrections_verb() {
  return {.name = "corrections",
          .summary = "accept, change or reject facts; take back; share with a team",
          .about = "Without more, the log: what people said for or against what the machine read, newest first. accept, change and reject judge one fact of a document; "
                   "undo and redo take numbers, or --document, --who or --kind for all of those. What was judged stands through every new reading.\n\n"
                   "queue lists the facts in doubt that nobody has judged, the least certain first, with the reasons; agreement says how often people confirmed what the "
                   "machine read. export writes every correction as a line of JSON; import takes over those of a colleague, each once however often it is brought.",
          .examples = {{"chancery corrections queue --kind event", "what to look at first"},
                       {"chancery corrections change d-0a1b2c3d4e5f6 v-9jx2h4mq0c type talks --why \"the title says so\"", "one field of one fact"},
                       {"chancery corrections undo --who boris", "everything boris said"},
                       {"chancery corrections export > ours.jsonl", "for a colleague, who imports it"}},
          .exits = {{kNothing, "there is nothing to list, take back or do again"}, {kSomeFailed, "some lines could not be taken over"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<CorrectionsCommand>()); }};
}

}  // namespace chancery::cli
