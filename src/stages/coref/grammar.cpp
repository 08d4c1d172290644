#include "stages/coref/grammar.hpp"

#include "base/one_of.hpp"

namespace chancery::coref {
namespace {

constexpr int kFarthest = 24;  ///< steps up a tree, so that a long chain costs no more than a short one

std::string_view base_of(std::string_view relation) { return relation.substr(0, relation.find(':')); }

/// "asked him to come": he is to come; "promised him to come": the subject is.
bool subject_controls(std::string_view lemma) { return one_of(lemma, {"promise", "vow", "pledge", "offer", "threaten"}); }

}  // namespace

Grammar::Grammar(const Document& document) : document_(document), subjects_(document.tokens.size(), kNone), objects_(document.tokens.size(), kNone), joined_(document.tokens.size(), false) {
  for (Index i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    if (token.head == kNone) continue;
    const auto relation = base_of(token.deprel);
    if (relation == "nsubj" && subjects_[token.head] == kNone) subjects_[token.head] = i;
    if (relation == "conj") joined_[token.head] = true;
    if (one_of(relation, {"obj", "iobj"}) && objects_[token.head] == kNone) objects_[token.head] = i;
  }
}

bool Grammar::has_tree(Index token) const { return document_.tokens[token].head != kNone || !document_.tokens[token].deprel.empty(); }

Index Grammar::head_of(Index first, Index last) const {
  const auto outside = [&](Index i) { return document_.tokens[i].head == kNone || document_.tokens[i].head < first || document_.tokens[i].head >= last; };
  for (Index i = first; i < last; ++i) {
    if (outside(i) && document_.tokens[i].deprel != "punct" && document_.tokens[i].deprel != "det" && document_.tokens[i].deprel != "case") return i;
  }
  return last - 1;
}

Index Grammar::top_of(Index word) const {
  for (int step = 0; step < kFarthest; ++step) {
    const Token& token = document_.tokens[word];
    if (token.head == kNone || !one_of(base_of(token.deprel), {"flat", "appos"})) break;
    word = token.head;
  }
  return word;
}

Index Grammar::first_of(Index head) const {
  for (int step = 0; step < kFarthest; ++step) {
    head = top_of(head);
    if (document_.tokens[head].head == kNone || base_of(document_.tokens[head].deprel) != "conj") break;
    head = document_.tokens[head].head;
  }
  return head;
}

Role Grammar::role_of(Index head) const {
  for (int step = 0; step < kFarthest; ++step) {
    const Token& token = document_.tokens[head];
    const auto relation = base_of(token.deprel);
    if (token.head != kNone && one_of(relation, {"conj", "flat", "appos"})) {
      head = token.head;
      continue;
    }
    if (one_of(relation, {"nsubj", "dislocated"})) return Role::subject;
    if (one_of(relation, {"obj", "iobj"})) return Role::object;
    if (relation == "obl") return Role::oblique;
    if (token.deprel == "nmod:poss") return Role::possessor;
    if (one_of(relation, {"nmod", "compound", "amod"})) return Role::modifier;
    break;
  }
  return Role::other;
}

bool Grammar::is_clause(Index word) const {
  const Token& token = document_.tokens[word];
  const auto relation = base_of(token.deprel);
  if (one_of(relation, {"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})) return true;
  return relation == "conj" && (token.upos == "VERB" || subjects_[word] != kNone);
}

Index Grammar::predicate_of(Index word) const {
  for (int step = 0; step < kFarthest && word != kNone; ++step) {
    if (is_clause(word)) return word;
    word = document_.tokens[word].head;
  }
  return kNone;
}

Index Grammar::outer(Index predicate) const {
  const Index head = document_.tokens[predicate].head;
  return head == kNone ? kNone : predicate_of(head);
}

Index Grammar::subject_of(Index predicate) const {
  for (int step = 0; step < kFarthest && predicate != kNone; ++step) {
    const Token& token = document_.tokens[predicate];
    const auto relation = base_of(token.deprel);
    const Index subject = subjects_[predicate];
    // "the forces, which defend their country": the noun is meant.
    const bool relative = subject != kNone && relation == "acl" && token.head != kNone && one_of(document_.tokens[subject].lower, {"who", "which", "that"});
    if (relative) return token.head;
    if (subject != kNone) return subject;
    if (token.head == kNone) return kNone;
    if (relation == "xcomp" && objects_[token.head] != kNone && !subject_controls(document_.tokens[token.head].lemma)) return objects_[token.head];
    const bool unmarked_form = token.feats.find("VerbForm=Fin") == std::string::npos;
    if (relation == "acl" && unmarked_form) return token.head;
    if (!(relation == "conj" || relation == "xcomp" || (relation == "advcl" && unmarked_form))) return kNone;
    predicate = predicate_of(token.head);
  }
  return kNone;
}

}  // namespace chancery::coref
