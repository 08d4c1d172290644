#include "train/lemma_cases.hpp"

#include <array>

namespace chancery::train {
namespace {

using tag::LetterCase;
using tag::ScriptBase;

constexpr double kFewest = 3;  // forms of the first treebank that must show what becomes of capitals
constexpr std::array kBases = {ScriptBase::lower, ScriptBase::written, ScriptBase::title};
constexpr int kAny = -1;

using CaseTally = std::array<double, 4>;     // by ScriptBase
using Key = std::array<int, 4>;              // tag, part of speech, letters, familiarity; each may be kAny

/// Which beginnings lead to the lemma by the shortest script; none where all do.
std::vector<ScriptBase> fitting(const std::string& form, const std::string& candidate, const std::string& lemma) {
  std::array<size_t, 4> cost{};
  size_t least = SIZE_MAX;
  for (const ScriptBase base : kBases) {
    tag::EditScript script;
    const std::string from = base == ScriptBase::lower ? candidate : base == ScriptBase::title ? tag::title_case(candidate) : form;
    size_t& c = cost[static_cast<size_t>(base)];
    c = tag::script_between(from, lemma, script) ? script.strip + script.append.size() : SIZE_MAX;
    least = std::min(least, c);
  }
  std::vector<ScriptBase> out;
  for (const ScriptBase base : kBases) {
    if (cost[static_cast<size_t>(base)] == least) out.push_back(base);
  }
  if (out.size() == kBases.size()) out.clear();
  return out;
}

ScriptBase best_of(const CaseTally& tally) {
  ScriptBase best = ScriptBase::written;
  for (const ScriptBase base : {ScriptBase::lower, ScriptBase::title}) {
    if (tally[static_cast<size_t>(base)] > tally[static_cast<size_t>(best)]) best = base;
  }
  return best;
}

class Learner {
 public:
  Learner(const LemmaCounts& counts, const tag::Lemmatiser& so_far) : counts_(counts) {
    std::string candidate;
    for (const auto& [key, seen] : counts.forms) {
      so_far.by_ending(seen.lower, seen.tag, candidate);
      // Each form counts once: the frequent ones ("al", "de") have entries of their own and say little of other words.
      const double weight = std::min(seen.count, counts.first_weight);
      for (const ScriptBase base : fitting(seen.form, candidate, winner(seen.lemmas))) {
        for (const Key& k : keys(seen.tag, tag::letter_case(seen.form), so_far.familiarity(candidate))) tallies_[k][static_cast<size_t>(base)] += weight;
      }
    }
  }

  ScriptBase decide(uint16_t number, LetterCase letters, unsigned familiarity) {
    for (const Key& key : keys(number, letters, familiarity)) {
      const auto found = tallies_.find(key);
      if (found == tallies_.end()) continue;
      double votes = 0;
      for (const double v : found->second) votes += v;
      if (votes >= kFewest * counts_.first_weight) return best_of(found->second);
    }
    return ScriptBase::written;
  }

 private:
  /// From the most exact to the least: the first with enough votes decides.
  std::array<Key, 5> keys(uint16_t number, LetterCase letters, unsigned familiarity) {
    const int part = parts_.try_emplace(counts_.tags[number].upos, static_cast<int>(parts_.size())).first->second;
    const int l = static_cast<int>(letters), f = static_cast<int>(familiarity);
    return {Key{number, kAny, l, f}, Key{number, kAny, l, kAny}, Key{kAny, part, l, f}, Key{kAny, part, l, kAny}, Key{kAny, kAny, l, kAny}};
  }

  const LemmaCounts& counts_;
  std::map<Key, CaseTally> tallies_;
  std::map<std::string, int> parts_;
};

}  // namespace

std::string learn_cases(const LemmaCounts& counts, const tag::Lemmatiser& so_far) {
  Learner learner(counts, so_far);
  std::string cases(counts.tags.size() * tag::kLetterCases * 4, '\0');
  for (uint16_t number = 0; number < counts.tags.size(); ++number) {
    for (size_t l = 0; l < tag::kLetterCases; ++l) {
      const auto letters = static_cast<LetterCase>(l);
      for (unsigned f = 0; f < 4; ++f) cases[tag::Lemmatiser::case_index(number, letters, f)] = static_cast<char>(learner.decide(number, letters, f));
    }
  }
  return cases;
}

}  // namespace chancery::train
