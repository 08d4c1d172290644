// What a word's morphological features depend on in its sentence, as ever coarser keys: shared by stage and trainer.
//
// A noun or pronoun: form, tags, relation. A verb: also which auxiliaries, markers and subjects hang on it or, where it
// is itself an auxiliary, on its head, and number and person of its subject ("we were", "whoever was").
// Views; the words must outlive the context. One thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace chancery::tag {

/// A word of a parsed sentence. Empty where unknown.
struct ParsedWord {
  static constexpr uint32_t kRoot = UINT32_MAX;

  std::string_view form;
  std::string_view lower;  ///< plain_lower(form)
  std::string_view upos, xpos, lemma, deprel;
  uint32_t head = kRoot;  ///< index in the sentence
};

inline constexpr size_t kFeatureLevels = 8;

/// Number and person in a FEATS column, as a hash; what verbs agree with.
uint64_t agreement_of(std::string_view feats);

class FeatureContext {
 public:
  explicit FeatureContext(std::span<const ParsedWord> words);

  /// Verbs and auxiliaries: their keys need the agreement of the words that they agree with.
  bool agrees(size_t word) const { return facts_[word].verbal; }

  /// From the most exact to the coarsest. `agreement` has one entry a word; those of verbs are not looked at.
  std::array<uint64_t, kFeatureLevels> keys(size_t word, std::span<const uint64_t> agreement) const;

 private:
  struct Facts {
    uint64_t tag = 0, relation = 0;
    uint64_t signature = 0;  ///< of the function words that hang on it
    uint32_t subject = ParsedWord::kRoot;
    bool verbal = false, coordinated = false;
  };

  void hang(size_t word);
  const ParsedWord* head_of(size_t word) const;
  uint64_t signature(size_t word, int depth) const;
  uint64_t subject(size_t word, std::span<const uint64_t> agreement) const;
  uint64_t clauses(size_t word) const;

  std::span<const ParsedWord> words_;
  std::vector<Facts> facts_;
};

}  // namespace chancery::tag
