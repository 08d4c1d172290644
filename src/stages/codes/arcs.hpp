// The arcs of a document's trees with the commonest slips of the parser mended, where the words around leave no doubt:
// a finite verb read as a participle of its object ("the police shared evidence"), the city of a dateline or an
// apposition read as a second subject. The document itself is left as it is.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace chancery::codes {

struct Arcs {
  std::vector<Index> head;                 ///< kNone for the root
  std::vector<std::string_view> relation;  ///< points into the document's tokens
};

/// Linear in the words.
Arcs mended_arcs(const Document& document);

}  // namespace chancery::codes
