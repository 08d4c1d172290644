// The facts of a document, as plain values. Facts point at entities and at each other by index into the
// document's layers; writers turn indices into ids. `kNone` is "not stated": it is never a guess in disguise.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "document/codes.hpp"
#include "document/span.hpp"

namespace chancery {

using Index = uint32_t;
inline constexpr Index kNone = std::numeric_limits<Index>::max();

/// What every fact carries. `id` is filled by the runner after the last stage, the same on every run for the
/// same text, span and kind. `stage` points at a string with static lifetime.
struct Fact {
  std::string id;
  std::string_view stage;
  std::optional<double> confidence;
};

struct Mention : Fact {
  Span span;
  MentionType type = MentionType::person;
  Form form = Form::name;
  Index entity = kNone;
  Index bearer = kNone;      ///< of an office: the mention of the person it stands with, into Document::mentions
  std::string country;       ///< of a country, nationality, place or office as the text shows it
  std::string office_head;   ///< of an office: its head as the lexicon has it: "vice president", "minister"
  std::string office_class;  ///< of an office: "head_of_state", "minister", ... (data/offices.tsv)
  bool international = false;  ///< an office in a body of several states, whose holder acts for no country
  std::string status;        ///< of an office: former | acting | designate; else empty
};

struct Office {
  std::string title;    ///< as written: "Minister of Foreign Affairs"
  std::string country;  ///< ISO 3166-1 alpha-3, empty where the text does not say
  std::string status;   ///< current | former | acting | designate; empty: current as far as the text says
};

enum class Gender : uint8_t { unknown, male, female };

struct Entity : Fact {
  MentionType type = MentionType::person;
  std::string name;                ///< the fullest form in this document, without title
  std::vector<std::string> names;  ///< every form of the name met, in order of appearance
  std::string country;             ///< the country one acts for; empty where unknown
  std::vector<Office> offices;
  Gender gender = Gender::unknown;
  bool plural = false;             ///< "representatives of ...", "the leaders"
  std::vector<Index> members;      ///< of a group such as "the two leaders": whom it stands for, as far as known
  std::string person;              ///< key of the person across documents; empty until a record has told who it is
  std::string linked_by;           ///< why it is that person; empty for the first met by that name
};

/// A TIMEX3 expression. `from`/`to`: the days it covers, both inclusive, where it can be placed.
struct Timex : Fact {
  Span span;
  TimexType type = TimexType::date;
  std::string value, mod, quant, freq;
  std::string zone;      ///< of a time of day, as the text gives it: "EDT", "UTC+03:00", "Europe/Kyiv", "local"
  std::string calendar;  ///< where it is not the Gregorian one: "islamic", ...; then there is neither value nor day
  std::optional<Day> from, to;
};

struct Statement : Fact {
  Span span;                 ///< the content, from its first to its last byte
  std::vector<Span> pieces;  ///< more than one where a cue interrupts it; empty means `span` alone
  StatementMode mode = StatementMode::indirect;
  std::vector<Index> speakers;  ///< entities; several for "the leaders", "both"
  Span speaker_span;
  Index reported_by = kNone;
  Span cue;
  std::string cue_lemma;
  Index addressee = kNone;
  bool negated = false;
  Index parent = kNone;  ///< statement that holds this one
  std::vector<std::string> topics;
};

struct Point : Fact {
  Span span;
  PointAct act = PointAct::discussed;
  std::vector<Index> holders;
  Span topic;
  std::string topic_label;
  Span condition;
  bool negated = false;
  std::optional<double> prominence;
};

struct EventTime {
  std::string value;  ///< TIMEX3 value; empty where not known
  std::optional<Day> from, to;
  std::optional<TimeBasis> basis;
  Span span;
};

struct EventPlace {
  std::string name;
  std::string country;
  std::optional<PlaceBasis> basis;
  Span span;
};

struct Participant {
  Index entity = kNone;
  Role role = Role::party;
  std::string side;  ///< source | target | both; empty where not coded
  Span mention;
};

struct Event : Fact {
  EventType type = EventType::other;
  std::string subtype;
  bool main = false;
  Status status = Status::happened;
  std::string plover, mode, context;
  EventTime time;
  EventPlace place;
  std::string channel, format, level;
  Index initiator = kNone;
  Span initiator_span;
  std::string duration;
  Index part_of = kNone;
  Index reschedules = kNone;
  std::vector<Participant> participants;
  std::vector<Span> evidence;  ///< the first is where the event is told
};

struct Figure : Fact {
  Span span;
  double value = 0;
  std::optional<double> value_to;
  std::string unit;  ///< "percent", ISO 4217, "people", "seats"...
  Comparison comparison = Comparison::exact;
  std::string direction;  ///< up | down | empty
  std::string indicator;
  EventTime time;
  std::vector<std::string> about;  ///< ISO 3166-1 alpha-3
  Index speaker = kNone;
  Span hedge;
};

struct Commitment : Fact {
  Span span;
  Index by = kNone;
  std::vector<Index> parties;
  Index to = kNone;
  EventTime due;
  Strength strength = Strength::will;
  CommitmentClass kind = CommitmentClass::plan;
  Span condition;
};

struct Courtesy : Fact {
  CourtesyKind kind = CourtesyKind::greetings;
  Index from = kNone;
  Index to = kNone;
  Index via = kNone;
  std::vector<Span> evidence;
};

}  // namespace chancery
