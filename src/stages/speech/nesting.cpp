// Which statement stands inside which, and in whose account each is told.
#include <algorithm>

#include "stages/speech/reader.hpp"

namespace chancery {
namespace {

constexpr size_t kDeepest = 16;  ///< statements that are looked through for the one that holds another

}  // namespace

/// Whether the inner statement's words are among the outer one's, and not in what interrupts them.
bool SpeechReader::holds(const Statement& outer, const Statement& inner) const {
  if (!outer.span.contains(inner.span) || outer.span == inner.span) return false;
  if (outer.pieces.size() < 2) return true;
  return std::any_of(outer.pieces.begin(), outer.pieces.end(), [&](const Span& piece) { return piece.contains(Span{inner.span.begin, std::min(inner.span.end, piece.end), inner.span.part}) && piece.end > inner.span.begin; });
}

/// A statement that lies inside another one points to it, and stands in its speaker's account; the others stand in the
/// publisher's. A turn is nobody's account: a transcript has the words themselves.
void SpeechReader::nest() {
  std::vector<Index> open;
  for (Index s = 0; s < document_.statements.size(); ++s) {
    Statement& statement = document_.statements[s];
    while (!open.empty() && document_.statements[open.back()].span.end <= statement.span.begin) open.pop_back();
    for (size_t k = open.size(); k-- > 0 && open.size() - k <= kDeepest && statement.parent == kNone;) {
      if (holds(document_.statements[open[k]], statement)) statement.parent = open[k];
    }
    open.push_back(s);
  }
  for (Index s = 0; s < document_.statements.size(); ++s) {
    Statement& statement = document_.statements[s];
    if (statement.mode == StatementMode::turn) continue;
    if (statement.parent == kNone) {
      statement.reported_by = publisher();
    } else if (const auto& tellers = document_.statements[statement.parent].speakers; tellers.size() == 1) {
      statement.reported_by = tellers.front();
    }
  }
}

/// The entity that publishes the release: by its name, else its country; where the text names neither, the publisher is added
/// as an organisation.
Index SpeechReader::publisher() {
  if (publisher_) return *publisher_;
  const auto& [name, country] = std::pair(document_.info.publisher, document_.info.country);
  const auto& entities = document_.entities;
  const auto named = [&](const Entity& e) { return !name.empty() && e.type == MentionType::organisation && std::find(e.names.begin(), e.names.end(), name) != e.names.end(); };
  const auto state = [&](const Entity& e) { return name.empty() && !country.empty() && e.type == MentionType::country && e.country == country; };
  const auto found = std::find_if(entities.begin(), entities.end(), [&](const Entity& e) { return named(e) || state(e); });
  publisher_ = found == entities.end() ? kNone : static_cast<Index>(found - entities.begin());
  if (*publisher_ != kNone || name.empty()) return *publisher_;
  Entity entity;
  entity.stage = "speech";
  entity.type = MentionType::organisation;
  entity.name = name;
  entity.names = {name};
  entity.country = country;
  document_.entities.push_back(std::move(entity));
  return *(publisher_ = static_cast<Index>(document_.entities.size() - 1));
}

}  // namespace chancery
