// WordNet's database files are described in wndb(5): data.* hold synsets with the words as they are written, *.exc the
// forms that no rule explains. Regular forms follow from English spelling; where a final consonant is doubled (stopped),
// *.exc says so.
#include <fmt/format.h>

#include <set>
#include <sstream>
#include <string_view>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "train/lexicon.hpp"

namespace chancery::train {
namespace {

using Words = std::set<std::string>;

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_in_consonant_y(std::string_view word) { return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]); }

bool hisses(std::string_view word) {
  for (const std::string_view end : {"s", "x", "z", "ch", "sh"}) {
    if (word.ends_with(end)) return true;
  }
  return false;
}

std::string with_s(const std::string& word) {
  if (ends_in_consonant_y(word)) return word.substr(0, word.size() - 1) + "ies";
  return word + (hisses(word) ? "es" : "s");
}

/// "make" + "ed", "carry" + "ed", "stay" + "ed"
std::string with_vowel_ending(const std::string& word, std::string_view ending) {
  if (ending[0] == 'e' && ends_in_consonant_y(word)) return word.substr(0, word.size() - 1) + "i" + std::string(ending);
  const bool silent_e = word.size() > 2 && word.back() == 'e' && (ending[0] == 'e' || !(word.ends_with("ee") || word.ends_with("oe") || word.ends_with("ye")));
  if (silent_e && ending == "ing" && word.ends_with("ie")) return word.substr(0, word.size() - 2) + "ying";
  return (silent_e ? word.substr(0, word.size() - 1) : word) + std::string(ending);
}

/// "goods", "series", "trousers": no word is left without the s. "Bus" is held for one too, which does no harm.
bool is_plural_alone(std::string_view word, const Words& words) {
  if (!word.ends_with("s") || word.ends_with("ss")) return false;
  const std::string stem(word.substr(0, word.size() - 1));
  if (words.count(stem)) return false;
  if (word.ends_with("es") && words.count(stem.substr(0, stem.size() - 1))) return false;
  return !(word.ends_with("ies") && words.count(stem.substr(0, stem.size() - 2) + "y"));
}

/// "stop", "stag": one syllable of one vowel and one consonant at the end, which is doubled before "-ed" and "-ing".
bool doubles(std::string_view word) {
  if (word.size() < 3) return false;
  const char last = word.back(), before = word[word.size() - 2];
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y' || !is_vowel(before)) return false;
  size_t vowels = 0;
  for (size_t i = 0; i < word.size(); ++i) vowels += is_vowel(word[i]) || (word[i] == 'y' && i > 0) ? 1 : 0;
  return vowels == 1 || (vowels == 2 && word.size() > 3 && word.substr(word.size() - 4, 2) == "qu");
}

struct Part {
  std::string_view name;  ///< of its files
  std::string_view upos, tag;
};

class Reader {
 public:
  explicit Reader(const std::filesystem::path& folder) : folder_(folder) {}

  Lexicon read() {
    for (const Part& part : {Part{"verb", "VERB", "VB"}, Part{"noun", "NOUN", "NN"}, Part{"adj", "ADJ", "JJ"}, Part{"adv", "ADV", "RB"}}) {
      const Words words = read_words(part);
      const Words irregular = read_irregular(part);
      for (const std::string& word : words) add_regular(part, word, words, irregular);
    }
    out_.words.assign(words_.begin(), words_.end());
    out_.names.assign(names_.begin(), names_.end());
    return std::move(out_);
  }

