// What a dictionary knows of a language's words, as the trainers use it: facts about inflection, no text of its own.
// Plain values.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chancery::train {

struct Inflection {
  std::string form, lemma, upos, xpos;  ///< in lower case; tags as in the English treebanks
};

struct Lexicon {
  std::vector<Inflection> inflections;  ///< of two lemmas of one form the likelier stands first
  std::vector<std::string> words;       ///< in lower case
  std::vector<std::string> names;       ///< words written with a capital, in lower case
};

/// From WordNet's files (Debian's wordnet-base): its lists of irregular forms, and the regular forms of all its words.
/// Words of more than one part are left out; the parts of names are not. Throws Error(io) where a file is missing.
Lexicon read_wordnet(const std::filesystem::path& folder);

}  // namespace chancery::train
