#include "questions/snippet.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace chancery::questions {
namespace {

constexpr uint32_t kWidth = 160;
constexpr uint32_t kLead = 50;  ///< shown before the first mark
constexpr size_t kMost = 3;
constexpr uint32_t kSlack = 24;  ///< looked through for a gap between words

struct Window {
  uint32_t begin = 0, end = 0;  ///< code points
  size_t first = 0, last = 0;   ///< marks, half-open
  size_t marks() const { return last - first; }
};

std::vector<Window> windows(const std::vector<record::Range>& marks, uint32_t size) {
  std::vector<Window> all;
  for (size_t i = 0; i < marks.size();) {
    Window window;
    window.begin = marks[i].begin > kLead ? marks[i].begin - kLead : 0;
    window.end = std::min(std::max(window.begin + kWidth, marks[i].end), size);
    window.first = i;
    while (i < marks.size() && marks[i].end <= window.end) ++i;
    window.last = std::max(i, window.first + 1);
    i = window.last;
    all.push_back(window);
  }
  return all;
}

/// Windows that hold most marks, the earlier first among equals, in the order of the text.
std::vector<Window> best(std::vector<Window> all) {
  std::stable_sort(all.begin(), all.end(), [](const Window& a, const Window& b) { return a.marks() > b.marks(); });
  if (all.size() > kMost) all.resize(kMost);
  std::sort(all.begin(), all.end(), [](const Window& a, const Window& b) { return a.begin < b.begin; });
  return all;
}

class Cutter {
 public:
  Cutter(std::string_view text, const std::vector<record::Range>& marks)
      : text_(text), points_(text), marks_(marks), size_(static_cast<uint32_t>(points_.at(text.size()))) {}

  uint32_t size() const { return size_; }

  Snippet cut(const Window& window) const {
    const uint32_t begin = after_gap(window), end = before_gap(window);
    const size_t from = points_.byte_of(begin), to = points_.byte_of(end);
    Snippet snippet;
    snippet.span = {begin, end, Part::text};
    snippet.text = std::string(text_.substr(from, to - from));
    snippet.cut_before = begin > 0;
    snippet.cut_after = end < size_;
    for (size_t i = window.first; i < window.last && i < marks_.size(); ++i) {
      if (marks_[i].begin >= begin && marks_[i].end <= end)
        snippet.marks.push_back({marks_[i].begin - begin, marks_[i].end - begin, Part::text});
    }
    return snippet;
  }

 private:
  bool gap_before(uint32_t at) const {
    const size_t byte = points_.byte_of(at);
    return byte == 0 || utf8::is_space(utf8::decode_before(text_, byte).code_point);
  }

  uint32_t after_gap(const Window& window) const {
    const uint32_t limit = window.marks() > 0 ? marks_[window.first].begin : window.begin;
    for (uint32_t at = window.begin; at < std::min(limit, window.begin + kSlack); ++at) {
      if (gap_before(at)) return at;
    }
    return std::min(window.begin, limit);
  }

  uint32_t before_gap(const Window& window) const {
    const uint32_t limit = window.marks() > 0 ? marks_[window.last - 1].end : window.begin;
    if (window.end >= size_) return size_;
    for (uint32_t at = window.end; at > limit && at + kSlack > window.end; --at) {
      if (gap_before(at)) return at - 1;
    }
    return std::max(window.end, limit);
  }

  std::string_view text_;
  utf8::CodePoints points_;
  const std::vector<record::Range>& marks_;
  uint32_t size_;
};

}  // namespace

std::vector<Snippet> snippets(std::string_view text, const std::vector<record::Range>& marks) {
  const Cutter cutter(text, marks);
  std::vector<Snippet> all;
  if (cutter.size() == 0) return all;
  if (marks.empty()) {
    all.push_back(cutter.cut({0, std::min(kWidth, cutter.size()), 0, 0}));
    return all;
  }
  for (const Window& window : best(windows(marks, cutter.size()))) all.push_back(cutter.cut(window));
  return all;
}

}  // namespace chancery::questions
