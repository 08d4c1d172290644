#include "questions/compare/figures.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.hpp"
#include "knowledge/phrase.hpp"
#include "questions/compare/units.hpp"

namespace chancery::questions::compare {
namespace {

constexpr size_t kMostFigures = 300;
constexpr double kSameIndicator = 0.5;  ///< of the words of the longer indicator, those that both have

bool same_number(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

bool exact(const Figure& figure) {
  return figure.comparison == chancery::Comparison::exact && figure.hedge.empty() && !figure.value_to && std::isfinite(figure.value);
}

std::set<std::string> words_of(const std::string& indicator, const Lexicon& lexicon) {
  std::set<std::string> words;
  for (std::string& word : split_words(indicator)) {
    if (word.size() > 2 && !lexicon.is_light(word)) words.insert(std::move(word));
  }
  return words;
}

/// How far two indicators name one thing; 0 where either is unknown.
double likeness(const std::string& a, const std::string& b, const Lexicon& lexicon) {
  const auto left = words_of(a, lexicon), right = words_of(b, lexicon);
  if (left.empty() || right.empty()) return 0;
  const auto shared = std::ranges::count_if(left, [&](const std::string& word) { return right.contains(word); });
  return static_cast<double>(shared) / static_cast<double>(std::max(left.size(), right.size()));
}

/// The same period, as far as both give one.
bool same_time(const Figure& a, const Figure& b) {
  return a.time.value.empty() || b.time.value.empty() || a.time.value == b.time.value;
}

bool same_countries(const Figure& a, const Figure& b) {
  if (a.about.empty() || b.about.empty()) return true;
  return std::set(a.about.begin(), a.about.end()) == std::set(b.about.begin(), b.about.end());
}

/// 0: they measure different things. Figures of equal value and unit are one figure even where no indicator is known.
double sameness(const Figure& a, const Figure& b, const Lexicon& lexicon) {
  if (a.unit != b.unit || a.unit.empty() || !same_time(a, b)) return 0;
  const double like = likeness(a.indicator, b.indicator, lexicon);
  if (same_number(a.value, b.value)) return 1 + like;
  if (a.direction != b.direction || !same_countries(a, b)) return 0;
  return like >= kSameIndicator ? like : 0;
}

std::vector<Index> figures_of(const Side& side) {
  std::vector<Index> out;
  const auto& figures = side.document->figures;
  for (Index i = 0; i < figures.size() && out.size() < kMostFigures; ++i) {
    if (belongs(side, figures[i].span)) out.push_back(i);
  }
  return out;
}

std::string shown(const Document& a, const Figure& of_a, const Document& b, const Figure& of_b) {
  return std::string(a.of(of_a.span)) + " / " + std::string(b.of(of_b.span));
}

}  // namespace

bool measure_the_same(const Figure& a, const Figure& b, const Lexicon& lexicon) { return sameness(a, b, lexicon) > 0; }

Standing standing_of(const Figure& a, const Figure& b) {
  const bool plain = exact(a) && exact(b);
  if (same_number(a.value, b.value)) {
    const bool alike = a.comparison == b.comparison && a.value_to == b.value_to && a.hedge.empty() == b.hedge.empty();
    return alike ? Standing::same : Standing::differs;
  }
  return plain ? Standing::contradicts : Standing::differs;
}

std::vector<FactPair> compare_figures(const Side& a, const Side& b, const Lexicon& lexicon) {
  const std::vector<Index> left = figures_of(a), right = figures_of(b);
  struct Candidate {
    double sameness;
    Index a, b;
  };
  std::vector<Candidate> candidates;
  for (const Index i : left) {
    for (const Index j : right) {
      const double same = sameness(a.document->figures[i], b.document->figures[j], lexicon);
      if (same > 0) candidates.push_back({same, i, j});
    }
  }
  std::ranges::stable_sort(candidates, [](const auto& x, const auto& y) { return x.sameness > y.sameness; });
  std::set<Index> used_a, used_b;
  std::vector<FactPair> pairs;
  for (const Candidate& one : candidates) {
    if (used_a.contains(one.a) || used_b.contains(one.b)) continue;
    used_a.insert(one.a);
    used_b.insert(one.b);
    const Figure &of_a = a.document->figures[one.a], &of_b = b.document->figures[one.b];
    FactPair pair{one.a, one.b, standing_of(of_a, of_b), {}};
    if (pair.standing == Standing::contradicts) pair.why = shown(*a.document, of_a, *b.document, of_b);
    pairs.push_back(std::move(pair));
  }
  for (const Index i : left) {
    if (!used_a.contains(i)) pairs.push_back({i, kNone, Standing::only_a, {}});
  }
  for (const Index j : right) {
    if (!used_b.contains(j)) pairs.push_back({kNone, j, Standing::only_b, {}});
  }
  std::ranges::stable_sort(pairs, {}, [](const FactPair& p) { return std::pair{p.a, p.b}; });
  return pairs;
}

}  // namespace chancery::questions::compare
