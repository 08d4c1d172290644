#include "questions/compare/commitments.hpp"

#include <algorithm>
#include <unordered_set>

#include "questions/compare/alignment.hpp"
#include "questions/compare/marks.hpp"
#include "questions/compare/units.hpp"

namespace chancery::questions::compare {
namespace {

constexpr size_t kMostCommitments = 300;
constexpr double kSame = 0.6;  ///< of what the slighter one says, what the other must say too

struct Listed {
  std::vector<Unit> units;
  std::vector<Index> indices;  ///< into Document::commitments
};

Listed listed(const Side& side) {
  Listed out;
  const auto& commitments = side.document->commitments;
  for (Index i = 0; i < commitments.size() && out.units.size() < kMostCommitments; ++i) {
    const Commitment& one = commitments[i];
    if (!belongs(side, one.span) || one.kind == CommitmentClass::ritual || one.span.part != Part::text) continue;
    out.units.push_back(unit_of(*side.document, one));
    out.indices.push_back(i);
  }
  return out;
}

/// Two days by which the same is promised cannot both be the day.
bool days_clash(const Commitment& a, const Commitment& b) {
  return a.due.from && b.due.from && a.due.to && b.due.to && (*a.due.to < *b.due.from || *b.due.to < *a.due.from);
}

std::string shown(const Document& a, const Commitment& of_a, const Document& b, const Commitment& of_b) {
  return std::string(a.of(of_a.due.span)) + " / " + std::string(b.of(of_b.due.span));
}

}  // namespace

std::vector<FactPair> compare_commitments(const Side& a, const Side& b, const Holders& holders, const Lexicon& lexicon) {
  const Listed left = listed(a), right = listed(b);
  const Contents contents = contents_of(a, left.units, b, right.units, lexicon);
  std::vector<FactPair> pairs;
  std::unordered_set<size_t> used_a, used_b;
  for (const Match& match : align(left.units, right.units, contents, holders).links) {
    used_a.insert(match.a);
    used_b.insert(match.b);
    const Commitment &of_a = a.document->commitments[left.indices[match.a]], &of_b = b.document->commitments[right.indices[match.b]];
    const Marks marks = marks_of(contents.a[match.a], contents.b[match.b], lexicon);
    FactPair pair{left.indices[match.a], right.indices[match.b], Standing::differs, {}};
    if (std::max(marks.told_a, marks.told_b) >= kSame) pair.standing = Standing::same;
    if (pair.standing == Standing::same && days_clash(of_a, of_b)) {
      pair.standing = Standing::differs;
      pair.why = shown(*a.document, of_a, *b.document, of_b);
    }
    pairs.push_back(std::move(pair));
  }
  for (size_t i = 0; i < left.units.size(); ++i) {
    if (!used_a.contains(i)) pairs.push_back({left.indices[i], kNone, Standing::only_a, {}});
  }
  for (size_t j = 0; j < right.units.size(); ++j) {
    if (!used_b.contains(j)) pairs.push_back({kNone, right.indices[j], Standing::only_b, {}});
  }
  std::ranges::stable_sort(pairs, {}, [](const FactPair& p) { return std::pair{p.a, p.b}; });
  return pairs;
}

}  // namespace chancery::questions::compare
