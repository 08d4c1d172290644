// A stretch of a document's text or title. Offsets are bytes into the UTF-8 string, begin inclusive, end
// exclusive, always on code point boundaries; writers turn them into code points (W3C text positions).
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace chancery {

enum class Part : uint8_t { title, text };

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  Part part = Part::text;

  bool empty() const { return begin >= end; }
  uint32_t size() const { return empty() ? 0 : end - begin; }
  bool contains(const Span& other) const { return part == other.part && begin <= other.begin && other.end <= end; }
  bool overlaps(const Span& other) const { return part == other.part && begin < other.end && other.begin < end; }
  bool operator==(const Span&) const = default;
};

/// Title before text, then by begin, the longer first.
inline bool before(const Span& a, const Span& b) {
  if (a.part != b.part) return a.part < b.part;
  return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

/// The smallest span over both, which must lie in the same part.
inline Span joined(const Span& a, const Span& b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end), a.part}; }

}  // namespace chancery
