#include "readers/html/layout.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/utf8.hpp"

namespace chancery::readers::html {
namespace {

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_struck(const Node& node) { return node.name == "del" || node.name == "s" || node.name == "strike"; }

class Writer {
 public:
  Writer(const Page& page, const std::vector<bool>& left_out) : page_(page), left_out_(left_out) {}

  std::vector<Line> run(NodeIndex root) {
    block_ = root;
    for (NodeIndex i = root; i < page_[root].end;) {
      leave_until(i);
      if (left_out_[i]) {
        i = page_[i].end;
        continue;
      }
      enter(i);
      ++i;
    }
    leave_until(kNoNode);
    flush();
    return std::move(lines_);
  }

 private:
  struct List {
    NodeIndex node;
    bool ordered;
    int number;
  };

  void enter(NodeIndex i) {
    const Node& node = page_[i];
    if (node.is_text()) return add_text(node.text, in_pre_ > 0);
    open_.push_back(i);
    if (node.name == "br") {
      line_break();
    } else if (node.is(kBlock)) {
      enter_block(i);
    } else if (is_struck(node)) {
      add_mark("<s>");
    } else if (node.name == "q" && !begins_with_quote(i)) {
      add_mark("\u201C");
      quoted_.push_back(i);
    }
  }

  /// Some pages write the marks that <q> stands for as well.
  bool begins_with_quote(NodeIndex i) const {
    for (NodeIndex k = i + 1; k < page_[i].end; ++k) {
      const std::string_view text = page_[k].text;
      const size_t first = text.find_first_not_of(" \t\r\n");
      if (first == std::string_view::npos) continue;
      const char32_t c = utf8::decode(text, first).code_point;
      return c == '"' || c == 0x201C || c == 0x201E || c == 0xAB;
    }
    return false;
  }

  void enter_block(NodeIndex i) {
    const Node& node = page_[i];
    if ((node.name == "td" || node.name == "th") && !holds_blocks(i)) {
      if (cells_++ > 0) cell_break();
      return;
    }
    // "<li><p>words" is one line: the mark waits for the first words.
    flush();
    block_ = i;
    if (node.is(kHeading)) ++in_heading_;
    if (node.name == "pre") ++in_pre_;
    if (node.name == "tr") cells_ = 0;
    if (node.name == "tr" && row_is_plain(i)) group_ = table_of(i);
    if (node.name == "ul" || node.name == "ol" || node.name == "dir") lists_.push_back({i, node.name == "ol", start_of(i)});
    if (node.name == "li") begin_item(i);
  }

  void begin_item(NodeIndex i) {
    group_ = lists_.empty() ? page_[i].parent : lists_.front().node;
    const bool ordered = !lists_.empty() && lists_.back().ordered;
    prefix_ = ordered ? fmt::format("{}. ", lists_.back().number++) : std::string("\u2022 ");
  }

  int start_of(NodeIndex list) const {
    const std::string_view given = page_.attribute(list, "start");
    int start = 1;
    std::from_chars(given.data(), given.data() + given.size(), start);
    return start < 0 || start > 100000 ? 1 : start;
  }

  void leave_until(NodeIndex i) {
    while (!open_.empty() && page_[open_.back()].end <= i) {
      const Node& node = page_[open_.back()];
      if (is_struck(node)) {
        close_mark("<s>", "</s>");
      } else if (!quoted_.empty() && quoted_.back() == open_.back()) {
        quoted_.pop_back();
        close_mark("\u201C", "\u201D");
      } else if (node.is(kBlock)) {
        leave_block(open_.back());
      }
      open_.pop_back();
    }
  }

  void leave_block(NodeIndex i) {
    const Node& node = page_[i];
    if ((node.name == "td" || node.name == "th") && !holds_blocks(i)) return;
    flush();
    block_ = node.parent;
    if (node.is(kHeading)) --in_heading_;
    if (node.name == "pre") --in_pre_;
    if (node.name == "li") prefix_.clear();
    if (!lists_.empty() && lists_.back().node == i) lists_.pop_back();
  }

