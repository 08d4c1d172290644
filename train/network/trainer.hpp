// Trains the network from first to last: vocabulary, guessing hidden words in plain text, then tags, trees and names
// together, measured on the dev sets after every epoch; the best state is kept.
//
// Progress goes to `log`, a line an epoch. The same settings, corpora and number of workers give the same network on
// the same kind of machine. Not thread-safe: it runs its own workers.
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>

#include "model/model.hpp"
#include "network/corpora.hpp"
#include "network/scores.hpp"

namespace chancery::train {

struct TrainingResult {
  std::vector<DevScore> scores;  ///< of the state that was kept
  size_t epoch = 0, words = 0;   ///< in which it was reached; words of the annotated sentences
  double minutes = 0;
};

class Trainer {
 public:
  /// Keeps references; all must outlive it. Takes the plain text out of `corpora`, since it is large.
  Trainer(const TrainingSettings& settings, Corpora& corpora, const Knowledge& knowledge, size_t workers, std::ostream& log);
  ~Trainer();

  /// `checkpoint` is called each time the network is the best so far.
  TrainingResult run(const std::function<void(const TrainingResult&)>& checkpoint);
  /// The sections of the network as it stands.
  void add_sections(ModelWriter& model) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace chancery::train
