// The section "lemmas" while it is being made: its tables as plain maps, and their bytes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "stages/tag/edit_script.hpp"

namespace chancery::train {

class LemmaSection {
 public:
  std::unordered_map<uint64_t, uint16_t> tags, own_way, endings;
  std::string cases;
  std::vector<std::string> words, names;
  bool by_features = false;

  /// Number of a script in this section. Throws Error(input) beyond 65,535 of them.
  uint16_t number_of(const tag::EditScript& script);
  std::string bytes() const;

 private:
  std::map<std::tuple<tag::ScriptBase, uint8_t, std::string>, uint16_t> numbers_;
};

}  // namespace chancery::train
