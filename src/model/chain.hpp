// The best sequence of labels of a linear chain (Viterbi), as taggers with transitions between labels read it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace chancery {

/// `scores`: words x labels, row-major, at least one word; `transitions`: (labels + 2) x labels, from row to column, row
/// `labels` the begin of the sequence and row `labels` + 1 its end. At most 256 labels.
std::vector<uint8_t> best_sequence(const float* scores, size_t words, size_t labels, std::span<const float> transitions);

}  // namespace chancery
