// Losses over scores, each with its gradient. A label of -1 is unknown and costs nothing.
#pragma once

#include <span>

#include "network/parameters.hpp"

namespace chancery::train {

/// Cross entropy summed over rows; `scores` become their gradient.
double softmax_loss(Matrix& scores, std::span<const int32_t> gold);

/// A linear-chain conditional random field (Lafferty et al. 2001) over one sentence. `scores`: words x labels, become
/// their gradient; `transitions`: (labels + 2) x labels, row labels is the sentence's begin, row labels + 1 its end.
/// Where labels are unknown, all sequences that have the known ones are right together (Tsuboi et al. 2008).
double chain_loss(Eigen::Ref<Matrix> scores, const Matrix& transitions, Matrix& transitions_gradient, std::span<const int32_t> gold);

}  // namespace chancery::train
