#include "stages/segment/boundary_features.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace chancery {
namespace {

uint32_t mixed(uint64_t a, uint64_t b) {
  uint64_t h = (a * 0x9E3779B97F4A7C15ull) ^ (b + 0x165667B19E3779F9ull);
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9ull;
  return static_cast<uint32_t>(h >> 32);
}

uint32_t hash_of(std::string_view s) {
  uint64_t h = 0xCBF29CE484222325ull;
  for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return mixed(h, s.size());
}

/// Distances in steps that widen: 0 1 2 3 4 5-6 7-9 10-14 15-24 25-39 40 and more.
uint32_t step(uint64_t distance) {
  static constexpr std::array<uint64_t, 10> limits = {0, 1, 2, 3, 4, 6, 9, 14, 24, 39};
  return static_cast<uint32_t>(std::lower_bound(limits.begin(), limits.end(), distance) - limits.begin());
}

bool is_finite_verb(std::string_view lower) {
  static constexpr std::array<std::string_view, 34> verbs = {
      "is", "are", "was", "were", "am", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "should",
      "may", "might", "must", "'s", "'re", "'m", "'ve", "'ll", "'d", "said", "says", "get", "got", "know", "think", "want"};
  return std::find(verbs.begin(), verbs.end(), lower) != verbs.end();
}

std::string_view last_characters(std::string_view word, size_t count) {
  size_t at = word.size();
  for (size_t i = 0; i < count && at > 0; ++i) at -= utf8::decode_before(word, at).length;
  return word.substr(at);
}

/// "Xx", "X", "9.9", "xX": runs of one kind shown once, long ones twice.
uint32_t shape_hash(std::string_view form) {
  std::string shape;
  for (size_t i = 0; i < form.size() && shape.size() < 8;) {
    const auto d = utf8::decode(form, i);
    i += d.length;
    const char kind = utf8::is_digit(d.code_point) ? '9' : utf8::is_upper(d.code_point) ? 'X' : utf8::is_letter(d.code_point) ? 'x' : d.code_point < 0x80 ? static_cast<char>(d.code_point) : '?';
    const size_t n = shape.size();
    if (n >= 2 && shape[n - 1] == kind && shape[n - 2] == kind) continue;
    shape += kind;
  }
  return hash_of(shape);
}

}  // namespace

BoundaryFeatures::BoundaryFeatures(const Document& document, const Abbreviations& abbreviations, Index first, Index last)
    : document_(document), abbreviations_(abbreviations), first_(first) {
  seen_.reserve(last - first);
  int depth = 0;
  uint32_t quotes = 0, verbs = 0;
  for (Index i = first; i < last; ++i) {
    Seen seen = see(document.tokens[i]);
    if (seen.kind == Class::opening) depth = std::min(depth + 1, 3);
    if (seen.kind == Class::closing) depth = std::max(depth - 1, 0);
    seen.depth = static_cast<int8_t>(depth);
    seen.quotes = static_cast<uint8_t>(quotes % 2);
    if (seen.kind == Class::quote) ++quotes;
    verbs += is_finite_verb(document.tokens[i].lower) ? 1 : 0;
    seen.verbs = verbs;
    seen_.push_back(seen);
  }
  uint32_t next = 1000;
  for (size_t i = seen_.size(); i-- > 0;) {
    seen_[i].next_stop = next;
    next = seen_[i].kind == Class::stop || seen_[i].kind == Class::query || seen_[i].kind == Class::dots ? 1 : next + 1;
  }
  describe_block();
  find_label();
}

/// How the block is written: its length, the share of words with a capital, whether it has stops and ends in one.
void BoundaryFeatures::describe_block() {
  size_t words = 0, capitals = 0, uppers = 0, stops = 0;
  for (const Seen& s : seen_) {
    const bool capital = s.kind == Class::capital, upper = s.kind == Class::upper;
    words += capital || upper || s.kind == Class::lower;
    capitals += capital || upper;
    uppers += upper;
    stops += s.kind == Class::stop || s.kind == Class::query;
  }
  const uint32_t capital_share = words ? static_cast<uint32_t>(capitals * 5 / words) : 6;
  const bool shouting = words && uppers * 2 > words;
  const Class end = seen_.empty() ? Class::outside : seen_.back().kind;
  const bool closed = end == Class::stop || end == Class::query || end == Class::dots;
  const uint32_t density = stops == 0 ? 0 : static_cast<uint32_t>(1 + step(seen_.size() / stops));
  prose_ = closed && capitals * 3 < words * 2 && seen_.size() <= 60 * stops;
  block_style_ = capital_share * 64 + density * 4 + (shouting ? 2 : 0) + (closed ? 1 : 0);
}

