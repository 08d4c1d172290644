#include <algorithm>
#include <cmath>

#include "questions/novelty_parts.hpp"

namespace chancery::questions {
namespace {

// Of a publisher's many releases one in a hundred is a habit; of the few on two countries it takes one in seven.
constexpr int64_t kLeastOfPublisher = 5, kLeastOfPair = 3;
constexpr double kShareOfPublisher = 0.01, kShareOfPair = 0.15;
// Two words between names ("had a telephone conversation with") tell less; they must be far more frequent.
constexpr int64_t kShortInOf = 10;
constexpr size_t kShort = 2;
constexpr int64_t kEnoughOfKind = 20, kEnoughOfPublisher = 10, kEnoughOfPair = 6;

int64_t least(const Reference& reference) {
  const bool pair = reference.basis == Basis::pair;
  const double share = (pair ? kShareOfPair : kShareOfPublisher) * static_cast<double>(reference.of);
  return std::max(pair ? kLeastOfPair : kLeastOfPublisher, static_cast<int64_t>(std::ceil(share)));
}

class UsualWords {
 public:
  UsualWords(const Wording& wording, const ShingleCounts& counts, const std::vector<Reference>& references)
      : wording_(wording), counts_(counts), references_(references), frequent_(counts.different()), tally_(counts.earlier().size()) {
    for (uint32_t number = 0; number < frequent_.size(); ++number) frequent_[number] = usual(number);
  }

  std::vector<Formula> find() {
    for (const Run& run : runs_of(wording_, [&](size_t i) { return frequent_[counts_.number(i)]; })) take(run);
    std::sort(found_.begin(), found_.end(), [](const Formula& a, const Formula& b) { return a.span.begin < b.span.begin; });
    return std::move(found_);
  }

 private:
  bool usual(uint32_t number) const {
    return std::any_of(references_.begin(), references_.end(), [&](const Reference& reference) {
      const auto& postings = counts_.postings(number);
      const auto held = std::count_if(postings.begin(), postings.end(), [&](uint32_t i) { return belongs(counts_.earlier()[i], reference); });
      return held >= least(reference);
    });
  }

  /// A run whose parts are each usual, but not together, is parted where it holds least.
  void take(const Run& run) {
    if (run.size() == 0) return;
    const auto words = words_of(wording_, run, run.size() > 1 ? kShort : kShingleWords);
    if (!words) return;
    auto formula = counted(run);
    if (formula && words->words == kShort && formula->count * kShortInOf < formula->of) return;
    if (formula) {
      formula->span = wording_.range(wording_.words[words->first].begin, wording_.words[words->last - 1].end);
      if (!found_.empty() && formula->span.begin < found_.back().span.end) formula->span.begin = found_.back().span.end;
      found_.push_back(std::move(*formula));
      return;
    }
    const size_t weakest = weakest_of(run);
    take({run.first, weakest});
    take({weakest + 1, run.last});
  }

  size_t weakest_of(const Run& run) const {
    size_t weakest = run.first;
    for (size_t i = run.first; i < run.last; ++i) {
      if (counts_.postings(counts_.number(i)).size() < counts_.postings(counts_.number(weakest)).size()) weakest = i;
    }
    return weakest;
  }

  /// By the reference in which it is the greater part.
  std::optional<Formula> counted(const Run& run) {
    std::vector<uint32_t> numbers;
    for (size_t i = run.first; i < run.last; ++i) numbers.push_back(counts_.number(i));
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    const auto holders = holders_of(numbers);
    std::optional<Formula> best;
    for (const Reference& reference : references_) {
      Formula formula = told(holders, reference);
      if (formula.count < least(reference)) continue;
      if (!best || formula.count * best->of > best->count * formula.of) best = std::move(formula);
    }
    return best;
  }

  std::vector<uint32_t> holders_of(const std::vector<uint32_t>& numbers) {
    std::vector<uint32_t> touched, holders;
    for (const uint32_t number : numbers) {
      for (const uint32_t i : counts_.postings(number)) {
        if (tally_[i]++ == 0) touched.push_back(i);
      }
    }
    for (const uint32_t i : touched) {
      if (tally_[i] >= most_of(numbers.size())) holders.push_back(i);
      tally_[i] = 0;
    }
    std::sort(holders.begin(), holders.end());
    return holders;
  }

  Formula told(const std::vector<uint32_t>& holders, const Reference& reference) const {
    Formula formula;
    formula.basis = reference.basis;
    formula.of = reference.of;
    formula.kind = reference.kind;
    for (const uint32_t i : holders) {
      const auto& earlier = counts_.earlier()[i];
      if (!belongs(earlier, reference)) continue;
      if (formula.count++ == 0) {
        formula.first = earlier.line.day;
        formula.first_id = earlier.line.id;
      }
      formula.last = earlier.line.day;
      formula.last_id = earlier.line.id;
    }
    return formula;
  }

  const Wording& wording_;
  const ShingleCounts& counts_;
  const std::vector<Reference>& references_;
  std::vector<bool> frequent_;
  std::vector<uint32_t> tally_;
  std::vector<Formula> found_;
};

Reference counted(const ShingleCounts& counts, Basis basis, const std::string& kind) {
  Reference reference{basis, 0, kind, {}};
  for (const auto& earlier : counts.earlier()) {
    if (!belongs(earlier, reference)) continue;
    if (reference.of++ == 0) reference.since = earlier.line.day;
  }
  return reference;
}

}  // namespace

bool belongs(const ShingleCounts::Earlier& earlier, const Reference& reference) {
  if (reference.basis == Basis::pair) return earlier.line.of_pair;
  return reference.kind.empty() ? earlier.line.by_publisher : earlier.of_kind;
}

std::optional<WordRun> words_of(const Wording& wording, const Run& run, size_t least) {
  WordRun words{wording.shingles[run.first].first, wording.shingles[run.last - 1].first + kShingleWords, 0};
  while (words.first < words.last && wording.words[words.first].placeholder()) ++words.first;
  while (words.last > words.first && wording.words[words.last - 1].placeholder()) --words.last;
  const auto names = std::count_if(wording.words.begin() + static_cast<std::ptrdiff_t>(words.first), wording.words.begin() + static_cast<std::ptrdiff_t>(words.last),
                                   [](const PhraseWord& word) { return word.placeholder(); });
  words.words = words.last - words.first - static_cast<size_t>(names);
  if (words.words < least) return std::nullopt;
  return words;
}

std::vector<Reference> references_of(const Subject& subject, const ShingleCounts& counts) {
  std::vector<Reference> references;
  Reference publisher = counted(counts, Basis::publisher, subject.kind);
  if (subject.kind.empty() || publisher.of < kEnoughOfKind) publisher = counted(counts, Basis::publisher, {});
  if (publisher.of >= kEnoughOfPublisher) references.push_back(publisher);
  const Reference pair = counted(counts, Basis::pair, {});
  if (pair.of >= kEnoughOfPair) references.push_back(pair);
  return references;
}

std::vector<Formula> usual_words(const Wording& wording, const ShingleCounts& counts, const std::vector<Reference>& references) {
  if (references.empty()) return {};
  return UsualWords(wording, counts, references).find();
}

}  // namespace chancery::questions
