#include "stages/codes/modality.hpp"

#include "base/one_of.hpp"

namespace chancery::codes {
namespace {

/// Chains of "plans to try to ..." are short; a bad tree must not cost time.
constexpr int kDeepest = 8;

bool is_bare(const Token& token) { return token.feats.find("VerbForm=Inf") != std::string::npos; }

}  // namespace

bool is_negated(const Tree& tree, Index word) {
  for (const Index c : tree.children(word)) {
    if (c < word && one_of(tree.at(c).lower, {"not", "n't", "never", "neither", "nor"})) return true;
    if (tree.relation(c) != "obj") continue;
    for (const Index d : tree.children(c)) {
      if (tree.at(d).lower == "no" && tree.is(d, "det")) return true;
    }
  }
  return false;
}

std::string Modality::apply(const Operator& one, const std::string& root) const {
  const std::string& made = one.becomes[static_cast<size_t>(book_.class_of(root))];
  if (made == "-") return {};
  return made == "same" ? root : made;
}

/// "if he meets", "accused of killing": not said to be so.
bool Modality::supposed(Index verb) const {
  for (const Index c : tree_.children(verb)) {
    const Token& token = tree_.at(c);
    if (c > verb || !one_of(tree_.relation(c), {"mark", "case"})) continue;
    if (one_of(token.lower, {"if", "unless", "whether", "lest", "until", "without", "of", "for", "from", "against", "about", "over"})) return true;
  }
  return false;
}

bool Modality::wished(Index word) const {
  for (const Index c : tree_.children(word)) {
    if (tree_.is(c, "aux") && one_of(tree_.at(c).lemma, {"must", "should", "ought"})) return true;
  }
  return false;
}

/// "will", "must", "may", "not" beside the verb.
std::string Modality::after_auxiliaries(Index verb, const std::string& root, bool negated) const {
  bool coming = false, standing = false, open = false, perfect = false;
  for (const Index c : tree_.children(verb)) {
    if (!tree_.is(c, "aux")) continue;
    const Token& token = tree_.at(c);
    open |= one_of(token.lemma, {"must", "should", "ought", "may", "might", "could"});
    perfect |= token.lemma == "have";
    coming |= one_of(token.lower, {"will", "'ll", "wo", "shall", "would"});
    standing |= one_of(token.lower, {"do", "does", "can", "ca"});
  }
  if (open && !perfect) return {};
  if (negated) return coming || standing ? apply(book_.named("refusal"), root) : std::string();
  return coming ? apply(book_.named("intention"), root) : root;
}

bool Modality::infinitive(Index verb) const { return is_bare(tree_.at(verb)) && tree_.child(verb, "mark") != kNone && tree_.child(verb, "aux") == kNone; }

/// The verb's word above: its own plan, attempt, refusal or threat, or one that only supposes it.
std::string Modality::after_governor(Index verb, Index governor, const std::string& made, bool denied) const {
  const Operator* above = book_.operator_of(tree_.at(governor).lemma);
  const bool purpose = infinitive(verb) && !tree_.is(verb, "xcomp");
  if (!above) return purpose ? std::string() : made;
  if (above->name == "unreal") return {};
  if (wished(governor)) return {};
  const bool plan = above->name == "intention";
  if (is_negated(tree_, governor)) return plan ? apply(book_.named("refusal"), made) : std::string();
  if (plan && denied) return "AGREE";
  return apply(*above, made);
}

std::string Modality::root_of(Index verb, const std::string& root, bool spent) const {
  const bool own = is_negated(tree_, verb) && !spent;
  // "agreed not to attack", "threatened not to pay": the word above says what becomes of the negation.
  const bool held_back = own && infinitive(verb);
  std::string made = held_back ? root : after_auxiliaries(verb, root, own);
  bool governed = false;
  Index at = verb;
  for (int step = 0; step < kDeepest && !made.empty(); ++step) {
    const Index governor = tree_.head_of(at);
    if (governor == kNone) break;
    if (tree_.is(at, "conj")) {
      // "will meet and sign", "plans to meet and sign" share what stands above the first.
      const bool own_subject = tree_.child(at, "nsubj") != kNone || tree_.child(at, "nsubj:pass") != kNone || tree_.child(at, "aux") != kNone;
      if (own_subject || tree_.at(governor).upos != "VERB") break;
      if (is_bare(tree_.at(at)) && tree_.child(governor, "aux") != kNone) made = after_auxiliaries(governor, made, false);
    } else {
      const bool below = tree_.is(at, "xcomp") || tree_.is(at, "ccomp") || tree_.relation(at) == "acl" || tree_.is(at, "advcl");
      if (!below) break;
      if (supposed(at)) return {};
      if (tree_.is(at, "advcl") && !infinitive(at) && !tree_.is(at, "xcomp") && !book_.operator_of(tree_.at(governor).lemma)) break;
      if (tree_.is(at, "advcl") && !infinitive(at) && tree_.child(at, "mark") == kNone) break;
      made = after_governor(at, governor, made, held_back && at == verb);
      governed = true;
    }
    at = governor;
  }
  return held_back && !governed ? std::string() : made;
}

}  // namespace chancery::codes
