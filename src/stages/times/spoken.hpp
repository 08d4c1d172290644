// Which words of a document are somebody's own: inside quotation marks, a speaker's turn, or after "that".
#pragma once

#include <span>
#include <vector>

#include "document/document.hpp"
#include "stages/times/atoms.hpp"

namespace chancery::times {

class SpokenWords {
 public:
  /// Keeps references, which must outlive it. Looks through the document once, when first asked.
  SpokenWords(const Document& document, std::span<const Atom> atoms) : document_(document), atoms_(atoms) {}

  bool at(size_t atom);
  /// Inside quotation marks.
  bool quoted(size_t atom);

 private:
  void mark();

  const Document& document_;
  std::span<const Atom> atoms_;
  std::vector<bool> spoken_, quoted_;
};

}  // namespace chancery::times
