#include <algorithm>
#include <set>
#include <unordered_set>

#include "questions/novelty_parts.hpp"

namespace chancery::questions {
namespace {

// "Absent here" is said only of what nearly every such release had, the latest ones too.
constexpr size_t kEnough = 8, kLatest = 5, kOfLatest = 3, kMostTold = 6;
constexpr size_t kShare = 60;  // percent

struct Past {
  const ShingleCounts::Earlier* earlier = nullptr;
  std::unordered_set<uint32_t> hashes;
};

class DroppedWords {
 public:
  DroppedWords(const record::Record& record, const Wording& wording, const ShingleCounts& counts) : record_(record), wording_(wording) {
    for (const auto& earlier : counts.earlier()) {
      if (!earlier.wording.empty()) past_.push_back({&earlier, {}});
    }
    for (Past& past : past_) unpack(past.earlier->wording, [&](uint32_t hash) { past.hashes.insert(hash); });
  }

  std::vector<Dropped> find() {
    if (past_.size() < kEnough) return {};
    find_absent();
    // Another release may put it in a way that shows more of it.
    for (size_t i = past_.size(); i-- > past_.size() - kLatest && !absent_.empty();) look_into(past_[i]);
    std::stable_sort(found_.begin(), found_.end(), [](const Dropped& a, const Dropped& b) { return a.count > b.count; });
    if (found_.size() > kMostTold) found_.resize(kMostTold);
    return std::move(found_);
  }

 private:
  void find_absent() {
    std::unordered_set<uint32_t> own;
    for (const Shingle& shingle : wording_.shingles) own.insert(shingle.hash);
    for (const Past& past : past_) {
      for (const uint32_t hash : past.hashes) {
        if (!own.contains(hash) && is_habit([&](const Past& other) { return other.hashes.contains(hash); })) absent_.insert(hash);
      }
    }
  }

  template <typename Has>
  bool is_habit(const Has& has) const {
    const auto all = static_cast<size_t>(std::count_if(past_.begin(), past_.end(), has));
    const auto latest = static_cast<size_t>(std::count_if(past_.end() - kLatest, past_.end(), has));
    return all * 100 >= past_.size() * kShare && latest >= kOfLatest;
  }

  void look_into(const Past& past) {
    const std::string text = text_of_document(record_, past.earlier->line.id);
    const Wording theirs(text);
    for (const Run& run : runs_of(theirs, [&](size_t i) { return absent_.contains(theirs.shingles[i].hash); })) {
      std::set<uint32_t> hashes;
      for (size_t i = run.first; i < run.last; ++i) hashes.insert(theirs.shingles[i].hash);
      tell(past, theirs, run, hashes);
      for (const uint32_t hash : hashes) absent_.erase(hash);
    }
  }

  void tell(const Past& past, const Wording& theirs, const Run& run, const std::set<uint32_t>& hashes) {
    const auto words = words_of(theirs, run);
    if (!words || said_otherwise(theirs, *words)) return;
    const auto has = [&](const Past& other) {
      const auto held = static_cast<size_t>(std::count_if(hashes.begin(), hashes.end(), [&](uint32_t hash) { return other.hashes.contains(hash); }));
      return held >= most_of(hashes.size());
    };
    if (!is_habit(has)) return;
    const uint32_t begin = theirs.words[words->first].begin, end = theirs.words[words->last - 1].end;
    const auto& first = std::find_if(past_.begin(), past_.end(), has)->earlier->line;
    found_.push_back({std::string(theirs.text.substr(begin, end - begin)), past.earlier->line.id, past.earlier->line.day, first.day, first.id, theirs.range(begin, end),
                      std::count_if(past_.begin(), past_.end(), has), static_cast<int64_t>(past_.size())});
  }

  /// A sentence of the text that has half of the words says it in other order, or with words between.
  bool said_otherwise(const Wording& theirs, const WordRun& words) const {
    std::set<uint32_t> stems;
    for (size_t i = words.first; i < words.last; ++i) {
      if (!theirs.words[i].placeholder()) stems.insert(theirs.words[i].stem);
    }
    std::set<uint32_t> held;
    for (size_t i = 0; i < wording_.words.size(); ++i) {
      if (i > 0 && wording_.words[i].sentence != wording_.words[i - 1].sentence) held.clear();
      if (stems.contains(wording_.words[i].stem)) held.insert(wording_.words[i].stem);
      if (held.size() * 2 >= stems.size()) return true;
    }
    return false;
  }

  const record::Record& record_;
  const Wording& wording_;
  std::vector<Past> past_;
  std::unordered_set<uint32_t> absent_;
  std::vector<Dropped> found_;
};

}  // namespace

std::vector<Dropped> dropped_words(const record::Record& record, const Wording& wording, const ShingleCounts& counts) {
  return DroppedWords(record, wording, counts).find();
}

}  // namespace chancery::questions
