#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/engine.hpp"
#include "cli/command.hpp"

namespace chancery::cli {
namespace {

class VersionCommand : public Command {
 public:
  void declare(CLI::App& app) override { app.add_flag("--json", json_, "Print one JSON object."); }
  void setup(const Screen&) override {}

  int run(Console& console) override {
    const app::Engine engine;
    if (json_) {
      const nlohmann::ordered_json out = {{"version", CHANCERY_VERSION}, {"made_by", engine.made_by()}, {"stages", engine.stages()}};
      console.print_json(out.dump());
      return kDone;
    }
    console.print(fmt::format("chancery {}\nfacts signed as  {}\nstages           {}\n", CHANCERY_VERSION, engine.made_by(), fmt::join(engine.stages(), " ")));
    return kDone;
  }

 private:
  bool json_ = false;
};

}  // namespace

Verb version_verb() {
  return {.name = "version",
          .summary = "say which program this is and how it signs its facts",
          .about = "Prints the version of the program, the name under which its facts are signed in a record, and its stages in "
                   "their order.",
          .examples = {{"chancery version", "the version of the program and of its data"}},
          .exits = {{kIo, "the folder with lexicons and gazetteers was not found"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<VersionCommand>()); }};
}

}  // namespace chancery::cli
