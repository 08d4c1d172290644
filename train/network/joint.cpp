#include "network/joint.hpp"

#include <algorithm>
#include <cmath>

#include "network/pass.hpp"

namespace chancery::train {

Losses& Losses::operator+=(const Losses& other) {
  tags += other.tags;
  arcs += other.arcs;
  relations += other.relations;
  names += other.names;
  words += other.words;
  return *this;
}

JointNetwork::JointNetwork(Parameters& parameters, const NetworkSettings& s, std::vector<uint32_t> counts) : parameters_(parameters), settings_(s), counts_(std::move(counts)) {
  const auto spread = [](size_t width) { return 0.5f / std::sqrt(static_cast<float>(width)); };
  word_rows_ = parameters.add("words", s.words, s.word_width, spread(s.word_width), true);
  piece_rows_ = parameters.add("pieces", s.piece_rows, s.piece_width, spread(s.piece_width), true);
  flag_rows_ = parameters.add("flags", kLexiconFlags, s.flag_width, spread(s.flag_width), true);
  size_t inputs = s.word_width + s.piece_width + s.flag_width;
  for (size_t i = 0; i < s.shared_layers; ++i, inputs = 2 * s.width) shared_.emplace_back(parameters, "shared" + std::to_string(i), inputs, s.width);
  const size_t h = 2 * s.width;
  for (size_t i = 0; i < s.parse_layers; ++i) parse_.emplace_back(parameters, "parse" + std::to_string(i), h, s.width);
  size_t names_inputs = h;
  for (size_t i = 0; i < s.names_layers; ++i, names_inputs = 2 * s.names_width) names_.emplace_back(parameters, "names" + std::to_string(i), names_inputs, s.names_width);
  upos_ = Linear(parameters, "upos", h, s.upos);
  xpos_ = Linear(parameters, "xpos", h, s.xpos);
  arc_dependent_ = Linear(parameters, "arc_dependent", h, s.arc_width);
  arc_head_ = Linear(parameters, "arc_head", h, s.arc_width);
  biaffine_ = parameters.add("biaffine", s.arc_width, s.arc_width, 1.0f / static_cast<float>(s.arc_width));
  head_bias_ = parameters.add("head_bias", 1, s.arc_width, 0);
  root_arc_ = parameters.add("root_arc", 1, s.arc_width, 0.1f);
  relation_dependent_ = Linear(parameters, "relation_dependent", h, s.relation_width);
  relation_head_ = Linear(parameters, "relation_head", h, s.relation_width, false);
  root_relation_ = parameters.add("root_relation", 1, s.relation_width, 0.1f);
  relation_ = Linear(parameters, "relation", s.relation_width, s.relations);
  if (s.names > 0) {
    name_labels_ = Linear(parameters, "names", names_inputs, s.names);
    transitions_ = parameters.add("transitions", s.names + 2, s.names, 0.01f);
  }
  if (s.masked_candidates > 0) add_guessing(parameters);
}

void JointNetwork::add_guessing(Parameters& parameters) {
  const NetworkSettings& s = settings_;
  mask_ = parameters.add("mask", 1, s.word_width + s.piece_width + s.flag_width, 0.1f);
  guesses_ = parameters.add("guesses", s.words, 2 * s.width, 0.02f, true);
  guess_bias_ = parameters.add("guess_bias", s.words, 1, 0, true);
  double sum = 0;
  for (const uint32_t count : counts_) unigram_.push_back(sum += std::pow(count, 0.75));
}

Matrix JointNetwork::run(const std::vector<Recurrent>& layers, Matrix x, Random* random, const Bounds& bounds, std::vector<LayerPass>& passes) const {
  for (size_t i = 0; i < layers.size(); ++i) {
    LayerPass pass;
    Matrix input = dropped(x, bounds, settings_.dropout, random, pass.mask);
    pass.x = std::move(x);
    x = layers[i].forward(parameters_, pass.x, std::move(input), bounds, pass.cache);
    passes.push_back(std::move(pass));
  }
  return x;
}

Matrix JointNetwork::run_backward(size_t worker, const std::vector<Recurrent>& layers, const Bounds& bounds, const std::vector<LayerPass>& passes, Matrix dh) const {
  for (size_t i = layers.size(); i-- > 0;) {
    const LayerPass& pass = passes[i];
    Matrix dx = Matrix::Zero(pass.x.rows(), pass.x.cols());
    Matrix multiplied = layers[i].backward(parameters_, worker, pass.x, bounds, pass.cache, dh, dx);
    undrop(multiplied, bounds, pass.mask);
    dh = dx + multiplied;
  }
  return dh;
}

Losses JointNetwork::learn(size_t worker, std::span<const Example* const> batch, Random& random) const {
  Losses losses;
  Pass pass;
  embed(batch, &random, pass);
  Matrix input_mask;
  drop_units(pass.x, pass.bounds, settings_.input_dropout, random, &input_mask);
  std::vector<LayerPass> shared, parse, names;
  const Matrix h = run(shared_, pass.x, &random, pass.bounds, shared);
  Matrix dh = Matrix::Zero(h.rows(), h.cols());
  const bool any_syntax = std::any_of(batch.begin(), batch.end(), [](const Example* e) { return e->has_syntax(); });
  const bool any_names = settings_.names > 0 && std::any_of(batch.begin(), batch.end(), [](const Example* e) { return e->has_names(); });
  if (any_syntax) {
    learn_tags(worker, batch, h, dh, random, pass.bounds, losses);
    const Matrix deeper = run(parse_, h, &random, pass.bounds, parse);
    Matrix ddeeper = Matrix::Zero(deeper.rows(), deeper.cols());
    learn_parse(worker, batch, deeper, ddeeper, random, pass.bounds, losses);
    dh += run_backward(worker, parse_, pass.bounds, parse, std::move(ddeeper));
  }
  if (any_names) {
    const Matrix deeper = run(names_, h, &random, pass.bounds, names);
    Matrix ddeeper = Matrix::Zero(deeper.rows(), deeper.cols());
    learn_names(worker, batch, deeper, ddeeper, random, pass.bounds, losses);
    dh += run_backward(worker, names_, pass.bounds, names, std::move(ddeeper));
  }
  Matrix dx = run_backward(worker, shared_, pass.bounds, shared, std::move(dh));
  undrop(dx, pass.bounds, input_mask);
  embed_backward(worker, batch, dx, pass);
  losses.words = static_cast<size_t>(h.rows());
  return losses;
}

}  // namespace chancery::train
