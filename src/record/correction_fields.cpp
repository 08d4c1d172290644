#include "record/correction_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/day.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "document/codes.hpp"
#include "record/plain.hpp"

namespace chancery::record {
namespace {

// Each rule: what a value must be, and that in words for whoever gave another.

template <typename E>
constexpr bool is_code(std::string_view value) {
  return parse<E>(value).has_value();
}
template <typename List>
std::string listed(const List& names) {
  std::string all;
  for (size_t i = 0; i < names.size(); ++i) all.append(i == 0 ? "" : i + 1 == names.size() ? " or " : ", ").append(names[i]);
  return all;
}
template <typename E>
constexpr ValueRule kCode{is_code<E>, [] { return listed(Names<E>::all); }};
template <typename E>
constexpr ValueRule kCodeOrNone{[](std::string_view value) { return value.empty() || is_code<E>(value); }, [] { return listed(Names<E>::all) + ", or nothing"; }};

/// Words that the reading knows, beside nothing.
template <const auto& words>
constexpr ValueRule kOneOf{[](std::string_view value) { return value.empty() || std::find(words.begin(), words.end(), value) != words.end(); },
                           [] { return listed(words) + ", or nothing"; }};
constexpr auto kChannels = std::to_array<std::string_view>({"phone", "video"});
constexpr auto kFormats =
    std::to_array<std::string_view>({"one_to_one", "restricted", "extended", "margins", "working_breakfast", "working_lunch", "working_dinner"});
constexpr auto kDirections = std::to_array<std::string_view>({"up", "down"});

constexpr size_t kLongestText = 1000, kLongestList = 4000, kLongestTimex = 100, kLongestTold = 100;

bool is_text(std::string_view value) { return is_line(value, kLongestText); }
constexpr ValueRule kText{is_text, [] { return std::string("words on one line, of at most 1,000 bytes"); }};
constexpr ValueRule kName{[](std::string_view value) { return !value.empty() && is_text(value); }, [] { return std::string("a name of at most 1,000 bytes"); }};

constexpr ValueRule kDay{[](std::string_view value) { return value.empty() || (value.size() == 10 && parse_day(value).has_value()); },
                         [] { return std::string("a day that exists, such as 2022-02-12, or nothing"); }};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Of the form of TIMEX3 values; no calendar is asked.
constexpr ValueRule kTimex{[](std::string_view value) {
                             return value.empty() || (value.size() <= kLongestTimex && (is_digit(value.front()) || std::string_view("BFPTX").find(value.front()) != std::string_view::npos) &&
                                                      std::all_of(value.begin(), value.end(), [](char c) { return is_digit(c) || is_upper(c) || std::string_view("-:+._/").find(c) != std::string_view::npos; }));
                           },
                           [] { return std::string("a TIMEX3 value, such as 2022-02-12, 2022-W06 or 2022-Q1, or nothing"); }};
constexpr ValueRule kDuration{[](std::string_view value) { return value.empty() || (value.front() == 'P' && kTimex.allows(value)); },
                              [] { return std::string("a length as in ISO 8601, such as PT45M, PT1H30M or P2D, or nothing"); }};

constexpr ValueRule kCountry{[](std::string_view value) { return value.empty() || (value.size() == 3 && std::all_of(value.begin(), value.end(), is_upper)); },
                             [] { return std::string("a code as in ISO 3166-1 alpha-3, such as UKR, or nothing"); }};
constexpr ValueRule kTruth{[](std::string_view value) { return value == "0" || value == "1"; }, [] { return std::string("1 for yes or 0 for no"); }};

bool is_number(std::string_view value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc{} && end == value.data() + value.size() && std::isfinite(number);
}
constexpr ValueRule kNumber{is_number, [] { return std::string("a number, such as 12 or 0.5"); }};
constexpr ValueRule kNumberOrNone{[](std::string_view value) { return value.empty() || is_number(value); }, [] { return std::string("a number, such as 12 or 0.5, or nothing"); }};

bool is_entity_id(std::string_view value) { return value.size() > 2 && value.size() < 100 && value.starts_with("e-") && value.find_first_of(" :") == std::string_view::npos; }

template <typename Is>
bool all_words(std::string_view value, const Is& is) {
  const auto words = words_of_value(value);
  return value.size() <= kLongestList && std::all_of(words.begin(), words.end(), is);
}
constexpr ValueRule kEntity{[](std::string_view value) { return value.empty() || is_entity_id(value); },
                            [] { return std::string("the id of an entity of the document, such as e-0a1b2c3d4e, or nothing"); }};
constexpr ValueRule kEntities{[](std::string_view value) { return all_words(value, is_entity_id); },
                              [] { return std::string("ids of entities of the document, parted by blanks, or nothing"); }};
bool is_participant(std::string_view word) {
  const size_t colon = word.find(':');
  return colon != std::string_view::npos && is_entity_id(word.substr(0, colon)) && is_code<Role>(word.substr(colon + 1));
}
constexpr ValueRule kParticipants{[](std::string_view value) { return all_words(value, is_participant); },
                                  [] { return "ids of entities of the document with a role each, as e-1:host e-2:guest; roles are " + listed(Names<Role>::all); }};

constexpr auto kFields = std::to_array<CorrectionField>({
    {"v", "type", "type", kCode<EventType>},
    {"v", "subtype", "subtype", kText},
    {"v", "main", "main", kTruth},
    {"v", "status", "status", kCode<Status>},
    {"v", "time.value", "time_value", kTimex},
    {"v", "time.from", "from_day", kDay},
    {"v", "time.to", "to_day", kDay},
    {"v", "time.basis", "time_basis", kCodeOrNone<TimeBasis>},
    {"v", "place.name", "place", kText},
    {"v", "place.country", "place_country", kCountry},
    {"v", "place.basis", "place_basis", kCodeOrNone<PlaceBasis>},
    {"v", "channel", "channel", kOneOf<kChannels>},
    {"v", "format", "format", kOneOf<kFormats>},
    {"v", "duration", "duration", kDuration},
    {"v", "initiator", "initiator", kEntity, Holds::entity},
    {"v", "participants", "participants.account", kParticipants, Holds::participants},
    {"s", "speakers", "statement_speakers.statement", kEntities, Holds::entities},
    {"s", "addressee", "addressee", kEntity, Holds::entity},
    {"s", "reported_by", "reported_by", kEntity, Holds::entity},
    {"s", "mode", "mode", kCode<StatementMode>},
    {"s", "negated", "negated", kTruth},
    {"p", "act", "act", kCode<PointAct>},
    {"p", "negated", "negated", kTruth},
    {"p", "topic.label", "topic_label", kText},
    {"p", "holders", "point_holders.point", kEntities, Holds::entities},
    {"f", "value", "value", kNumber},
    {"f", "value_to", "value_to", kNumberOrNone},
    {"f", "time.value", "time_value", kTimex},
    {"f", "time.from", "from_day", kDay},
    {"f", "time.to", "to_day", kDay},
    {"f", "speaker", "speaker", kEntity, Holds::entity},
    {"f", "unit", "unit", kText},
    {"f", "comparison", "comparison", kCode<Comparison>},
    {"f", "direction", "direction", kOneOf<kDirections>},
    {"f", "indicator", "indicator", kText},
    {"c", "strength", "strength", kCode<Strength>},
    {"c", "class", "class", kCode<CommitmentClass>},
    {"c", "by", "by_entity", kEntity, Holds::entity},
    {"c", "to", "to_entity", kEntity, Holds::entity},
    {"c", "parties", "commitment_parties.commitment", kEntities, Holds::entities},
    {"c", "due.value", "due_value", kTimex},
    {"c", "due.from", "due_from", kDay},
    {"c", "due.to", "due_to", kDay},
    {"y", "kind", "kind", kCode<CourtesyKind>},
    {"y", "from", "from_entity", kEntity, Holds::entity},
    {"y", "to", "to_entity", kEntity, Holds::entity},
    {"y", "via", "via_entity", kEntity, Holds::entity},
    {"t", "value", "value", kTimex},
    {"t", "from", "from_day", kDay},
    {"t", "to", "to_day", kDay},
    {"m", "entity", "entity", kEntity, Holds::entity},
    {"m", "type", "type", kCode<MentionType>},
    {"e", "name", "name", kName},
    {"e", "type", "type", kCode<MentionType>},
    {"e", "country", "country", kCountry},
});

struct KindOfFact {
  char letter;
  std::string_view table, kind;
};
constexpr auto kKinds = std::to_array<KindOfFact>({{'m', "mentions", "mention"},
                                                   {'e', "entities", "entity"},
                                                   {'t', "times", "time"},
                                                   {'s', "statements", "statement"},
                                                   {'p', "points", "point"},
                                                   {'v', "accounts", "event"},
                                                   {'f', "figures", "figure"},
                                                   {'c', "commitments", "commitment"},
                                                   {'y', "courtesies", "courtesy"}});

const KindOfFact* find_kind(std::string_view key) {
  if (key.size() < 3 || key[1] != '-') return nullptr;
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindOfFact& kind) { return kind.letter == key[0]; });
  return found == kKinds.end() ? nullptr : found;
}

}  // namespace

