#include "document/runs.hpp"

#include <algorithm>

namespace chancery {

std::vector<WordRun> runs_of(const Document& document) {
  std::vector<WordRun> runs;
  for (const Sentence& sentence : document.sentences) {
    const Index words = sentence.last - sentence.first;
    const Index parts = (words + kLongestRun - 1) / kLongestRun;
    for (Index part = 0; part < parts; ++part) {
      const auto cut = [&](Index n) { return sentence.first + static_cast<Index>(static_cast<uint64_t>(words) * n / parts); };
      runs.push_back({cut(part), cut(part + 1)});
    }
  }
  return runs;
}

void for_each_stretch(const std::vector<WordRun>& runs, size_t words,
                      const std::function<void(std::span<const WordRun>, std::span<const size_t>)>& work) {
  std::vector<size_t> bounds{0};
  size_t from = 0;
  for (size_t i = 0; i < runs.size(); ++i) {
    bounds.push_back(bounds.back() + (runs[i].last - runs[i].first));
    const bool last = i + 1 == runs.size() || runs[i + 1].first != runs[i].last;
    if (bounds.back() < words && !last) continue;
    work(std::span(runs).subspan(from, i + 1 - from), bounds);
    from = i + 1;
    bounds.assign(1, 0);
  }
}

}  // namespace chancery
