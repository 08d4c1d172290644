// Finding of usual, new and dropped words, from counts. Inside questions/ only.
#pragma once

#include "base/utf8.hpp"
#include "questions/novelty_counts.hpp"

namespace chancery::questions {

/// A text as words and shingles; refers to it.
struct Wording {
  explicit Wording(std::string_view of) : text(of), points(of), words(phrase_words(of)), shingles(shingles_of(words)) {}

  record::Range range(uint32_t begin, uint32_t end) const {
    return {static_cast<uint32_t>(points.at(begin)), static_cast<uint32_t>(points.at(end)), Part::text};
  }

  std::string_view text;
  utf8::CodePoints points;
  std::vector<PhraseWord> words;
  std::vector<Shingle> shingles;
};

/// Shingles `first` to `last`, half-open, whose words stand side by side.
struct Run {
  size_t first = 0, last = 0;
  size_t size() const { return last - first; }
};

/// Maximal runs of the shingles that `wanted(place)` tells; a single one between two that are not wanted may stand in it.
/// None is longer than `most`, so that what is done with a run stays bounded.
template <typename Wanted>
std::vector<Run> runs_of(const Wording& wording, const Wanted& wanted, size_t most = 48) {
  std::vector<Run> runs;
  for (size_t i = 0; i < wording.shingles.size(); ++i) {
    if (!wanted(i)) continue;
    const bool goes_on = !runs.empty() && i - runs.back().first < most && i - runs.back().last < kShingleWords - 1 &&
                         wording.shingles[i].first - wording.shingles[runs.back().last - 1].first < kShingleWords &&
                         wording.words[wording.shingles[i].first].clause == wording.words[wording.shingles[runs.back().first].first].clause;
    if (goes_on) runs.back().last = i + 1;
    else runs.push_back({i, i + 1});
  }
  return runs;
}

/// The words of a run without names at its ends.
struct WordRun {
  size_t first = 0, last = 0;  ///< half-open, into Wording::words
  size_t words = 0;            ///< that are no names
};
/// Nothing where fewer than `least` words that are no names are left.
std::optional<WordRun> words_of(const Wording& wording, const Run& run, size_t least = kShingleWords);

/// How much of a run a release must have to count as having it.
inline size_t most_of(size_t shingles) { return (shingles + 1) / 2; }

std::vector<Reference> references_of(const Subject& subject, const ShingleCounts& counts);
std::vector<Formula> usual_words(const Wording& wording, const ShingleCounts& counts, const std::vector<Reference>& references);
std::vector<NewWords> new_words(const Wording& wording, const ShingleCounts& counts, const std::vector<Formula>& usual, const std::vector<Reference>& references);
std::vector<Dropped> dropped_words(const record::Record& record, const Wording& wording, const ShingleCounts& counts);

/// Whether `reference` is told of this release.
bool belongs(const ShingleCounts::Earlier& earlier, const Reference& reference);

}  // namespace chancery::questions
