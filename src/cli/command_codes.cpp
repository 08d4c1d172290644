#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "app/codes.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/command.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using nlohmann::ordered_json;
using writers::safe_line;

ordered_json to_json(const app::CodedAct& act) {
  return {{"plover", act.root}, {"mode", act.mode}, {"context", act.context}, {"sources", act.sources}, {"targets", act.targets}};
}

ordered_json to_json(const std::vector<app::CodedAct>& acts) {
  ordered_json out = ordered_json::array();
  for (const auto& act : acts) out.push_back(to_json(act));
  return out;
}

std::string line_of(const app::CodedAct& act) {
  std::string code = act.root;
  if (!act.mode.empty()) code += "/" + act.mode;
  if (!act.context.empty()) code += " (" + act.context + ")";
  return safe_line(fmt::format("{}: {} -> {}", code, fmt::join(act.sources, ", "), fmt::join(act.targets, ", ")));
}

class CodesCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("SENTENCE", sentence_, "A sentence to code; without one, the examples in the pattern files are tried.");
    app.add_flag("--json", json_, "Print one JSON object.");
  }
  void setup(const Screen&) override {}

  int run(Console& console) override {
    const app::Engine engine;
    if (!engine.model()) throw Error(ErrorKind::usage, "codes need a trained model, for they are read off trees. Unset CHANCERY_MODEL, or name a model file.");
    return sentence_.empty() ? check(engine, console) : code(engine, console);
  }

 private:
  int code(const app::Engine& engine, Console& console) const {
    const auto acts = app::coded(engine, sentence_);
    if (json_) console.print_json(ordered_json{{"events", to_json(acts)}}.dump());
    else for (const auto& act : acts) console.print(line_of(act) + "\n");
    if (acts.empty() && !json_) console.complain("no act is coded in this sentence");
    return acts.empty() ? kNothing : kDone;
  }

  int check(const app::Engine& engine, Console& console) const {
    const auto check = app::check_codes(engine, data_folder());
    if (json_) {
      ordered_json out = {{"patterns", check.patterns}, {"examples", check.examples}, {"failed", ordered_json::array()}};
      for (const auto& one : check.failed) {
        out["failed"].push_back({{"file", one.file}, {"line", one.line}, {"sentence", one.sentence}, {"wanted", one.wanted}, {"given", to_json(one.given)}});
      }
      console.print_json(out.dump());
    } else {
      for (const auto& one : check.failed) {
        console.print(safe_line(fmt::format("{}:{}: {}", one.file, one.line, one.sentence)) + "\n  wanted  " + safe_line(one.wanted) + "\n");
        for (const auto& act : one.given) console.print("  given   " + line_of(act) + "\n");
        if (one.given.empty()) console.print("  given   nothing\n");
      }
      console.print(fmt::format("{} patterns, {} examples, {} not coded as they say\n", check.patterns, check.examples, check.failed.size()));
    }
    return check.failed.empty() ? kDone : kNothing;
  }

  std::string sentence_;
  bool json_ = false;
};

}  // namespace

Verb codes_verb() {
  return {.name = "codes",
          .summary = "try the event codes on a sentence, or the patterns on their examples",
          .about = "With a sentence, prints the acts that are coded in it: the PLOVER root with its mode and context, who acts, and upon whom.\n\n"
                   "Without one, codes every example in the pattern files (data/codes/en/*.patterns) and lists those that are not coded as they "
                   "say: run it after a change to a pattern. Nothing needs to be compiled; CHANCERY_DATA names another folder with patterns.",
          .examples = {{"chancery codes", "try all examples of the pattern files"},
                       {"chancery codes \"The union condemned the minister.\"", "what a sentence is coded as"}},
          .exits = {{kNothing, "an example is not coded as it says, or no act is coded in the sentence"},
                    {kSomeFailed, "a pattern file is malformed; the message names file and line"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<CodesCommand>()); }};
}

}  // namespace chancery::cli
