#include "stages/codes/coder.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "stages/codes/modality.hpp"

namespace chancery::codes {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

/// Plurals that have a lemma of their own ("troops", "arms") count as their noun too; "*" is any word.
bool is_among(const std::vector<std::string>& lemmas, const std::string& lemma) {
  if (contains(lemmas, lemma) || contains(lemmas, "*")) return true;
  return lemma.size() > 3 && lemma.back() == 's' && contains(lemmas, lemma.substr(0, lemma.size() - 1));
}

/// A sentence with more verbs of acts than this is no prose.
constexpr size_t kMostTries = 100;

/// How many words below a verb are looked through for an argument.
constexpr size_t kReach = 24;

/// Prepositions whose noun stays part of the act: "an attack on", "the release of".
bool names_place(std::string_view preposition) { return one_of(preposition, {"in", "at", "on", "near", "across", "inside", "outside", "throughout", "around", "into", "to"}); }

}  // namespace

std::vector<Act> Coder::read(const Sentence& sentence) const {
  std::vector<Act> acts;
  size_t tried = 0;
  for (Index i = sentence.first; i < sentence.last && acts.size() < kMostActs && tried < kMostTries; ++i) {
    if (!may_trigger(i)) continue;
    ++tried;
    if (auto act = act_at(i)) acts.push_back(std::move(*act));
  }
  return acts;
}

/// The lemma under which patterns know the word; a past form whose lemma was not found is tried without its ending.
const std::string& Coder::lemma_of(Index word) const {
  const Token& token = tree_.at(word);
  if (!token.lower.ends_with("ed") || token.upos != "VERB" || !book_.of(token.lemma).empty()) return token.lemma;
  for (size_t ending = 1; ending <= 2; ++ending) {
    const std::string& known = book_.known(token.lower.substr(0, token.lower.size() - ending));
    if (!known.empty()) return known;
  }
  return token.lemma;
}

bool Coder::may_trigger(Index word) const {
  const Token& token = tree_.at(word);
  if (book_.of(lemma_of(word)).empty() || tree_.relation(word) == "amod") return false;
  if (token.upos == "VERB" || tree_.child(word, "cop") != kNone || tree_.child(word, "obj") != kNone) return true;
  return tree_.is(word, "xcomp") && tree_.head_of(word) != kNone && one_of(tree_.at(tree_.head_of(word)).lemma, {"remain", "become", "stay"});
}

std::optional<Act> Coder::act_at(Index verb) const {
  for (const Pattern& pattern : book_.of(lemma_of(verb))) {
    Fit fit;
    if (!fits(pattern, verb, fit)) continue;
    Act act;
    act.trigger = verb;
    act.mode = pattern.mode;
    act.barred = pattern.barred;
    act.sources = tree_.doers(verb);
    act.targets = targets(fit, verb);
    if (pattern.direction == Direction::backward) std::swap(act.sources, act.targets);
    act.mutual = pattern.direction == Direction::mutual;
    if (act.sources.empty() || (act.targets.empty() && !(act.mutual && act.sources.size() > 1))) continue;
    act.root = Modality(tree_, book_).root_of(verb, pattern.root, contains(pattern.modals, "not"));
    if (act.root.empty()) return std::nullopt;
    if (act.root != pattern.root) act.mode.clear();
    act.context = pattern.context.empty() ? context_near(fit, verb) : pattern.context;
    if (pattern.direction != Direction::backward) add_places(verb, act);
    return act;
  }
  return std::nullopt;
}

bool Coder::fits(const Pattern& pattern, Index verb, Fit& fit) const {
  const Index particle = tree_.child(verb, "compound:prt");
  if (pattern.particle != (particle == kNone ? std::string_view() : std::string_view(tree_.at(particle).lower))) return false;
  for (const ArgumentTest& test : pattern.arguments) {
    const Index found = argument(verb, test);
    if (found == kNone) return false;
    fit.arguments.push_back(found);
  }
  if (!pattern.modals.empty() && !has_modal(verb, pattern.modals)) return false;
  fit.pattern = &pattern;
  return true;
}

/// The noun itself, one joined to it, or what a quantity is of: "a series of airstrikes".
Index Coder::among(Index nominal, const std::vector<std::string>& lemmas) const {
  for (const Index one : tree_.joined(nominal)) {
    if (is_among(lemmas, tree_.at(one).lemma)) return one;
    if (!is_quantity(tree_.at(one).lemma)) continue;
    for (const Index c : tree_.children(one)) {
      if (tree_.is(c, "nmod") && is_among(lemmas, tree_.at(c).lemma)) return c;
    }
  }
  return kNone;
}

Index Coder::argument(Index verb, const ArgumentTest& test) const {
  const bool turned = tree_.passive(verb);
  for (const Index c : tree_.children(verb)) {
    const bool object = tree_.is(c, "xcomp") || (turned ? tree_.relation(c) == "nsubj:pass" : tree_.relation(c) == "obj");
    const bool nominal = test.preposition.empty() ? object : tree_.is(c, "obl") && tree_.preposition(c) == test.preposition;
    if (!nominal) continue;
    const Index found = among(c, test.lemmas);
    if (found != kNone) return found;
  }
  return kNone;
}

