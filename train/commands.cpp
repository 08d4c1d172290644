#include "train/command.hpp"

namespace chancery::train {

std::span<const Command> commands() {
  static const std::vector<Command> all = {
      {"model", "--settings FILE --corpora FOLDER --out FILE [--wordnet FOLDER] [--samples FILE] [--data FOLDER] [--workers N]",
       "Train everything; write the model, anew each time it got better.", run_model},
      {"speech", "--model FILE --settings FILE --corpora FOLDER [--out FILE] [--data FOLDER] [--workers N]",
       "Train attributions (who said what) on top of a model; write it with the section \"speech\".", run_speech},
      {"segment", "--train FILES... [--dev FILES...] [--out FILE]", "Train where sentences end; write the section \"segment\".", run_segment},
      {"lemmas", "--train TREEBANK... [--wordnet FOLDER] [--dev TREEBANK...] [--misses] [--out FILE]",
       "Train lemmas; of treebanks that disagree the first is right. Write the section \"lemmas\".", run_lemmas},
      {"features", "--train TREEBANK [--dev TREEBANK...] [--misses] [--out FILE]", "Train morphological features; write the section \"features\".", run_features},
  };
  return all;
}

}  // namespace chancery::train
