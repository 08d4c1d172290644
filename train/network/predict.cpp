#include "model/chain.hpp"
#include "network/pass.hpp"

namespace chancery::train {

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
    const Matrix name_scores = name_labels_.forward(parameters_, own), &transitions = parameters_[transitions_].value;
    const auto names = best_sequence(name_scores.data(), static_cast<size_t>(name_scores.rows()), settings_.names, {transitions.data(), static_cast<size_t>(transitions.size())});
    out.names.assign(names.begin(), names.end());
  }
  return out;
}

}  // namespace chancery::train
