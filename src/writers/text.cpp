#include "writers/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "writers/describe.hpp"
#include "writers/heading.hpp"
#include "writers/paint.hpp"
#include "writers/terminal.hpp"

namespace chancery::writers {
namespace {

constexpr size_t kMarginFrom = 110;  ///< columns from which facts stand in a margin
constexpr size_t kMostPointLines = 12;  ///< in the list at the top

struct Mark {
  Span span;
  Style style;
};

/// Marks that do not overlap, in order: of two that do, the more telling one wins.
std::vector<Mark> marks_of(const Document& document) {
  std::vector<Mark> wanted;
  for (const auto& f : document.figures) wanted.push_back({f.span, Style::yellow});
  for (const auto& t : document.times) wanted.push_back({t.span, Style::green});
  for (const auto& s : document.statements) wanted.push_back({s.cue, Style::magenta});
  for (const auto& m : document.mentions) {
    if (m.form == Form::pronoun) continue;
    const bool person = m.type == MentionType::person;
    wanted.push_back({m.span, person ? Style::cyan : Style::blue});
  }
  std::stable_sort(wanted.begin(), wanted.end(), [](const Mark& a, const Mark& b) { return before(a.span, b.span); });
  std::vector<Mark> marks;
  for (const Mark& mark : wanted) {
    if (mark.span.empty() || mark.span.part != Part::text) continue;
    if (marks.empty() || marks.back().span.end <= mark.span.begin) marks.push_back(mark);
  }
  return marks;
}

class TextWriter {
 public:
  TextWriter(const Document& document, const TextLayout& layout)
      : d_(document),
        colour_(layout.colour),
        width_(std::max(layout.width, kNarrowest)),
        margin_(width_ >= kMarginFrom),
        body_(std::min(kPleasantLine, margin_ ? width_ * 6 / 10 : width_)),
        marks_(marks_of(document)),
        notes_(notes_of(document)) {}

  std::string all() {
    out_ = heading(d_, body_, colour_);
    for (const auto& event : d_.events) {
      if (event.main) main_event(event);
    }
    points();
    out_ += paint(rule(body_), Style::dim) + "\n";
    for (const Block& block : blocks()) {
      if (!repeats_title(block)) paragraph(block);
    }
    return std::move(out_);
  }

 private:
  std::string paint(std::string_view text, Style style) const { return painted(text, style, colour_); }

  /// The title stands at the top already.
  bool repeats_title(const Block& block) const { return !d_.title.empty() && d_.of(block.span) == d_.title; }
  void main_event(const Event& event);
  void people(const Event& event);
  void points();
  std::vector<Block> blocks() const;
  void paragraph(const Block& block);
  /// The space before a paragraph, with the name of the speaker where a turn begins.
  void gap_before(const Block& block);
  std::vector<std::string> body_lines(const Block& block, size_t width) const;
  std::string word(uint32_t begin, uint32_t end, Style base) const;
  std::vector<std::string> note_lines(const Block& block, size_t width);
  void beside(const std::vector<std::string>& left, const std::vector<std::string>& right, std::string_view bar);

  const Document& d_;
  const bool colour_;
  const size_t width_;
  const bool margin_;
  const size_t body_;
  const std::vector<Mark> marks_;
  const std::vector<Note> notes_;
  size_t next_note_ = 0;
  const Statement* turn_ = nullptr;
  std::string out_;
};

void TextWriter::main_event(const Event& event) {
  std::string line = paint(what(event), Style::bold);
  for (const auto& [text, style] : {std::pair{when(d_, event.time), Style::green}, std::pair{where(event.place), Style::blue}}) {
    if (!text.empty()) line += " · " + paint(text, style);
  }
  out_ += "\n";
  for (const auto& part : wrapped(line, body_)) out_ += part + "\n";
  people(event);
}

void TextWriter::people(const Event& event) {
  size_t widest = 0;
  for (const auto& p : event.participants) widest = std::max(widest, name_of(p.role).size());
  for (const auto& p : event.participants) {
    const auto lines = wrapped(full_description(d_, p.entity), body_ > widest + 24 ? body_ - widest - 4 : 20);
    for (size_t i = 0; i < lines.size(); ++i) {
      out_ += fmt::format("  {}  {}\n", paint(padded(i == 0 ? name_of(p.role) : "", widest), Style::dim), i == 0 ? paint(lines[i], Style::cyan) : lines[i]);
    }
  }
}

/// What was discussed, raised, agreed ..., by topics; the words stand beside the text.
void TextWriter::points() {
  const auto lines = points_of(d_);
  if (lines.empty()) return;
  out_ += "\n" + paint("Points", Style::bold) + "\n";
  for (size_t i = 0; i < std::min(lines.size(), kMostPointLines); ++i) {
    const auto wrapped_lines = wrapped(lines[i].held + ": " + lines[i].topics, body_ - 4);
    for (size_t k = 0; k < wrapped_lines.size(); ++k) out_ += (k == 0 ? "  " : "    ") + wrapped_lines[k] + "\n";
  }
  if (lines.size() > kMostPointLines) out_ += paint(fmt::format("  ... and {} more beside the text", lines.size() - kMostPointLines), Style::dim) + "\n";
}

/// The paragraphs of the text; where no stage has found any, its lines.
std::vector<Block> TextWriter::blocks() const {
  std::vector<Block> found;
  for (const Block& block : d_.blocks) {
    if (block.span.part == Part::text) found.push_back(block);
  }
  if (!found.empty()) return found;
  for (size_t at = 0; at < d_.text.size();) {
    const size_t end = std::min(d_.text.find('\n', at), d_.text.size());
    found.push_back({.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end), Part::text}});
    at = end + 1;
  }
  return found;
}

