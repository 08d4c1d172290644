#include "stages/speech/attribution_features.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/one_of.hpp"

namespace chancery {
namespace {

constexpr Index kLongestWindow = 400;
constexpr size_t kSentencesBefore = 6, kSentencesAfter = 8;  ///< over which an open quotation is followed
constexpr int kMostSteps = 60;                               ///< up a tree

/// Mixes a feature's kind and what it is made of into a row.
class Rows {
 public:
  explicit Rows(std::vector<uint32_t>& out) : out_(out) {}
  void add(uint64_t kind, uint64_t a = 0, uint64_t b = 0) {
    uint64_t h = kind * 0x9E3779B97F4A7C15ULL + a * 0xC2B2AE3D27D4EB4FULL + ((b << 29) | (b >> 35)) * 0x165667B19E3779F9ULL;
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93ULL;
    out_.push_back(static_cast<uint32_t>(h >> 40) & (kAttributionRows - 1));
  }

 private:
  std::vector<uint32_t>& out_;
};

uint64_t mixed(uint64_t a, uint64_t b) { return (a + 0x632BE59BD9B4E019ULL) * 0x9E3779B97F4A7C15ULL ^ (b * 0xBF58476D1CE4E5B9ULL); }

/// Near distances one by one, far ones in steps; the side counts.
uint64_t distance(Index from, Index to) {
  const auto d = static_cast<int64_t>(to) - static_cast<int64_t>(from);
  const auto far = static_cast<uint64_t>(std::abs(d));
  const uint64_t step = far < 6 ? far : far < 10 ? 6 : far < 16 ? 7 : far < 30 ? 8 : 9;
  return 2 * step + (d < 0);
}

/// Where a word stands in the tree as seen from the predicate.
struct Place {
  enum Kind : uint64_t { self = 1, other_sentence, below, above, sister, apart };
  uint64_t code = 0;
  Index branch = kNone;  ///< the child of the predicate, or its sister, in whose subtree the word lies
};

/// The word on the way up from `word` that hangs on `head`; kNone where there is none.
Index branch_under(const WordView& view, Index word, Index head) {
  for (int steps = 0; word != kNone && steps < kMostSteps; ++steps, word = view.head(word)) {
    if (view.head(word) == head) return word;
  }
  return kNone;
}

Place place_of(const WordView& view, Index predicate, Index word) {
  const auto& tokens = view.document().tokens;
  if (word == predicate) return {mixed(Place::self, 0), kNone};
  const int64_t sentences = static_cast<int64_t>(tokens[word].sentence) - static_cast<int64_t>(tokens[predicate].sentence);
  if (sentences != 0) return {mixed(Place::other_sentence, static_cast<uint64_t>(std::clamp<int64_t>(sentences, -2, 2) + 3)), kNone};
  if (view[predicate].low <= word && word <= view[predicate].high) {
    const Index branch = branch_under(view, word, predicate);
    if (branch != kNone) return {mixed(mixed(Place::below, view[branch].deprel), branch < predicate), branch};
  }
  uint64_t path = 0;
  Index at = predicate;
  for (int steps = 0; at != kNone && steps < 4; ++steps, at = view.head(at)) {
    if (at == word) return {mixed(Place::above, path), kNone};
    path = mixed(path, view[at].deprel);
  }
  const Index head = view.head(predicate);
  const Index sister = head == kNone ? kNone : branch_under(view, word, head);
  if (sister != kNone) return {mixed(mixed(Place::sister, view[predicate].deprel), mixed(view[sister].deprel, sister < predicate)), sister};
  return {mixed(mixed(Place::apart, view[predicate].deprel), word < predicate), kNone};
}

bool runs_on(const WordView& view, Index word) { return word > 0 && view[word].quotation != 0 && view[word].quotation == view[word - 1].quotation; }

}  // namespace

WordWindow window_of(const WordView& view, Index predicate) {
  const Document& document = view.document();
  const auto& sentences = document.sentences;
  const Index own = document.tokens[predicate].sentence;
  Index from = own, to = own;
  const auto words = [&] { return sentences[to].last - sentences[from].first; };
  const auto same_block = [&](Index a, Index b) { return sentences[a].block == sentences[b].block; };
  for (size_t k = 0; k < kSentencesBefore && from > 0 && words() < kLongestWindow / 2 && same_block(from - 1, from) && runs_on(view, sentences[from].first); ++k) --from;
  for (size_t k = 0; k < kSentencesAfter && to + 1 < sentences.size() && words() < kLongestWindow / 2 && same_block(to, to + 1) && runs_on(view, sentences[to].last); ++k) ++to;
  if (from == own && from > 0 && sentences[from - 1].span.part == sentences[from].span.part) --from;
  const bool announces = to == own && to + 1 < sentences.size() && document.tokens[sentences[own].last - 1].lower == ":";
  if (announces) ++to;
  if (to + 1 < sentences.size() && view[sentences[to].last].is_mark) ++to;
  WordWindow window{sentences[from].first, sentences[to].last};
  if (window.last - window.first > kLongestWindow) {
    window.first = std::max(window.first, predicate > kLongestWindow / 2 ? predicate - kLongestWindow / 2 : 0);
    window.last = std::min(window.last, predicate + kLongestWindow / 2);
  }
  return window;
}

void add_predicate_features(const WordView& view, Index i, std::vector<uint32_t>& rows) {
  Rows out(rows);
  const auto& w = view[i];
  out.add(1, w.lemma);
  out.add(2, w.lower);
  out.add(3, w.upos);
  out.add(4, w.deprel);
  out.add(5, w.lemma, w.upos);
  if (i > 0) out.add(6, view[i - 1].lower);
  if (i + 1 < view.size()) {
    out.add(7, view[i + 1].lower);
    out.add(8, w.lemma, view[i + 1].lower);
  }
  if (const Index head = view.head(i); head != kNone) {
    out.add(9, view[head].lemma, w.deprel);
    out.add(10, view[head].upos, w.deprel);
  }
  out.add(11, w.quotation != 0);
  for (int64_t offset = -3; offset <= 3; ++offset) {
    const int64_t at = static_cast<int64_t>(i) + offset;
    if (offset != 0 && at >= 0 && at < static_cast<int64_t>(view.size()) && view[static_cast<Index>(at)].is_mark) out.add(12, static_cast<uint64_t>(offset + 4));
  }
  const auto& tokens = view.document().tokens;
  for (const Index child : view.children(i)) {
    const auto& c = view[child];
    out.add(13, c.deprel, child < i);
    out.add(14, w.lemma, c.deprel);
    if (one_of(tokens[child].deprel, {"nsubj", "mark", "aux", "case"})) out.add(15, c.deprel, c.lemma);
    if (tokens[child].deprel == "nsubj") out.add(16, c.upos);
    if (!one_of(tokens[child].deprel, {"ccomp", "xcomp"})) continue;
    for (const Index below : view.children(child)) {
      if (tokens[below].deprel == "mark") out.add(17, view[below].lower);
    }
  }
}

std::array<Index, kFrameWords> frame_of(const WordView& view, Index i) {
  const auto& tokens = view.document().tokens;
  std::array<Index, kFrameWords> frame{view.head(i), kNone, kNone, i > 0 ? i - 1 : kNone, i + 1 < view.size() ? i + 1 : kNone};
  for (const Index child : view.children(i)) {
    const std::string& relation = tokens[child].deprel;
    if (frame[1] == kNone && one_of(relation, {"nsubj", "nsubj:pass", "csubj", "nmod:poss"})) frame[1] = child;
    if (one_of(relation, {"ccomp", "xcomp", "acl", "parataxis"})) frame[2] = child;
    if (frame[2] == kNone && one_of(relation, {"obj", "obl", "nmod"})) frame[2] = child;
  }
  return frame;
}

void add_frame_features(const WordView& view, Index i, std::vector<uint32_t>& rows) {
  Rows out(rows);
  const auto& tokens = view.document().tokens;
  const auto& w = view[i];
  out.add(61, w.lemma, w.deprel);
  out.add(62, w.lower, w.upos);
  const auto near = [&](int64_t offset) { return i + offset >= 0 && i + offset < static_cast<int64_t>(view.size()) ? view[static_cast<Index>(i + offset)].lower : uint64_t{0}; };
  out.add(63, mixed(near(-1), w.lemma));
  out.add(64, mixed(near(-2), near(-1)), w.upos);
  out.add(65, mixed(near(1), near(2)), w.lemma);
  out.add(66, mixed(near(1), near(2)), w.upos);
  out.add(67, near(-2)), out.add(68, near(2));
  uint64_t shape = 0;
  for (const Index child : view.children(i)) {
    const std::string& relation = tokens[child].deprel;
    if (one_of(relation, {"punct", "advmod", "discourse", "cc"})) continue;
    shape = mixed(shape, mixed(view[child].deprel, child < i));
  }
  out.add(69, shape, w.upos);
  out.add(70, shape, w.lemma);
  const auto frame = frame_of(view, i);
  for (size_t k = 0; k < 3; ++k) {
    if (frame[k] == kNone) {
      out.add(71, k, w.lemma);
      continue;
    }
    const auto& other = view[frame[k]];
    out.add(72, mixed(k, other.lemma), w.lemma);
    out.add(73, mixed(k, other.lemma), w.upos);
    out.add(74, mixed(k, other.upos), w.lemma);
    out.add(75, mixed(k, other.deprel), w.lemma);
    out.add(76, mixed(k, tokens[frame[k]].shape == Shape::capitalised), w.upos);
  }
  const Index head = view.head(i);
  if (head != kNone) {
    out.add(77, view[head].lemma, mixed(w.deprel, w.upos));
    const Index above = view.head(head);
    out.add(78, above == kNone ? 0 : view[above].lemma, mixed(w.deprel, view[head].deprel));
    for (const Index child : view.children(head)) {
      if (one_of(tokens[child].deprel, {"nsubj", "mark", "aux"})) out.add(79, mixed(view[child].deprel, view[child].lower), w.deprel);
    }
  }
  const Sentence& sentence = view.document().sentences[tokens[i].sentence];
  bool marks = false;
  for (Index k = sentence.first; k < sentence.last && k < sentence.first + 120; ++k) marks |= view[k].is_mark;
  out.add(80, marks, w.upos);
  out.add(81, marks, w.lemma);
  out.add(82, w.quotation != 0, w.lemma);
}

void add_role_features(const WordView& view, Index p, Index i, std::vector<uint32_t>& rows) {
  Rows out(rows);
  const auto &w = view[i], &predicate = view[p];
  const Place place = place_of(view, p, i);
  const uint64_t side = i < p;
  out.add(31, place.code);
  out.add(32, place.code, predicate.upos);
  out.add(33, place.code, predicate.lemma);
  out.add(34, place.code, w.deprel);
  out.add(35, place.code, w.is_small ? w.lower : w.upos);
  if (place.branch != kNone) {
    const auto& branch = view[place.branch];
    if (i == branch.low) {
      out.add(36, place.code);
      out.add(37, place.code, w.lower);
    }
    if (i == branch.high) out.add(38, place.code);
    if (i == place.branch) out.add(39, place.code);
  }
  out.add(40, distance(p, i));
  out.add(41, w.upos);
  out.add(42, w.deprel);
  out.add(43, w.lower);
  const uint64_t quotation = w.is_mark ? 1 : w.quotation == 0 ? 2 : w.quotation == predicate.quotation ? 3 : 4;
  out.add(44, quotation, side);
  out.add(45, mixed(quotation, side), place.code);
  if (i > 0 && view[i - 1].is_mark) out.add(46, place.code);
  if (i + 1 < view.size() && view[i + 1].is_mark) out.add(47, place.code);
  const Sentence& sentence = view.document().sentences[view.document().tokens[i].sentence];
  if (i == sentence.first) out.add(48, place.code);
  if (i + 1 == sentence.last) out.add(49, place.code);
  out.add(50, mixed(predicate.lemma, side), w.upos);
  if (i + 2 >= p && i <= p + 2) out.add(51, mixed(predicate.lemma, w.lower), distance(p, i));
}

}  // namespace chancery
