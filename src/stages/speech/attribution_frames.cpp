#include "stages/speech/attribution_frames.hpp"

#include "base/error.hpp"
#include "stages/speech/attribution_features.hpp"

namespace chancery {

FrameDecision::FrameDecision(const TensorReader& tensors) {
  if (!tensors.has("frame_rows")) return;
  for (size_t k = 0; k <= kFrameWords; ++k) words_.emplace_back(tensors, "in_frame" + std::to_string(k), true);
  rows_ = tensors.at("frame_rows");
  decision_ = LinearLayer(tensors, "frame_decision", false);
  bool fits = rows_.i8 && rows_.rows == kFrameRows && decision_.inputs() == rows_.columns && decision_.outputs() == 1;
  for (const LinearLayer& layer : words_) fits &= layer.outputs() == rows_.columns && layer.inputs() == words_.front().inputs();
  if (!fits) throw Error(ErrorKind::input, "the model's section \"speech\" does not fit this version; train the model again");
}

float FrameDecision::score(const WordView& view, Index word) const {
  const auto& vectors = view.document().vectors;
  const size_t width = rows_.columns;
  std::vector<float> z(width), part(width);
  words_[0].run(vectors.of(word), 1, z.data());
  const auto frame = frame_of(view, word);
  for (size_t k = 0; k < kFrameWords; ++k) {
    if (frame[k] == kNone) continue;
    words_[k + 1].run(vectors.of(frame[k]), 1, part.data());
    for (size_t j = 0; j < width; ++j) z[j] += part[j];
  }
  std::vector<uint32_t> rows;
  add_frame_features(view, word, rows);
  for (const uint32_t row : rows) add_scaled(rows_.i8 + size_t{row} * width, rows_.scales[row], z.data(), width);
  relu(z.data(), width);
  float score = 0;
  decision_.run(z.data(), 1, &score);
  return score;
}

}  // namespace chancery
