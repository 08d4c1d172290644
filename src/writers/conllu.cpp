#include "writers/conllu.hpp"

#include <fmt/format.h>

#include <vector>

#include "base/utf8.hpp"
#include "document/contraction.hpp"

namespace chancery::writers {
namespace {

/// White space as Unicode has it; what is merely invisible counts as a character.
bool is_blank(char32_t c) { return utf8::is_space(c) && c != 0xFEFF && c != 0x200B; }

/// A column holds no tab and no line end; white space inside is one space.
std::string column(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    if (!is_blank(d.code_point)) out.append(text.substr(at, d.length));
    else if (!out.empty() && out.back() != ' ') out += ' ';
    at += d.length;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out.empty() ? "_" : out;
}

/// A line of output: a word, or layout that is no word (then `token` is kNone).
struct Row {
  Span span;
  Index token = kNone;
};

struct Lines {
  Index block = kNone;
  std::vector<Row> rows;
};

/// Puts every character that is no white space on some row, so that the text can be made again from the forms.
class Collector {
 public:
  explicit Collector(const Document& document) : document_(document) {
    while (block_ < document.blocks.size() && document.blocks[block_].span.part == Part::title) ++block_;
  }

  std::vector<Lines> run() {
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.span.part == Part::title || sentence.first >= sentence.last) continue;
      Lines lines{sentence.block, {}};
      add_layout(document_.tokens[sentence.first].span.begin, &lines);
      for (Index i = sentence.first; i < sentence.last; ++i) {
        add_layout(document_.tokens[i].span.begin, &lines);
        lines.rows.push_back({document_.tokens[i].span, i});
        at_ = document_.tokens[i].span.end;
      }
      sentences_.push_back(std::move(lines));
    }
    add_layout(static_cast<uint32_t>(document_.text.size()), nullptr);
    return std::move(sentences_);
  }

 private:
  /// Rows for what stands between the last word and `end`; `next` is the sentence that begins or goes on there.
  void add_layout(uint32_t end, Lines* next) {
    const uint32_t word_end = at_;
    while (at_ < end) {
      const auto d = utf8::decode(document_.text, at_);
      if (is_blank(d.code_point)) {
        at_ += d.length;
        continue;
      }
      Row row{{at_, at_, Part::text}, kNone};
      for (; row.span.end < end; row.span.end += utf8::decode(document_.text, row.span.end).length) {
        if (is_blank(utf8::decode(document_.text, row.span.end).code_point)) break;
      }
      home_of(row.span, row.span.begin == word_end, next).rows.push_back(row);
      at_ = row.span.end;
    }
  }

  /// The sentence that layout belongs to: the one it touches or leads to, or one of its own where its block has none.
  Lines& home_of(const Span& span, bool touches, Lines* next) {
    const Index block = block_at(span.begin);
    const bool has_last = !sentences_.empty() && (sentences_.back().block == block || block == kNone);
    const bool has_next = next && (next->block == block || block == kNone);
    if (has_next && !(touches && has_last && next->rows.empty())) return *next;
    if (has_last) return sentences_.back();
    sentences_.push_back({block, {}});
    return sentences_.back();
  }

  Index block_at(uint32_t at) {
    const auto& blocks = document_.blocks;
    while (block_ < blocks.size() && blocks[block_].span.end <= at) ++block_;
    return block_ < blocks.size() && blocks[block_].span.begin <= at ? block_ : kNone;
  }

  const Document& document_;
  Index block_ = 0;
  uint32_t at_ = 0;
  std::vector<Lines> sentences_;
};

/// Writes the rows of one sentence.
class SentenceWriter {
 public:
  SentenceWriter(const Document& document, const Lines& lines, std::string& out) : document_(document), rows_(lines.rows), out_(out) {
    for (size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].token == kNone) continue;
      if (row_of_.empty()) first_ = rows_[i].token;
      row_of_.push_back(i);
    }
  }

  void run() {
    size_t beside = row_of_.empty() ? rows_.size() : row_of_.front();
    for (size_t i = 0, range_end = 0; i < rows_.size(); ++i) {
      if (i >= range_end) {
        range_end = end_of_range(i);
        if (range_end > i + 1) add_range(i, range_end);
        else range_end = i + 1;
      }
      const bool inside = range_end > i + 1 || (i > 0 && joins(i));
      if (rows_[i].token == kNone) {
        add_layout(i, beside);
      } else {
        add_word(i, inside ? "_" : misc(i));
        beside = i;
      }
    }
  }

 private:
  bool joins(size_t row) const { return rows_[row].token != kNone && rows_[row - 1].token != kNone && joins_word_before(document_, rows_[row].token); }

  size_t end_of_range(size_t first) const {
    size_t end = first + 1;
    while (end < rows_.size() && joins(end)) ++end;
    return end;
  }

  void add_range(size_t first, size_t end) {
    const Span span = joined(rows_[first].span, rows_[end - 1].span);
    out_ += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", first + 1, end, column(document_.of(span)), misc(end - 1));
  }

  void add_word(size_t row, const std::string& last_column) {
    const Token& token = document_.tokens[rows_[row].token];
    out_ += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", row + 1, column(document_.of(token)), column(token.lemma), column(token.upos),
                        column(token.xpos), column(token.feats), head_of(token), column(token.deprel), last_column);
  }

  /// Where the words have tags and heads, layout is punctuation on the word beside it (row `word`, if there is one).
  void add_layout(size_t row, size_t word) {
    const Token* beside = word < rows_.size() ? &document_.tokens[rows_[word].token] : nullptr;
    const std::string form = column(document_.of(rows_[row].span));
    const bool tagged = beside && !beside->upos.empty(), parsed = beside && !beside->deprel.empty();
    out_ += fmt::format("{}\t{}\t{}\t{}\t_\t_\t{}\t{}\t_\tLayout=Yes{}\n", row + 1, form, tagged ? form : "_", tagged ? "PUNCT" : "_",
                        parsed ? std::to_string(word + 1) : "_", parsed ? "punct" : "_", space_follows(row) ? "" : "|SpaceAfter=No");
  }

  std::string head_of(const Token& token) const {
    if (token.deprel.empty()) return "_";
    const bool inside = token.head >= first_ && token.head - first_ < row_of_.size();
    return std::to_string(inside ? row_of_[token.head - first_] + 1 : 0);
  }

  bool space_follows(size_t row) const {
    const uint32_t end = rows_[row].span.end;
    return end >= document_.text.size() || is_blank(utf8::decode(document_.text, end).code_point);
  }

  std::string misc(size_t row) const { return space_follows(row) ? "_" : "SpaceAfter=No"; }

  const Document& document_;
  const std::vector<Row>& rows_;
  std::string& out_;
  std::vector<size_t> row_of_;  // by token, from first_ on
  Index first_ = 0;
};

}  // namespace

std::string to_conllu(const Document& document) {
  std::string out = fmt::format("# newdoc id = {}\n", column(document.info.id));
  if (!document.title.empty()) out += fmt::format("# title = {}\n", column(document.title));
  Index block = kNone;
  size_t number = 0;
  for (const Lines& lines : Collector(document).run()) {
    if (lines.block != block || lines.block == kNone) out += "# newpar\n";
    block = lines.block;
    const Span span = joined(lines.rows.front().span, lines.rows.back().span);
    out += fmt::format("# sent_id = {}-{}\n# text = {}\n", column(document.info.id), ++number, column(document.of(span)));
    SentenceWriter(document, lines, out).run();
    out += '\n';
  }
  return number > 0 ? out : std::string();
}

}  // namespace chancery::writers
