// What `chancery-train` can do: one entry a verb. A new trainer adds its function to commands.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chancery::train {

struct Command {
  std::string_view verb;
  std::string_view arguments;  ///< as the help shows them
  std::string_view summary;
  /// Gets what follows the verb; progress goes to standard error. Throws Error; gives the exit code.
  int (*run)(const std::vector<std::string>& arguments);
};

std::span<const Command> commands();

/// Makes the section "segment" alone, for trying out (see segment_trainer.hpp).
int run_segment(const std::vector<std::string>& arguments);
/// Makes the section "lemmas" alone (see lemma_trainer.hpp).
int run_lemmas(const std::vector<std::string>& arguments);
/// Makes the section "features" alone (see feature_trainer.hpp).
int run_features(const std::vector<std::string>& arguments);
/// Adds the section "speech" to a model (see speech/attribution_trainer.hpp).
int run_speech(const std::vector<std::string>& arguments);
/// Makes the whole model (see network/trainer.hpp).
int run_model(const std::vector<std::string>& arguments);

}  // namespace chancery::train
