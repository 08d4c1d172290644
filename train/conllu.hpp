// Treebanks in CoNLL-U as plain values: every column, ranges of multiword tokens, where documents and paragraphs begin.
//
// Follows universaldependencies.org/format.html. Empty nodes ("8.1") are left out, since no later part uses them.
// A malformed line throws Error(input) with file and line: a treebank with holes is not trained on. Values own what
// they hold; nothing is shared.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery::train {

/// One syntactic word. A column that is "_" is empty, but for FORM and a LEMMA that is the word "_" itself.
struct TreeWord {
  std::string form, lemma, upos, xpos, feats, deprel, deps, misc;
  uint32_t head = 0;        ///< 1-based in the sentence; 0 for the root
  bool space_after = true;  ///< of the word itself; inside a range the range's own counts
};

/// A multiword token: "don't" over the words `first` to `last`, 0-based and inclusive.
struct TreeRange {
  uint32_t first = 0, last = 0;
  std::string form, misc;
  bool space_after = true;
};

struct TreeSentence {
  std::vector<TreeWord> words;
  std::vector<TreeRange> ranges;  ///< in order, not overlapping
  std::vector<std::pair<std::string, std::string>> comments;
  std::string document;        ///< id of the document it stands in
  bool new_document = false;   ///< the first of its document
  bool new_paragraph = false;  ///< the first of its paragraph; a document's first always is

  /// Value of the comment "# key = value"; empty where there is none.
  std::string_view comment(std::string_view key) const;
};

/// A word as it stands in the text: a range, or a word that is in none.
struct SurfaceToken {
  std::string_view form;
  uint32_t first = 0, last = 0;  ///< words, 0-based and inclusive
  bool space_after = true;
};

/// Views into `sentence`, which must outlive them.
std::vector<SurfaceToken> surface_of(const TreeSentence& sentence);

/// Value of a key in MISC or FEATS ("A=x|B=y"); empty where it is not there.
std::string_view value_in(std::string_view column, std::string_view key);

/// Sentences of CoNLL-U text; `name` is what errors call it.
std::vector<TreeSentence> parse_conllu(std::string_view text, std::string_view name);

/// Sentences of a file, or of all *.conllu files of a folder in the order of their names.
std::vector<TreeSentence> read_conllu(const std::filesystem::path& file_or_folder);
std::vector<TreeSentence> read_conllu(std::span<const std::filesystem::path> files_or_folders);

}  // namespace chancery::train
