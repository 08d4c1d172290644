#include "train/lemma_section.hpp"

#include "base/error.hpp"
#include "model/tensors.hpp"
#include "stages/tag/hashed_table.hpp"
#include "stages/tag/word_set.hpp"

namespace chancery::train {
namespace {

void add_numbers(TensorWriter& writer, const char* name, const std::vector<uint32_t>& numbers) {
  writer.add_u32(name, static_cast<uint32_t>(numbers.size()), 1, numbers);
}

}  // namespace

uint16_t LemmaSection::number_of(const tag::EditScript& script) {
  const auto [found, is_new] = numbers_.try_emplace({script.base, script.strip, std::string(script.append)}, static_cast<uint16_t>(numbers_.size()));
  if (is_new && numbers_.size() >= tag::HashedTable::kNone) {
    throw Error(ErrorKind::input, "the treebanks need more edit scripts than a model can keep (65,535); train on fewer of them");
  }
  return found->second;
}

std::string LemmaSection::bytes() const {
  std::vector<uint32_t> scripts(numbers_.size() * 2);
  std::string appends;
  for (const auto& [script, number] : numbers_) {
    const auto& [base, strip, append] = script;
    scripts[number * 2U] = static_cast<uint32_t>(appends.size());
    scripts[number * 2U + 1] = strip | static_cast<uint32_t>(base) << 8 | static_cast<uint32_t>(append.size()) << 16;
    appends += append;
  }
  TensorWriter writer;
  writer.add_bytes("second-tag", by_features ? "feats" : "xpos");
  add_numbers(writer, "tags", tag::HashedTable::build(tags));
  add_numbers(writer, "own-way", tag::HashedTable::build(own_way));
  add_numbers(writer, "endings", tag::HashedTable::build(endings));
  add_numbers(writer, "scripts", scripts);
  writer.add_bytes("appends", appends);
  writer.add_bytes("cases", cases);
  add_numbers(writer, "words", tag::WordSet::build(words));
  add_numbers(writer, "names", tag::WordSet::build(names));
  return writer.bytes();
}

}  // namespace chancery::train
