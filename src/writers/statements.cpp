#include "writers/statements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "writers/describe.hpp"
#include "writers/heading.hpp"
#include "writers/paint.hpp"
#include "writers/terminal.hpp"

namespace chancery::writers {
namespace {

constexpr size_t kIndent = 4;
constexpr size_t kDeepest = 4;  ///< levels that are told apart by indenting, so that the words keep their room

std::string plain(std::string_view text) { return utf8::lower(utf8::unaccented(text)); }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : plain(text)) {
    // Bytes of other scripts are letters here; ASCII that is no letter or digit parts words.
    const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool holds(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); });
}

/// By any of the names that the document has for it.
bool is_called(const Entity& entity, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return false;
  return holds(words_of(entity.name), wanted) ||
         std::any_of(entity.names.begin(), entity.names.end(), [&](const std::string& name) { return holds(words_of(name), wanted); });
}

bool spoken_by(const Document& document, const Statement& statement, const std::string& name) {
  const auto wanted = words_of(name);
  return std::any_of(statement.speakers.begin(), statement.speakers.end(), [&](Index i) {
    if (i >= document.entities.size()) return false;
    const Entity& entity = document.entities[i];
    return is_called(entity, wanted) || std::any_of(entity.members.begin(), entity.members.end(), [&](Index member) {
             return member < document.entities.size() && is_called(document.entities[member], wanted);
           });
  });
}

bool is_about(const Statement& statement, const std::string& topic) {
  return std::any_of(statement.topics.begin(), statement.topics.end(), [&](const std::string& one) { return plain(one) == plain(topic); });
}

std::string speakers_of(const Document& document, const Statement& statement) {
  std::string names;
  for (const Index i : statement.speakers) names += (names.empty() ? "" : ", ") + name_of_entity(document, i);
  return names.empty() ? "Speaker not named" : names;
}

/// How often each speaks, the most frequent first; what several say counts for each of them.
std::string tally(const Document& document, const std::vector<Index>& shown) {
  std::map<Index, size_t> counts;  // kNone: nobody is named
  for (const Index i : shown) {
    const auto& speakers = document.statements[i].speakers;
    if (speakers.empty()) ++counts[kNone];
    for (const Index speaker : speakers) ++counts[speaker];
  }
  std::vector<std::pair<Index, size_t>> ordered(counts.begin(), counts.end());
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (const auto& [who, count] : ordered) {
    out += fmt::format("{}{} {}", out.empty() ? "" : " · ", who == kNone ? "Speaker not named" : name_of_entity(document, who), count);
  }
  return out;
}

class StatementsWriter {
 public:
  StatementsWriter(const Document& document, const StatementFilter& filter, const TextLayout& layout)
      : d_(document), colour_(layout.colour), width_(std::min(std::max(layout.width, kNarrowest), kPleasantLine)) {
    for (Index i = 0; i < d_.statements.size(); ++i) {
      if (passes(d_, d_.statements[i], filter)) shown_.push_back(i);
    }
    std::stable_sort(shown_.begin(), shown_.end(), [&](Index a, Index b) {
      const Span &x = d_.statements[a].span, &y = d_.statements[b].span;
      if (x.part != y.part) return x.part == Part::title;
      return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
    });
    is_shown_.assign(d_.statements.size(), false);
    for (const Index i : shown_) is_shown_[i] = true;
  }

  bool none() const { return shown_.empty(); }

  std::string all() {
    out_ = heading(d_, width_, colour_) + "\n";
    if (none()) return out_ + "No statements.\n";
    const std::string whose = d_.info.publisher.empty() ? "" : " · " + safe_line(d_.info.publisher) + "’s account";
    put(fmt::format("{} statement{}{}", shown_.size(), shown_.size() == 1 ? "" : "s", whose), 0, Style::dim);
    put(tally(d_, shown_), 0, Style::dim);
    out_ += painted(rule(width_), Style::dim, colour_) + "\n";
    for (const Index i : shown_) statement(i);
    return std::move(out_);
  }

 private:
  void put(const std::string& text, size_t indent, Style style = Style::plain) {
    for (const auto& line : wrapped(text, width_ - indent)) out_ += (line.empty() ? "" : std::string(indent, ' ') + painted(line, style, colour_)) + "\n";
  }

