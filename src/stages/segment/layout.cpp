#include "stages/segment/layout.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace chancery {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; }

bool starts_with_at(std::string_view text, size_t at, std::string_view what) { return text.substr(at, what.size()) == what; }

/// Length of a separator such as "* * *", "***", "###", "-----" or "___" that begins here; 0 if there is none.
size_t separator_length(std::string_view text, size_t at) {
  const char mark = text[at];
  if (mark != '*' && mark != '#' && mark != '-' && mark != '_' && mark != '=') return 0;
  size_t marks = 0, i = at, end = at;
  while (i < text.size() && (text[i] == mark || ((text[i] == ' ' || text[i] == '\t') && mark != '#'))) {
    if (text[i] == mark) {
      ++marks;
      end = i + 1;
    }
    ++i;
  }
  const bool alone = i >= text.size() || text[i] == '\n' || text[i] == '\r';
  const bool at_line_start = at == 0 || text[at - 1] == '\n';
  const bool spaced = end - at >= 2 * marks - 1 && marks >= 3;
  if (mark == '*' && spaced) return end - at;  // "* * *" also inside a line
  const bool after_sentence = at > 0 && std::string_view(".!?)\"").find(text[at - 1]) != std::string_view::npos && (end >= text.size() || is_blank(text[end]));
  if (mark == '*' && marks == 3 && after_sentence) return end - at;  // "... said.*** The next"
  return marks >= 3 && alone && at_line_start ? end - at : 0;
}

/// True where most single line ends stand inside a sentence, as in hard-wrapped text.
bool is_wrapped(std::string_view text) {
  size_t ends = 0, inside = 0;
  for (size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] != '\n' || text[i + 1] == '\n' || text[i + 1] == '\r') continue;
    size_t before = i;
    while (before > 0 && is_blank(text[before - 1]) && text[before - 1] != '\n') --before;
    if (before == 0 || text[before - 1] == '\n') continue;
    size_t after = i + 1;
    while (after < text.size() && (text[after] == ' ' || text[after] == '\t')) ++after;
    ++ends;
    const bool continues = after < text.size() && text[after] >= 'a' && text[after] <= 'z';
    inside += continues ? 1 : 0;
  }
  return ends >= 2 && inside * 3 >= ends;
}

/// Length of a bullet or number that opens a list item: "• ", "- ", "– ", "1. ", "(a) ".
size_t bullet_length(std::string_view line) {
  static constexpr std::array<std::string_view, 9> bullets = {"• ", "· ", "▪ ", "‣ ", "◦ ", "* ", "o ", "- ", "+ "};
  for (const auto bullet : bullets) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  size_t i = line.starts_with('(') ? 1 : 0;
  const size_t digits = i;
  while (i < line.size() && i < digits + 3 && line[i] >= '0' && line[i] <= '9') ++i;
  if (i > digits && i + 1 < line.size() && (line[i] == '.' || line[i] == ')') && line[i + 1] == ' ') return i + 2;
  return 0;
}

bool ends_as_sentence(std::string_view line) {
  while (!line.empty()) {
    const auto last = utf8::decode_before(line, line.size());
    switch (last.code_point) {
      case '"': case '\'': case ')': case ']': case U'”': case U'’': case U'»': case U'*':
        line.remove_suffix(last.length);
        continue;
      case '.': case '!': case '?': case ':': case ';': case ',': case U'…':
        return true;
      default:
        return false;
    }
  }
  return false;
}

BlockKind kind_of(std::string_view line, bool alone) {
  if (bullet_length(line) > 0) return BlockKind::list_item;
  if (alone && line.size() <= 160 && !ends_as_sentence(line)) return BlockKind::heading;
  return BlockKind::paragraph;
}

class BlockFinder {
 public:
  BlockFinder(std::string_view text, Part part) : text_(text), part_(part), wrapped_(is_wrapped(text)) {}

  std::vector<Block> run() {
    size_t start = 0;
    for (size_t i = 0; i < text_.size();) {
      if (const size_t length = separator_length(text_, i)) {
        add(start, i);
        push(i, i + length, BlockKind::separator);
        start = i += length;
      } else if (text_[i] == '\n' && ends_block(i)) {
        add(start, i);
        start = ++i;
      } else {
        ++i;
      }
    }
    add(start, text_.size());
    return std::move(blocks_);
  }

 private:
  bool ends_block(size_t line_end) const {
    if (!wrapped_) return true;
    size_t i = line_end + 1;
    while (i < text_.size() && (text_[i] == ' ' || text_[i] == '\t' || text_[i] == '\r')) ++i;
    if (i >= text_.size() || text_[i] == '\n') return true;
    return bullet_length(text_.substr(i)) > 0;
  }

