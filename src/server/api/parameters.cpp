#include "server/api/parameters.hpp"

#include <algorithm>
#include <charconv>

#include "server/problem.hpp"

namespace chancery::server::api {
namespace {

constexpr size_t kMostValues = 50;
constexpr size_t kMostBytes = 1000;

std::string joined(const std::vector<std::string_view>& words) {
  std::string list;
  for (const std::string_view word : words) {
    list += list.empty() ? "" : ", ";
    list += word;
  }
  return list;
}

std::optional<size_t> whole_number(std::string_view text) {
  size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_country_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Parameters::Parameters(const Request& request, const std::vector<std::string_view>& known) : request_(request) {
  for (const auto& [name, value] : request.target.query) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string next = known.empty() ? "It takes none." : "It takes: " + joined(known) + ".";
    throw ProblemError{{400, "Unknown parameter", "\"" + request.target.path + "\" has no parameter \"" + name + "\".", next, name}};
  }
}

void Parameters::refuse(std::string_view name, const std::string& why) {
  throw ProblemError{{400, "Wrong parameter", "The parameter \"" + std::string(name) + "\" " + why + ".", "", std::string(name)}};
}

void Parameters::refuse_choice(std::string_view name, const std::string& given, const std::vector<std::string_view>& choices) {
  refuse(name, "is \"" + given + "\", but must be one of: " + joined(choices));
}

std::vector<std::string> Parameters::texts(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : request_.target.query) {
    if (key != name || value.empty()) continue;
    if (value.size() > kMostBytes) refuse(name, "is longer than " + std::to_string(kMostBytes) + " bytes");
    if (values.size() == kMostValues) refuse(name, "is given more than " + std::to_string(kMostValues) + " times");
    values.push_back(value);
  }
  return values;
}

/// An empty value is as good as none: a form sends its empty fields too.
std::optional<std::string> Parameters::single(std::string_view name) const {
  std::vector<std::string> values = texts(name);
  if (values.size() > 1) refuse(name, "is given more than once, but takes one value");
  return values.empty() ? std::nullopt : std::optional<std::string>(std::move(values.front()));
}

std::string Parameters::text(std::string_view name, size_t most_bytes) const {
  std::string value = single(name).value_or("");
  if (value.size() > most_bytes) refuse(name, "is longer than " + std::to_string(most_bytes) + " bytes");
  return value;
}

size_t Parameters::number(std::string_view name, size_t least, size_t most, size_t otherwise) const {
  const auto given = single(name);
  if (!given) return otherwise;
  const auto value = whole_number(*given);
  if (!value || *value < least || *value > most) {
    refuse(name, "is \"" + *given + "\", but must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return *value;
}

bool Parameters::flag(std::string_view name) const { return choice(name, {"false", "true"}) == "true"; }

std::optional<Day> Parameters::day(std::string_view name) const {
  const auto given = single(name);
  if (!given) return std::nullopt;
  constexpr size_t kIsoDay = 10;
  const auto value = given->size() == kIsoDay ? parse_day(*given) : std::nullopt;
  if (!value) refuse(name, "is \"" + *given + "\", but must be a day of the calendar such as 2017-11-19");
  return value;
}

std::vector<std::string> Parameters::countries(std::string_view name) const {
  std::vector<std::string> values = texts(name);
  for (const std::string& value : values) {
    if (!is_country_code(value)) refuse(name, "is \"" + value + "\", but must be an ISO 3166-1 alpha-3 code such as AZE");
  }
  return values;
}

std::string Parameters::country(std::string_view name) const {
  const std::vector<std::string> values = countries(name);
  if (values.size() > 1) refuse(name, "is given more than once, but takes one value here");
  return values.empty() ? std::string() : values.front();
}

std::vector<std::string> Parameters::years(std::string_view name) const {
  std::vector<std::string> values = texts(name);
  for (const std::string& value : values) {
    const auto year = whole_number(value);
    if (!year || *year < 1 || *year > 9999) refuse(name, "is \"" + value + "\", but must be a year such as 2017");
  }
  return values;
}

std::string_view Parameters::choice(std::string_view name, std::initializer_list<std::string_view> choices) const {
  const auto given = single(name);
  if (!given) return *choices.begin();
  const auto* found = std::find(choices.begin(), choices.end(), std::string_view(*given));
  if (found == choices.end()) refuse_choice(name, *given, choices);
  return *found;
}

std::string_view Parameters::required_choice(std::string_view name, std::initializer_list<std::string_view> choices) const {
  if (!single(name)) refuse(name, "is missing; it must be one of: " + joined(choices));
  return choice(name, choices);
}

}  // namespace chancery::server::api