void TextWriter::gap_before(const Block& block) {
  const Statement* here = nullptr;
  for (const auto& s : d_.statements) {
    if (s.mode == StatementMode::turn && s.span.part == Part::text && s.span.begin < block.span.end && block.span.begin < s.span.end) here = &s;
  }
  if (here && here != turn_) {
    std::string who = here->speakers.empty() ? "someone" : "";
    for (const Index i : here->speakers) who += (who.empty() ? "" : ", ") + name_of_entity(d_, i);
    const std::string to = here->addressee == kNone ? "" : paint(" to " + name_of_entity(d_, here->addressee), Style::dim);
    out_ += "\n" + paint("▌ " + who, Style::magenta) + to + "\n" + paint("│", Style::magenta) + "\n";
  } else {
    out_ += (here ? paint("│", Style::magenta) : "") + "\n";
  }
  turn_ = here;
}

std::string TextWriter::word(uint32_t begin, uint32_t end, Style base) const {
  std::string out;
  auto mark = std::partition_point(marks_.begin(), marks_.end(), [&](const Mark& m) { return m.span.end <= begin; });
  while (begin < end) {
    const bool inside = mark != marks_.end() && mark->span.begin <= begin;
    const uint32_t stop = std::min(end, mark == marks_.end() ? end : inside ? mark->span.end : mark->span.begin);
    out += paint(safe_line(std::string_view(d_.text).substr(begin, stop - begin)), inside ? mark->style : base);
    if (inside) ++mark;
    begin = stop;
  }
  return out;
}

std::vector<std::string> TextWriter::body_lines(const Block& block, size_t width) const {
  const Style base = block.kind == BlockKind::heading ? Style::bold : block.kind == BlockKind::dateline ? Style::dim : Style::plain;
  std::vector<std::string> lines(1);
  size_t used = 0;
  uint32_t at = block.span.begin;
  const auto blank = [&](uint32_t i) { return d_.text[i] == ' ' || (d_.text[i] >= '\t' && d_.text[i] <= '\r'); };
  while (at < block.span.end) {
    uint32_t end = at;
    while (end < block.span.end && !blank(end)) ++end;
    if (end > at) {
      const std::string styled = word(at, end, base);
      const size_t wide = columns(styled);
      if (used > 0 && used + 1 + wide > width) {
        lines.emplace_back();
        used = 0;
      }
      lines.back() += (used > 0 ? " " : "") + styled;
      used += wide + (used > 0 ? 1 : 0);
    }
    at = end + 1;
  }
  return lines;
}

std::vector<std::string> TextWriter::note_lines(const Block& block, size_t width) {
  std::vector<std::string> lines;
  for (; next_note_ < notes_.size() && notes_[next_note_].span.begin < block.span.end; ++next_note_) {
    const Note& note = notes_[next_note_];
    const size_t first = columns(note.label) + 1;
    auto text = wrapped(std::string(first, '.') + note.says, width - 2);  // dots hold the label's place while wrapping
    text.front() = paint("› " + note.label, Style::dim) + " " + text.front().substr(first);
    for (size_t i = 1; i < text.size(); ++i) text[i] = "  " + text[i];
    lines.insert(lines.end(), text.begin(), text.end());
  }
  return lines;
}

void TextWriter::beside(const std::vector<std::string>& left, const std::vector<std::string>& right, std::string_view bar) {
  for (size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    const std::string text = std::string(bar) + (i < left.size() ? left[i] : "");
    out_ += i < right.size() ? padded(text, body_ + 2) + paint("│ ", Style::dim) + right[i] : text;
    out_ += "\n";
  }
}

void TextWriter::paragraph(const Block& block) {
  gap_before(block);
  if (block.kind == BlockKind::separator) {
    out_ += paint(rule(body_), Style::dim) + "\n";
    return;
  }
  const std::string bar = turn_ ? paint("│ ", Style::magenta) : "";
  const auto body = body_lines(block, body_ - (turn_ ? 2 : 0));
  if (margin_) {
    const auto notes = note_lines(block, std::min<size_t>(width_ - body_ - 4, 72));
    beside(body, notes, bar);
    return;
  }
  beside(body, {}, bar);
  for (const auto& line : note_lines(block, body_ - 4)) out_ += "    " + line + "\n";
}

}  // namespace

std::string to_text(const Document& document, const TextLayout& layout) { return TextWriter(document, layout).all(); }

}  // namespace chancery::writers