  void add(size_t begin, size_t end) {
    while (begin < end && is_blank(text_[begin])) ++begin;
    while (end > begin && is_blank(text_[end - 1])) --end;
    if (begin == end) return;
    const auto line = text_.substr(begin, end - begin);
    push(begin, end, kind_of(line, line.find('\n') == std::string_view::npos));
  }

  void push(size_t begin, size_t end, BlockKind kind) {
    Block block;
    block.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end), part_};
    block.kind = kind;
    blocks_.push_back(block);
  }

  std::string_view text_;
  Part part_;
  bool wrapped_;
  std::vector<Block> blocks_;
};

/// "<john@example.org>" and "<Embedded Picture>" are words in angle brackets, no tags.
bool is_tag_name(std::string_view name) {
  static constexpr std::array<std::string_view, 42> names = {
      "a", "b", "i", "u", "s", "p", "em", "strong", "br", "hr", "div", "span", "del", "ins", "strike", "sub", "sup", "h1", "h2", "h3", "h4", "h5", "h6", "ul",
      "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "td", "th", "blockquote", "img", "font", "center", "small", "pre", "code"};
  const std::string lower = utf8::lower(name);
  return std::find(names.begin(), names.end(), lower) != names.end();
}

/// Length of a tag such as "<b>", "</p>", "<br/>" or a comment that begins here; 0 for "<…>" and "a < b".
size_t tag_length(std::string_view text, size_t at) {
  if (starts_with_at(text, at, "<!--")) {
    const size_t end = text.find("-->", at + 4);
    return end == std::string_view::npos ? 0 : end + 3 - at;
  }
  size_t i = at + 1;
  if (i < text.size() && text[i] == '/') ++i;
  const size_t name = i;
  while (i < text.size() && i < name + 12 && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= '1' && text[i] <= '6'))) ++i;
  if (i >= text.size() || (text[i] != '>' && text[i] != ' ' && text[i] != '/') || !is_tag_name(text.substr(name, i - name))) return 0;
  for (size_t limit = std::min(text.size(), i + 300); i < limit; ++i) {
    if (text[i] == '>') return i + 1 - at;
    if (text[i] == '<') return 0;
  }
  return 0;
}

/// Where struck text that opens at `at` ends; 0 when the tag is another or never closes near.
size_t struck_length(std::string_view text, size_t at) {
  for (const std::string_view name : {"s", "del", "strike"}) {
    const std::string open = "<" + std::string(name) + ">", close = "</" + std::string(name) + ">";
    if (!starts_with_at(text, at, open)) continue;
    const size_t end = text.substr(0, std::min(text.size(), at + 2000)).find(close, at);
    return end == std::string_view::npos ? 0 : end + close.size() - at;
  }
  return 0;
}

/// Where the "**" stands that closes bold text whose opening mark of `width` ends at `from`; 0 where none does nearby.
size_t closing_bold(std::string_view text, size_t from, size_t width) {
  static constexpr size_t kFarthest = 600;
  if (from >= text.size() || is_blank(text[from])) return 0;
  const auto near = text.substr(0, std::min(text.size(), from + kFarthest));
  const size_t close = near.find("**", from);
  if (close == std::string_view::npos || is_blank(text[close - 1]) || near.substr(0, close).find("\n\n", from) != std::string_view::npos) return 0;
  size_t end = close;
  while (end < text.size() && text[end] == '*') ++end;
  return end - close == width ? close : 0;
}

}  // namespace

std::vector<Block> find_blocks(std::string_view text, Part part) { return BlockFinder(text, part).run(); }

std::vector<Span> find_marks(std::string_view text, Part part) {
  std::vector<Span> marks;
  const auto add = [&](size_t begin, size_t length) {
    marks.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + length), part});
    return begin + length;
  };
  size_t bold_end = std::string_view::npos;
  for (size_t i = 0; (i = text.find_first_of("<*", i)) != std::string_view::npos;) {
    if (text[i] == '*') {
      size_t end = i;
      while (end < text.size() && text[end] == '*') ++end;
      const size_t close = end - i == 2 || end - i == 3 ? closing_bold(text, end, end - i) : 0;
      if (close) {
        add(i, end - i);
        bold_end = close;
      } else if (i == bold_end) {
        add(i, end - i);
      }
      i = end;
    } else if (const size_t struck = struck_length(text, i)) {
      i = add(i, struck);
    } else if (const size_t tag = tag_length(text, i)) {
      i = add(i, tag);
    } else {
      ++i;
    }
  }
  return marks;
}

}  // namespace chancery
