#include "stages/codes/encounters.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery::codes {
namespace {

/// A text without a title and no longer than this is a passage somebody took out, not a release.
constexpr size_t kBareSentences = 3;

bool is_encounter(EventType type) { return one_of(name_of(type), {"meeting", "reception", "talks", "visit", "summit", "phone_call", "video_call"}); }

std::string_view mode_of(EventType type) {
  if (type == EventType::phone_call || type == EventType::video_call) return "phone";
  if (type == EventType::visit || type == EventType::reception) return "visit";
  return {};
}

/// Who comes, writes or calls is the source, who receives the target; partners are both.
std::string_view side_of(Role role) {
  switch (role) {
    case Role::guest:
    case Role::sender: return "source";
    case Role::host:
    case Role::recipient: return "target";
    default: return "both";
  }
}

std::string_view root_of(Status status) {
  switch (status) {
    case Status::happened: return "CONSULT";
    case Status::planned: return "AGREE";
    case Status::cancelled: return "REJECT";
    default: return {};
  }
}

bool is_told(const Event& encounter, const std::vector<Event>& told) {
  if (encounter.evidence.empty()) return false;
  return std::any_of(told.begin(), told.end(), [&](const Event& act) { return act.evidence.front().overlaps(encounter.evidence.front()); });
}

}  // namespace

void code_encounters(Document& document, const std::vector<Event>& told) {
  for (Event& event : document.events) {
    if (!is_encounter(event.type) || event.participants.size() < 2 || is_told(event, told)) continue;
    event.plover = root_of(event.status);
    if (event.plover.empty()) continue;
    if (event.plover == "CONSULT") event.mode = mode_of(event.type);
    event.context = "diplomatic";
    for (Participant& p : event.participants) p.side = side_of(p.role);
  }
}

bool is_release(const Document& document) {
  const bool bare = document.title.empty() && document.sentences.size() <= kBareSentences;
  return !bare && !document.events.empty() && document.events.front().main && document.events.front().type != EventType::other;
}

}  // namespace chancery::codes
