#include "network/joint.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "network/losses.hpp"

namespace chancery::train {

struct LayerPass {
  Matrix x, mask;
  Recurrent::Cache cache;
};

struct JointNetwork::Pass {
  Matrix x;  ///< the embedded words
  std::vector<uint32_t> rows;  ///< vocabulary rows after words were dropped
  Bounds bounds;
  std::vector<uint8_t> hidden;  ///< a word each: to be guessed; empty where nothing is hidden
};

namespace {

Matrix relu(const Matrix& x) { return x.cwiseMax(0.0f); }
Matrix relu_backward(const Matrix& y, const Matrix& dy) { return (y.array() > 0).select(dy, 0.0f); }

Bounds bounds_of(std::span<const Example* const> batch) {
  Bounds bounds{0};
  for (const Example* e : batch) bounds.push_back(bounds.back() + static_cast<Eigen::Index>(e->features.size()));
  return bounds;
}

/// A copy with units dropped; the mask is kept for the way back.
Matrix dropped(const Matrix& x, const Bounds& bounds, float rate, Random* random, Matrix& mask) {
  Matrix copy = x;
  if (random) drop_units(copy, bounds, rate, *random, &mask);
  return copy;
}

void undrop(Matrix& dx, const Bounds& bounds, const Matrix& mask) {
  if (mask.size() == 0) return;
  for (size_t s = 0; s + 1 < bounds.size(); ++s) {
    for (Eigen::Index t = bounds[s]; t < bounds[s + 1]; ++t) dx.row(t).array() *= mask.row(static_cast<Eigen::Index>(s)).array();
  }
}

std::vector<int32_t> labels_of(std::span<const Example* const> batch, std::vector<int32_t> Example::*member) {
  std::vector<int32_t> all;
  for (const Example* e : batch) {
    if ((e->*member).empty()) {
      all.resize(all.size() + e->features.size(), -1);
    } else {
      all.insert(all.end(), (e->*member).begin(), (e->*member).end());
    }
  }
  return all;
}

int32_t best_of(const Eigen::Ref<const Eigen::RowVectorXf>& row) {
  Eigen::Index at = 0;
  row.maxCoeff(&at);
  return static_cast<int32_t>(at);
}

}  // namespace

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

void JointNetwork::embed(std::span<const Example* const> batch, Random* random, Pass& pass) const {
  pass.bounds = bounds_of(batch);
  const Matrix &words = parameters_[word_rows_].value, &pieces = parameters_[piece_rows_].value, &flags = parameters_[flag_rows_].value;
  pass.x = Matrix::Zero(pass.bounds.back(), words.cols() + pieces.cols() + flags.cols());
  std::uniform_real_distribution<float> chance(0, 1);
  Eigen::Index t = 0;
  for (const Example* e : batch) {
    const WordFeatures& f = e->features;
    for (size_t i = 0; i < f.size(); ++i, ++t) {
      if (!pass.hidden.empty() && pass.hidden[static_cast<size_t>(t)]) {
        pass.rows.push_back(Vocabulary::kUnknown);
        pass.x.row(t) = parameters_[mask_].value.row(0);
        continue;
      }
      uint32_t row = f.words[i];
      if (random && row != Vocabulary::kUnknown && chance(*random) < settings_.word_dropout + 0.25f / (0.25f + static_cast<float>(counts_[row]))) row = Vocabulary::kUnknown;
      pass.rows.push_back(row);
      auto x = pass.x.row(t);
      x.head(words.cols()) = words.row(row);
      const uint32_t begin = f.piece_begin[i], end = f.piece_begin[i + 1];
      auto middle = x.segment(words.cols(), pieces.cols());
      for (uint32_t p = begin; p < end; ++p) middle += pieces.row(f.pieces[p]);
      middle *= 1.0f / std::sqrt(static_cast<float>(end - begin));
      for (uint32_t bits = f.flags[i]; bits != 0; bits &= bits - 1) x.tail(flags.cols()) += flags.row(std::countr_zero(bits));
    }
  }
}

void JointNetwork::embed_backward(size_t worker, std::span<const Example* const> batch, const Matrix& dx, const Pass& pass) const {
  Parameter &words = parameters_[word_rows_], &pieces = parameters_[piece_rows_], &flags = parameters_[flag_rows_];
  const Eigen::Index ww = words.value.cols(), pw = pieces.value.cols(), fw = flags.value.cols();
  const auto add = [&](Parameter& p, uint32_t row, const float* from, Eigen::Index width, float scale) {
    float* to = p.touch(worker, row);
    for (Eigen::Index j = 0; j < width; ++j) to[j] += from[j] * scale;
  };
  Eigen::Index t = 0;
  for (const Example* e : batch) {
    const WordFeatures& f = e->features;
    for (size_t i = 0; i < f.size(); ++i, ++t) {
      const float* from = dx.row(t).data();
      if (!pass.hidden.empty() && pass.hidden[static_cast<size_t>(t)]) {
        parameters_[mask_].gradient[worker].row(0) += dx.row(t);
        continue;
      }
      add(words, pass.rows[static_cast<size_t>(t)], from, ww, 1);
      const uint32_t begin = f.piece_begin[i], end = f.piece_begin[i + 1];
      const float scale = 1.0f / std::sqrt(static_cast<float>(end - begin));
      for (uint32_t p = begin; p < end; ++p) add(pieces, f.pieces[p], from + ww, pw, scale);
      for (uint32_t bits = f.flags[i]; bits != 0; bits &= bits - 1) add(flags, static_cast<uint32_t>(std::countr_zero(bits)), from + ww + pw, fw, 1);
    }
  }
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

void JointNetwork::learn_tags(size_t worker, std::span<const Example* const> batch, const Matrix& h, Matrix& dh, Random& random, const Bounds& bounds, Losses& losses) const {
  Matrix mask;
  const Matrix x = dropped(h, bounds, settings_.dropout, &random, mask);
  Matrix upos = upos_.forward(parameters_, x), xpos = xpos_.forward(parameters_, x);
  losses.tags += softmax_loss(upos, labels_of(batch, &Example::upos)) + softmax_loss(xpos, labels_of(batch, &Example::xpos));
  Matrix dx = upos_.backward(parameters_, worker, x, upos) + xpos_.backward(parameters_, worker, x, xpos);
  undrop(dx, bounds, mask);
  dh += dx;
}

void JointNetwork::learn_parse(size_t worker, std::span<const Example* const> batch, const Matrix& h, Matrix& dh, Random& random, const Bounds& bounds, Losses& losses) const {
  Matrix mask, arc_mask1, arc_mask2, relation_mask;
  const Matrix x = dropped(h, bounds, settings_.dropout, &random, mask);
  const Matrix dependent_clean = relu(arc_dependent_.forward(parameters_, x)), head_clean = relu(arc_head_.forward(parameters_, x));
  const Matrix dependent = dropped(dependent_clean, bounds, settings_.dropout, &random, arc_mask1);
  const Matrix heads = dropped(head_clean, bounds, settings_.dropout, &random, arc_mask2);
  const Matrix from_dependent = relation_dependent_.forward(parameters_, x), from_head = relation_head_.forward(parameters_, x);
  Matrix ddependent = Matrix::Zero(x.rows(), dependent.cols()), dheads = ddependent;
  const Matrix &u = parameters_[biaffine_].value, &bias = parameters_[head_bias_].value;
  Matrix hidden = from_dependent;
  for (size_t s = 0; s < batch.size(); ++s) {
    const Example& e = *batch[s];
    if (!e.has_syntax()) continue;
    const Eigen::Index n = static_cast<Eigen::Index>(e.features.size()), at = bounds[s];
    Matrix all(n + 1, heads.cols());
    all.row(0) = parameters_[root_arc_].value.row(0);
    all.bottomRows(n) = heads.middleRows(at, n);
    const Matrix d = dependent.middleRows(at, n);
    const Matrix du = d * u;
    Matrix scores = du * all.transpose();
    scores.rowwise() += (all * bias.transpose()).col(0).transpose();
    losses.arcs += softmax_loss(scores, e.heads);
    const Matrix sa = scores * all;  // n x arc
    ddependent.middleRows(at, n) = sa * u.transpose();
    parameters_[biaffine_].gradient[worker].noalias() += d.transpose() * sa;
    const Eigen::RowVectorXf sums = scores.colwise().sum();
    Matrix dall = scores.transpose() * du;
    dall.noalias() += sums.transpose() * bias;
    parameters_[head_bias_].gradient[worker].noalias() += sums * all;
    parameters_[root_arc_].gradient[worker] += dall.row(0);
    dheads.middleRows(at, n) = dall.bottomRows(n);
    for (Eigen::Index i = 0; i < n; ++i) {
      const int32_t head = e.heads[static_cast<size_t>(i)];
      if (head == 0) {
        hidden.row(at + i) += parameters_[root_relation_].value.row(0);
      } else {
        hidden.row(at + i) += from_head.row(at + head - 1);
      }
    }
  }
  const Matrix clean = relu(hidden);
  const Matrix z = dropped(clean, bounds, settings_.dropout, &random, relation_mask);
  Matrix labels = relation_.forward(parameters_, z);
  losses.relations += softmax_loss(labels, labels_of(batch, &Example::relations));
  Matrix dz = relation_.backward(parameters_, worker, z, labels);
  undrop(dz, bounds, relation_mask);
  const Matrix dhidden = relu_backward(clean, dz);
  Matrix dfrom_head = Matrix::Zero(x.rows(), dhidden.cols());
  for (size_t s = 0; s < batch.size(); ++s) {
    const Example& e = *batch[s];
    if (!e.has_syntax()) continue;
    for (size_t i = 0; i < e.heads.size(); ++i) {
      const Eigen::Index t = bounds[s] + static_cast<Eigen::Index>(i);
      if (e.heads[i] == 0) {
        parameters_[root_relation_].gradient[worker] += dhidden.row(t);
      } else if (e.heads[i] > 0) {
        dfrom_head.row(bounds[s] + e.heads[i] - 1) += dhidden.row(t);
      }
    }
  }
  undrop(ddependent, bounds, arc_mask1);
  undrop(dheads, bounds, arc_mask2);
  Matrix dx = arc_dependent_.backward(parameters_, worker, x, relu_backward(dependent_clean, ddependent));
  dx += arc_head_.backward(parameters_, worker, x, relu_backward(head_clean, dheads));
  dx += relation_dependent_.backward(parameters_, worker, x, dhidden);
  dx += relation_head_.backward(parameters_, worker, x, dfrom_head);
  undrop(dx, bounds, mask);
  dh += dx;
}

void JointNetwork::learn_names(size_t worker, std::span<const Example* const> batch, const Matrix& h, Matrix& dh, Random& random, const Bounds& bounds, Losses& losses) const {
  Matrix mask;
  const Matrix x = dropped(h, bounds, settings_.dropout, &random, mask);
  Matrix scores = name_labels_.forward(parameters_, x);
  for (size_t s = 0; s < batch.size(); ++s) {
    auto part = scores.middleRows(bounds[s], bounds[s + 1] - bounds[s]);
    if (!batch[s]->has_names()) {
      part.setZero();
      continue;
    }
    losses.names += chain_loss(part, parameters_[transitions_].value, parameters_[transitions_].gradient[worker], batch[s]->names);
  }
  Matrix dx = name_labels_.backward(parameters_, worker, x, scores);
  undrop(dx, bounds, mask);
  dh += dx;
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

Losses JointNetwork::guess(size_t worker, std::span<const Example* const> batch, Random& random) const {
  constexpr double kHidden = 0.15;
  Pass pass;
  std::bernoulli_distribution hide(kHidden);
  std::vector<uint32_t> right;
  std::vector<Eigen::Index> places;
  for (const Example* e : batch) {
    for (const uint32_t row : e->features.words) {
      const bool hidden = row != Vocabulary::kUnknown && hide(random);
      if (hidden) {
        right.push_back(row);
        places.push_back(static_cast<Eigen::Index>(pass.hidden.size()));
      }
      pass.hidden.push_back(hidden);
    }
  }
  Losses losses;
  if (right.empty()) return losses;
  embed(batch, nullptr, pass);
  std::vector<LayerPass> passes;
  const Matrix h = run(shared_, pass.x, nullptr, pass.bounds, passes);
  Matrix wanted(static_cast<Eigen::Index>(right.size()), h.cols());
  for (size_t i = 0; i < places.size(); ++i) wanted.row(static_cast<Eigen::Index>(i)) = h.row(places[i]);

  std::vector<uint32_t> candidates = right;
  std::uniform_real_distribution<double> draw(0, unigram_.back());
  for (size_t i = 0; i < settings_.masked_candidates; ++i) {
    candidates.push_back(static_cast<uint32_t>(std::upper_bound(unigram_.begin(), unigram_.end(), draw(random)) - unigram_.begin()));
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  Parameter &out = parameters_[guesses_], &bias = parameters_[guess_bias_];
  const auto m = static_cast<Eigen::Index>(candidates.size());
  Matrix weights(m, h.cols());
  Eigen::RowVectorXf offsets(m);
  for (Eigen::Index j = 0; j < m; ++j) {
    const uint32_t row = candidates[static_cast<size_t>(j)];
    weights.row(j) = out.value.row(row);
    const double share = std::pow(counts_[row], 0.75) / unigram_.back() * static_cast<double>(settings_.masked_candidates);
    offsets(j) = bias.value(row, 0) - static_cast<float>(std::log(std::min(1.0, share)));
  }
  Matrix scores = wanted * weights.transpose();
  scores.rowwise() += offsets;
  std::vector<int32_t> gold;
  for (const uint32_t row : right) gold.push_back(static_cast<int32_t>(std::lower_bound(candidates.begin(), candidates.end(), row) - candidates.begin()));
  losses.names = softmax_loss(scores, gold);
  losses.words = right.size();
  const Matrix dweights = scores.transpose() * wanted;
  const Eigen::RowVectorXf dbias = scores.colwise().sum();
  for (Eigen::Index j = 0; j < m; ++j) {
    const uint32_t row = candidates[static_cast<size_t>(j)];
    float* to = out.touch(worker, row);
    for (Eigen::Index k = 0; k < h.cols(); ++k) to[k] += dweights(j, k);
    *bias.touch(worker, row) += dbias(j);
  }
  const Matrix dwanted = scores * weights;
  Matrix dh = Matrix::Zero(h.rows(), h.cols());
  for (size_t i = 0; i < places.size(); ++i) dh.row(places[i]) = dwanted.row(static_cast<Eigen::Index>(i));
  embed_backward(worker, batch, run_backward(worker, shared_, pass.bounds, passes, std::move(dh)), pass);
  return losses;
}

Prediction JointNetwork::predict(const Example& sentence) const {
  Prediction out;
  const Example* one[] = {&sentence};
  Pass pass;
  embed(one, nullptr, pass);
  std::vector<LayerPass> passes;
  const Matrix h = run(shared_, pass.x, nullptr, pass.bounds, passes);
  const Matrix upos = upos_.forward(parameters_, h), xpos = xpos_.forward(parameters_, h);
  const Matrix deeper = run(parse_, h, nullptr, pass.bounds, passes);
  const Matrix d = relu(arc_dependent_.forward(parameters_, deeper));
  Matrix all(h.rows() + 1, d.cols());
  all.row(0) = parameters_[root_arc_].value.row(0);
  all.bottomRows(h.rows()) = relu(arc_head_.forward(parameters_, deeper));
  Matrix scores = d * parameters_[biaffine_].value * all.transpose();
  scores.rowwise() += (all * parameters_[head_bias_].value.transpose()).col(0).transpose();
  Matrix hidden = relation_dependent_.forward(parameters_, deeper);
  const Matrix from_head = relation_head_.forward(parameters_, deeper);
  for (Eigen::Index t = 0; t < h.rows(); ++t) {
    out.upos.push_back(best_of(upos.row(t)));
    out.xpos.push_back(best_of(xpos.row(t)));
    scores(t, t + 1) = -1e30f;
    out.heads.push_back(best_of(scores.row(t)));
    if (out.heads.back() == 0) {
      hidden.row(t) += parameters_[root_relation_].value.row(0);
    } else {
      hidden.row(t) += from_head.row(out.heads.back() - 1);
    }
  }
  const Matrix labels = relation_.forward(parameters_, relu(hidden));
  for (Eigen::Index t = 0; t < h.rows(); ++t) out.relations.push_back(best_of(labels.row(t)));
  if (settings_.names > 0) {
    const Matrix own = run(names_, h, nullptr, pass.bounds, passes);
    out.names = best_chain(name_labels_.forward(parameters_, own), parameters_[transitions_].value);
  }
  return out;
}

}  // namespace chancery::train
