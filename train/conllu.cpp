#include "train/conllu.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/error.hpp"
#include "base/file.hpp"

namespace chancery::train {
namespace {

using Columns = std::array<std::string_view, 10>;

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
  return s;
}

std::string known(std::string_view column) { return column == "_" ? std::string() : std::string(column); }

bool has_space_after(std::string_view misc) { return value_in(misc, "SpaceAfter") != "No"; }

/// Goes through the lines of one text and collects its sentences.
class Parser {
 public:
  explicit Parser(std::string_view name) : name_(name) {}

  void line(std::string_view text) {
    ++line_;
    if (text.empty()) return end_sentence();
    if (text.front() == '#') return comment(text.substr(1));
    const Columns columns = split(text);
    if (columns[0].find('.') != std::string_view::npos) return;
    if (columns[0].find('-') != std::string_view::npos) return add_range(columns);
    add_word(columns);
  }

  std::vector<TreeSentence> finish() {
    end_sentence();
    return std::move(sentences_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::input, fmt::format("{}:{}: {}; correct the file or leave it out", name_, line_, what));
  }

  Columns split(std::string_view text) const {
    Columns columns;
    size_t count = 0;
    for (size_t begin = 0; begin <= text.size(); ++count) {
      const size_t end = std::min(text.find('\t', begin), text.size());
      if (count < columns.size()) columns[count] = text.substr(begin, end - begin);
      begin = end + 1;
    }
    if (count != columns.size()) fail(fmt::format("{} columns where CoNLL-U has 10, parted by tabs", count));
    if (columns[1].empty()) fail("a word without a form");
    return columns;
  }

  uint32_t number(std::string_view s) const {
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
    if (error != std::errc{} || end != s.data() + s.size()) fail(fmt::format("\"{}\" stands where a number should", s.substr(0, 30)));
    return value;
  }

  void comment(std::string_view text) {
    const size_t equals = std::min(text.find('='), text.size());
    const auto key = trimmed(text.substr(0, equals));
    const auto value = equals < text.size() ? trimmed(text.substr(equals + 1)) : std::string_view();
    if (key == "newdoc" || key == "newdoc id") {
      now_.new_document = now_.new_paragraph = true;
      document_ = value;
    }
    if (key == "newpar" || key == "newpar id") now_.new_paragraph = true;
    now_.comments.emplace_back(key, value);
  }

  void add_range(const Columns& columns) {
    const size_t dash = columns[0].find('-');
    TreeRange range;
    const uint32_t first = number(columns[0].substr(0, dash)), last = number(columns[0].substr(dash + 1));
    if (first != now_.words.size() + 1 || last < first) fail(fmt::format("the range {} stands at word {}", columns[0], now_.words.size() + 1));
    range.first = first - 1;
    range.last = last - 1;
    range.form = columns[1];
    range.misc = known(columns[9]);
    range.space_after = has_space_after(range.misc);
    now_.ranges.push_back(std::move(range));
  }

  void add_word(const Columns& columns) {
    if (number(columns[0]) != now_.words.size() + 1) fail(fmt::format("word {} stands where word {} should", columns[0], now_.words.size() + 1));
    TreeWord word;
    word.form = columns[1];
    word.lemma = columns[1] == "_" ? std::string(columns[2]) : known(columns[2]);
    word.upos = known(columns[3]);
    word.xpos = known(columns[4]);
    word.feats = known(columns[5]);
    word.head = columns[6] == "_" ? 0 : number(columns[6]);
    word.deprel = known(columns[7]);
    word.deps = known(columns[8]);
    word.misc = known(columns[9]);
    word.space_after = has_space_after(word.misc);
    now_.words.push_back(std::move(word));
  }

  void end_sentence() {
    if (now_.words.empty()) return;  // comments alone belong to what follows
    const auto count = now_.words.size();
    for (const TreeWord& word : now_.words) {
      if (word.head > count) fail(fmt::format("a head of {} in a sentence of {} words", word.head, count));
    }
    if (!now_.ranges.empty() && now_.ranges.back().last >= count) fail("a range that goes beyond its sentence");
    if (sentences_.empty()) now_.new_document = now_.new_paragraph = true;
    now_.document = document_;
    sentences_.push_back(std::move(now_));
    now_ = {};
  }

  std::string name_;
  std::string document_;
  std::vector<TreeSentence> sentences_;
  TreeSentence now_;
  size_t line_ = 0;
};

}  // namespace

std::string_view TreeSentence::comment(std::string_view key) const {
  const auto found = std::find_if(comments.begin(), comments.end(), [&](const auto& c) { return c.first == key; });
  return found == comments.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<SurfaceToken> surface_of(const TreeSentence& sentence) {
  std::vector<SurfaceToken> tokens;
  auto range = sentence.ranges.begin();
  for (uint32_t i = 0; i < sentence.words.size();) {
    if (range != sentence.ranges.end() && range->first == i) {
      tokens.push_back({range->form, range->first, range->last, range->space_after});
      i = range->last + 1;
      ++range;
    } else {
      tokens.push_back({sentence.words[i].form, i, i, sentence.words[i].space_after});
      ++i;
    }
  }
  return tokens;
}

std::string_view value_in(std::string_view column, std::string_view key) {
  for (size_t begin = 0; begin < column.size();) {
    const size_t end = std::min(column.find('|', begin), column.size());
    const auto pair = column.substr(begin, end - begin);
    if (pair.size() > key.size() && pair.starts_with(key) && pair[key.size()] == '=') return pair.substr(key.size() + 1);
    begin = end + 1;
  }
  return {};
}

std::vector<TreeSentence> parse_conllu(std::string_view text, std::string_view name) {
  Parser parser(name);
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    auto line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    parser.line(line);
    begin = end + 1;
  }
  return parser.finish();
}

std::vector<TreeSentence> read_conllu(const std::filesystem::path& file_or_folder) {
  if (!std::filesystem::is_directory(file_or_folder)) return parse_conllu(read_file(file_or_folder), file_or_folder.string());
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(file_or_folder)) {
    if (entry.path().extension() == ".conllu") files.push_back(entry.path());
  }
  if (files.empty()) throw Error(ErrorKind::input, fmt::format("{} holds no .conllu file; name the folder that does", file_or_folder.string()));
  std::sort(files.begin(), files.end());
  return read_conllu(files);
}

std::vector<TreeSentence> read_conllu(std::span<const std::filesystem::path> files_or_folders) {
  std::vector<TreeSentence> all;
  for (const auto& path : files_or_folders) {
    auto some = read_conllu(path);
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace chancery::train