 private:
  /// The words of one part of speech that are written small and are one word.
  Words read_words(const Part& part) {
    Words words;
    std::istringstream lines(read_file(folder_ / fmt::format("data.{}", part.name)));
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with(' ')) continue;  // the licence at the top
      std::istringstream fields(line);
      std::string offset, file, type, count, word, sense;
      fields >> offset >> file >> type >> count;
      for (int left = std::stoi(count, nullptr, 16); left > 0 && fields >> word >> sense; --left) add_word(word, words);
    }
    return words;
  }

  void add_word(std::string word, Words& words) {
    word.resize(std::min(word.find('('), word.size()));  // "(p)": where the adjective may stand
    const bool one = word.find('_') == std::string::npos;
    if (one && word == utf8::lower(word)) {
      words.insert(word);
      words_.insert(word);
      return;
    }
    std::istringstream parts(word);
    for (std::string piece; std::getline(parts, piece, '_');) {
      const std::string lower = utf8::lower(piece);
      if (piece.size() > 1 && utf8::is_upper(utf8::decode(piece, 0).code_point) && piece.substr(1) == lower.substr(1)) names_.insert(lower);
    }
  }

  Words read_irregular(const Part& part) {
    Words lemmas;
    std::istringstream lines(read_file(folder_ / fmt::format("{}.exc", part.name)));
    for (std::string line; std::getline(lines, line);) {
      std::istringstream fields(line);
      std::string form, lemma;
      fields >> form >> lemma;
      if (lemma.empty() || form.find('_') != std::string::npos) continue;
      add_irregular(part, form, lemma);
      // "stopped stop": then "stoped" is no form of it.
      if (form.size() > lemma.size() + 2 && form.starts_with(lemma) && form[lemma.size()] == lemma.back()) lemmas.insert(lemma);
    }
    return lemmas;
  }

  void add_irregular(const Part& part, const std::string& form, const std::string& lemma) {
    if (part.tag == "NN") return add_noun(form, lemma);
    if (part.tag != "VB") return add_compared(part, form, lemma);
    if (form.ends_with("ing")) return add("VERB", "VBG", form, lemma);
    if (form.ends_with("s") && lemma.size() < form.size()) return add("VERB", "VBZ", form, lemma);
    add("VERB", "VBD", form, lemma);
    add("VERB", "VBN", form, lemma);
  }

  void add_noun(const std::string& form, const std::string& lemma) {
    add("NOUN", "NNS", form, lemma);
    add("PROPN", "NNPS", form, lemma);
  }

  void add_compared(const Part& part, const std::string& form, const std::string& lemma) {
    add(part.upos, fmt::format("{}{}", part.tag, form.ends_with("st") ? "S" : "R"), form, lemma);
  }

  void add_regular(const Part& part, const std::string& word, const Words& words, const Words& doubling) {
    add(part.upos, part.tag, word, word);
    if (part.tag == "NN") {
      if (is_plural_alone(word, words)) add_noun(word, word);
      add_noun(with_s(word), word);
      if (word.size() > 1 && word.back() == 'o' && !is_vowel(word[word.size() - 2])) add_noun(word + "es", word);
    }
    if (part.tag == "VB") {
      add("VERB", "VBP", word, word);
      add("VERB", "VBZ", with_s(word), word);
      if (word.back() == 'o') add("VERB", "VBZ", word + "es", word);
    }
    if (doubling.count(word)) return;
    const std::string stem = doubles(word) ? word + word.back() : word;
    if (part.tag == "VB") {
      for (const std::string_view tag : {"VBD", "VBN"}) add("VERB", tag, with_vowel_ending(stem, "ed"), word);
      add("VERB", "VBG", with_vowel_ending(stem, "ing"), word);
    }
    if (part.tag == "JJ" && word.size() < kLongestCompared) {
      add("ADJ", "JJR", with_vowel_ending(stem, "er"), word);
      add("ADJ", "JJS", with_vowel_ending(stem, "est"), word);
    }
  }

  void add(std::string_view upos, std::string_view xpos, const std::string& form, const std::string& lemma) {
    out_.inflections.push_back({form, lemma, std::string(upos), std::string(xpos)});
  }

  static constexpr size_t kLongestCompared = 8;  // letters; longer adjectives take "more"

  const std::filesystem::path& folder_;
  Lexicon out_;
  Words words_, names_;
};

}  // namespace

Lexicon read_wordnet(const std::filesystem::path& folder) { return Reader(folder).read(); }

}  // namespace chancery::train
