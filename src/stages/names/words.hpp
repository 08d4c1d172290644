// What the names stage knows of each word before it looks for names: computed once a document.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "knowledge/knowledge.hpp"
#include "stages/names/nouns.hpp"

namespace chancery {

struct NameWord {
  bool capital = false;    ///< begins with a capital letter
  bool upper = false;      ///< capitals alone, two letters or more, no stop: "NATO", "BIDEN"
  bool initial = false;    ///< "J."
  bool closed = false;     ///< function word
  bool common = false;     ///< also an ordinary word of the language
  bool calendar = false;
  bool given = false;      ///< a given name
  bool glued = false;      ///< no space before
  bool opens = false;      ///< first word of its sentence, where a capital means nothing
  bool headline = false;   ///< in a heading whose words all have capitals
};

std::vector<NameWord> look_at_words(const Document& document, const Knowledge& knowledge, const NameNouns& nouns);

}  // namespace chancery
