#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "document/word.hpp"
#include "readers/formats.hpp"

namespace chancery::readers {
namespace {

struct Row {
  uint32_t id = 0;
  uint32_t last = 0;  // of a range "1-2"; 0 for a word
  std::string form, lemma, upos, xpos, feats, deprel;
  uint32_t head = 0;
  bool space_after = true;
};

uint32_t number(std::string_view s, std::string_view what) {
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (error != std::errc{} || end != s.data() + s.size()) {
    throw Error(ErrorKind::input, fmt::format("column {} is \"{}\", which is no number", what, utf8::repaired(s.substr(0, 30))));
  }
  return value;
}

std::string known(std::string_view column) { return column == "_" ? std::string() : std::string(column); }

/// Nothing for an empty node ("8.1"): it stands for a word that is not in the text.
std::optional<Row> parse_row(std::string_view line) {
  std::vector<std::string_view> columns;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    columns.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  if (columns.size() != 10) throw Error(ErrorKind::input, fmt::format("{} columns where CoNLL-U has 10, parted by tabs", columns.size()));
  if (columns[0].find('.') != std::string_view::npos) return std::nullopt;
  Row row;
  const size_t dash = columns[0].find('-');
  row.id = number(columns[0].substr(0, dash), "ID");
  if (dash != std::string_view::npos) row.last = number(columns[0].substr(dash + 1), "ID");
  row.form = columns[1];
  if (row.form.empty()) throw Error(ErrorKind::input, "column FORM is empty; every word needs one");
  row.lemma = columns[2] == "_" && columns[1] != "_" ? std::string() : std::string(columns[2]);
  row.upos = known(columns[3]);
  row.xpos = known(columns[4]);
  row.feats = known(columns[5]);
  if (columns[6] != "_") row.head = number(columns[6], "HEAD");
  row.deprel = known(columns[7]);
  row.space_after = ("|" + std::string(columns[9]) + "|").find("|SpaceAfter=No|") == std::string::npos;
  return row;
}

/// Builds one document, sentence by sentence.
class Builder {
 public:
  Document document;

  bool empty() const { return document.sentences.empty(); }
  void new_paragraph() { paragraph_ = true; }

  /// Throws Error(input) and adds nothing where the words do not count 1, 2, 3 ...
  void add_sentence(const std::vector<Row>& rows) {
    check(rows);
    if (paragraph_ || document.blocks.empty()) begin_block();
    Sentence sentence;
    sentence.first = static_cast<Index>(document.tokens.size());
    sentence.block = static_cast<Index>(document.blocks.size() - 1);
    if (space_ && !document.text.empty() && document.text.back() != '\n') document.text += ' ';
    const auto begin = static_cast<uint32_t>(document.text.size());
    for (size_t i = 0; i < rows.size();) i = add_surface(rows, i, sentence.first);
    sentence.last = static_cast<Index>(document.tokens.size());
    sentence.span = {begin, static_cast<uint32_t>(document.text.size()), Part::text};
    for (Index i = sentence.first; i < sentence.last; ++i) document.tokens[i].sentence = static_cast<Index>(document.sentences.size());
    document.sentences.push_back(sentence);
    Block& block = document.blocks.back();
    block.last = static_cast<Index>(document.sentences.size());
    block.span.end = sentence.span.end;
  }

 private:
  static void check(const std::vector<Row>& rows) {
    uint32_t next = 1, covered = 0;
    for (const Row& row : rows) {
      const bool right = row.id == next && (row.last == 0 || (row.last > row.id && row.id > covered));
      if (!right) throw Error(ErrorKind::input, fmt::format("word {} stands where word {} should; number the words of a sentence 1, 2, 3 ...", row.id, next));
      if (row.last == 0) ++next;
      covered = std::max(covered, row.last);
    }
    if (next == 1) throw Error(ErrorKind::input, "a sentence without words");
    for (const Row& row : rows) {
      if (row.head >= next) throw Error(ErrorKind::input, fmt::format("word {} has head {}, but the sentence has {} words", row.id, row.head, next - 1));
      if (row.last >= next) throw Error(ErrorKind::input, fmt::format("the range {}-{} goes beyond the sentence, which has {} words", row.id, row.last, next - 1));
    }
  }

  void begin_block() {
    if (!document.text.empty()) document.text += "\n\n";
    Block block;
    block.span.begin = static_cast<uint32_t>(document.text.size());
    block.first = static_cast<Index>(document.sentences.size());
    document.blocks.push_back(block);
    paragraph_ = false;
    space_ = false;
  }

  /// Adds a word, or a contraction with its words; gives the row after it.
  size_t add_surface(const std::vector<Row>& rows, size_t at, Index first) {
    const Row& row = rows[at];
    if (space_ && document.tokens.size() > first) document.text += ' ';
    const auto begin = static_cast<uint32_t>(document.text.size());
    if (row.last == 0) {
      document.text += row.form;
      add_word(row, {begin, static_cast<uint32_t>(document.text.size()), Part::text}, first);
      space_ = row.space_after;
      return at + 1;
    }
    document.text += row.form;
    const size_t words = row.last - row.id + 1;
    const std::vector<Row> parts(rows.begin() + static_cast<std::ptrdiff_t>(at) + 1, rows.begin() + static_cast<std::ptrdiff_t>(at + 1 + words));
    const std::vector<uint32_t> ends = ends_of_parts(row.form, parts);
    uint32_t from = begin;
    for (size_t i = 0; i < words; ++i) {
      add_word(parts[i], {from, begin + ends[i], Part::text}, first);
      from = begin + ends[i];
      space_ = false;
    }
    space_ = row.space_after;
    return at + 1 + words;
  }

