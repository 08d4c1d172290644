#include "server/api/body.hpp"

#include <algorithm>

#include "server/problem.hpp"

namespace chancery::server::api {

using questions::Json;

namespace {

[[noreturn]] void refuse_body(const std::string& why, const std::string& member = {}) {
  throw ProblemError{{400, "Wrong body", why, "", member}};
}

}  // namespace

Json object_of(const Request& request) {
  Json json;
  try {
    json = Json::parse(request.body);
  } catch (const Json::parse_error& error) {
    refuse_body("The body is no JSON: it breaks off or goes wrong at byte " + std::to_string(error.byte) + ".");
  }
  if (!json.is_object()) refuse_body("The body must be a JSON object.");
  return json;
}

Members::Members(const Json& object, std::string where, const std::vector<std::string_view>& known) : object_(object), where_(std::move(where)) {
  if (!object_.is_object()) refuse_body("\"" + where_ + "\" must be an object.", where_);
  for (const auto& [name, value] : object_.items()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string list;
    for (const std::string_view one : known) list.append(list.empty() ? "" : ", ").append(one);
    refuse(name, "is not known here; there are: " + list);
  }
}

void Members::refuse(std::string_view name, const std::string& why) const {
  const std::string member = where_.empty() ? std::string(name) : where_ + "." + std::string(name);
  refuse_body("\"" + member + "\" " + why + ".", member);
}

const Json* Members::find(std::string_view name) const {
  const auto found = object_.find(name);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

bool Members::has(std::string_view name) const { return find(name) != nullptr; }

std::string Members::text(std::string_view name, size_t most_bytes) const {
  const Json* value = find(name);
  if (value == nullptr) return {};
  if (!value->is_string()) refuse(name, "must be a string");
  auto text = value->get<std::string>();
  if (text.size() > most_bytes) refuse(name, "is longer than " + std::to_string(most_bytes) + " bytes");
  return text;
}

std::vector<Json> Members::list(std::string_view name, size_t most) const {
  const Json* value = find(name);
  if (value == nullptr) return {};
  if (!value->is_array()) refuse(name, "must be an array");
  if (value->size() > most) refuse(name, "has more than " + std::to_string(most) + " entries");
  return {value->begin(), value->end()};
}

std::vector<std::string> Members::texts(std::string_view name, size_t most, size_t most_bytes) const {
  std::vector<std::string> all;
  for (const Json& one : list(name, most)) {
    if (!one.is_string() || one.get_ref<const std::string&>().size() > most_bytes) refuse(name, "must hold strings of at most " + std::to_string(most_bytes) + " bytes");
    all.push_back(one.get<std::string>());
  }
  return all;
}

std::optional<int64_t> Members::number(std::string_view name, int64_t least, int64_t most) const {
  const Json* value = find(name);
  if (value == nullptr) return std::nullopt;
  const bool fits = value->is_number_unsigned() ? value->get<uint64_t>() <= static_cast<uint64_t>(most) : value->is_number_integer();
  if (!fits || value->get<int64_t>() < least || value->get<int64_t>() > most) {
    refuse(name, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return value->get<int64_t>();
}

std::vector<int64_t> Members::numbers(std::string_view name, size_t most) const {
  std::vector<int64_t> all;
  for (const Json& one : list(name, most)) {
    if (!one.is_number_unsigned() || one.get<uint64_t>() == 0 || one.get<uint64_t>() > INT64_MAX) refuse(name, "must hold whole numbers above 0");
    all.push_back(one.get<int64_t>());
  }
  return all;
}

bool Members::flag(std::string_view name) const {
  const Json* value = find(name);
  if (value == nullptr) return false;
  if (!value->is_boolean()) refuse(name, "must be true or false");
  return value->get<bool>();
}

}  // namespace chancery::server::api
