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

Participant* participant(Event& encounter, Index entity) {
  const auto found = std::find_if(encounter.participants.begin(), encounter.participants.end(), [&](const Participant& p) { return p.entity == entity; });
  return found == encounter.participants.end() ? nullptr : &*found;
}

/// The act tells of that very encounter: one event, with the act's code and words for who takes part.
bool take_over(Event& encounter, const Event& act) {
  const bool same_words = !encounter.evidence.empty() && act.evidence.front().overlaps(encounter.evidence.front());
  const bool same_people = std::all_of(act.participants.begin(), act.participants.end(), [&](const Participant& p) { return p.entity != kNone && participant(encounter, p.entity) != nullptr; });
  if (!same_words || !same_people || act.plover != root_of(encounter.status)) return false;
  encounter.plover = act.plover;
  encounter.mode = act.mode;
  encounter.context = act.context;
  for (const Participant& p : act.participants) {
    Participant& own = *participant(encounter, p.entity);
    own.side = p.side;
    own.mention = p.mention;
  }
  return true;
}

void join_acts(std::vector<Event>& events, std::vector<Event>& told) {
  std::erase_if(told, [&](const Event& act) {
    return std::any_of(events.begin(), events.end(), [&](Event& event) { return is_encounter(event.type) && event.plover.empty() && take_over(event, act); });
  });
}

}  // namespace

void code_encounters(Document& document, std::vector<Event>& told) {
  join_acts(document.events, told);
  for (Event& event : document.events) {
    if (!event.plover.empty()) continue;
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