BoundaryFeatures::Class BoundaryFeatures::class_of(const Token& token, std::string_view form) const {
  const std::string_view lower = token.lower;
  if (lower.empty()) return Class::mark;
  const char first = lower.front(), last = lower.back();
  if (token.shape == Shape::punctuation || token.shape == Shape::symbol) {
    const bool ends = lower.find_first_not_of(".!?…") == std::string_view::npos || form == "…";
    if (ends && lower.find_first_of("!?") != std::string_view::npos) return Class::query;
    if (lower == ".") return Class::stop;
    if (ends) return Class::dots;
    if (lower.size() > 1 && (first == ':' || first == ';' || first == '=') && lower.find_first_of(")(/|*]") != std::string_view::npos) return Class::smiley;
    if (first == ':') return Class::colon;
    if (first == ';') return Class::semicolon;
    if (first == ',') return Class::comma;
    if (first == '-') return Class::dash;
    if (form == "“" || form == "«" || form == "‘" || first == '(' || first == '[' || first == '{') return Class::opening;
    if (form == "”" || form == "»" || first == ')' || first == ']' || first == '}') return Class::closing;
    if (first == '"') return Class::quote;
    if (first == '\'' || first == '`') return Class::apostrophe;
    if (first == '*' || first == '>' || first == '<' || first == '_' || first == '|' || form == "•" || form == "·") return Class::bullet;
    return token.shape == Shape::symbol ? Class::symbol : Class::mark;
  }
  if (first == '\'' || lower == "n't") return Class::clitic;
  if (last == '.' && lower.size() > 1) {
    const auto kind = abbreviations_.find(lower.substr(0, lower.size() - 1));
    if (kind == Abbreviation::either || kind == Abbreviation::capital) return Class::either;
    if (kind == Abbreviation::inner || kind == Abbreviation::figure) return Class::inner;
    return lower.size() == 2 || kind == Abbreviation::title ? Class::title : Class::either;
  }
  if (lower.size() > 5 && (lower.find("://") != std::string_view::npos || lower.find('@') != std::string_view::npos || lower.starts_with("www."))) return Class::address;
  switch (token.shape) {
    case Shape::number: return Class::figure;
    case Shape::capitalised: return Class::capital;
    case Shape::upper: return utf8::count(lower) == 1 ? Class::letter : Class::upper;
    case Shape::mixed: return Class::mixed;
    default: return Class::lower;
  }
}

BoundaryFeatures::Seen BoundaryFeatures::see(const Token& token) const {
  const std::string_view form = document_.of(token);
  Seen seen;
  seen.kind = class_of(token, form);
  seen.word = seen.kind == Class::figure ? hash_of(token.lower.size() <= 2 ? std::string_view("#") : token.lower.size() == 4 ? "####" : "###") : hash_of(token.lower);
  seen.ending = hash_of(last_characters(token.lower, 3));
  seen.shape = shape_hash(form);
  seen.space = token.space_before;
  return seen;
}

bool BoundaryFeatures::may_end(Index i) const {
  const int64_t k = static_cast<int64_t>(i) - first_;
  const Seen &a = at(k), &b = at(k + 1);
  if (a.kind == Class::title && document_.tokens[i].lower.size() > 2 && b.kind == Class::capital) return false;
  if (a.kind == Class::comma || b.kind == Class::comma || b.kind == Class::stop || b.kind == Class::clitic) return false;
  const bool plain = a.kind == Class::lower || a.kind == Class::capital || a.kind == Class::clitic;
  return !(plain && b.kind == Class::lower && b.space);
}

/// "President of Russia Vladimir Putin:", "Q:", "Minister of Health, Dr. Ana Silva (via videoconference):": words with
/// capitals up to the colon.
bool BoundaryFeatures::is_label(int64_t begin, int64_t colon) const {
  static constexpr int64_t kLongestLabel = 24;
  if (colon - begin > kLongestLabel || colon == begin) return false;
  for (int64_t k = begin; k < colon; ++k) {
    const Class kind = at(k).kind;
    if (kind == Class::stop || kind == Class::query || kind == Class::semicolon || kind == Class::clitic || kind == Class::address || kind == Class::symbol) return false;
    const bool small = kind == Class::lower && k > begin && document_.tokens[static_cast<Index>(k + first_)].lower.size() <= 3;
    if (kind == Class::lower && !small && at(k).depth == 0) return false;
  }
  return true;
}

/// Past the label that opens the block, 0 where none does.
void BoundaryFeatures::find_label() {
  for (size_t k = 0; k < seen_.size() && k < 25; ++k) {
    if (seen_[k].kind != Class::colon) continue;
    if (k + 1 < seen_.size() && is_label(0, static_cast<int64_t>(k))) label_end_ = static_cast<int64_t>(k) + 1;
    return;
  }
}

bool BoundaryFeatures::is_opener(std::string_view lower) {
  static constexpr std::array<std::string_view, 34> openers = {
      "the", "he", "she", "it", "they", "we", "i", "you", "in", "on", "at", "this", "that", "these", "those", "but", "and",
      "as", "for", "with", "after", "before", "when", "while", "if", "there", "his", "her", "our", "their", "both", "during", "also", "a"};
  return std::find(openers.begin(), openers.end(), lower) != openers.end();
}

