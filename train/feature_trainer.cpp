#include "train/feature_trainer.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/error.hpp"
#include "document/word.hpp"
#include "model/tensors.hpp"
#include "stages/tag/features.hpp"

namespace chancery::train {
namespace {

using tag::HashedTable;
using Keys = std::array<uint64_t, tag::kFeatureLevels>;

/// A sentence as the stage sees it. Refers to the sentence, which must outlive it.
class Parsed {
 public:
  explicit Parsed(const TreeSentence& sentence) {
    lowers_.reserve(sentence.words.size());
    for (const TreeWord& word : sentence.words) {
      lowers_.push_back(plain_lower(word.form));
      words_.push_back({word.form, lowers_.back(), word.upos, word.xpos, word.lemma, word.deprel, word.head == 0 ? tag::ParsedWord::kRoot : word.head - 1});
    }
  }
  std::span<const tag::ParsedWord> words() const { return words_; }

 private:
  std::vector<std::string> lowers_;
  std::vector<tag::ParsedWord> words_;
};

struct Observation {
  Keys keys;
  uint16_t column;
};

class Trainer {
 public:
  explicit Trainer(const std::vector<TreeSentence>& treebank) {
    for (const TreeSentence& sentence : treebank) observe(sentence);
  }

  std::string train() {
    for (size_t level = tag::kFeatureLevels; level-- > 0;) learn(level);
    std::string columns;
    for (const std::string& column : columns_) columns += column + '\n';
    const auto table = HashedTable::build(table_);
    TensorWriter writer;
    writer.add_u32("table", static_cast<uint32_t>(table.size()), 1, table);
    writer.add_bytes("columns", columns);
    return writer.bytes();
  }

 private:
  uint16_t number_of(const std::string& column) {
    const auto [found, is_new] = numbers_.try_emplace(column, static_cast<uint16_t>(columns_.size()));
    if (is_new) columns_.push_back(column);
    if (columns_.size() >= HashedTable::kNone) throw Error(ErrorKind::input, "the treebank has more than 65,534 different columns of features; train on a smaller one");
    return found->second;
  }

  void observe(const TreeSentence& sentence) {
    const Parsed parsed(sentence);
    const tag::FeatureContext context(parsed.words());
    std::vector<uint64_t> agreement;
    for (const TreeWord& word : sentence.words) agreement.push_back(tag::agreement_of(word.feats));
    for (size_t i = 0; i < sentence.words.size(); ++i) observations_.push_back({context.keys(i, agreement), number_of(sentence.words[i].feats)});
  }

  uint16_t known_below(const Keys& keys, size_t level) const {
    for (size_t i = level + 1; i < keys.size(); ++i) {
      const auto found = table_.find(keys[i]);
      if (found != table_.end()) return found->second;
    }
    return HashedTable::kNone;
  }

  /// Keeps what is most frequent under each key of a level, where coarser keys would say something else.
  void learn(size_t level) {
    struct Place {
      std::map<uint16_t, size_t> columns;
      uint16_t below = HashedTable::kNone;
      bool same_below = true;
    };
    std::unordered_map<uint64_t, Place> places;
    for (const Observation& o : observations_) {
      if (level + 1 < o.keys.size() && o.keys[level] == o.keys[level + 1]) continue;
      const uint16_t below = known_below(o.keys, level);
      const auto [place, is_new] = places.try_emplace(o.keys[level]);
      if (is_new) place->second.below = below;
      place->second.same_below &= place->second.below == below;
      ++place->second.columns[o.column];
    }
    for (const auto& [key, place] : places) {
      const auto best = std::max_element(place.columns.begin(), place.columns.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
      if (!place.same_below || best->first != place.below) table_[key] = best->first;
    }
  }

  std::vector<Observation> observations_;
  std::map<std::string, uint16_t> numbers_;
  std::vector<std::string> columns_;
  std::unordered_map<uint64_t, uint16_t> table_;
};

}  // namespace

std::string train_features(const std::vector<TreeSentence>& treebank) { return Trainer(treebank).train(); }

FeatureScore score_features(std::span<const std::byte> section, const std::vector<TreeSentence>& sentences) {
  const tag::Morphology morphology(section);
  FeatureScore score;
  std::vector<std::string_view> given;
  for (const TreeSentence& sentence : sentences) {
    const Parsed parsed(sentence);
    morphology.features(parsed.words(), given);
    for (size_t i = 0; i < given.size(); ++i) {
      const TreeWord& word = sentence.words[i];
      ++score.words;
      if (given[i] == word.feats) {
        ++score.right;
      } else {
        score.misses.push_back(word.form + '\t' + word.xpos + '\t' + word.deprel + '\t' + word.feats + '\t' + std::string(given[i]));
      }
    }
  }
  return score;
}

}  // namespace chancery::train
