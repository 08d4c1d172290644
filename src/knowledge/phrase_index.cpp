#include "knowledge/phrase_index.hpp"

#include <algorithm>

namespace chancery {

void PhraseIndex::add(std::string_view phrase, uint32_t value) {
  Phrase one{{}, value};
  while (!phrase.empty()) {
    const size_t space = std::min(phrase.find(' '), phrase.size());
    if (space > 0) one.words.emplace_back(phrase.substr(0, space));
    phrase.remove_prefix(std::min(space + 1, phrase.size()));
  }
  if (one.words.empty()) return;
  auto& phrases = by_first_[one.words.front()];
  const auto place = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& p) { return p.words.size() < one.words.size(); });
  phrases.insert(place, std::move(one));
}

PhraseIndex::Match PhraseIndex::match(const std::vector<Token>& tokens, Index at, Index end) const {
  const auto found = by_first_.find(tokens[at].lower);
  if (found == by_first_.end()) return {};
  for (const Phrase& phrase : found->second) {
    if (at + phrase.words.size() > end) continue;
    const bool same = std::equal(phrase.words.begin() + 1, phrase.words.end(), tokens.begin() + at + 1, [](const std::string& word, const Token& token) { return word == token.lower; });
    if (same) return {static_cast<Index>(phrase.words.size()), phrase.value};
  }
  return {};
}

}  // namespace chancery
