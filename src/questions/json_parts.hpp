// Pieces of JSON that several answers have. Inside questions/ only.
#pragma once

#include "questions/json.hpp"

namespace chancery::questions {

/// Empty means unknown.
inline Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

inline Json range(const record::Range& r) {
  Json out = Json::object();
  if (r.part == Part::title) out["in"] = "title";
  out["begin"] = r.begin;
  out["end"] = r.end;
  return out;
}

inline Json ranges(const std::vector<record::Range>& all) {
  Json out = Json::array();
  for (const record::Range& r : all) out.push_back(range(r));
  return out;
}

Json party(const record::Party& party);
Json party_or_null(const std::optional<record::Party>& party);
Json parties(const std::vector<record::Party>& all);
Json counts(const std::vector<record::Count>& all);

template <typename T>
Json list(const std::vector<T>& items) {
  Json out = Json::array();
  for (const T& item : items) out.push_back(to_json(item));
  return out;
}

}  // namespace chancery::questions
