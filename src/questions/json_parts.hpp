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

template <typename T>
Json list(const std::vector<T>& items) {
  Json out = Json::array();
  for (const T& item : items) out.push_back(to_json(item));
  return out;
}

}  // namespace chancery::questions
