// On what terms a release was given: on background, on the record, under embargo, corrected, interpreted, in part. By
// phrases of data/events/<language>/terms.tsv in the title and near the head and the foot of the text, where such notes
// stand; "(interpreted)" and "(as translated)" anywhere, since they stand at the words they are about.
#include <algorithm>

#include "stages/events/reader.hpp"

namespace chancery {

bool EventReader::phrase_at(const std::vector<std::string>& words, Index at) const {
  if (at + words.size() > document_.tokens.size()) return false;
  for (size_t k = 0; k < words.size(); ++k) {
    if (lower(at + static_cast<Index>(k)) != words[k]) return false;
  }
  return true;
}

void EventReader::settle_terms() {
  constexpr Index kNear = 120;  ///< words at the head and at the foot
  document_.info.terms.clear();
  const Index last = static_cast<Index>(document_.tokens.size());
  const Index title = document_.tokens_in({0, static_cast<uint32_t>(document_.title.size()), Part::title}).second;
  const Index text = std::max<Index>(title, 0);
  for (const auto& phrase : lexicon_.terms()) {
    auto& terms = document_.info.terms;
    if (std::find(terms.begin(), terms.end(), phrase.term) != terms.end()) continue;
    bool found = false;
    for (Index i = 0; i < last && !found; ++i) {
      const bool in_title = i < title, near = i < text + kNear || i + kNear >= last;
      const bool place = phrase.where == TermPlace::anywhere || (phrase.where == TermPlace::title ? in_title : near);
      found = place && phrase_at(phrase.words, i);
      if (!place && i == text + kNear && last > 2 * kNear && phrase.where == TermPlace::near) i = std::max(i, last - kNear - 1);
    }
    if (found) terms.push_back(phrase.term);
  }
}

}  // namespace chancery
