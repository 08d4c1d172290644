#include "stages/codes/patterns.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/file.hpp"
#include "knowledge/table.hpp"
#include "stages/codes/pattern_file.hpp"

namespace chancery::codes {
namespace {

RootClass class_named(const Row& row, std::string_view name) {
  if (name == "cooperation") return RootClass::cooperation;
  if (name == "concession") return RootClass::concession;
  if (name == "words") return RootClass::words;
  if (name == "hostility") return RootClass::hostility;
  row.fail("\"" + std::string(name) + "\" is no class of roots");
}

}  // namespace

PatternBook PatternBook::load(const std::filesystem::path& folder) {
  PatternBook book;
  for_each_row(folder / "roots.tsv", 3, [&](const Row& row) { book.classes_.emplace(row[0], class_named(row, row[1])); });
  for_each_row(folder / "operators.tsv", 6, [&](const Row& row) {
    Operator one{std::string(row[0]), {}};
    for (size_t i = 0; i < one.becomes.size(); ++i) {
      one.becomes[i] = row[2 + i];
      if (one.becomes[i] != "same" && one.becomes[i] != "-" && !book.classes_.contains(one.becomes[i])) row.fail("\"" + one.becomes[i] + "\" is no root");
    }
    for (const auto word : row.list(1)) book.operator_words_.emplace(word, row[0]);
    book.operators_.emplace(row[0], std::move(one));
  });
  for (const char* needed : {"intention", "refusal"}) {
    if (!book.operators_.contains(needed)) {
      throw Error(ErrorKind::input, (folder / "operators.tsv").string() + ": there is no operator \"" + needed + "\". Put back the file that came with the program.");
    }
  }
  for_each_row(folder / "contexts.tsv", 2, [&](const Row& row) {
    for (const auto word : row.list(1)) book.contexts_.emplace(word, row[0]);
  });
  book.words_ = WordClasses::load(folder / "words.txt");
  book.actors_ = WordClasses::load(folder / "actors.txt");
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".patterns") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) PatternFile(file, book).read();
  for (auto& [lemma, patterns] : book.patterns_) {
    std::stable_sort(patterns.begin(), patterns.end(), [](const Pattern& a, const Pattern& b) { return a.strictness() > b.strictness(); });
  }
  return book;
}

const std::vector<Pattern>& PatternBook::of(const std::string& lemma) const {
  static const std::vector<Pattern> none;
  const auto found = patterns_.find(lemma);
  return found == patterns_.end() ? none : found->second;
}

const std::string& PatternBook::known(const std::string& lemma) const {
  static const std::string none;
  const auto found = patterns_.find(lemma);
  return found == patterns_.end() ? none : found->first;
}

const Operator* PatternBook::operator_of(const std::string& lemma) const {
  const auto found = operator_words_.find(lemma);
  return found == operator_words_.end() ? nullptr : &operators_.at(found->second);
}

const std::string& PatternBook::context_of(const std::string& lemma) const {
  static const std::string none;
  const auto found = contexts_.find(lemma);
  return found == contexts_.end() ? none : found->second;
}

}  // namespace chancery::codes
