#include "questions/fact_place.hpp"

#include <algorithm>

namespace chancery::questions {
namespace {

template <typename T>
void look(const std::vector<T>& facts, const std::string& id, std::optional<Span>& place) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const T& fact) { return fact.id == id; });
  if (found == facts.end()) return;
  if constexpr (requires { found->span; }) {
    place = found->span;
  } else {
    place = found->evidence.empty() ? Span{} : found->evidence.front();
  }
}

}  // namespace

std::optional<Span> place_of(const Document& document, const std::string& id) {
  std::optional<Span> place;
  look(document.mentions, id, place);
  look(document.times, id, place);
  look(document.statements, id, place);
  look(document.points, id, place);
  look(document.events, id, place);
  look(document.figures, id, place);
  look(document.commitments, id, place);
  look(document.courtesies, id, place);
  return place;
}

}  // namespace chancery::questions
