#include "questions/compare/families.hpp"

#include <algorithm>

namespace chancery::questions::compare {
namespace {

constexpr size_t kLeastShared = 6;

}  // namespace

bool are_related(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto shared = static_cast<size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return shared >= kLeastShared && 3 * shared >= 2 * std::max(a.size(), b.size());
}

Families::Families(std::vector<std::string> words) {
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  // In order, words with a common beginning are neighbours: each joins the family that the first of them opened.
  std::string_view first;
  for (const std::string& word : words) {
    if (first.empty() || !are_related(first, word)) {
      first = word;
      ++size_;
    }
    families_.emplace(word, size_ - 1);
  }
}

uint32_t Families::of(const std::string& word) const {
  const auto found = families_.find(word);
  return found == families_.end() ? 0 : found->second;
}

}  // namespace chancery::questions::compare
