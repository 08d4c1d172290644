// The network that is trained: words to vectors by recurrent layers, on them tags, a biaffine parser (Dozat & Manning
// 2017) and names (a conditional random field), all at once.
//
// A sentence may carry syntax, names or both; what it lacks costs nothing. `learn` may be called by several workers at
// the same time, each with its own number, on different sentences.
#pragma once

#include "network/layers.hpp"
#include "stages/encode/word_features.hpp"

namespace chancery::train {

struct NetworkSettings {
  size_t words = 0;  ///< rows of the vocabulary, the unknown word included
  size_t word_width = 96, piece_rows = 32768, piece_width = 64, flag_width = 24;
  size_t width = 128, shared_layers = 2, parse_layers = 1, names_layers = 1, names_width = 64;
  size_t arc_width = 128, relation_width = 128;
  size_t upos = 0, xpos = 0, relations = 0, names = 0;  ///< labels
  float input_dropout = 0.3f, dropout = 0.33f, word_dropout = 0.1f;
  size_t masked_candidates = 0;  ///< drawn words a step when hidden words are guessed; 0: no such task
};

struct Example {
  WordFeatures features;
  std::vector<int32_t> upos, xpos, heads, relations;  ///< heads: 0 the root, else the word's number from 1
  std::vector<int32_t> names;
  bool has_syntax() const { return !upos.empty(); }
  bool has_names() const { return !names.empty(); }
};

struct Losses {
  double tags = 0, arcs = 0, relations = 0, names = 0;
  size_t words = 0;
  Losses& operator+=(const Losses& other);
};

struct Prediction {
  std::vector<int32_t> upos, xpos, heads, relations, names;
};

class JointNetwork {
 public:
  /// `counts`: how often each row of the vocabulary stands in the training data.
  JointNetwork(Parameters& parameters, const NetworkSettings& settings, std::vector<uint32_t> counts);

  Losses learn(size_t worker, std::span<const Example* const> batch, Random& random) const;
  /// The task that needs no annotation: some words are hidden and guessed from their neighbours (as in BERT), against
  /// drawn others (sampled softmax). Gives the summed loss and, in `words`, how many were hidden.
  Losses guess(size_t worker, std::span<const Example* const> batch, Random& random) const;
  /// Heads are each word's best, not yet a tree.
  Prediction predict(const Example& sentence) const;

 private:
  struct Pass;
  void add_guessing(Parameters& parameters);
  void embed(std::span<const Example* const> batch, Random* random, Pass& pass) const;
  void embed_backward(size_t worker, std::span<const Example* const> batch, const Matrix& dx, const Pass& pass) const;
  Matrix run(const std::vector<Recurrent>& layers, Matrix x, Random* random, const Bounds& bounds, std::vector<struct LayerPass>& passes) const;
  Matrix run_backward(size_t worker, const std::vector<Recurrent>& layers, const Bounds& bounds, const std::vector<struct LayerPass>& passes, Matrix dh) const;
  void learn_tags(size_t worker, std::span<const Example* const> batch, const Matrix& h, Matrix& dh, Random& random, const Bounds& bounds, Losses& losses) const;
  void learn_parse(size_t worker, std::span<const Example* const> batch, const Matrix& h, Matrix& dh, Random& random, const Bounds& bounds, Losses& losses) const;
  double learn_arcs(size_t worker, const Example& e, const Matrix& d, const Eigen::Ref<const Matrix>& heads, Eigen::Ref<Matrix> ddependent, Eigen::Ref<Matrix> dheads) const;
  Matrix heads_of_relations(size_t worker, std::span<const Example* const> batch, const Bounds& bounds, const Matrix& dhidden) const;
  void learn_names(size_t worker, std::span<const Example* const> batch, const Matrix& h, Matrix& dh, Random& random, const Bounds& bounds, Losses& losses) const;

  Parameters& parameters_;
  NetworkSettings settings_;
  std::vector<uint32_t> counts_;
  size_t word_rows_, piece_rows_, flag_rows_, mask_ = 0, guesses_ = 0, guess_bias_ = 0;
  std::vector<double> unigram_;  ///< running sums of the drawing distribution over vocabulary rows
  std::vector<Recurrent> shared_, parse_, names_;
  Linear upos_, xpos_, arc_dependent_, arc_head_, relation_dependent_, relation_head_, relation_, name_labels_;
  size_t biaffine_, head_bias_, root_arc_, root_relation_, transitions_;
};

}  // namespace chancery::train
