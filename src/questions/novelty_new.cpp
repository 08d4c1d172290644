#include <algorithm>

#include "questions/novelty_parts.hpp"

namespace chancery::questions {
namespace {

// A sentence of less has too little wording to call it new.
constexpr size_t kLeastShingles = 5;
// One shingle in five comes about by chance ("thank you for").
constexpr size_t kChance = 5;

/// Which shingles stand in words that are usual.
std::vector<bool> usual_shingles(const Wording& wording, const std::vector<Formula>& usual) {
  std::vector<bool> inside(wording.shingles.size());
  size_t next = 0;
  for (size_t i = 0; i < inside.size(); ++i) {
    const auto& words = wording.words;
    const uint32_t first = wording.shingles[i].first;
    const auto span = wording.range(words[first].begin, words[first + kShingleWords - 1].end);
    while (next < usual.size() && usual[next].span.end <= span.begin) ++next;
    inside[i] = next < usual.size() && usual[next].span.begin < span.end;
  }
  return inside;
}

class NewSentences {
 public:
  NewSentences(const Wording& wording, const ShingleCounts& counts, const Reference& reference, const std::vector<Formula>& usual)
      : wording_(wording), counts_(counts), reference_(reference), marks_(usual), usual_(usual_shingles(wording, usual)) {}

  std::vector<NewWords> find() {
    for (size_t i = 0; i < wording_.shingles.size();) {
      size_t end = i + 1;
      while (end < wording_.shingles.size() && sentence_of(end) == sentence_of(i)) ++end;
      take(i, end);
      i = end;
    }
    return std::move(found_);
  }

 private:
  uint32_t sentence_of(size_t shingle) const { return wording_.words[wording_.shingles[shingle].first].sentence; }

  bool seen(size_t shingle) const {
    const auto& postings = counts_.postings(counts_.number(shingle));
    return std::any_of(postings.begin(), postings.end(), [&](uint32_t i) { return belongs(counts_.earlier()[i], reference_); });
  }

  /// What of a sentence is not usual: from its first to its last unseen shingle, if nearly all between are so.
  void take(size_t begin, size_t end) {
    while (begin < end && (usual_[begin] || seen(begin))) ++begin;
    while (end > begin && (usual_[end - 1] || seen(end - 1))) --end;
    if (end - begin < kLeastShingles) return;
    size_t known = 0;
    for (size_t i = begin; i < end; ++i) known += usual_[i] || seen(i) ? 1 : 0;
    if (known * kChance > end - begin) return;
    found_.push_back({widened(wording_.shingles[begin].first, wording_.shingles[end - 1].first + kShingleWords - 1)});
  }

  /// To the ends of the sentence, or to the usual words in it.
  record::Range widened(size_t first, size_t last) const {
    const auto& words = wording_.words;
    const record::Range heart = wording_.range(words[(first + last) / 2].begin, words[(first + last) / 2].end);
    while (first > 0 && words[first - 1].sentence == words[first].sentence) --first;
    while (last + 1 < words.size() && words[last + 1].sentence == words[last].sentence) ++last;
    record::Range span = wording_.range(words[first].begin, words[last].end);
    for (const Formula& one : marks_) {
      if (one.span.end <= heart.begin) span.begin = std::max(span.begin, one.span.end);
      else if (one.span.begin >= heart.end) span.end = std::min(span.end, one.span.begin);
    }
    return span;
  }

  const Wording& wording_;
  const ShingleCounts& counts_;
  const Reference& reference_;
  const std::vector<Formula>& marks_;
  std::vector<bool> usual_;
  std::vector<NewWords> found_;
};

}  // namespace

std::vector<NewWords> new_words(const Wording& wording, const ShingleCounts& counts, const std::vector<Formula>& usual, const std::vector<Reference>& references) {
  if (references.empty()) return {};
  return NewSentences(wording, counts, references.back(), usual).find();
}

}  // namespace chancery::questions
