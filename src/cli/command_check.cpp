#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "questions/json.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

class CheckCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    record_.declare(app);
    app.add_flag("--json", json_, "A line of JSON for each finding, and one at the end that counts.");
  }
  void setup(const Screen&) override {}

  int run(Console& console) override {
    const auto record = record_.open(record::Mode::read_only, console);
    const auto documents = static_cast<uint64_t>(record.status().documents);
    Progress progress(console, documents, "documents", !json_);
    const auto findings = record.check([&](int64_t done, int64_t) { progress.update({static_cast<uint64_t>(done), static_cast<size_t>(done), 0}); });
    progress.end();
    for (const auto& finding : findings) {
      if (json_) console.print_json(questions::to_json(finding).dump());
      else console.print(fmt::format("{}  {}: {}\n", console.styled(finding.kind, Style::red), writers::safe_line(finding.where), writers::safe_line(finding.message)));
    }
    if (json_) console.print_json(nlohmann::ordered_json{{"documents", documents}, {"findings", findings.size()}}.dump());
    else if (findings.empty()) console.print(fmt::format("sound: {} {}, every text, span and index entry in its place\n", grouped(documents), documents == 1 ? "document" : "documents"));
    else console.complain(fmt::format("{} findings; restore a backup, or put the record aside and add the sources to a new one", findings.size()));
    return findings.empty() ? kDone : kRecord;
  }

 private:
  RecordOption record_;
  bool json_ = false;
};

}  // namespace

Verb check_verb() {
  return {.name = "check",
          .summary = "read the whole record and say whether it is sound",
          .about = "Checks the file itself, every reference between tables, that the raw bytes of every document are there and have their hash, "
                   "that every span lies in its text, and the index for search.",
          .examples = {{"chancery check --record ministry.db", "a record by its file"}},
          .exits = {{kDone, "the record is sound"}, {kRecord, "the record is damaged, or cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<CheckCommand>()); }};
}

}  // namespace chancery::cli
