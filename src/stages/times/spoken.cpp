#include "stages/times/spoken.hpp"

#include <algorithm>

namespace chancery::times {

bool SpokenWords::at(size_t atom) {
  if (spoken_.empty()) mark();
  const bool after_that =
      atom > 0 && atoms_[atom - 1].lower == "that" && atoms_[atom - 1].sentence == atoms_[atom].sentence;
  return after_that || spoken_[atom];
}

bool SpokenWords::quoted(size_t atom) {
  if (spoken_.empty()) mark();
  return quoted_[atom];
}

void SpokenWords::mark() {
  spoken_.assign(atoms_.size(), false);
  bool quoted = false;
  Index block = kNone;
  for (size_t i = 0; i < atoms_.size(); ++i) {
    const Index here =
        atoms_[i].sentence < document_.sentences.size() ? document_.sentences[atoms_[i].sentence].block : 0;
    // A mark that is never closed says nothing about the next paragraph.
    if (here != block) quoted = false;
    block = here;
    if (atoms_[i].lower == "\"") quoted = !quoted;
    spoken_[i] = quoted;
  }
  quoted_ = spoken_;
  for (const TurnLabel& label : document_.labels) {
    const auto begins_before = [](const Atom& a, const Span& span) {
      return a.span.part != span.part ? a.span.part < span.part : a.span.begin < span.begin;
    };
    auto at = std::lower_bound(atoms_.begin(), atoms_.end(), label.content, begins_before);
    for (; at != atoms_.end() && label.content.contains(at->span); ++at)
      spoken_[static_cast<size_t>(at - atoms_.begin())] = true;
  }
}

}  // namespace chancery::times
