#include "stages/tag/lemmas.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "model/tensors.hpp"
#include "stages/tag/lemma_keys.hpp"

namespace chancery::tag {
namespace {

std::span<const uint32_t> numbers(const TensorReader& reader, std::string_view name) {
  const TensorView& view = reader.at(name);
  if (view.type != TensorType::u32) throw Error(ErrorKind::input, "the model's lemmas are kept in another way than this program reads; train the model again");
  return {view.u32, size_t{view.rows} * view.columns};
}

std::string_view bytes(const TensorReader& reader, std::string_view name) {
  const TensorView& view = reader.at(name);
  if (view.type != TensorType::bytes) throw Error(ErrorKind::input, "the model's lemmas are kept in another way than this program reads; train the model again");
  return {view.bytes, size_t{view.rows} * view.columns};
}

}  // namespace

Lemmatiser::Lemmatiser(std::span<const std::byte> section) {
  const TensorReader reader(section);
  tags_ = HashedTable(numbers(reader, "tags"), "lemmas/tags");
  own_way_ = HashedTable(numbers(reader, "own-way"), "lemmas/own-way");
  endings_ = HashedTable(numbers(reader, "endings"), "lemmas/endings");
  scripts_ = numbers(reader, "scripts");
  appends_ = bytes(reader, "appends");
  cases_ = bytes(reader, "cases");
  words_ = WordSet(numbers(reader, "words"));
  names_ = WordSet(numbers(reader, "names"));
  by_features_ = bytes(reader, "second-tag") == "feats";
}

uint16_t Lemmatiser::tag_of(const TaggedForm& word) const {
  const std::string_view second = by_features_ ? word.feats : word.xpos;
  uint16_t tag = tags_.find(tag_key(word.upos, second));
  if (tag == HashedTable::kNone) tag = tags_.find(tag_key("*", second));
  if (tag == HashedTable::kNone) tag = tags_.find(tag_key(word.upos, "*"));
  return tag;
}

unsigned Lemmatiser::familiarity(std::string_view lower) const {
  return (words_.contains(lower) ? 1U : 0U) | (names_.contains(lower) ? 2U : 0U);
}

EditScript Lemmatiser::script(uint16_t number) const {
  EditScript script;
  if (size_t{number} * 2 + 1 >= scripts_.size()) return script;
  const uint32_t offset = scripts_[number * 2], packed = scripts_[number * 2 + 1];
  script.strip = static_cast<uint8_t>(packed & 0xFF);
  script.base = static_cast<ScriptBase>(packed >> 8 & 3);
  if (offset <= appends_.size()) script.append = appends_.substr(offset, packed >> 16 & 0xFF);
  return script;
}

uint16_t Lemmatiser::ending_script(std::string_view lower, uint16_t tag) const {
  Endings ending(lower, tag);
  uint16_t found = endings_.find(ending.key());
  for (size_t length = 1; length <= kLongestSuffix && ending.lengthen(); ++length) {
    const uint16_t longer = endings_.find(ending.key());
    if (longer != HashedTable::kNone) found = longer;
  }
  return found;
}

void Lemmatiser::by_ending(std::string_view lower, uint16_t tag, std::string& out) const { script(ending_script(lower, tag)).apply(lower, out); }

ScriptBase Lemmatiser::base_of(std::string_view candidate, uint16_t tag, LetterCase letters) const {
  const size_t first = case_index(tag, letters, 0);
  if (first + 4 > cases_.size()) return letters == LetterCase::lower ? ScriptBase::lower : ScriptBase::written;
  const std::string_view by_familiarity = cases_.substr(first, 4);
  const bool all_the_same = by_familiarity.find_first_not_of(by_familiarity[0]) == std::string_view::npos;
  return static_cast<ScriptBase>(by_familiarity[all_the_same ? 0 : familiarity(candidate)]);
}

void Lemmatiser::apply(const EditScript& script, const TaggedForm& word, uint16_t tag, std::string& out) const {
  const LetterCase letters = letter_case(word.form);
  script.apply(word.lower, out);
  const ScriptBase base = script.base == ScriptBase::by_case ? base_of(out, tag, letters) : script.base;
  if (base == ScriptBase::title) out = title_case(out);
  if (base != ScriptBase::written) return;
  script.apply(word.form, out);
  if (script.base == ScriptBase::by_case && (letters == LetterCase::upper || letters == LetterCase::upper_short) && !script.append.empty()) out = upper_case(out);  // "COMPANIES" => "COMPANY"
}

void Lemmatiser::lemma(const TaggedForm& word, std::string& out) const {
  out.clear();
  if (word.form.empty()) return;
  if (word.lower.find(',') != std::string_view::npos && word.lower.size() > 1) {
    const std::string plain = without_grouping(word.lower);
    if (plain != word.lower) return lemma({word.form, plain, word.upos, word.xpos, word.feats}, out);
  }
  const uint16_t tag = tag_of(word);
  const uint64_t form = hash64(word.form), lower = word.form == word.lower ? form : hash64(word.lower);
  uint16_t number = own_way_.find(form_key(form, tag));
  if (number == HashedTable::kNone) number = own_way_.find(lower_key(lower, tag));
  if (number == HashedTable::kNone) number = ending_script(word.lower, tag);
  apply(script(number), word, tag, out);
  if (out.empty()) out = word.form;
}

}  // namespace chancery::tag
