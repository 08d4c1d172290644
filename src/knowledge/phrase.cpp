#include "knowledge/phrase.hpp"

#include <array>

#include "base/utf8.hpp"

namespace chancery {
namespace {

/// The apostrophes and dashes of print made plain, any space a space.
std::string normalised(std::string_view phrase) {
  std::string out;
  out.reserve(phrase.size());
  for (size_t i = 0; i < phrase.size();) {
    const auto byte = static_cast<unsigned char>(phrase[i]);
    if (byte > ' ' && byte < 0x7F) {
      out += phrase[i++];
      continue;
    }
    const utf8::Decoded c = utf8::decode(phrase, i);
    i += c.length;
    switch (c.code_point) {
      case 0x2018: case 0x2019: case 0x02BC: out += '\''; break;
      case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: out += '-'; break;
      case 0x00AD: break;
      default: utf8::append(out, utf8::is_space(c.code_point) ? U' ' : c.code_point);
    }
  }
  return out;
}

bool is_separate(char c) {
  return std::string_view("-,;:()[]/\"!?").find(c) != std::string_view::npos;
}

size_t clitic_begin(std::string_view word) {
  static constexpr std::array<std::string_view, 6> clitics{"'s", "'re", "'ve", "'ll", "'m", "n't"};
  for (const std::string_view clitic : clitics) {
    if (word.size() > clitic.size() && word.ends_with(clitic)) return word.size() - clitic.size();
  }
  if (word.size() > 1 && word.ends_with('\'')) return word.size() - 1;
  return word.size();
}

void add_word(std::vector<std::string>& words, std::string_view word) {
  if (word.empty()) return;
  const size_t cut = clitic_begin(word);
  words.emplace_back(word.substr(0, cut));
  if (cut < word.size()) words.emplace_back(word.substr(cut));
}

}  // namespace

std::vector<std::string> split_words(std::string_view phrase) {
  std::vector<std::string> words = split_words_as_written(phrase);
  for (std::string& word : words) word = utf8::lower(word);
  return words;
}

std::vector<std::string> split_words_as_written(std::string_view phrase) {
  const std::string text = normalised(phrase);
  std::vector<std::string> words;
  size_t begin = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && !is_separate(text[i])) continue;
    add_word(words, std::string_view(text).substr(begin, i - begin));
    if (text[i] != ' ') words.emplace_back(1, text[i]);
    begin = i + 1;
  }
  add_word(words, std::string_view(text).substr(begin));
  return words;
}

}  // namespace chancery
