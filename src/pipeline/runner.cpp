#include "pipeline/runner.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "document/identify.hpp"

namespace chancery {
namespace {

void check_known(const std::vector<std::string>& wanted, const std::vector<std::string_view>& known) {
  for (const auto& name : wanted) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      throw Error(ErrorKind::usage, fmt::format("there is no stage \"{}\"; the stages are {}", name, fmt::join(known, ", ")));
    }
  }
}

void note_language(Document& document) {
  const std::string note = fmt::format("the text is in another language than English ({}): sentences, words and turns were found, but no names and facts", document.info.language);
  if (std::find(document.notes.begin(), document.notes.end(), note) == document.notes.end()) document.notes.push_back(note);
}

}  // namespace

Timing& Timing::operator+=(const Timing& other) {
  spent.resize(std::max(spent.size(), other.spent.size()));
  for (size_t i = 0; i < other.spent.size(); ++i) spent[i] += other.spent[i];
  return *this;
}

Runner::Runner(std::vector<std::unique_ptr<Stage>> stages) : stages_(std::move(stages)) {
  std::set<Layer> given;
  for (const auto& stage : stages_) {
    for (const Layer layer : stage->needs()) {
      if (!given.contains(layer)) {
        throw Error(ErrorKind::internal, fmt::format("stage {} needs layer {} that no earlier stage gives", stage->name(), static_cast<int>(layer)));
      }
    }
    for (const Layer layer : stage->gives()) given.insert(layer);
  }
}

void Runner::only(const std::vector<std::string>& wanted) {
  check_known(wanted, names());
  std::set<Layer> missing;
  std::vector<std::unique_ptr<Stage>> kept;
  for (size_t i = stages_.size(); i-- > 0;) {
    auto& stage = stages_[i];
    const auto gives = stage->gives();
    const bool named = std::find(wanted.begin(), wanted.end(), stage->name()) != wanted.end();
    const bool needed = std::any_of(gives.begin(), gives.end(), [&](Layer l) { return missing.contains(l); });
    if (!named && !needed) continue;
    for (const Layer layer : stage->needs()) missing.insert(layer);
    kept.push_back(std::move(stage));
  }
  std::reverse(kept.begin(), kept.end());
  stages_ = std::move(kept);
}

void Runner::skip(const std::vector<std::string>& unwanted) {
  check_known(unwanted, names());
  std::erase_if(stages_, [&](const auto& stage) { return std::find(unwanted.begin(), unwanted.end(), stage->name()) != unwanted.end(); });
}

std::vector<std::string_view> Runner::names() const {
  std::vector<std::string_view> out;
  for (const auto& stage : stages_) out.push_back(stage->name());
  return out;
}

void Runner::run(Document& document, Timing* timing, std::stop_token stop) const {
  if (timing) timing->spent.resize(std::max(timing->spent.size(), stages_.size()));
  bool passed_over = false;
  for (size_t i = 0; i < stages_.size(); ++i) {
    if (stop.stop_requested()) throw Error(ErrorKind::interrupted, "stopped");
    if (!stages_[i]->reads(document.info.language)) {
      passed_over = true;
      continue;
    }
    const auto start = std::chrono::steady_clock::now();
    stages_[i]->run(document);
    if (timing) timing->spent[i] += std::chrono::steady_clock::now() - start;
  }
  document.vectors = {};
  if (passed_over) note_language(document);
  identify(document);
}

}  // namespace chancery