/// "said that X must": one of the words stands in the clause that the verb reports. "not": the verb itself is negated.
bool Coder::has_modal(Index verb, const std::vector<std::string>& modals) const {
  if (contains(modals, "not") && is_negated(tree_, verb)) return true;
  const Index clause = tree_.child(verb, "ccomp");
  if (clause == kNone) return false;
  for (const Index c : tree_.children(clause)) {
    if (tree_.is(c, "aux") && contains(modals, tree_.at(c).lemma)) return true;
  }
  return contains(modals, tree_.at(clause).lemma);
}

std::vector<Index> Coder::governed(Index word, std::string_view preposition) const {
  for (const Index c : tree_.children(word)) {
    if ((!tree_.is(c, "obl") && !tree_.is(c, "nmod")) || tree_.is_time(c)) continue;
    if (tree_.preposition(c) == preposition) return tree_.joined(c);
  }
  return {};
}

/// What fills the first slot that involves an actor, else the first slot that is filled at all.
std::vector<Index> Coder::targets(const Fit& fit, Index verb) const {
  std::vector<Index> first;
  for (const std::string& slot : fit.pattern->slots) {
    auto found = fill(fit, verb, slot);
    if (std::any_of(found.begin(), found.end(), [&](Index head) { return actors_.involves_actor(head); })) return found;
    if (first.empty()) first = std::move(found);
  }
  return first;
}

/// "gave the refugees food": the indirect object, which the parser often takes for a part of a compound.
Index Coder::receiver(Index verb) const {
  const Index second = tree_.child(verb, "iobj");
  const Index object = tree_.child(verb, "obj");
  if (second != kNone || object == kNone) return second;
  for (const Index c : tree_.children(object)) {
    if (tree_.relation(c) == "compound" && tree_.at(c).xpos == "NNS") return c;
  }
  return kNone;
}

std::vector<Index> Coder::fill(const Fit& fit, Index verb, const std::string& slot) const {
  if (slot == "obj") {
    auto objects = tree_.objects(verb);
    std::erase_if(objects, [&](Index o) { return std::find(fit.arguments.begin(), fit.arguments.end(), o) != fit.arguments.end(); });
    return objects;
  }
  if (slot == "iobj" || slot == "noun") {
    if (slot == "noun") return fit.arguments.empty() ? std::vector<Index>{} : std::vector<Index>{fit.arguments.front()};
    const Index second = receiver(verb);
    return second == kNone ? std::vector<Index>{} : tree_.joined(second);
  }
  if (slot == "clause") {
    const Index clause = tree_.child(verb, "ccomp");
    if (clause == kNone) return {};
    const auto objects = tree_.passive(clause) ? tree_.objects(clause) : tree_.doers(clause);
    return objects;
  }
  if (slot == "poss") {
    for (const Index argument : fit.arguments) {
      for (const Index c : tree_.children(argument)) {
        if (tree_.relation(c) == "nmod:poss" && tree_.at(c).upos != "PRON") return tree_.joined(c);
      }
    }
    return {};
  }
  for (const Index argument : fit.arguments) {
    auto found = governed(argument, slot);
    if (!found.empty()) return found;
  }
  return within_reach(verb, slot);
}

/// The nearest noun of that preposition below the verb, other clauses left out: "leads a delegation on a visit to Chad".
std::vector<Index> Coder::within_reach(Index verb, std::string_view preposition) const {
  std::vector<Index> open{verb};
  for (size_t i = 0; i < open.size() && i < kReach; ++i) {
    auto found = governed(open[i], preposition);
    if (!found.empty()) return found;
    for (const Index c : tree_.children(open[i])) {
      const bool joined = tree_.relation(c) == "conj" && tree_.at(c).upos != "VERB";
      if (c > verb && (tree_.is(c, "obj") || tree_.is(c, "obl") || tree_.is(c, "nmod") || tree_.relation(c) == "acl" || joined)) open.push_back(c);
    }
  }
  return {};
}

/// PLOVER codes where an act falls upon: a country, city or area named as its place stands on the other side.
void Coder::add_places(Index verb, Act& act) const {
  std::vector<Index> open{verb};
  for (size_t i = 0; i < open.size() && i < kReach; ++i) {
    for (const Index c : tree_.children(open[i])) {
      if (c < verb || !(tree_.is(c, "obj") || tree_.is(c, "obl") || tree_.is(c, "nmod"))) continue;
      open.push_back(c);
      const bool known = std::find(act.targets.begin(), act.targets.end(), c) != act.targets.end() || std::find(act.sources.begin(), act.sources.end(), c) != act.sources.end();
      if (!known && names_place(tree_.preposition(c)) && actors_.is_named_place(c)) act.targets.push_back(c);
    }
  }
}

std::string Coder::context_near(const Fit& fit, Index verb) const {
  std::vector<Index> open(fit.arguments);
  open.push_back(verb);
  for (size_t i = 0; i < open.size() && i < 24; ++i) {
    const std::string& context = book_.context_of(tree_.at(open[i]).lemma);
    if (!context.empty()) return context;
    for (const Index c : tree_.children(open[i])) {
      if (tree_.is(c, "obj") || tree_.is(c, "amod") || tree_.is(c, "compound") || tree_.is(c, "nmod") || tree_.is(c, "obl")) open.push_back(c);
    }
  }
  return {};
}

}  // namespace chancery::codes
