#include "questions/brief/fit.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.hpp"

namespace chancery::questions {
namespace {

// Two pages of US Letter less margins are 2 * 253 mm. Set in DejaVu Sans, the widest of the usual faces, sheets come out
// a tenth lower than they are reckoned.
constexpr double kRoom = 2 * 253 * 0.98;
constexpr double kHead = 22, kTitle = 9.5, kLine = 3.9, kLineGap = 0.5, kNoteLine = 2.85, kNoteGap = 0.3;
constexpr double kColumns = 118, kNoteColumns = 74;

double columns_of(std::string_view text) {
  double columns = 0;
  for (size_t at = 0; at < text.size();) {
    const auto c = utf8::decode(text, at);
    at += c.length;
    columns += c.code_point >= 0x1100 ? (c.code_point >= 0x2000 && c.code_point < 0x2100 ? 1 : 2) : utf8::is_upper(c.code_point) ? 1.35 : 1;
  }
  return columns;
}

double lines_of(double columns, double width) { return std::ceil(std::max(columns, 1.0) / width); }

double height_of(const BriefLine& line) {
  const double text = columns_of(line.label) + columns_of(line.text()) + 6 + 3 * static_cast<double>(line.sources.size());
  return kLine * lines_of(text, line.level == 0 ? kColumns : kColumns - 6) + kLineGap;
}

/// A further passage of a release is told by the number of its first footnote.
double height_of(const BriefNote& note, bool first) {
  const double text = !first ? 12 + columns_of(note.passage) : 30 + columns_of(note.document.publisher) + columns_of(note.document.title) + columns_of(note.document.url) + columns_of(note.passage);
  return (kNoteLine * lines_of(text, kNoteColumns) + kNoteGap) / 2;
}

double height_of(const BriefEntry& entry, std::set<std::pair<std::string, uint32_t>>& noted) {
  double height = 0;
  for (const BriefLine& line : entry) {
    height += height_of(line);
    for (const BriefNote& note : line.sources) {
      const auto before = noted.lower_bound({note.document.id, 0});
      const bool first = before == noted.end() || before->first != note.document.id;
      if (!first && note.passage.empty()) continue;
      if (noted.emplace(note.document.id, note.span.begin).second) height += height_of(note, first);
    }
  }
  return height;
}

/// The height of one section taken by itself.
double height_of(const BriefDraft& draft) {
  std::set<std::pair<std::string, uint32_t>> noted;
  double height = kTitle;
  for (const BriefEntry& entry : draft.entries) height += height_of(entry, noted);
  return height;
}

/// The highest section that still has more than `least` entries; none where all are down to them.
BriefDraft* highest(std::vector<BriefDraft>& drafts) {
  BriefDraft* found = nullptr;
  double most = 0;
  for (BriefDraft& draft : drafts) {
    if (draft.entries.size() <= draft.least) continue;
    const double height = height_of(draft);
    if (height > most) {
      most = height;
      found = &draft;
    }
  }
  return found;
}

BriefDraft* last_with_entries(std::vector<BriefDraft>& drafts) {
  for (size_t i = drafts.size(); i-- > 0;) {
    if (!drafts[i].entries.empty()) return &drafts[i];
  }
  return nullptr;
}

}  // namespace

double height_of(const std::vector<BriefDraft>& drafts) {
  std::set<std::pair<std::string, uint32_t>> noted;
  double height = kHead + kTitle;
  for (const BriefDraft& draft : drafts) {
    height += kTitle + kLine;
    for (const BriefEntry& entry : draft.entries) height += height_of(entry, noted);
  }
  return height;
}

std::vector<BriefDraft> fitted(std::vector<BriefDraft> drafts) {
  while (height_of(drafts) > kRoom) {
    BriefDraft* longest = highest(drafts);
    if (!longest) longest = last_with_entries(drafts);
    if (!longest) break;
    longest->entries.pop_back();
  }
  return drafts;
}

}  // namespace chancery::questions
