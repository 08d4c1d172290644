// The network of the model of attributions under training; the program's counterpart is
// stages/speech/attribution_model.hpp. The encoder's vectors are given and do not change.
#pragma once

#include "model/tensors.hpp"
#include "network/layers.hpp"
#include "speech/attribution_corpus.hpp"
#include "stages/speech/attribution_features.hpp"

namespace chancery::train {

struct AttributionSettings {
  size_t width = 64;  ///< of a word's inputs, and of each direction of the recurrent layers
  size_t layers = 2;
  float input_dropout = 0.2f, dropout = 0.2f, feature_dropout = 0.15f;
  float frame_dropout = 0.3f, frame_feature_dropout = 0.3f;
};

/// One predicate with the labels of its window.
struct RoleExample {
  const AttributedText* text = nullptr;
  Index predicate = 0;
  WordWindow window;
  std::vector<int32_t> labels;
};

/// Words of one text that are asked whether they are predicates, and the answers.
struct PredicateExample {
  const AttributedText* text = nullptr;
  std::vector<Index> words;
  std::vector<uint8_t> right;
};

class AttributionNetwork {
 public:
  AttributionNetwork(Parameters& parameters, size_t vector_width, const AttributionSettings& settings);

  /// Of both opinions on predicates; they share no weights with the roles.
  double learn(size_t worker, const PredicateExample& example, Random& random) const;
  double learn(size_t worker, const RoleExample& example, Random& random) const;

  /// Adds what stages/speech reads to the section.
  void write(TensorWriter& section) const;

 private:
  struct Pass;
  double learn_words(size_t worker, const PredicateExample& example, Random& random) const;
  double learn_frames(size_t worker, const PredicateExample& example, Random& random) const;
  Matrix vectors_of(const AttributedText& text, const std::vector<Index>& words) const;
  void add_rows(size_t table, const std::vector<std::vector<uint32_t>>& rows, Matrix& x) const;
  void learn_rows(size_t worker, size_t table, const std::vector<std::vector<uint32_t>>& rows, const Matrix& dx) const;

  Parameters& parameters_;
  AttributionSettings settings_;
  size_t vector_width_;
  size_t predicate_rows_, role_rows_, transitions_, frame_rows_;
  Linear as_predicate_, as_word_, as_governor_, decision_, labels_, frame_decision_;
  std::vector<Linear> in_frame_;  ///< a vector of the word itself, then of each word of its frame
  std::vector<Recurrent> layers_;
};

}  // namespace chancery::train
