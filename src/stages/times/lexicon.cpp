#include "stages/times/lexicon.hpp"

#include <algorithm>

namespace chancery::times {
namespace {

constexpr size_t kTabledKinds = 3;  // plain, ordinal, decade
constexpr size_t kTabledDigits = 4;
constexpr size_t kPerKind = 10 + 100 + 1000 + 10000;
constexpr size_t kFirstOfDigits[] = {0, 0, 10, 110, 1110};
constexpr double kPowers[] = {1, 10, 100, 1000, 10000};
constexpr size_t kLongestWord = 64;  // bytes; a word of a rule is shorter
constexpr size_t kNoSlot = static_cast<size_t>(-1);

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

size_t Lexicon::Hash::operator()(std::string_view s) const {
  uint64_t h = 0xcbf29ce484222325u;
  for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return static_cast<size_t>(h ^ (h >> 29));
}

bool Lexicon::NumberClass::holds(const Number& n) const {
  return n.kind == kind && n.digits >= min_digits && n.digits <= max_digits && n.value >= low && n.value <= high;
}

Lexicon::Lexicon() : atoms_of_symbol_(1) {}

AtomId Lexicon::new_atom(Class c) {
  classes_.push_back(std::move(c));
  return static_cast<AtomId>(classes_.size() - 1);
}

Lexicon::Entry& Lexicon::entry(std::string_view word) { return entries_[std::string(word)]; }

AtomId Lexicon::literal(const std::string& word) {
  const auto [it, fresh] = literal_ids_.try_emplace(word, 0);
  if (!fresh) return it->second;
  it->second = new_atom({});
  if (all_digits(word)) {
    const int value = std::stoi(word), digits = static_cast<int>(word.size());
    number_classes_.push_back({it->second, NumberKind::plain, value, value, digits, digits});
  } else {
    entry(word).atoms.emplace_back(it->second, kUnset);
  }
  return it->second;
}

std::optional<AtomId> Lexicon::class_named(const std::string& name) const {
  const auto it = class_ids_.find(name);
  return it == class_ids_.end() ? std::nullopt : std::optional(it->second);
}

std::optional<Field> Lexicon::field_of(AtomId a) const { return classes_[static_cast<size_t>(a)].field; }
const std::vector<Lexicon::Phrase>& Lexicon::phrases_of(AtomId a) const {
  return classes_[static_cast<size_t>(a)].phrases;
}

AtomId Lexicon::declare_class(const std::string& name, std::optional<Field> field) {
  const auto [it, fresh] = class_ids_.try_emplace(name, 0);
  if (fresh) it->second = new_atom({name, field, {}});
  return it->second;
}

void Lexicon::add(AtomId class_atom, std::string_view phrase, int value) {
  std::vector<std::string> words = words_of(phrase);
  if (words.size() == 1) {
    entry(words[0]).atoms.emplace_back(class_atom, value);
  } else {
    classes_[static_cast<size_t>(class_atom)].phrases.push_back({std::move(words), value});
  }
}

void Lexicon::add_number_class(const std::string& name, std::optional<Field> field, NumberKind kind, int low, int high,
                               int min_digits, int max_digits) {
  number_classes_.push_back({declare_class(name, field), kind, low, high, min_digits, max_digits});
}

Symbol Lexicon::symbol_of_atoms(std::vector<AtomId> atoms) {
  if (atoms.empty()) return kUnknown;
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
  const std::string key(reinterpret_cast<const char*>(atoms.data()), atoms.size() * sizeof(AtomId));
  const auto [it, fresh] = symbol_ids_.try_emplace(key, static_cast<Symbol>(atoms_of_symbol_.size()));
  if (fresh) atoms_of_symbol_.push_back(std::move(atoms));
  return it->second;
}

std::vector<AtomId> Lexicon::atoms_of_number(const Number& number) const {
  std::vector<AtomId> atoms;
  for (const NumberClass& c : number_classes_) {
    if (c.holds(number)) atoms.push_back(c.atom);
  }
  return atoms;
}

size_t Lexicon::number_slot(const Number& n) {
  const auto kind = static_cast<size_t>(n.kind);
  if (kind >= kTabledKinds || n.digits < 1 || n.digits > kTabledDigits || n.value < 0 || n.value >= kPowers[n.digits])
    return kNoSlot;
  return kind * kPerKind + kFirstOfDigits[n.digits] + static_cast<size_t>(n.value);
}

void Lexicon::finish() {
  for (auto& [word, e] : entries_) {
    std::vector<AtomId> atoms;
    for (const auto& [atom, value] : e.atoms) atoms.push_back(atom);
    e.symbol = symbol_of_atoms(std::move(atoms));
  }
  build_slots();
  number_symbols_.assign(kTabledKinds * kPerKind, kUnknown);
  for (size_t kind = 0; kind < kTabledKinds; ++kind) {
    for (uint8_t digits = 1; digits <= kTabledDigits; ++digits) {
      for (int value = 0; value < kPowers[digits]; ++value) {
        const Number n{static_cast<NumberKind>(kind), digits, static_cast<double>(value)};
        number_symbols_[number_slot(n)] = symbol_of_atoms(atoms_of_number(n));
      }
    }
  }
  // What does not fit the table differs only by its kind.
  for (size_t kind = 0; kind < 5; ++kind) {
    for (int digits = 1; digits < 16; ++digits) {
      symbol_of_atoms(atoms_of_number({static_cast<NumberKind>(kind), static_cast<uint8_t>(digits), 10000.0}));
      symbol_of_atoms(atoms_of_number({static_cast<NumberKind>(kind), static_cast<uint8_t>(digits), 1.5}));
    }
  }
}

void Lexicon::build_slots() {
  size_t size = 64;
  while (size < 3 * entries_.size()) size *= 2;
  slots_.assign(size, {});
  for (const auto& [word, e] : entries_) {
    if (word.empty() || word.size() >= kLongestWord) continue;
    const auto hash = static_cast<uint32_t>(Hash{}(word));
    size_t at = hash & (size - 1);
    while (slots_[at].length != 0) at = (at + 1) & (size - 1);
    slots_[at] = {hash, static_cast<uint32_t>(word.size()), word.data(), e.symbol};
    lengths_[static_cast<unsigned char>(word[0])] |= uint64_t{1} << word.size();
  }
}

Symbol Lexicon::symbol_of_word(std::string_view lower) const {
  if (lower.empty() || lower.size() >= kLongestWord) return kUnknown;
  if (!(lengths_[static_cast<unsigned char>(lower[0])] >> lower.size() & 1)) return kUnknown;
  const auto hash = static_cast<uint32_t>(Hash{}(lower));
  for (size_t at = hash & (slots_.size() - 1); slots_[at].length != 0; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && std::string_view(slot.word, slot.length) == lower) return slot.symbol;
  }
  return kUnknown;
}

Symbol Lexicon::symbol_of_number(const Number& number) const {
  const size_t slot = number_slot(number);
  if (slot != kNoSlot) return number_symbols_[slot];
  std::vector<AtomId> atoms = atoms_of_number(number);
  std::sort(atoms.begin(), atoms.end());
  const std::string key(reinterpret_cast<const char*>(atoms.data()), atoms.size() * sizeof(AtomId));
  const auto it = symbol_ids_.find(key);
  return it == symbol_ids_.end() ? kUnknown : it->second;
}

std::optional<int> Lexicon::value_of(std::string_view lower, AtomId class_atom) const {
  const auto it = entries_.find(lower);
  if (it == entries_.end()) return std::nullopt;
  for (const auto& [atom, value] : it->second.atoms) {
    if (atom == class_atom && value != kUnset) return value;
  }
  return std::nullopt;
}

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  std::string word;
  const auto push = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (size_t i = 0; i < phrase.size(); ++i) {
    const char c = phrase[i];
    const bool last_of_word = i + 1 == phrase.size() || phrase[i + 1] == ' ';
    const bool clitic = c == '\'' && i + 2 <= phrase.size() && phrase.substr(i, 2) == "'s" &&
                        (i + 2 == phrase.size() || phrase[i + 2] == ' ');
    if (c == ' ') {
      push();
    } else if (c == '-' || (c == '.' && last_of_word && !word.empty())) {
      push();
      words.emplace_back(1, c);
    } else {
      if (clitic) push();
      word += c;
    }
  }
  push();
  return words;
}

}  // namespace chancery::times
