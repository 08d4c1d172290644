// What treebanks show of lemmas: which lemma each form had with which tags, and how often.
//
// Of treebanks that disagree the earlier one is right: its words outvote those of the later ones. Plain values.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "train/conllu.hpp"

namespace chancery::train {

using Tally = std::map<std::string, double>;

inline const std::string& winner(const Tally& tally) {
  return std::max_element(tally.begin(), tally.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

/// One form with one pair of tags.
struct SeenForm {
  std::string form;
  std::string lower;  ///< plain, and a number without commas between its digits
  uint16_t tag = 0;
  std::string upos;
  Tally lemmas;
  double count = 0;
};

struct TagPair {
  std::string upos, second;  ///< second: XPOS, or FEATS where the treebanks have no XPOS
  double count = 0;
};

struct LemmaCounts {
  explicit LemmaCounts(const std::vector<std::vector<TreeSentence>>& treebanks);

  /// Numbers of pairs by tag_key(), those with "*" for either part included: a pair never seen is read as the
  /// commonest pair with its second part, else with its first.
  std::unordered_map<uint64_t, uint16_t> numbers;
  std::vector<TagPair> tags;
  std::map<std::pair<std::string, uint16_t>, SeenForm> forms;
  bool by_features = false;  ///< the treebanks have no XPOS
  double first_weight = 1;   ///< what a word of the first treebank counts

 private:
  void count(const TreeSentence& sentence, double weight);
  uint16_t number_of(const std::string& upos, const std::string& second);
  void number_fallbacks();
};

}  // namespace chancery::train
