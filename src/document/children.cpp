#include "document/children.hpp"

#include <algorithm>
#include <iterator>

namespace chancery {
namespace {

std::vector<Index> heads_of(const std::vector<Token>& tokens) {
  std::vector<Index> heads;
  heads.reserve(tokens.size());
  std::transform(tokens.begin(), tokens.end(), std::back_inserter(heads), [](const Token& token) { return token.head; });
  return heads;
}

}  // namespace

Children::Children(const std::vector<Token>& tokens) : Children(heads_of(tokens)) {}

Children::Children(std::span<const Index> heads) : first_(heads.size() + 1, 0) {
  for (const Index head : heads) {
    if (head < heads.size()) ++first_[head + 1];
  }
  for (size_t i = 0; i < heads.size(); ++i) first_[i + 1] += first_[i];
  words_.resize(first_.back());
  std::vector<Index> next(first_.begin(), first_.end() - 1);
  for (Index i = 0; i < heads.size(); ++i) {
    if (heads[i] < heads.size()) words_[next[heads[i]]++] = i;
  }
}

}  // namespace chancery