float BoundaryFeatures::needed(Index i, Index begin) const {
  constexpr float kSure = -4.0f, kLikely = -2.0f, kStrange = 2.0f, kNever = 1e9f;
  const int64_t k = static_cast<int64_t>(i) - first_;
  const Seen &y = at(k - 1), &a = at(k), &b = at(k + 1), &c = at(k + 2);
  const auto is_capital = [](const Seen& s) { return s.kind == Class::capital || s.kind == Class::upper || s.kind == Class::letter; };
  const bool capital = is_capital(b), opens = b.kind == Class::opening && (is_capital(c) || c.kind == Class::title);
  if (k < label_end_ && a.kind != Class::bullet && a.kind != Class::dots) return kNever;
  if (a.kind == Class::colon && capital && is_label(static_cast<int64_t>(begin) - first_, k)) return kNever;
  const bool shuts = a.kind == Class::closing || a.kind == Class::quote || a.kind == Class::apostrophe;
  const bool after_end = y.kind == Class::stop || y.kind == Class::query || y.kind == Class::dots;
  if (b.space && a.kind == Class::stop && (capital || opens)) return kSure;
  if (b.space && a.kind == Class::stop && b.kind == Class::figure && prose_ && y.kind != Class::figure) return kLikely;
  if (b.space && shuts && y.kind == Class::stop && (capital || opens)) return kSure;
  if (opens && b.space && a.kind == Class::closing && after_end) return -kNever;  // “Is it so?” (Laughter.)
  if (opens && (a.kind == Class::query || (shuts && after_end))) return kSure;
  if (a.kind == Class::either && capital && is_opener(document_.tokens[i + 1].lower)) return kLikely;
  if (!prose_) return 0;
  const bool goes_on = a.kind == Class::capital || a.kind == Class::upper || a.kind == Class::lower || a.kind == Class::mixed || a.kind == Class::letter ||
                       a.kind == Class::figure || a.kind == Class::dash || a.kind == Class::semicolon || a.kind == Class::colon || (shuts && (!after_end || b.kind == Class::lower));
  return goes_on ? kStrange : 0.0f;
}

void BoundaryFeatures::look(Index i, Index begin, std::vector<uint32_t>& out) const {
  const int64_t k = static_cast<int64_t>(i) - first_, start = static_cast<int64_t>(begin) - first_;
  const Seen &z = at(k - 2), &y = at(k - 1), &a = at(k), &b = at(k + 1), &c = at(k + 2), &d = at(k + 3);
  out.clear();
  uint64_t name = 0;
  const auto add = [&](uint64_t value) { out.push_back(mixed(++name, value)); };
  const auto pair = [](uint64_t first, uint64_t second) { return static_cast<uint64_t>(mixed(first + 0x51ull, second)); };
  const auto kind = [](const Seen& s) { return static_cast<uint64_t>(s.kind) * 2 + (s.space ? 1 : 0); };
  const uint64_t kinds = kind(a) * 64 + kind(b);
  const uint64_t length = step(static_cast<uint64_t>(k - start)), back = step(static_cast<uint64_t>(k)), ahead = step(seen_.size() - static_cast<size_t>(k) - 1);
  const uint64_t stop = step(a.next_stop);
  const uint32_t verbs = std::min(a.verbs - at(start - 1).verbs, 2u);

  add(0);
  add(kinds);
  add(pair(kind(y), kinds));
  add(pair(kinds, kind(c)));
  add(pair(pair(kind(y), kinds), kind(c)));
  add(pair(pair(pair(kind(z), kind(y)), kinds), kind(c)));
  add(pair(pair(pair(kind(c), kind(y)), kinds), kind(d)));
  add(a.word);
  add(b.word);
  add(y.word);
  add(c.word);
  add(pair(a.word, kind(b)));
  add(pair(kind(a), b.word));
  add(pair(a.word, b.word));
  add(pair(y.word, a.word));
  add(pair(pair(y.word, a.word), kind(b)));
  add(pair(b.word, c.word));
  add(pair(pair(b.word, c.word), kind(a)));
  add(pair(pair(y.word, kinds), 7));
  add(pair(pair(c.word, kinds), 9));
  add(pair(a.ending, kind(b)));
  add(pair(b.ending, kind(a)));
  add(pair(a.shape, b.shape));
  add(pair(pair(a.shape, b.shape), pair(y.shape, c.shape)));
  add(pair(y.shape, kinds));
  add(pair(c.shape, kinds));
  add(pair(length, kinds));
  add(pair(pair(length, kinds), verbs));
  add(pair(verbs, kinds));
  add(pair(back, kinds));
  add(pair(ahead, kinds));
  add(pair(stop, kinds));
  add(pair(pair(stop, length), kinds));
  add(pair(static_cast<uint64_t>(a.depth) * 2 + b.quotes, kinds));
  add(pair(block_style_, kind(a)));
  add(pair(block_style_, kinds));
  add(pair(block_style_ / 64, pair(kinds, length)));
  add(pair(at(start).word, kinds));
  add(pair(kind(at(start)), pair(kinds, length)));
  add(pair(pair(kind(b), kind(c)), pair(kind(d), kind(at(k + 4)))));
  add(pair(b.word, length));
}

}  // namespace chancery
