#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/reread.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "cli/summary.hpp"

namespace chancery::cli {
namespace {

class RereadCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    record_.declare(app);
    auto* made_by = app.add_option("--made-by", made_by_, "Only facts that a program of this name made, as chancery status lists it.")->type_name("VERSION");
    app.add_flag("--all", all_, "Also facts that this very program made.")->excludes(made_by);
    threads_.declare(app);
    app.add_flag("--json", json_, "Print one JSON object.");
  }

  void setup(const Screen&) override {
    options_.all = all_;
    options_.threads = threads_.value();
    if (!made_by_.empty()) options_.made_by = made_by_;
  }

  int run(Console& console) override;

 private:
  void sum_up(Console& console, const app::RereadCount& count) const;

  RecordOption record_;
  std::string made_by_;
  bool all_ = false, json_ = false;
  ThreadsOption threads_;
  app::RereadOptions options_;
};

void RereadCommand::sum_up(Console& console, const app::RereadCount& count) const {
  if (json_) {
    console.print_json(nlohmann::ordered_json{{"reread", count.documents}, {"current", count.current}, {"failed", count.failed}, {"interrupted", count.interrupted}}.dump());
    return;
  }
  console.print(summary({{count.documents, "read anew", Style::green}, {count.current, "up to date", Style::dim}, {count.failed, "failed", Style::red}},
                        "the record is empty", console) +
                "\n");
  if (count.interrupted) console.note("Interrupted. What was read anew is kept; the same command does the rest.");
}

int RereadCommand::run(Console& console) {
  const app::Engine engine;
  const Interrupt interrupt([&] { console.note("\nStopping after the documents under way; Ctrl-C again stops at once."); });
  auto record = record_.open(record::Mode::read_write, console);
  const auto documents = static_cast<uint64_t>(record.status().documents);
  Progress progress(console, documents, "documents", !json_);
  size_t failed = 0;
  const app::RereadEvents events{.on_progress = [&](size_t done, size_t total) { progress.update({done * documents / total, done, failed}); },
                                 .on_failed =
                                     [&](const std::string& id, const std::string& reason) {
                                       ++failed;
                                       progress.line(fmt::format("failed   {}: {}", id, reason));
                                     }};
  app::RereadCount count;
  try {
    count = app::reread(engine, record, options_, events, interrupt.token());
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    progress.end();
    console.complain(error.what());
    return kNothing;
  }
  progress.end();
  sum_up(console, count);
  if (count.interrupted) return kInterrupted;
  return count.failed > 0 ? kSomeFailed : kDone;
}

}  // namespace

Verb reread_verb() {
  return {.name = "reread",
          .summary = "make the facts of the record anew with this program",
          .about = "Analyses the texts that are kept with this program's stages and data, and puts the new facts in place of the old ones. "
                   "What people confirmed, corrected or rejected stays. Facts that this very program made are left alone unless --all says "
                   "otherwise, so that an interrupted run can be begun again.",
          .examples = {{"chancery reread", "after an update of the program"},
                       {"chancery reread --made-by \"chancery 0.1.0 rules-01a4bm23\"", "only what one version made"}},
          .exits = {{kNothing, "no facts were made by that version"},
                    {kSomeFailed, "some documents could not be read anew; they keep their old facts"},
                    {kIo, "the record could not be written"},
                    {kRecord, "the record cannot be used"},
                    {kInterrupted, "interrupted; what was read anew is kept"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<RereadCommand>()); }};
}

}  // namespace chancery::cli
