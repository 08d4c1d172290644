// Sets of people who act together, as entities with their members.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace chancery::coref {

class Groups {
 public:
  explicit Groups(Document& document);

  /// One entity for each set of members, called as the first who speaks of it; kNone for less than two.
  Index of(std::vector<Index> members, const std::string& called);
  /// A group of which no member is known, one for the same words.
  Index called(const std::string& name);

 private:
  Index add(const std::string& name, std::vector<Index> members);

  Document& document_;
  std::map<std::vector<Index>, Index> by_members_;
  std::map<std::string, Index> by_name_;
};

/// The people whom a release is about: those named together in the first sentence that names two, else the first two
/// of the document; whoever only speaks for a government is none of them.
std::vector<Index> principals_of(const Document& document);

}  // namespace chancery::coref
