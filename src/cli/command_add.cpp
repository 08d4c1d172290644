#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/add.hpp"
#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "cli/summary.hpp"
#include "questions/json.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

class AddCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  void report(Console& console, Progress& progress, const record::Added& added) const;
  void report_failure(Console& console, Progress& progress, const std::string& item, const std::string& reason) const;
  void sum_up(Console& console, const app::AddCount& count, const app::Sources& sources) const;

  std::vector<std::string> paths_;
  RecordOption record_;
  InputOptions input_;
  ThreadsOption threads_;
  bool json_ = false, quiet_ = false, verbose_ = false;
  bool each_ = false;  ///< a line for each document
  app::AddOptions options_;
};

void AddCommand::declare(CLI::App& app) {
  app.add_option("PATH", paths_, "Files, and folders with all that is below them; - is standard input.")->required();
  record_.declare(app);
  input_.declare(app);
  threads_.declare(app);
  app.add_flag("-v,--verbose", verbose_, "A line for each document on a terminal too; elsewhere that is so anyway.");
  auto* quiet = app.add_flag("-q,--quiet", quiet_, "Only failures and the last line.");
  app.add_flag("--json", json_, "A line of JSON for each document, and one at the end that counts.")->excludes(quiet);
}

void AddCommand::setup(const Screen& screen) {
  options_.input = input_.value();
  options_.threads = threads_.value();
  each_ = json_ || verbose_ || (!quiet_ && !screen.out_is_terminal);
}

void AddCommand::report(Console& console, Progress& progress, const record::Added& added) const {
  if (json_) {
    console.print_json(questions::to_json(added).dump());
    console.flush();
    return;
  }
  const bool refused = added.outcome == record::Outcome::removed;
  if (!each_ && !refused) return;
  const std::string line = fmt::format("{:<8} {}  {}{}", refused ? "refused" : name_of(added.outcome), added.id, writers::safe_line(added.source),
                                       refused ? ": it was removed from the record: " + writers::safe_line(added.why) : "");
  if (!each_ || (console.screen().out_is_terminal && console.screen().error_is_terminal)) return progress.line(line);
  console.print(line + "\n");
  console.flush();
}

void AddCommand::report_failure(Console& console, Progress& progress, const std::string& item, const std::string& reason) const {
  if (json_) console.print_json(nlohmann::ordered_json{{"outcome", "failed"}, {"id", item}, {"error", reason}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  progress.line(fmt::format("failed   {}", reason.find(item) == std::string::npos ? item + ": " + reason : reason));
  console.flush();
}

void AddCommand::sum_up(Console& console, const app::AddCount& count, const app::Sources& sources) const {
  if (json_) {
    console.print_json(nlohmann::ordered_json{{"added", count.added}, {"known", count.known}, {"changed", count.changed}, {"refused", count.removed},
                                              {"failed", count.failed}, {"interrupted", count.interrupted}}.dump());
    return;
  }
  console.print(summary({{count.added, "added", Style::green},
                         {count.changed, "changed", Style::yellow},
                         {count.known, "known already", Style::dim},
                         {count.removed, "refused", Style::yellow},
                         {count.failed, "failed", Style::red}},
                        "nothing to add: no file there has an ending that a reader knows", console) +
                "\n");
  if (!sources.passed_over.empty()) {
    std::string kinds;
    for (const auto& [ending, files] : sources.passed_over) kinds += fmt::format("{}{} ({})", kinds.empty() ? "" : ", ", writers::safe_line(ending), files);
    console.print(console.styled("files of other kinds were passed over: " + kinds, Style::dim) + "\n");
  }
  if (count.failed > 0) console.note("The record lists what failed until it succeeds: chancery status");
  if (count.interrupted) console.note("Interrupted. What was added is kept; the same command adds the rest.");
}

int AddCommand::run(Console& console) {
  const auto sources = app::find_sources(paths_);
  const app::Engine engine;
  const Interrupt interrupt([&] { console.note("\nStopping after the documents under way; Ctrl-C again stops at once."); });
  auto record = record_.open(record::Mode::create, console);
  Progress progress(console, sources.bytes, "documents", !json_);
  const app::AddEvents events{
      .on_added = [&](const record::Added& added) { report(console, progress, added); },
      .on_failed = [&](const std::string& item, const std::string& reason) { report_failure(console, progress, item, reason); },
      .on_progress = [&](const app::AddProgress& p) { progress.update({p.bytes_done, p.documents, p.failed}); }};
  const auto count = app::add(engine, record, sources, options_, events, interrupt.token());
  progress.end();
  sum_up(console, count, sources);
  if (count.interrupted) return kInterrupted;
  if (count.failed > 0) return kSomeFailed;
  return count.removed > 0 || count.all() == 0 ? kNothing : kDone;
}

}  // namespace

Verb add_verb() {
  return {.name = "add",
          .summary = "put files and folders into the record",
          .about = "Reads files, and folders with all that is below them, finds the facts and keeps both in the record, which is made where "
                   "there is none. Says of each document whether it was added, was known already, has changed (a new version is kept beside "
                   "the old one) or failed, and why.\n\n"
                   "Adding the same again changes nothing. Stopped at any moment, even by a power cut, the record stays sound with everything "
                   "that was reported; the same command again adds the rest. Two may add at once: they wait for each other.",
          .examples = {{"chancery add releases/", "a folder with all that is below it"},
                       {"chancery add --record ministry.db --publisher-country AZE --input csv table.csv", "a table, one release a row"}},
          .exits = {{kDone, "every document is in the record"},
                    {kNothing, "nothing was there to add, or a document was refused because a person removed it before"},
                    {kSomeFailed, "some could not be read; the others were added"},
                    {kIo, "the record could not be written (a full disk, a permission)"},
                    {kRecord, "the record cannot be used: damaged, no record, made by a newer program, or busy for too long"},
                    {kInterrupted, "interrupted; what was reported as added is kept"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<AddCommand>()); }};
}

}  // namespace chancery::cli
