#include "model/chain.hpp"

#include <algorithm>

namespace chancery {

std::vector<uint8_t> best_sequence(const float* scores, size_t words, size_t k, std::span<const float> transitions) {
  std::vector<float> best(scores, scores + k), next(k);
  std::vector<uint8_t> back(words * k), labels(words);
  for (size_t j = 0; j < k; ++j) best[j] += transitions[k * k + j];
  for (size_t t = 1; t < words; ++t) {
    for (size_t j = 0; j < k; ++j) next[j] = -1e30f;
    for (size_t i = 0; i < k; ++i) {
      for (size_t j = 0; j < k; ++j) {
        const float score = best[i] + transitions[i * k + j];
        if (score > next[j]) {
          next[j] = score;
          back[t * k + j] = static_cast<uint8_t>(i);
        }
      }
    }
    for (size_t j = 0; j < k; ++j) best[j] = next[j] + scores[t * k + j];
  }
  for (size_t j = 0; j < k; ++j) best[j] += transitions[(k + 1) * k + j];
  labels[words - 1] = static_cast<uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t t = words - 1; t > 0; --t) labels[t - 1] = back[t * k + labels[t]];
  return labels;
}

}  // namespace chancery
