#include "app/codes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "stages/codes/patterns.hpp"

namespace chancery::app {
namespace {

bool holds(const std::vector<std::string>& phrases, const std::string& wanted) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) { return phrase.ends_with(wanted) || wanted.ends_with(phrase); });
}

bool as_wanted(const codes::Example& example, const std::vector<CodedAct>& given) {
  const bool found = std::any_of(given.begin(), given.end(), [&](const CodedAct& act) {
    if (act.root != example.root) return false;
    return !example.holds || (holds(act.sources, example.source) && holds(act.targets, example.target));
  });
  return found == example.holds;
}

std::string wanted(const codes::Example& example) {
  return example.holds ? fmt::format("{}: {} -> {}", example.root, example.source, example.target) : "not " + example.root;
}

}  // namespace

std::vector<CodedAct> coded(const Engine& engine, const std::string& sentence) {
  Document document;
  document.text = sentence;
  document.info.language = "en";
  engine.analyse(document);
  std::vector<CodedAct> acts;
  for (const Event& event : document.events) {
    if (event.plover.empty()) continue;
    CodedAct& act = acts.emplace_back(CodedAct{event.plover, event.mode, event.context, {}, {}});
    for (const Participant& p : event.participants) {
      const std::string phrase(document.of(p.mention));
      if (p.side == "source" || p.side == "both") act.sources.push_back(phrase);
      if (p.side == "target" || p.side == "both") act.targets.push_back(phrase);
    }
  }
  return acts;
}

CodesCheck check_codes(const Engine& engine, const std::filesystem::path& data) {
  const auto book = codes::PatternBook::load(data / "codes" / "en");
  CodesCheck check;
  check.patterns = book.size();
  check.examples = book.examples().size();
  for (const codes::Example& example : book.examples()) {
    auto given = coded(engine, example.text);
    if (!as_wanted(example, given)) check.failed.push_back({example.file, example.line, example.text, wanted(example), std::move(given)});
  }
  return check;
}

}  // namespace chancery::app
