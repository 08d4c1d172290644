#include "questions/compare/alignment.hpp"

#include <algorithm>
#include <cmath>

namespace chancery::questions::compare {
namespace {

constexpr double kLeastScore = 0.15;   ///< below: no counterpart
constexpr double kLeastShared = 1.5;   ///< weight squared: what two units must share in all
constexpr double kBeside = 0.6;        ///< of the best score of either: a second counterpart
constexpr double kOffTopic = 0.6;      ///< of the score, where neither shares what weighs most in it
constexpr double kLeastNearest = 0.05;

/// Half the cosine of the two vectors, half the share of the slighter one that stands in the other: accounts differ in how
/// much they say of a thing, so what is all of one clause may be a part of the other's.
double score_of(double shared, double total_a, double total_b) {
  if (shared <= 0) return 0;
  const double cosine = shared / std::sqrt(total_a * total_b);
  const double within = std::min(1.0, shared / std::min(total_a, total_b));
  return (cosine + within) / 2;
}

/// What each unit of a shares with each of b, by an index of the terms of b.
std::vector<std::vector<double>> shared_weights(const Contents& contents) {
  std::unordered_map<Key, std::vector<std::pair<size_t, double>>> places;
  for (size_t j = 0; j < contents.b.size(); ++j) {
    for (const auto& [key, weight] : contents.b[j].terms.weights) places[key].emplace_back(j, weight);
  }
  std::vector<std::vector<double>> shared(contents.a.size(), std::vector<double>(contents.b.size(), 0));
  for (size_t i = 0; i < contents.a.size(); ++i) {
    for (const auto& [key, weight] : contents.a[i].terms.weights) {
      const auto found = places.find(key);
      if (found == places.end()) continue;
      for (const auto& [j, other] : found->second) shared[i][j] += weight * other;
    }
  }
  return shared;
}

/// The term that weighs most in a unit.
Key top_of(const Terms& terms) {
  const auto top = std::ranges::max_element(terms.weights, {}, [](const auto& term) { return term.second; });
  return top == terms.weights.end() ? kNone : top->first;
}

bool has(const Terms& terms, Key key) {
  const auto found = std::ranges::lower_bound(terms.weights, key, {}, [](const auto& term) { return term.first; });
  return found != terms.weights.end() && found->first == key;
}

bool off_topic(const Terms& a, const Terms& b) { return !has(b, top_of(a)) && !has(a, top_of(b)); }

/// How far who holds it speaks for or against.
double trust(Mouth mouth, bool answer) {
  switch (mouth) {
    case Mouth::same: return 1.0;
    case Mouth::country: return 0.95;
    case Mouth::open: return 0.9;
    case Mouth::apart: break;
  }
  return answer ? 0.95 : 0;
}

}  // namespace

Alignment align(const std::vector<Unit>& units_a, const std::vector<Unit>& units_b, const Contents& contents, const Holders& holders) {
  const auto shared = shared_weights(contents);
  std::vector<std::vector<double>> plain = shared, score = shared;
  std::vector<double> best_a(units_a.size(), 0), best_b(units_b.size(), 0);
  for (size_t i = 0; i < units_a.size(); ++i) {
    for (size_t j = 0; j < units_b.size(); ++j) {
      plain[i][j] = score_of(shared[i][j], contents.a[i].terms.total, contents.b[j].terms.total);
      if (plain[i][j] > 0 && off_topic(contents.a[i].terms, contents.b[j].terms)) plain[i][j] *= kOffTopic;
      score[i][j] = 0;
      if (plain[i][j] < kLeastScore || shared[i][j] < kLeastShared) continue;
      score[i][j] = plain[i][j] * trust(holders.between(units_a[i], units_b[j]), holders.answer(units_a[i], units_b[j]));
      if (score[i][j] < kLeastScore) score[i][j] = 0;
      best_a[i] = std::max(best_a[i], score[i][j]);
      best_b[j] = std::max(best_b[j], score[i][j]);
    }
  }
  Alignment out;
  std::vector<bool> linked_a(units_a.size(), false), linked_b(units_b.size(), false);
  for (size_t i = 0; i < units_a.size(); ++i) {
    for (size_t j = 0; j < units_b.size(); ++j) {
      if (score[i][j] <= 0 || score[i][j] < kBeside * std::max(best_a[i], best_b[j])) continue;
      out.links.push_back({i, j, score[i][j]});
      linked_a[i] = linked_b[j] = true;
    }
  }
  const auto nearest = [&](bool of_a, size_t unit, size_t others) {
    Nearest one{of_a, unit, 0, 0};
    for (size_t other = 0; other < others; ++other) {
      const double similarity = of_a ? plain[unit][other] : plain[other][unit];
      if (similarity > one.similarity) one.similarity = similarity, one.candidate = other;
    }
    if (one.similarity >= kLeastNearest) out.nearest.push_back(one);
  };
  for (size_t i = 0; i < units_a.size(); ++i) {
    if (!linked_a[i]) nearest(true, i, units_b.size());
  }
  for (size_t j = 0; j < units_b.size(); ++j) {
    if (!linked_b[j]) nearest(false, j, units_a.size());
  }
  return out;
}

}  // namespace chancery::questions::compare
