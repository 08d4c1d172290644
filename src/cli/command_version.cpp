#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/engine.hpp"
#include "cli/command.hpp"

namespace chancery::cli {
namespace {

using nlohmann::ordered_json;

/// What the model's card says of it, without its settings and samples; null where there is no model.
ordered_json describe(const Model* model) {
  if (!model) return nullptr;
  const ordered_json card = ordered_json::parse(model->card(), nullptr, false);
  ordered_json out = {{"fingerprint", model->fingerprint()}};
  for (const char* key : {"made_by", "sources", "scores"}) {
    if (card.is_object() && card.contains(key)) out[key] = card[key];
  }
  return out;
}

std::string lines_of(const ordered_json& model) {
  if (model.is_null()) return "model            none: tags and trees stay empty, names are found by rules alone (see CHANCERY_MODEL)\n";
  std::string out = fmt::format("model            {}\n", model["fingerprint"].get<std::string>());
  if (!model.contains("sources")) return out;
  for (const auto& source : model["sources"]) out += fmt::format("  trained on     {}\n", source.get<std::string>());
  return out;
}

class VersionCommand : public Command {
 public:
  void declare(CLI::App& app) override { app.add_flag("--json", json_, "Print one JSON object."); }
  void setup(const Screen&) override {}

  int run(Console& console) override {
    const app::Engine engine;
    if (json_) {
      const ordered_json out = {{"version", CHANCERY_VERSION}, {"made_by", engine.made_by()}, {"model", describe(engine.model())}, {"stages", engine.stages()}};
      console.print_json(out.dump());
      return kDone;
    }
    console.print(fmt::format("chancery {}\nfacts signed as  {}\nstages           {}\n", CHANCERY_VERSION, engine.made_by(), fmt::join(engine.stages(), " ")) + lines_of(describe(engine.model())));
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
                   "their order, and what the trained model was made from.",
          .examples = {{"chancery version", "the version of the program and of its data"}},
          .exits = {{kSomeFailed, "the model is damaged, of another version, or fails its self-test"},
                    {kIo, "the folder with lexicons and gazetteers was not found"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<VersionCommand>()); }};
}

}  // namespace chancery::cli
