// What a training run reads: treebanks, files of names, texts without annotation, all as named in the settings.
#pragma once

#include "network/examples.hpp"
#include "network/settings.hpp"

namespace chancery::train {

struct Corpora {
  std::vector<TreeSentence> trees;
  std::vector<size_t> treebank_ends;  ///< where each treebank of the settings ends in `trees`
  std::vector<NamedSentence> names;
  std::vector<std::vector<std::string>> raw;  ///< sentences as words
  struct Dev {
    std::string name;
    std::vector<TreeSentence> trees;
    std::vector<NamedSentence> names;
  };
  std::vector<Dev> dev;  ///< one a file or folder
};

/// `data`: the folder of lexicons, whose abbreviations cut raw text into words; `knowledge`: read from it. Documents whose id begins as an entry
/// of `leave_out` are left out everywhere. Throws Error(input) or Error(io) for what cannot be read.
Corpora read_corpora(const TrainingSettings& settings, const std::filesystem::path& corpora, const std::filesystem::path& data, const Knowledge& knowledge);

}  // namespace chancery::train
