// Those who receive a courtesy: the people, bodies or countries named after "to", "congratulated", "wish".
#pragma once

#include <vector>

#include "document/document.hpp"
#include "stages/facts/agents.hpp"
#include "stages/facts/cues.hpp"
#include "stages/facts/voices.hpp"

namespace chancery::facts {

/// One receiver: an entity, or words that name a group nobody has made an entity of yet.
struct Receiver {
  Index entity = kNone;
  Span words;
  bool pronoun = false;  ///< "him", "her", "them": may be resolved wrongly
};

struct Receivers {
  std::vector<Receiver> all;
  Index end = 0;  ///< one past the last word that names them
};

/// The receivers named from token `at` on.
Receivers receivers_at(const Document& document, Index at, Index end, const Voices& voices, const Agents& agents, const Cues& cues);

}  // namespace chancery::facts
