// The closed vocabularies of the contract chancery/analysis/1 and their written names.
//
// Each enum E has `name_of(E)` and `parse<E>(std::string_view)`; the written names are those of the contract.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace chancery {

enum class DocumentKind : uint8_t { readout, briefing, transcript, joint_text, announcement, statement, letter, order, address, other };
enum class MentionType : uint8_t { person, office, organisation, place, country, nationality, group };
enum class Form : uint8_t { name, title, address, description, pronoun };
enum class StatementMode : uint8_t { turn, direct, indirect, mixed };
enum class EventType : uint8_t { meeting, reception, talks, visit, summit, phone_call, video_call, signing, ceremony, letter, statement, press_conference, other };
enum class Status : uint8_t { happened, planned, proposed, postponed, cancelled, denied };
enum class TimeBasis : uint8_t { stated, relative, published };
enum class PlaceBasis : uint8_t { stated, assumed };
enum class Role : uint8_t { host, guest, party, delegation, mediator, sender, recipient, via };
enum class Comparison : uint8_t { exact, about, more_than, less_than, between };
enum class Strength : uint8_t { will, agreed, committed, plan, intend, ready };
enum class CommitmentClass : uint8_t { promise, plan, agenda, ritual };
enum class CourtesyKind : uint8_t { greetings, congratulations, condolences, thanks, invitation, gift, award };
enum class TimexType : uint8_t { date, time, duration, set };
enum class PointAct : uint8_t { discussed, raised, informed, urged, warned, proposed, agreed, disagreed, reaffirmed, welcomed, condemned, thanked, tasked, offered, not_raised };

template <typename E>
struct Names;

#define CHANCERY_NAMES(E, ...)                                                     \
  template <>                                                                      \
  struct Names<E> {                                                                \
    static constexpr auto all = std::to_array<std::string_view>({__VA_ARGS__});    \
  };

CHANCERY_NAMES(DocumentKind, "readout", "briefing", "transcript", "joint_text", "announcement", "statement", "letter", "order", "address", "other")
CHANCERY_NAMES(MentionType, "person", "office", "organisation", "place", "country", "nationality", "group")
CHANCERY_NAMES(Form, "name", "title", "address", "description", "pronoun")
CHANCERY_NAMES(StatementMode, "turn", "direct", "indirect", "mixed")
CHANCERY_NAMES(EventType, "meeting", "reception", "talks", "visit", "summit", "phone_call", "video_call", "signing", "ceremony", "letter", "statement", "press_conference", "other")
CHANCERY_NAMES(Status, "happened", "planned", "proposed", "postponed", "cancelled", "denied")
CHANCERY_NAMES(TimeBasis, "stated", "relative", "published")
CHANCERY_NAMES(PlaceBasis, "stated", "assumed")
CHANCERY_NAMES(Role, "host", "guest", "party", "delegation", "mediator", "sender", "recipient", "via")
CHANCERY_NAMES(Comparison, "exact", "about", "more_than", "less_than", "between")
CHANCERY_NAMES(Strength, "will", "agreed", "committed", "plan", "intend", "ready")
CHANCERY_NAMES(CommitmentClass, "promise", "plan", "agenda", "ritual")
CHANCERY_NAMES(CourtesyKind, "greetings", "congratulations", "condolences", "thanks", "invitation", "gift", "award")
CHANCERY_NAMES(TimexType, "DATE", "TIME", "DURATION", "SET")
CHANCERY_NAMES(PointAct, "discussed", "raised", "informed", "urged", "warned", "proposed", "agreed", "disagreed", "reaffirmed", "welcomed", "condemned", "thanked", "tasked", "offered", "not_raised")
#undef CHANCERY_NAMES

template <typename E>
constexpr std::string_view name_of(E value) {
  return Names<E>::all[static_cast<size_t>(value)];
}

template <typename E>
constexpr std::optional<E> parse(std::string_view name) {
  for (size_t i = 0; i < Names<E>::all.size(); ++i) {
    if (Names<E>::all[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace chancery
