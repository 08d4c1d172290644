#include "stages/encode/word_features.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"
#include "base/utf8.hpp"

namespace chancery {
namespace {

constexpr size_t kLongestWord = 24;  ///< code points looked at for n-grams; longer words are mostly addresses

/// Numbers that keep the same characters in different places apart.
enum Piece : uint64_t { prefix = 101, suffix = 211, gram = 307, shape = 401 };

/// Byte offsets of the code points of a word, the end included.
void code_point_starts(std::string_view word, std::vector<uint32_t>& starts) {
  starts.clear();
  for (size_t i = 0; i < word.size();) {
    starts.push_back(static_cast<uint32_t>(i));
    i += utf8::decode(word, i).length;
  }
  starts.push_back(static_cast<uint32_t>(word.size()));
}

char shape_letter(char32_t c) {
  if (utf8::is_digit(c)) return 'd';
  if (utf8::is_letter(c)) return utf8::is_upper(c) ? 'X' : 'x';
  return c < 128 ? static_cast<char>(c) : '*';
}

/// "McDonald" => "XxXxx", "2021" => "dddd": runs are cut after three.
std::string word_shape(std::string_view form) {
  std::string out;
  size_t run = 0;
  for (size_t i = 0; i < form.size() && out.size() < 12;) {
    const auto d = utf8::decode(form, i);
    i += d.length;
    const char letter = shape_letter(d.code_point);
    run = !out.empty() && out.back() == letter ? run + 1 : 1;
    if (run <= 4) out += letter;
  }
  return out;
}

/// The seed is mixed in afterwards: given small seeds, XXH3 lets pieces of one to three bytes collide by system.
uint32_t row_of(std::string_view characters, Piece piece, uint32_t rows) {
  const uint64_t hash = ((hash64(characters) ^ piece) * 0x9E3779B97F4A7C15ULL) >> 32;
  const bool power_of_two = (rows & (rows - 1)) == 0;  // as it nearly always is: a division would cost as much as the hash
  return static_cast<uint32_t>(power_of_two ? hash & (rows - 1) : hash % rows);
}

struct KindFlag {
  EntryKind kind;
  bool capital_only;
};
constexpr std::array<KindFlag, 11> kKinds = {{{EntryKind::country, true},
                                              {EntryKind::nationality, true},
                                              {EntryKind::city, true},
                                              {EntryKind::region, true},
                                              {EntryKind::place, true},
                                              {EntryKind::organisation, true},
                                              {EntryKind::office, false},
                                              {EntryKind::honorific, true},
                                              {EntryKind::given_name, true},
                                              {EntryKind::surname, true},
                                              {EntryKind::modifier, false}}};
static_assert(2 * kKinds.size() <= kLexiconFlags);

void add_flags(const Document& document, Index first, Index last, const Lexicon& lexicon, uint32_t* flags) {
  std::vector<Lexicon::Match> matches;
  for (Index i = first; i < last; ++i) {
    const Shape form = document.tokens[i].shape;
    if (form == Shape::punctuation || form == Shape::symbol || form == Shape::number) continue;
    matches.clear();
    lexicon.all(document.tokens, i, last, matches);
    for (const auto& match : matches) {
      for (const Entry& entry : match.entries) {
        const auto k = static_cast<size_t>(std::find_if(kKinds.begin(), kKinds.end(), [&](const KindFlag& f) { return f.kind == entry.kind; }) - kKinds.begin());
        if (k == kKinds.size() || (kKinds[k].capital_only && form == Shape::lower)) continue;
        for (size_t j = 0; j < match.length; ++j) flags[i - first + j] |= 1u << (2 * k + (j > 0));
      }
    }
  }
}

}  // namespace

std::string vocabulary_form(std::string_view lower) {
  std::string out(lower);
  for (char& c : out) {
    if (c >= '0' && c <= '9') c = '0';
  }
  return out;
}

std::vector<uint32_t> Vocabulary::build(const std::vector<std::string>& words) {
  size_t capacity = 16;
  while (capacity < words.size() * 2) capacity *= 2;
  std::vector<uint32_t> table(capacity * 2, 0);
  for (size_t i = 0; i < words.size(); ++i) {
    const uint64_t hash = hash64(words[i]);
    size_t at = hash & (capacity - 1);
    while (table[2 * at + 1] != 0) at = (at + 1) & (capacity - 1);
    table[2 * at] = static_cast<uint32_t>(hash >> 32);
    table[2 * at + 1] = static_cast<uint32_t>(i + 1);
  }
  return table;
}

uint32_t Vocabulary::find(std::string_view form) const {
  if (table_.empty()) return kUnknown;
  const size_t capacity = table_.size() / 2;
  const uint64_t hash = hash64(form);
  const auto fingerprint = static_cast<uint32_t>(hash >> 32);
  size_t at = hash & (capacity - 1);
  for (size_t tries = 0; tries < capacity && table_[2 * at + 1] != 0; ++tries, at = (at + 1) & (capacity - 1)) {
    const uint32_t row = table_[2 * at + 1];
    if (table_[2 * at] == fingerprint) return row < rows_ ? row : kUnknown;
  }
  return kUnknown;
}

void WordFeatures::clear() {
  words.clear();
  pieces.clear();
  piece_begin.assign(1, 0);
  flags.clear();
}

void add_pieces(std::string_view form, std::string_view lower, uint32_t piece_rows, std::vector<uint32_t>& rows) {
  thread_local std::vector<uint32_t> at;
  code_point_starts(lower, at);
  const size_t count = at.size() - 1;
  const auto part = [&](size_t from, size_t to) { return lower.substr(at[from], at[to] - at[from]); };
  for (size_t n = 1; n <= 3 && n <= count; ++n) rows.push_back(row_of(part(0, n), prefix, piece_rows));
  for (size_t n = 1; n <= 4 && n <= count; ++n) rows.push_back(row_of(part(count - n, count), suffix, piece_rows));
  rows.push_back(row_of(word_shape(form), shape, piece_rows));
  const size_t end = std::min(count, kLongestWord);
  for (size_t n = 3; n <= 5; n += 2) {
    for (size_t i = 0; i + n <= end; ++i) rows.push_back(row_of(part(i, i + n), gram, piece_rows));
  }
}

void add_features(const Document& document, Index first, Index last, const Vocabulary& vocabulary, uint32_t piece_rows, const Lexicon* lexicon,
                  WordFeatures& out) {
  const size_t before = out.size();
  for (Index i = first; i < last; ++i) {
    const Token& token = document.tokens[i];
    const std::string& in = token.span.part == Part::title ? document.title : document.text;
    out.words.push_back(vocabulary.find(vocabulary_form(token.lower)));
    add_pieces(std::string_view(in).substr(token.span.begin, token.span.size()), token.lower, piece_rows, out.pieces);
    out.piece_begin.push_back(static_cast<uint32_t>(out.pieces.size()));
  }
  out.flags.resize(out.words.size(), 0);
  if (lexicon) add_flags(document, first, last, *lexicon, out.flags.data() + before);
}

}  // namespace chancery
