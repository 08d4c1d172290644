// What kind of document it is, by its title and by what was found in it.
#include <algorithm>

#include "stages/events/reader.hpp"

namespace chancery {

std::optional<DocumentKind> EventReader::kind_by_title() const {
  const auto [first, last] = document_.tokens_in({0, static_cast<uint32_t>(document_.title.size()), Part::title});
  for (const auto& phrase : lexicon_.kinds()) {
    const Index size = static_cast<Index>(phrase.words.size());
    for (Index i = first; i + size <= last; ++i) {
      if (phrase.opens && i > first) break;
      bool same = true;
      for (Index k = 0; same && k < size; ++k) same = lower(i + k) == phrase.words[k];
      if (same) return phrase.kind;
    }
  }
  return std::nullopt;
}

/// "Sanctions must be stronger - Head of the Office Ana Silva", "Ana Silva: ..." : the mention of the speaker.
Index EventReader::speaker_in_title() const {
  if (document_.title.empty()) return kNone;
  const auto [first, last] = document_.tokens_in({0, static_cast<uint32_t>(document_.title.size()), Part::title});
  const auto [m_first, m_last] = mentions_in(document_, {0, static_cast<uint32_t>(document_.title.size()), Part::title});
  for (Index m = m_first; m < m_last; ++m) {
    const Mention& mention = document_.mentions[m];
    if (!is_person(mention.entity)) continue;
    const auto [token, end] = document_.tokens_in(mention.span);
    const bool ends = end == last || m + 1 == m_last || document_.mentions[m + 1].span.begin <= mention.span.end + 1;
    if (ends && token > first && lower(token - 1) == "-" && document_.tokens[token - 1].space_before && token - first > 3) return m;
    if (token == first && end < last && lower(end) == ":") return m;
    const bool office_then_name = m + 1 < m_last && document_.mentions[m + 1].entity == mention.entity;
    if (token == first && office_then_name) {
      const Index name_end = document_.tokens_in(document_.mentions[m + 1].span).second;
      if (name_end < last && lower(name_end) == ":") return m;
    }
  }
  return kNone;
}

DocumentKind EventReader::settle_kind(std::optional<DocumentKind> by_title, const Event& main) const {
  const size_t turns = document_.labels.size();
  if (turns >= 2 && (!by_title || *by_title == DocumentKind::statement || *by_title == DocumentKind::address)) return DocumentKind::transcript;
  if (by_title && *by_title == DocumentKind::statement && main.type != EventType::statement && main.type != EventType::other) {
    return main.status == Status::happened ? DocumentKind::readout : DocumentKind::announcement;
  }
  if (by_title) return *by_title;
  if (main.status == Status::planned || main.status == Status::postponed || main.status == Status::cancelled) return DocumentKind::announcement;
  switch (main.type) {
    case EventType::statement: return DocumentKind::statement;
    case EventType::press_conference: return DocumentKind::transcript;
    case EventType::letter: return DocumentKind::letter;
    case EventType::other: return DocumentKind::other;
    default: return DocumentKind::readout;
  }
}

}  // namespace chancery
