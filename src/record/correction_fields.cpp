#include "record/correction_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "base/day.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "document/codes.hpp"

namespace chancery::record {
namespace {

template <typename E>
bool is_code(std::string_view value) {
  return parse<E>(value).has_value();
}
template <typename E>
bool is_code_or_none(std::string_view value) {
  return value.empty() || is_code<E>(value);
}
bool is_text(std::string_view value) { return value.size() <= 1000 && utf8::is_valid(value); }
bool is_name(std::string_view value) { return !value.empty() && is_text(value); }
bool is_day(std::string_view value) { return value.empty() || (value.size() == 10 && parse_day(value).has_value()); }
bool is_country(std::string_view value) {
  return value.empty() ||
         (value.size() == 3 && std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
}
bool is_truth(std::string_view value) { return value == "0" || value == "1"; }
bool is_number(std::string_view value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc{} && end == value.data() + value.size();
}
bool is_direction(std::string_view value) { return value.empty() || value == "up" || value == "down"; }

bool is_entity_id(std::string_view value) { return value.size() > 2 && value.size() < 100 && value.starts_with("e-") && value.find_first_of(" :") == std::string_view::npos; }
bool is_entity(std::string_view value) { return value.empty() || is_entity_id(value); }
bool is_number_or_none(std::string_view value) { return value.empty() || is_number(value); }

template <typename Is>
bool all_words(std::string_view value, const Is& is) {
  const auto words = words_of_value(value);
  return value.size() <= 4000 && std::all_of(words.begin(), words.end(), is);
}
bool is_entities(std::string_view value) { return all_words(value, is_entity_id); }
bool is_participants(std::string_view value) {
  return all_words(value, [](std::string_view word) {
    const size_t colon = word.find(':');
    return colon != std::string_view::npos && is_entity_id(word.substr(0, colon)) && is_code<Role>(word.substr(colon + 1));
  });
}

constexpr auto kFields = std::to_array<CorrectionField>({
    {"v", "type", "type", is_code<EventType>},
    {"v", "subtype", "subtype", is_text},
    {"v", "main", "main", is_truth},
    {"v", "status", "status", is_code<Status>},
    {"v", "time.value", "time_value", is_text},
    {"v", "time.from", "from_day", is_day},
    {"v", "time.to", "to_day", is_day},
    {"v", "time.basis", "time_basis", is_code_or_none<TimeBasis>},
    {"v", "place.name", "place", is_text},
    {"v", "place.country", "place_country", is_country},
    {"v", "place.basis", "place_basis", is_code_or_none<PlaceBasis>},
    {"v", "channel", "channel", is_text},
    {"v", "format", "format", is_text},
    {"v", "duration", "duration", is_text},
    {"v", "initiator", "initiator", is_entity, Holds::entity},
    {"v", "participants", "participants.account", is_participants, Holds::participants},
    {"s", "speakers", "statement_speakers.statement", is_entities, Holds::entities},
    {"s", "addressee", "addressee", is_entity, Holds::entity},
    {"s", "reported_by", "reported_by", is_entity, Holds::entity},
    {"s", "mode", "mode", is_code<StatementMode>},
    {"s", "negated", "negated", is_truth},
    {"p", "act", "act", is_code<PointAct>},
    {"p", "negated", "negated", is_truth},
    {"p", "topic.label", "topic_label", is_text},
    {"p", "holders", "point_holders.point", is_entities, Holds::entities},
    {"f", "value", "value", is_number},
    {"f", "value_to", "value_to", is_number_or_none},
    {"f", "time.value", "time_value", is_text},
    {"f", "time.from", "from_day", is_day},
    {"f", "time.to", "to_day", is_day},
    {"f", "speaker", "speaker", is_entity, Holds::entity},
    {"f", "unit", "unit", is_text},
    {"f", "comparison", "comparison", is_code<Comparison>},
    {"f", "direction", "direction", is_direction},
    {"f", "indicator", "indicator", is_text},
    {"c", "strength", "strength", is_code<Strength>},
    {"c", "class", "class", is_code<CommitmentClass>},
    {"c", "by", "by_entity", is_entity, Holds::entity},
    {"c", "to", "to_entity", is_entity, Holds::entity},
    {"c", "parties", "commitment_parties.commitment", is_entities, Holds::entities},
    {"c", "due.value", "due_value", is_text},
    {"c", "due.from", "due_from", is_day},
    {"c", "due.to", "due_to", is_day},
    {"y", "kind", "kind", is_code<CourtesyKind>},
    {"y", "from", "from_entity", is_entity, Holds::entity},
    {"y", "to", "to_entity", is_entity, Holds::entity},
    {"y", "via", "via_entity", is_entity, Holds::entity},
    {"t", "value", "value", is_text},
    {"t", "from", "from_day", is_day},
    {"t", "to", "to_day", is_day},
    {"m", "entity", "entity", is_entity, Holds::entity},
    {"m", "type", "type", is_code<MentionType>},
    {"e", "name", "name", is_name},
    {"e", "type", "type", is_code<MentionType>},
    {"e", "country", "country", is_country},
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
  if (!field->allows(value))
    throw Error(ErrorKind::input, fmt::format("\"{}\" is no value for {} of {}", value, name, fact));
  return *field;
}

}  // namespace chancery::record
