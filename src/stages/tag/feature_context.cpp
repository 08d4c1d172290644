#include "stages/tag/feature_context.hpp"

#include "base/hash.hpp"
#include "base/one_of.hpp"
#include "stages/tag/letters.hpp"

namespace chancery::tag {
namespace {

constexpr int kFarthest = 4;  // steps up the tree that are looked at; also ends rings in a broken tree

uint64_t mixed(uint64_t a, uint64_t b) {
  uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15 + (a << 6) + (a >> 2))) * 0xD6E8FEB86659FD93;
  h ^= h >> 32;
  return h * 0x9E3779B97F4A7C15;
}

template <typename... More>
uint64_t key_of(uint64_t level, More... parts) {
  ((level = mixed(level, parts)), ...);
  return level;
}

std::string_view value_of(std::string_view feats, std::string_view name) {
  for (size_t at = feats.find(name); at != std::string_view::npos; at = feats.find(name, at + 1)) {
    const bool whole = (at == 0 || feats[at - 1] == '|') && at + name.size() < feats.size() && feats[at + name.size()] == '=';
    if (!whole) continue;
    const std::string_view rest = feats.substr(at + name.size() + 1);
    return rest.substr(0, rest.find('|'));
  }
  return {};
}

/// How it is written, with the marks that tell numbers and abbreviations apart.
uint64_t shape(std::string_view form) {
  uint64_t marks = 0;
  for (const char c : form) marks |= c == '.' ? 1U : c == '/' ? 2U : 0U;
  return static_cast<uint64_t>(letter_case(form)) * 4 + marks;
}

std::string_view ending(std::string_view word) {
  size_t begin = word.size();
  for (int i = 0; i < 3 && begin > 0; ++i) {
    while (--begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xC0) == 0x80) {}
  }
  return word.substr(begin);
}

bool is_subject(std::string_view relation) { return relation.starts_with("nsubj") || relation.starts_with("csubj"); }

bool is_auxiliary(std::string_view relation) { return one_of(relation, {"aux", "aux:pass", "cop"}); }

bool asks_or_refers(const ParsedWord& word) { return word.xpos.starts_with('W'); }

/// What a child adds to the signature of its head; 0: nothing.
uint64_t part_of_signature(const ParsedWord& child) {
  const std::string_view r = child.deprel;
  if (r == "aux") return key_of(1, hash64(child.xpos == "MD" ? "MD" : child.lemma));  // modals all do the same
  if (r == "mark") return key_of(2, hash64(child.upos));
  if (one_of(r, {"nsubj", "expl"})) return key_of(3, 0);
  return one_of(r, {"aux:pass", "nsubj:pass", "obj", "fixed"}) ? key_of(4, hash64(r)) : 0;
}

}  // namespace

uint64_t agreement_of(std::string_view feats) { return hash64(value_of(feats, "Person"), hash64(value_of(feats, "Number"))); }

FeatureContext::FeatureContext(std::span<const ParsedWord> words) : words_(words), facts_(words.size()) {
  for (size_t i = 0; i < words.size(); ++i) {
    facts_[i].tag = hash64(words[i].xpos, hash64(words[i].upos));
    facts_[i].relation = hash64(words[i].deprel);
    facts_[i].verbal = one_of(words[i].upos, {"VERB", "AUX"});
    hang(i);
  }
}

const ParsedWord* FeatureContext::head_of(size_t word) const {
  const uint32_t head = words_[word].head;
  return head < words_.size() ? &words_[head] : nullptr;
}

void FeatureContext::hang(size_t word) {
  const ParsedWord* head = head_of(word);
  if (!head) return;
  Facts& facts = facts_[static_cast<size_t>(head - words_.data())];
  const std::string_view relation = words_[word].deprel;
  facts.signature += part_of_signature(words_[word]);
  facts.coordinated |= relation == "conj";
  if (facts.subject == ParsedWord::kRoot && is_subject(relation)) facts.subject = static_cast<uint32_t>(word);
}

/// A verb joined to another shares what hangs on that one: "to meet and discuss".
uint64_t FeatureContext::signature(size_t word, int depth) const {
  const uint64_t own = facts_[word].signature;
  const ParsedWord* head = words_[word].deprel == "conj" ? head_of(word) : nullptr;
  if (!head || depth >= kFarthest) return own;
  const size_t at = static_cast<size_t>(head - words_.data());
  if (facts_[at].verbal && head->xpos == words_[word].xpos) return key_of(5, own, signature(at, depth + 1));
  return key_of(6, own, hash64(head->xpos));
}

uint64_t FeatureContext::subject(size_t word, std::span<const uint64_t> agreement) const {
  if (is_auxiliary(words_[word].deprel) && head_of(word)) word = words_[word].head;
  for (int i = 0; i < kFarthest && facts_[word].subject == ParsedWord::kRoot && words_[word].deprel == "conj" && head_of(word); ++i) word = words_[word].head;
  uint32_t subject = facts_[word].subject;
  const bool relative = words_[word].deprel == "acl:relcl" && head_of(word);
  if (relative && (subject == ParsedWord::kRoot || one_of(words_[subject].xpos, {"WDT", "WP"}))) subject = words_[word].head;
  if (subject == ParsedWord::kRoot) return 0;
  if (facts_[subject].coordinated) return 1;
  const bool nominal = one_of(words_[subject].upos, {"NOUN", "PROPN", "PRON"});
  return key_of(2, agreement[subject], nominal ? 0 : hash64(words_[subject].xpos));
}

/// The relations between a question word and the clause that it opens.
uint64_t FeatureContext::clauses(size_t word) const {
  uint64_t out = 0;
  for (int i = 0; i < kFarthest; ++i) {
    const ParsedWord* head = head_of(word);
    if (!head) break;
    out = mixed(out, hash64(head->deprel));
    if (one_of(head->deprel, {"acl:relcl", "root", "ccomp", "advcl", "advcl:relcl", "csubj", "parataxis", "conj"})) break;
    word = static_cast<size_t>(head - words_.data());
  }
  return out;
}

std::array<uint64_t, kFeatureLevels> FeatureContext::keys(size_t i, std::span<const uint64_t> agreement) const {
  const ParsedWord& word = words_[i];
  const Facts& f = facts_[i];
  const uint64_t lower = hash64(word.lower), t = f.tag, r = f.relation;
  const uint64_t last = key_of(8, t);
  if (f.verbal) {
    const uint64_t agrees = subject(i, agreement), s = signature(i, 0);
    const uint64_t coarse = key_of(4, t, agrees);
    if (word.upos == "AUX") return {key_of(1, lower, t, r, s, agrees), key_of(2, lower, t, r, agrees), key_of(3, lower, t, agrees), coarse, last, last, last, last};
    return {key_of(11, lower, t, r, s, agrees), key_of(12, t, r, s, agrees), key_of(13, t, s, agrees), coarse, last, last, last, last};
  }
  const uint64_t fixed = f.signature, c = asks_or_refers(word) ? key_of(r, clauses(i)) : 0, h = shape(word.form);
  return {key_of(21, hash64(word.form), t, r, fixed, c), key_of(22, lower, t, r, fixed, c), key_of(23, lower, t, r, fixed), key_of(24, lower, t, fixed),
          key_of(25, lower, t), key_of(26, hash64(ending(word.lower)), h, t), key_of(27, h, t), last};
}

}  // namespace chancery::tag
