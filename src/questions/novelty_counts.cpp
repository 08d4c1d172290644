#include "questions/novelty_counts.hpp"

#include <algorithm>

namespace chancery::questions {
namespace {

/// The same release at a second address, or corrected: its wording says nothing of what is usual.
constexpr double kSameText = 0.6;
constexpr size_t kEnoughToCompare = 12;

/// Numbers of hashes, found with a bit set first: most hashes of other releases are not in the text.
class Numbers {
 public:
  explicit Numbers(const std::vector<Shingle>& shingles) : seen_(kBits) {
    for (const Shingle& shingle : shingles) {
      numbers_.try_emplace(shingle.hash, static_cast<uint32_t>(numbers_.size()));
      seen_[shingle.hash % kBits] = true;
    }
  }
  const uint32_t* find(uint32_t hash) const {
    if (!seen_[hash % kBits]) return nullptr;
    const auto found = numbers_.find(hash);
    return found == numbers_.end() ? nullptr : &found->second;
  }
  size_t size() const { return numbers_.size(); }

 private:
  static constexpr size_t kBits = size_t{1} << 17;
  std::vector<bool> seen_;
  std::unordered_map<uint32_t, uint32_t> numbers_;
};

bool same_text(const ShingleCounts::Earlier& earlier, size_t own) {
  const size_t larger = std::max<size_t>(own, earlier.shingles);
  return larger >= kEnoughToCompare && static_cast<double>(earlier.found.size()) >= kSameText * static_cast<double>(larger);
}

}  // namespace

ShingleCounts::ShingleCounts(const record::Record& record, const Subject& subject, const std::vector<Shingle>& shingles) {
  const Numbers numbers(shingles);
  numbers_.reserve(shingles.size());
  for (const Shingle& shingle : shingles) numbers_.push_back(*numbers.find(shingle.hash));
  record::each_wording(record, {subject.publisher, subject.pair, subject.published, subject.document},
                       [&](const record::WordingLine& line, std::string_view bytes) {
                         Earlier one{line, line.by_publisher && line.kind == subject.kind, {}, 0, {}};
                         unpack(bytes, [&](uint32_t hash) {
                           ++one.shingles;
                           if (const uint32_t* number = numbers.find(hash)) one.found.push_back(*number);
                         });
                         if (one.of_kind && line.of_pair) one.wording = bytes;
                         if (!same_text(one, numbers.size())) earlier_.push_back(std::move(one));
                       });
  postings_.resize(numbers.size());
  for (uint32_t i = 0; i < earlier_.size(); ++i) {
    for (const uint32_t number : earlier_[i].found) postings_[number].push_back(i);
  }
}

}  // namespace chancery::questions