  size_t depth(Index i) const {
    size_t depth = 0;
    for (Index up = d_.statements[i].parent; up < d_.statements.size() && depth < kDeepest; up = d_.statements[up].parent) {
      if (is_shown_[up]) ++depth;
      if (up == d_.statements[up].parent) break;
    }
    return depth;
  }

  void statement(Index i);
  std::string how(const Statement& s) const;
  std::vector<std::string> paragraphs(const Statement& s) const;
  std::string words(const Statement& s) const;

  const Document& d_;
  const bool colour_;
  const size_t width_;
  std::vector<Index> shown_;
  std::vector<bool> is_shown_;
  std::string out_;
};

/// What is known of it beside the speaker and the words: "to Joe Biden · reported · on energy".
std::string StatementsWriter::how(const Statement& s) const {
  std::string out;
  const auto say = [&](const std::string& part, Style style = Style::dim) {
    if (!part.empty()) out += painted(" · ", Style::dim, colour_) + painted(part, style, colour_);
  };
  if (s.negated) say("denied or negated", Style::red);
  if (s.addressee != kNone) say("to " + name_of_entity(d_, s.addressee));
  if (s.mode != StatementMode::turn) say(spoken_mode(s.mode));
  if (s.reported_by != kNone) say("in " + name_of_entity(d_, s.reported_by) + "’s account");
  if (s.parent < d_.statements.size() && !is_shown_[s.parent]) say("within the words of " + speakers_of(d_, d_.statements[s.parent]));
  std::string topics;
  for (const auto& topic : s.topics) topics += (topics.empty() ? "on " : ", ") + spoken(safe_line(topic));
  say(topics, Style::blue);
  return out;
}

/// The content in its pieces; what stood between them is left out and its place marked.
std::string StatementsWriter::words(const Statement& s) const {
  std::string text;
  for (const Span& piece : s.pieces.empty() ? std::vector<Span>{s.span} : s.pieces) text += (text.empty() ? "" : " … ") + safe_line(d_.of(piece));
  return s.mode == StatementMode::direct ? "“" + text + "”" : text;
}

/// A turn is read paragraph by paragraph.
std::vector<std::string> StatementsWriter::paragraphs(const Statement& s) const {
  if (s.mode != StatementMode::turn || s.span.part != Part::text) return {words(s)};
  std::vector<std::string> all;
  for (const Block& block : d_.blocks) {
    if (block.span.part != Part::text || block.kind == BlockKind::separator) continue;
    const uint32_t begin = std::max(block.span.begin, s.span.begin), end = std::min(block.span.end, s.span.end);
    if (begin < end) all.push_back(safe_line(d_.of(Span{begin, end, Part::text})));
  }
  return all.empty() ? std::vector<std::string>{words(s)} : all;
}

void StatementsWriter::statement(Index i) {
  const Statement& s = d_.statements[i];
  const size_t indent = std::min(depth(i) * kIndent, width_ / 3);
  const std::string cue = s.cue.empty() ? "" : " “" + safe_line(d_.of(s.cue)) + "”";
  out_ += "\n";
  put(painted(speakers_of(d_, s), Style::magenta, colour_) + cue + how(s), indent);
  bool first = true;
  for (const auto& paragraph : paragraphs(s)) {
    if (!first) out_ += "\n";
    first = false;
    put(paragraph, indent + kIndent / 2);
  }
}

}  // namespace

bool passes(const Document& document, const Statement& statement, const StatementFilter& filter) {
  const auto said_by = [&](const std::string& name) { return spoken_by(document, statement, name); };
  const auto about = [&](const std::string& topic) { return is_about(statement, topic); };
  return (filter.speakers.empty() || std::any_of(filter.speakers.begin(), filter.speakers.end(), said_by)) &&
         (filter.topics.empty() || std::any_of(filter.topics.begin(), filter.topics.end(), about));
}

std::string to_statements(const Document& document, const StatementFilter& filter, const TextLayout& layout) {
  StatementsWriter writer(document, filter, layout);
  return writer.none() && !filter.empty() ? std::string() : writer.all();
}

}  // namespace chancery::writers
