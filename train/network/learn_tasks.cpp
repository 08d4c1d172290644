#include "network/losses.hpp"
#include "network/pass.hpp"

namespace chancery::train {

void JointNetwork::learn_tags(size_t worker, std::span<const Example* const> batch, const Matrix& h, Matrix& dh, Random& random, const Bounds& bounds, Losses& losses) const {
  Matrix mask;
  const Matrix x = dropped(h, bounds, settings_.dropout, &random, mask);
  Matrix upos = upos_.forward(parameters_, x), xpos = xpos_.forward(parameters_, x);
  losses.tags += softmax_loss(upos, labels_of(batch, &Example::upos)) + softmax_loss(xpos, labels_of(batch, &Example::xpos));
  Matrix dx = upos_.backward(parameters_, worker, x, upos) + xpos_.backward(parameters_, worker, x, xpos);
  undrop(dx, bounds, mask);
  dh += dx;
}

/// Arcs of one sentence: their loss, and the gradients of dependents and heads.
double JointNetwork::learn_arcs(size_t worker, const Example& e, const Matrix& d, const Eigen::Ref<const Matrix>& heads, Eigen::Ref<Matrix> ddependent, Eigen::Ref<Matrix> dheads) const {
  const Matrix &u = parameters_[biaffine_].value, &bias = parameters_[head_bias_].value;
  const Eigen::Index n = d.rows();
  Matrix all(n + 1, heads.cols());
  all.row(0) = parameters_[root_arc_].value.row(0);
  all.bottomRows(n) = heads;
  const Matrix du = d * u;
  Matrix scores = du * all.transpose();
  scores.rowwise() += (all * bias.transpose()).col(0).transpose();
  const double loss = softmax_loss(scores, e.heads);
  const Matrix sa = scores * all;  // n x arc
  ddependent = sa * u.transpose();
  parameters_[biaffine_].gradient[worker].noalias() += d.transpose() * sa;
  const Eigen::RowVectorXf sums = scores.colwise().sum();
  Matrix dall = scores.transpose() * du;
  dall.noalias() += sums.transpose() * bias;
  parameters_[head_bias_].gradient[worker].noalias() += sums * all;
  parameters_[root_arc_].gradient[worker] += dall.row(0);
  dheads = dall.bottomRows(n);
  return loss;
}

/// What the relations say of their heads' vectors; the root's is learnt here.
Matrix JointNetwork::heads_of_relations(size_t worker, std::span<const Example* const> batch, const Bounds& bounds, const Matrix& dhidden) const {
  Matrix dfrom_head = Matrix::Zero(dhidden.rows(), dhidden.cols());
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
  return dfrom_head;
}

void JointNetwork::learn_parse(size_t worker, std::span<const Example* const> batch, const Matrix& h, Matrix& dh, Random& random, const Bounds& bounds, Losses& losses) const {
  Matrix mask, arc_mask1, arc_mask2, relation_mask;
  const Matrix x = dropped(h, bounds, settings_.dropout, &random, mask);
  const Matrix dependent_clean = relu(arc_dependent_.forward(parameters_, x)), head_clean = relu(arc_head_.forward(parameters_, x));
  const Matrix dependent = dropped(dependent_clean, bounds, settings_.dropout, &random, arc_mask1);
  const Matrix heads = dropped(head_clean, bounds, settings_.dropout, &random, arc_mask2);
  const Matrix from_dependent = relation_dependent_.forward(parameters_, x), from_head = relation_head_.forward(parameters_, x);
  Matrix ddependent = Matrix::Zero(x.rows(), dependent.cols()), dheads = ddependent;
  Matrix hidden = from_dependent;
  for (size_t s = 0; s < batch.size(); ++s) {
    const Example& e = *batch[s];
    if (!e.has_syntax()) continue;
    const Eigen::Index n = static_cast<Eigen::Index>(e.features.size()), at = bounds[s];
    losses.arcs += learn_arcs(worker, e, dependent.middleRows(at, n), heads.middleRows(at, n), ddependent.middleRows(at, n), dheads.middleRows(at, n));
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
  const Matrix dfrom_head = heads_of_relations(worker, batch, bounds, dhidden);
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

}  // namespace chancery::train