const CorrectionField* find_correction_field(std::string_view fact, std::string_view name) {
  const auto found = std::find_if(kFields.begin(), kFields.end(), [&](const CorrectionField& f) {
    return fact.starts_with(f.letter) && f.name == name;
  });
  return found == kFields.end() ? nullptr : &*found;
}

std::vector<CorrectionField> fields_of_kind(char letter) {
  std::vector<CorrectionField> all;
  std::copy_if(kFields.begin(), kFields.end(), std::back_inserter(all), [&](const CorrectionField& f) { return f.letter.front() == letter; });
  return all;
}

std::string_view kind_of_fact(std::string_view key) {
  const KindOfFact* kind = find_kind(key);
  return kind == nullptr ? std::string_view() : kind->kind;
}

std::optional<char> letter_of_kind(std::string_view name) {
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindOfFact& kind) { return kind.kind == name; });
  return found == kKinds.end() ? std::nullopt : std::optional(found->letter);
}

std::vector<std::string_view> words_of_value(std::string_view value) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < value.size();) {
    const size_t begin = value.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    at = std::min(value.find(' ', begin), value.size());
    words.push_back(value.substr(begin, at - begin));
  }
  return words;
}

std::vector<std::string> entities_named(const CorrectionField& field, std::string_view value) {
  std::vector<std::string> named;
  if (field.holds == Holds::text) return named;
  for (const std::string_view word : words_of_value(value)) named.emplace_back(word.substr(0, word.find(':')));
  return named;
}

std::string_view table_of_fact(std::string_view key) {
  const KindOfFact* kind = find_kind(key);
  return kind == nullptr ? std::string_view() : kind->table;
}

const CorrectionField& correction_field(std::string_view fact, std::string_view name, std::string_view value) {
  const CorrectionField* field = find_correction_field(fact, name);
  if (!field) {
    std::string names;
    for (const CorrectionField& f : kFields) {
      if (fact.starts_with(f.letter)) names += (names.empty() ? "" : ", ") + std::string(f.name);
    }
    throw Error(ErrorKind::input, fmt::format("{} has no field \"{}\" that can be changed; it has: {}", fact, name,
                                              names.empty() ? "none" : names));
  }
  if (!field->rule.allows(value)) {
    throw Error(ErrorKind::input, fmt::format("\"{}\" is no value for {} of {}: give {}", utf8::repaired(value.substr(0, kLongestTold)), name, fact, field->rule.expects()));
  }
  return *field;
}

}  // namespace chancery::record
