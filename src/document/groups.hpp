// Entities for groups that a text names by description alone: "participants and guests of the forum", "the government".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "document/document.hpp"

namespace chancery {

/// One entity for the same words; its mention is put in its place, so that `mentions` stays sorted.
/// `stage` must have static lifetime. Indices into `mentions` that others keep are invalid after a call.
class Groups {
 public:
  Groups(Document& document, std::string_view stage);
  Index entity_of(const Span& words);

 private:
  void mention(const Span& words, Index entity);

  Document& document_;
  std::string_view stage_;
  std::unordered_map<std::string, Index> by_name_;
};

}  // namespace chancery