  /// Where each word of a contraction ends in its surface: "don't" => do|n't. Where the words are not spelt out in it
  /// ("du" is "de" and "le"), the last ones share its last characters, as far as these go.
  static std::vector<uint32_t> ends_of_parts(const std::string& surface, const std::vector<Row>& parts) {
    std::vector<uint32_t> ends;
    std::string together;
    for (const Row& part : parts) {
      together += part.form;
      ends.push_back(static_cast<uint32_t>(together.size()));
    }
    if (together.size() == surface.size()) return ends;
    const size_t characters = utf8::count(surface);
    size_t at = 0, seen = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
      const size_t after = parts.size() - 1 - i;
      const size_t until = i + 1 == parts.size() ? characters : std::max(seen, std::min(seen + utf8::count(parts[i].form), characters > after ? characters - after : 0));
      for (; seen < until; ++seen) at += utf8::decode(surface, at).length;
      ends[i] = static_cast<uint32_t>(at);
    }
    return ends;
  }

  void add_word(const Row& row, Span span, Index first) {
    Token token;
    token.span = span;
    token.lower = plain_lower(row.form);
    token.shape = shape_of(row.form);
    token.space_before = document.tokens.size() == first || space_;
    token.lemma = row.lemma;
    token.upos = row.upos;
    token.xpos = row.xpos;
    token.feats = row.feats;
    token.deprel = row.deprel;
    token.head = row.head == 0 ? kNone : first + row.head - 1;
    document.tokens.push_back(std::move(token));
  }

  bool paragraph_ = true;
  bool space_ = false;
};

struct Comment {
  std::string key, value;
};

Comment parse_comment(std::string_view line) {
  line.remove_prefix(1);
  const size_t equals = std::min(line.find('='), line.size());
  return {one_line(line.substr(0, equals)), equals < line.size() ? one_line(line.substr(equals + 1)) : std::string()};
}

class Reader {
 public:
  Reader(const std::string& name, const Options& options, const OnDocument& give, const OnFailure& fail)
      : name_(name), options_(options), give_(give), fail_(fail) {}

  void line(std::string_view text, size_t number) {
    line_ = number;
    if (text.empty()) return end_sentence();
    if (text.front() == '#') return comment(parse_comment(text));
    if (broken_) return;
    if (rows_.empty()) first_line_ = number;
    try {
      if (auto row = parse_row(text)) rows_.push_back(std::move(*row));
    } catch (const Error& error) {
      broken(number, error.what());
    }
  }

  void keep_raw(std::string_view text) {
    raw_ += text;
    raw_ += '\n';
  }

  void finish() {
    end_sentence();
    end_document();
  }

  /// Does this line begin another document? Asked before the line is kept.
  static bool begins_document(std::string_view text) { return text.starts_with("#") && one_line(text.substr(1)).starts_with("newdoc"); }

  void end_document() {
    if (!builder_.empty()) {
      Document document = std::move(builder_.document);
      document.info.source = name_;
      if (completed(document)) give_(std::move(document), {raw_, "text/x-conllu"});
    }
    builder_ = {};
    raw_.clear();
  }

 private:
  std::string place(size_t number) const { return fmt::format("{}:{}", name_, number); }

  bool completed(Document& document) {
    try {
      complete(document, options_);
      return true;
    } catch (const Error& error) {
      fail_({document.info.id.empty() ? place(line_) : document.info.id, error.what()});
      return false;
    }
  }

  void broken(size_t number, const std::string& why) {
    const std::string& id = builder_.document.info.id;
    fail_({id.empty() ? place(number) : id, fmt::format("{}: {}; the sentence was left out", place(number), why)});
    broken_ = true;
    rows_.clear();
  }

  void comment(const Comment& c) {
    if (c.key.starts_with("newpar")) builder_.new_paragraph();
    if (c.key == "newdoc id") builder_.document.info.id = c.value;
    // "# meta::title = ...", as GUM writes it, and "# title = ..." as we do.
    const std::string_view key = std::string_view(c.key).starts_with("meta::") ? std::string_view(c.key).substr(6) : std::string_view(c.key);
    const Field field = field_of(key);
    if (field == kNoField || field == Field::text || field == Field::id || c.value.empty() || !builder_.empty()) return;
    try {
      set_field(builder_.document, field, c.value);
    } catch (const Error&) {
      builder_.document.notes.push_back(fmt::format("the comment \"{}\" holds no usable value", c.key));
    }
  }

  void end_sentence() {
    if (!rows_.empty() && !broken_) {
      try {
        builder_.add_sentence(rows_);
      } catch (const Error& error) {
        broken(first_line_, error.what());
      }
    }
    rows_.clear();
    broken_ = false;
  }

  const std::string& name_;
  const Options& options_;
  const OnDocument& give_;
  const OnFailure& fail_;
  Builder builder_;
  std::vector<Row> rows_;
  std::string raw_;
  size_t line_ = 0, first_line_ = 0;
  bool broken_ = false;
};

}  // namespace

void read_conllu(Source& source, const Options& options, const OnDocument& give, const OnFailure& fail) {
  std::istream& stream = source.as_utf8(detect_charset(source.head()));
  Reader reader(source.name(), options, give, fail);
  std::string line;
  for (size_t number = 1; std::getline(stream, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!is_valid_utf8(line)) line = utf8::repaired(line);
    if (Reader::begins_document(line)) reader.finish();
    reader.keep_raw(line);
    reader.line(line, number);
  }
  reader.finish();
}

}  // namespace chancery::readers
