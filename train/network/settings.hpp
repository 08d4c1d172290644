// The hyperparameters and the data of a training run, read from a file of lines "key = value value ..."; "#" begins a
// comment. Files are given relative to the corpora's folder. An unknown key or a value that is no number throws
// Error(input) with file and line, so that no setting is left out in silence.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "network/joint.hpp"
#include "speech/attribution_trainer.hpp"
#include "stages/names/tagger.hpp"

namespace chancery::train {

struct TrainingSettings {
  NetworkSettings network;
  AdamSettings adam;
  size_t seed = 1, epochs = 30, batch_words = 600, patience = 8, warm_up = 100;
  size_t guess_epochs = 0, guess_batch_words = 1000;  ///< the task without annotation, before the others
  float guess_rate = 2e-3f, last_rate = 0.02f;        ///< last_rate: share of the rate that is left at the end
  size_t least_count = 2, least_raw_count = 4;        ///< of a word that gets a row of its own
  size_t most_words = 60000;                          ///< rows of the vocabulary at most
  size_t projected_texts = 600;                       ///< releases of each file in which the lexicon finds statements
  size_t projected_sentences = 10000;                 ///< drawn from the texts whose names are found by the knowledge files
  AttributionTraining attributions;                   ///< keys speech_epochs, speech_width, ...
  NameTrust trust;                                    ///< keys trust_add, trust_span, ...: how far the model's names are believed
  /// Lists: trees, names, projected (texts whose names the knowledge files tell), raw (JSON Lines of releases or a folder
  /// of plain texts), dev_trees, dev_names, speech and dev_speech (folders of texts with attributions), speech_trees (treebanks whose rhetorical
  /// trees mark them), speech_projected (releases whose statements the lexicon finds), leave_out (beginnings of document ids), sources and licences (for the card,
  /// one a line).
  std::map<std::string, std::vector<std::string>> lists;
  std::string text;  ///< the file as it stands, for the card

  std::vector<std::filesystem::path> files(const std::string& list, const std::filesystem::path& corpora) const;
};

TrainingSettings read_settings(const std::filesystem::path& file);

}  // namespace chancery::train
