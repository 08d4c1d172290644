#include "stages/points/subject.hpp"

#include "base/one_of.hpp"

namespace chancery::points {
namespace {

constexpr int kDeepest = 40;  ///< steps up a tree

}  // namespace

/// "X, in turn, focused on ...", read as a name with a participle: an aside in commas stands between the two.
bool follows_aside(const Setting& setting, Index verb) {
  const Tree& tree = setting.tree;
  const Index name = tree.head(verb);
  if (name == kNone || name + 3 >= verb || !tree.is(verb, "acl") || tree.is_gerund(verb) || tree.head(name) != kNone) return false;
  if (setting.at(name).upos != "PROPN" || setting.at(verb - 1).lower != ",") return false;
  Index after = name + 1;
  while (after < verb && tree.is_kind(after, "flat")) ++after;
  return setting.at(after).lower == "," && after + 1 < verb;
}

bool reads_as_participle(const Setting& setting, Index verb) {
  const Tree& tree = setting.tree;
  if (follows_aside(setting, verb)) return true;
  const Index noun = tree.head(verb);
  if (noun == kNone || noun + 1 != verb || !tree.is(verb, "acl") || tree.is_gerund(verb)) return false;
  const bool opens = setting.at(tree.left(noun)).upos == "DET" || tree.left(noun) == noun;
  return opens && (tree.head(noun) == kNone || (tree.is_kind(noun, "nsubj") && setting.lexicon.is(setting.at(noun), "talk")));
}

Index subject_of(const Setting& setting, Index verb) {
  const Tree& tree = setting.tree;
  Index at = verb;
  for (int step = 0; step < kDeepest && at != kNone; ++step) {
    if (const auto subject = tree.child(at, "nsubj"); subject && setting.at(*subject).deprel != "nsubj:outer") {
      const std::string& word = setting.at(*subject).lower;
      if (!one_of(word, {"who", "which", "that"})) return *subject;
      if (tree.is(at, "acl:relcl")) return tree.head(at);
    }
    // "The discussion focused on ...", read as a noun with a participle.
    const Index above = tree.head(at);
    if (reads_as_participle(setting, at)) return above;
    const bool shares = tree.is_kind(at, "conj") || tree.is_kind(at, "xcomp") || tree.is_kind(at, "advcl") || tree.is_kind(at, "parataxis") || tree.is_kind(at, "ccomp") || tree.is_kind(at, "acl") || tree.is_kind(at, "obl") || tree.is_kind(at, "obj") || tree.is_kind(at, "nmod");
    if (!shares) return kNone;
    at = tree.head(at);
  }
  return kNone;
}

}  // namespace chancery::points