  bool holds_blocks(NodeIndex i) const {
    for (NodeIndex child = i + 1; child < page_[i].end; child = page_[child].end) {
      if (page_[child].is(kBlock) && !left_out_[child]) return true;
    }
    return false;
  }

  NodeIndex table_of(NodeIndex i) const {
    while (i != 0 && page_[i].name != "table") i = page_[i].parent;
    return i;
  }

  /// A row of a table of data, not of one that lays out the page.
  bool row_is_plain(NodeIndex row) const {
    size_t cells = 0;
    for (NodeIndex child = row + 1; child < page_[row].end; child = page_[child].end) {
      if (page_[child].is_text()) continue;
      if (holds_blocks(child)) return false;
      ++cells;
    }
    return cells > 1;
  }

  void add_text(std::string_view text, bool as_is) {
    for (const char c : text) {
      if (is_white(c)) {
        if (as_is && c == '\n') {
          line_break();
        } else {
          gap_ = !current_.empty() && current_.back() != '\n' && current_.back() != '\t';
        }
        continue;
      }
      if (gap_) current_ += ' ';
      gap_ = false;
      current_ += c;
    }
  }

  void add_mark(std::string_view mark) {
    if (gap_) current_ += ' ';
    gap_ = false;
    current_ += mark;
  }

  /// An empty "<s></s>" leaves nothing behind.
  void close_mark(std::string_view opening, std::string_view closing) {
    if (current_.ends_with(opening)) {
      current_.resize(current_.size() - opening.size());
      gap_ = !current_.empty() && current_.back() == ' ';
      if (gap_) current_.pop_back();
    } else if (!current_.empty()) {
      current_ += closing;
    }
  }

  void line_break() {
    gap_ = false;
    if (!current_.empty()) current_ += '\n';
  }

  void cell_break() {
    gap_ = false;
    current_ += '\t';
  }

  /// Ends a line; two breaks in a row part paragraphs, as readers of the page see them.
  void flush() {
    gap_ = false;
    size_t begin = 0;
    while (begin < current_.size()) {
      const size_t gap = std::min(current_.find("\n\n", begin), current_.size());
      push(current_.substr(begin, gap - begin));
      begin = gap;
      while (begin < current_.size() && current_[begin] == '\n') ++begin;
    }
    current_.clear();
  }

  void push(std::string text) {
    constexpr std::string_view kWhite = " \n\t";
    const size_t last = text.find_last_not_of(kWhite);
    if (last == std::string::npos) return;
    text.resize(last + 1);
    if (text.front() == '\n') text.erase(0, text.find_first_not_of('\n'));
    const bool only_space = is_only_space(text);
    if (only_space) return;
    lines_.push_back({prefix_ + text, in_heading_ > 0, group_, block_});
    prefix_.clear();
    group_ = 0;
  }

  static bool is_only_space(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
      const utf8::Decoded d = utf8::decode(text, i);
      if (!utf8::is_space(d.code_point) && d.code_point != 0xAD) return false;
      i += d.length;
    }
    return true;
  }

  const Page& page_;
  const std::vector<bool>& left_out_;
  std::vector<Line> lines_;
  std::vector<NodeIndex> open_, quoted_;
  std::vector<List> lists_;
  std::string current_, prefix_;
  NodeIndex block_ = 0;
  int in_heading_ = 0, in_pre_ = 0, cells_ = 0;
  NodeIndex group_ = 0;
  bool gap_ = false;
};

}  // namespace

std::vector<Line> lines_of(const Page& page, NodeIndex root, const std::vector<bool>& left_out) { return Writer(page, left_out).run(root); }

std::string joined(const std::vector<Line>& lines) {
  std::string text;
  NodeIndex before = 0;
  for (const Line& line : lines) {
    if (!text.empty()) text += line.group != 0 && line.group == before ? "\n" : "\n\n";
    text += line.text;
    before = line.group;
  }
  return text;
}

}  // namespace chancery::readers::html
