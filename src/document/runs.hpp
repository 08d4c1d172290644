// Sentences as the stages with a network go through them: in stretches of a bounded number of words.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "document/document.hpp"

namespace chancery {

/// Words [first, last) of a sentence, or of a part of one that is longer than a network can take at once.
struct WordRun {
  Index first = 0, last = 0;
};

/// A sentence of more words than this is cut into parts, so that time and memory stay linear in the text.
inline constexpr Index kLongestRun = 400;

/// Words that a network takes at a time: what lies between its layers then stays in the cache.
inline constexpr size_t kStretchWords = 512;

/// All words of the document, in order: a run a sentence, or several where it is too long.
std::vector<WordRun> runs_of(const Document& document);

/// Calls `work` with runs of neighbouring words that together have about `words` of them, and with where each begins
/// in the stretch, the total last.
void for_each_stretch(const std::vector<WordRun>& runs, size_t words,
                      const std::function<void(std::span<const WordRun>, std::span<const size_t>)>& work);

}  // namespace chancery
