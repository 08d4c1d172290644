#include "stages/facts/tree.hpp"

#include <algorithm>

namespace chancery::facts {
namespace {

constexpr int kDeepest = 40;        ///< steps up a tree; deeper ones are no sentences
constexpr int kPhraseDepth = 4;
constexpr Index kPhraseReach = 12;  ///< words on one side of a noun

/// Whether `token` describes `noun`: every step up to it is one of a noun phrase.
bool describes(const Document& document, Index token, Index noun) {
  Index i = token;
  for (int depth = 0; i != noun; ++depth) {
    const Token& word = document.tokens[i];
    const bool part = has_relation(word, {"amod", "compound", "nmod", "flat", "case", "conj", "cc", "nummod", "advmod", "fixed", "det"});
    const bool hyphen = word.lower == "-" && !word.space_before;
    const bool clause = word.upos == "VERB" && has_relation(word, {"conj"});
    if (!(part || hyphen) || clause || word.head == kNone || depth > kPhraseDepth) return false;
    if (has_relation(word, {"advmod"}) && word.head == noun) return false;
    i = word.head;
  }
  return true;
}

bool is_function_word(const Token& token) {
  return has_relation(token, {"det", "case", "cc", "punct", "nmod:poss"}) && token.upos != "NOUN" && token.upos != "PROPN";
}

}  // namespace

bool has_relation(const Token& token, std::initializer_list<std::string_view> relations) {
  return std::ranges::any_of(relations, [&](std::string_view relation) {
    const std::string& own = token.deprel;
    return own.starts_with(relation) && (own.size() == relation.size() || own[relation.size()] == ':');
  });
}

Index dependent(const Document& document, Index head, Stretch window, std::initializer_list<std::string_view> relations) {
  for (Index i = window.first; i < window.last; ++i) {
    if (document.tokens[i].head == head && has_relation(document.tokens[i], relations)) return i;
  }
  return kNone;
}

bool hangs_on(const Document& document, Index token, Index head) {
  Index i = token;
  for (int step = 0; i != kNone && step < kDeepest; ++step) {
    if (i == head) return true;
    i = document.tokens[i].head;
  }
  return false;
}

Index content_of(const Document& document, Index token) {
  const Token& word = document.tokens[token];
  const bool helps = has_relation(word, {"aux", "cop", "mark"}) && word.head != kNone;
  return helps ? word.head : token;
}

Index subject_of(const Document& document, Index predicate, Stretch window) {
  constexpr int shared_by = 4;
  Index verb = predicate;
  for (int step = 0; verb != kNone && step < shared_by; ++step) {
    if (const Index subject = dependent(document, verb, window, {"nsubj"}); subject != kNone) return subject;
    if (!has_relation(document.tokens[verb], {"conj", "xcomp", "advcl"})) return kNone;
    verb = document.tokens[verb].head;
  }
  return kNone;
}

Index clause_head(const Document& document, Index token) {
  Index i = token;
  for (int step = 0; step < kDeepest; ++step) {
    const Token& word = document.tokens[i];
    const bool clause = has_relation(word, {"root", "ccomp", "parataxis", "advcl", "acl"}) || (word.upos == "VERB" && has_relation(word, {"conj"}));
    if (clause || word.head == kNone) return i;
    i = word.head;
  }
  return i;
}

Stretch noun_phrase(const Document& document, Index noun, Stretch window) {
  Stretch phrase{noun, noun + 1};
  while (phrase.first > window.first && noun - phrase.first < kPhraseReach && describes(document, phrase.first - 1, noun)) --phrase.first;
  while (phrase.last < window.last && phrase.last - noun < kPhraseReach && describes(document, phrase.last, noun)) ++phrase.last;
  while (phrase.first < noun && is_function_word(document.tokens[phrase.first])) ++phrase.first;
  while (phrase.last > noun + 1 && is_function_word(document.tokens[phrase.last - 1])) --phrase.last;
  return phrase;
}

}  // namespace chancery::facts
