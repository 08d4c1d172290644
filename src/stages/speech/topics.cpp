#include "stages/speech/topics.hpp"

#include <algorithm>
#include <map>

#include "knowledge/table.hpp"

namespace chancery {
namespace {

constexpr size_t kMostTopics = 5;
constexpr size_t kFairShare = 5;  ///< a topic met less than a fifth as often as the first is a passing word

}  // namespace

Topics Topics::load(const std::filesystem::path& file) {
  Topics topics;
  std::map<std::string, uint32_t, std::less<>> numbers;  // of phrases: some belong to two topics
  for_each_row(file, 2, [&](const Row& row) {
    const auto label = static_cast<uint32_t>(topics.labels_.size());
    topics.labels_.emplace_back(row[0]);
    for (const std::string_view phrase : row.list(1)) {
      const auto [known, fresh] = numbers.try_emplace(std::string(phrase), static_cast<uint32_t>(topics.meanings_.size()));
      if (fresh) topics.meanings_.emplace_back();
      topics.meanings_[known->second].push_back(label);
      std::string parted;  // words as the segmenter has them: "people-to-people" is five
      for (const char c : phrase) parted += c == '-' ? std::string(" - ") : std::string(1, c);
      if (fresh) topics.phrases_.add(phrase, known->second);
      if (fresh && parted != phrase) topics.phrases_.add(parted, known->second);
    }
  });
  return topics;
}

std::vector<std::string> Topics::of(const std::vector<Token>& tokens, Index first, Index last) const {
  std::vector<size_t> counts(labels_.size(), 0);
  std::vector<uint32_t> met;
  for (Index i = first; i < last;) {
    const auto match = phrases_.match(tokens, i, last);
    if (match.length > 0) {
      for (const uint32_t label : meanings_[match.value]) {
        if (counts[label]++ == 0) met.push_back(label);
      }
    }
    i += std::max<Index>(match.length, 1);
  }
  std::stable_sort(met.begin(), met.end(), [&](uint32_t a, uint32_t b) { return counts[a] > counts[b]; });
  std::vector<std::string> found;
  for (const uint32_t label : met) {
    if (found.size() < kMostTopics && counts[label] * kFairShare >= counts[met.front()]) found.push_back(labels_[label]);
  }
  return found;
}

}  // namespace chancery
