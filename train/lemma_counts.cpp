#include "train/lemma_counts.hpp"

#include "document/word.hpp"
#include "stages/tag/lemma_keys.hpp"
#include "stages/tag/letters.hpp"

namespace chancery::train {
namespace {

constexpr double kOutvotes = 16;  // how many words of a later treebank one word of an earlier one outvotes

bool has_xpos(const std::vector<TreeSentence>& treebank) {
  return std::any_of(treebank.begin(), treebank.end(), [](const TreeSentence& sentence) {
    return std::any_of(sentence.words.begin(), sentence.words.end(), [](const TreeWord& word) { return !word.xpos.empty(); });
  });
}

}  // namespace

LemmaCounts::LemmaCounts(const std::vector<std::vector<TreeSentence>>& treebanks) {
  by_features = std::none_of(treebanks.begin(), treebanks.end(), has_xpos);
  for (size_t i = 1; i < treebanks.size(); ++i) first_weight *= kOutvotes;
  double weight = first_weight;
  for (const auto& treebank : treebanks) {
    for (const TreeSentence& sentence : treebank) count(sentence, weight);
    weight /= kOutvotes;
  }
  number_fallbacks();
}

uint16_t LemmaCounts::number_of(const std::string& upos, const std::string& second) {
  const auto [found, is_new] = numbers.try_emplace(tag::tag_key(upos, second), static_cast<uint16_t>(tags.size()));
  if (is_new) tags.push_back({upos, second, 0});
  return found->second;
}

void LemmaCounts::count(const TreeSentence& sentence, double weight) {
  for (const TreeWord& word : sentence.words) {
    if (word.lemma.empty()) continue;
    const uint16_t number = number_of(word.upos, by_features ? word.feats : word.xpos);
    tags[number].count += weight;
    SeenForm& seen = forms[{word.form, number}];
    if (seen.form.empty()) seen = {word.form, tag::without_grouping(plain_lower(word.form)), number, word.upos, {}, 0};
    seen.lemmas[word.lemma] += weight;
    seen.count += weight;
  }
}

void LemmaCounts::number_fallbacks() {
  std::map<std::pair<std::string, std::string>, uint16_t> commonest;
  for (uint16_t i = 0; i < tags.size(); ++i) {
    for (const auto& key : {std::pair{std::string("*"), tags[i].second}, std::pair{tags[i].upos, std::string("*")}}) {
      const auto [found, is_new] = commonest.try_emplace(key, i);
      if (!is_new && tags[found->second].count < tags[i].count) found->second = i;
    }
  }
  for (const auto& [key, number] : commonest) numbers.try_emplace(tag::tag_key(key.first, key.second), number);
}

}  // namespace chancery::train
