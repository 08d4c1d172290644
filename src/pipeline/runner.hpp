// Runs stages over a document in their order: named, timed, skippable by name, stoppable between stages.
#pragma once

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "pipeline/stage.hpp"

namespace chancery {

/// Time spent in each stage, in the runner's order. Add up several to sum over documents or threads.
struct Timing {
  std::vector<std::chrono::nanoseconds> spent;
  Timing& operator+=(const Timing& other);
};

/// Immutable once built; `run` may be called from several threads at once on different documents.
class Runner {
 public:
  /// Throws Error(internal) where a stage needs a layer that no earlier stage gives.
  explicit Runner(std::vector<std::unique_ptr<Stage>> stages);

  /// Keeps just the named stages and those that give, directly or not, what they need.
  void only(const std::vector<std::string>& names);
  /// Leaves out the named stages; later stages find their layers empty. Throws Error(usage) for an unknown name.
  void skip(const std::vector<std::string>& names);

  std::vector<std::string_view> names() const;

  /// Fills the layers and gives every fact its id. Throws Error(interrupted) when `stop` is requested.
  void run(Document& document, Timing* timing = nullptr, std::stop_token stop = {}) const;

 private:
  std::vector<std::unique_ptr<Stage>> stages_;
};

}  // namespace chancery
