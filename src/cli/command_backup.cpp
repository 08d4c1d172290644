#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"

namespace chancery::cli {
namespace {

class BackupCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("FILE", target_, "Where the copy goes; it must not exist.")->required();
    record_.declare(app);
    app.add_flag("--json", json_, "Print one JSON object.");
  }
  void setup(const Screen&) override {}

  int run(Console& console) override {
    const auto record = record_.open(record::Mode::read_only, console);
    record.backup(target_);
    const auto bytes = std::filesystem::file_size(target_);
    if (json_) console.print_json(nlohmann::ordered_json{{"backup", target_}, {"bytes", bytes}}.dump());
    else console.print(fmt::format("{}: {} bytes, a whole copy of {}\n", target_, grouped(bytes), record_.path));
    return kDone;
  }

 private:
  std::string target_;
  RecordOption record_;
  bool json_ = false;
};

}  // namespace

Verb backup_verb() {
  return {.name = "backup",
          .summary = "copy the record while it is in use",
          .about = "Writes a whole, sound copy of the record to a new file, whatever is read or added meanwhile. The copy is a record itself.",
          .examples = {{"chancery backup chancery-2024-06-14.db", "a copy with the day in its name"}},
          .exits = {{kIo, "the copy could not be written, or something of that name is there already"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<BackupCommand>()); }};
}

}  // namespace chancery::cli
