#include "stages/codes/tree.hpp"

#include "base/one_of.hpp"

namespace chancery::codes {
namespace {

/// How far a subject is looked for up the tree: chains of control are short, and bad trees must not cost time.
constexpr int kDeepest = 6;

bool is_relative(const Token& token) { return one_of(token.lower, {"who", "which", "that", "whom"}); }

/// Texts speak for those who issue them: "issued a report accusing the army".
bool is_text(std::string_view lemma) { return one_of(lemma, {"report", "statement", "resolution", "letter", "bill", "law", "motion", "article", "decree", "message", "communique", "order"}); }

bool stays_out(std::string_view relation) {
  return one_of(relation, {"acl", "acl:relcl", "advcl", "advcl:relcl", "conj", "cc", "cc:preconj", "parataxis", "case", "mark", "cop", "nsubj", "nsubj:pass", "aux", "discourse", "dep", "obl", "list", "dislocated", "ccomp", "xcomp"});
}

}  // namespace

bool is_quantity(std::string_view lemma) {
  return one_of(lemma, {"series", "number", "round", "string", "wave", "set", "lot", "kind", "form", "range", "couple", "dozen", "hundred", "thousand", "pair", "spate", "barrage"});
}

Tree::Tree(const Document& document) : document_(document), arcs_(mended_arcs(document)), children_(arcs_.head) {
  is_time_.assign(document.tokens.size(), false);
  for (const Timex& time : document.times) {
    const auto [first, last] = document.tokens_in(time.span);
    std::fill(is_time_.begin() + first, is_time_.begin() + last, true);
  }
}

bool Tree::is(Index token, std::string_view wanted) const {
  const std::string_view own = relation(token);
  return own.starts_with(wanted) && (own.size() == wanted.size() || own[wanted.size()] == ':');
}

Index Tree::child(Index token, std::string_view wanted) const {
  for (const Index c : children(token)) {
    if (is(c, wanted)) return c;
  }
  return kNone;
}

std::string_view Tree::preposition(Index nominal) const {
  for (const Index c : children(nominal)) {
    if (c < nominal && relation(c) == "case") return at(c).lower;
  }
  return {};
}

std::vector<Index> Tree::joined(Index nominal) const {
  std::vector<Index> all{nominal};
  for (const Index c : children(nominal)) {
    if (relation(c) == "conj" && one_of(at(c).upos, {"NOUN", "PROPN", "PRON", "NUM", "ADJ"})) all.push_back(c);
  }
  return all;
}

/// "the army on Friday", "Hassan for the use of force": what the parser hangs on a noun though it tells of the act.
bool Tree::foreign_to(Index head, Index modifier) const {
  if (!is(modifier, "nmod") || is(modifier, "nmod:poss") || modifier < head) return false;
  const auto preposition = this->preposition(modifier);
  if (preposition.empty()) return is_time_[modifier];
  if (is_time_[modifier]) return true;
  if (at(head).upos == "PROPN") return !one_of(preposition, {"of", "in", "and"});
  return !one_of(preposition, {"of", "in", "at", "from", "for", "between", "against", "on", "by", "near", "with", "among", "inside", "behind", "within"});
}

std::pair<Index, Index> Tree::phrase(Index head, std::string_view barred) const {
  Index first = head, last = head;
  std::vector<Index> open{head};
  while (!open.empty()) {
    const Index word = open.back();
    open.pop_back();
    first = std::min(first, word);
    last = std::max(last, word);
    for (const Index c : children(word)) {
      const bool out = word == head ? stays_out(relation(c)) || foreign_to(head, c) || (!barred.empty() && is(c, "nmod") && preposition(c) == barred) : one_of(relation(c), {"acl:relcl", "acl", "advcl", "parataxis"}) || is_time_[c];
      if (!out && relation(c) != "punct") open.push_back(c);
    }
  }
  // "at least six people" keeps its "at".
  while (first < head && (one_of(at(first).upos, {"PUNCT", "CCONJ"}) || (at(first).upos == "ADP" && head_of(first) == head))) ++first;
  const Index end = document_.sentences[at(head).sentence].last;
  if (last + 1 < end && relation(last + 1) == "case" && one_of(at(last + 1).lower, {"'s", "'"}) && head_of(last + 1) != head) ++last;
  return {first, last + 1};
}

bool Tree::passive(Index verb) const {
  for (const Index c : children(verb)) {
    if (one_of(relation(c), {"nsubj:pass", "aux:pass", "obl:agent"})) return true;
  }
  return at(verb).xpos == "VBN" && is(verb, "acl") && relation(verb) != "acl:relcl" && child(verb, "obj") == kNone && child(verb, "aux") == kNone;
}

/// The subject next to the verb: the city of a dateline is often taken for a first one.
Index Tree::subject_of(Index verb) const {
  Index found = kNone;
  for (const Index c : children(verb)) {
    if (is(c, "nsubj") && (found == kNone || (c < verb && !is_time_[c]))) found = c;
  }
  return found;
}

/// "it", "he"; "his country" in the mouth of its president.
bool Tree::speaks_of_itself(Index subject) const {
  if (at(subject).upos == "PRON") return true;
  const Index owner = child(subject, "nmod:poss");
  return owner != kNone && at(owner).upos == "PRON" && one_of(at(subject).lemma, {"country", "government", "administration", "state", "nation", "party", "group"});
}

std::vector<Index> Tree::doers(Index verb) const { return doers(verb, 0); }

std::vector<Index> Tree::doers(Index verb, int depth) const {
  if (depth > kDeepest) return {};
  if (passive(verb)) {
    for (const Index c : children(verb)) {
      if (relation(c) == "obl:agent" || (is(c, "obl") && preposition(c) == "by")) return joined(c);
    }
    return {};
  }
  const Index subject = subject_of(verb);
  if (subject == kNone) return borrowed_doers(verb, depth + 1);
  if (is_relative(at(subject)) && relation(verb) == "acl:relcl") return joined(head_of(verb));
  if (speaks_of_itself(subject) && is(verb, "ccomp") && head_of(verb) != kNone) {
    const auto speakers = doers(head_of(verb), depth + 1);
    if (!speakers.empty() && at(speakers.front()).upos != "PRON") return speakers;
  }
  return joined(subject);
}

std::vector<Index> Tree::borrowed_doers(Index verb, int depth) const {
  const Index governor = head_of(verb);
  if (governor == kNone) return {};
  if (relation(verb) == "acl" && one_of(at(governor).upos, {"NOUN", "PROPN"})) {
    // "a plan to withdraw": whoever has the plan; "a report accusing the army": the report.
    const Index owner = child(governor, "nmod:poss");
    const bool infinitive = at(verb).feats.find("VerbForm=Inf") != std::string::npos;
    if (infinitive || child(verb, "mark") != kNone) {
      if (owner != kNone && at(owner).upos != "PRON") return joined(owner);
      return head_of(governor) == kNone ? std::vector<Index>{} : doers(head_of(governor), depth);
    }
    const bool made = is_text(at(governor).lemma) && is(governor, "obj") && head_of(governor) != kNone;
    return made ? doers(head_of(governor), depth) : joined(governor);
  }
  if (is(verb, "xcomp")) {
    auto held = objects(governor);
    if (!held.empty() || passive(governor)) return held;
  }
  if (is(verb, "advcl") && passive(governor)) return objects(governor);
  if (is(verb, "conj") && passive(governor) && !passive(verb)) return objects(governor);
  if (is(verb, "xcomp") || is(verb, "conj") || is(verb, "advcl") || is(verb, "parataxis")) return doers(governor, depth);
  return {};
}

std::vector<Index> Tree::objects(Index verb) const {
  const bool turned = passive(verb);
  Index second = kNone;
  for (const Index c : children(verb)) {
    if (turned ? relation(c) == "nsubj:pass" : relation(c) == "obj") {
      if (is_relative(at(c)) && relation(verb) == "acl:relcl") return joined(head_of(verb));
      return joined(c);
    }
    if (!turned && relation(c) == "iobj") second = c;
  }
  if (second != kNone) return joined(second);
  for (const Index c : children(verb)) {
    // "deported at least three students": the parser takes the quantity for an adverbial.
    if (!turned && relation(c) == "obl" && c > verb && preposition(c).empty() && !is_time_[c] && at(c).upos == "NOUN") return joined(c);
  }
  if (turned && is(verb, "acl") && head_of(verb) != kNone) return joined(head_of(verb));
  if (turned && is(verb, "conj") && head_of(verb) != kNone && passive(head_of(verb))) {
    const Index shared = child(head_of(verb), "nsubj:pass");
    if (shared != kNone) return joined(shared);
  }
  return {};
}

}  // namespace chancery::codes
