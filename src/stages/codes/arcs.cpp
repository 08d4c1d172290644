#include "stages/codes/arcs.hpp"

#include "base/one_of.hpp"

namespace chancery::codes {
namespace {

/// Longer ones are no prose and are left as they are, so that time stays linear.
constexpr Index kLongest = 400;

class Mender {
 public:
  explicit Mender(const Document& document) : document_(document) {
    for (const Token& token : document.tokens) {
      arcs_.head.push_back(token.head);
      arcs_.relation.push_back(token.deprel);
    }
  }

  Arcs run() && {
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.last - sentence.first > kLongest) continue;
      subject_.assign(sentence.last - sentence.first, kNone);
      for (Index i = sentence.first; i < sentence.last; ++i) note_subject(sentence, i);
      for (Index i = sentence.first; i < sentence.last; ++i) {
        if (read_as_participle(sentence, i)) make_verb(sentence, i, arcs_.head[i]);
      }
    }
    return std::move(arcs_);
  }

 private:
  const Token& at(Index i) const { return document_.tokens[i]; }
  Index& subject_of(const Sentence& sentence, Index verb) { return subject_[verb - sentence.first]; }

  /// Of two subjects before a verb one is a dateline's city or an apposition.
  void note_subject(const Sentence& sentence, Index i) {
    const Index verb = arcs_.head[i];
    if (verb == kNone || verb < i || verb >= sentence.last || !arcs_.relation[i].starts_with("nsubj")) return;
    Index& first = subject_of(sentence, verb);
    if (first == kNone) {
      first = i;
      return;
    }
    if (const Index clause = clause_between(sentence, verb, first, i); clause != kNone) {
      arcs_.head[first] = clause;
      subject_of(sentence, clause) = first;
      first = i;
      return;
    }
    bool dateline = false;
    for (Index k = first + 1; k < i; ++k) dateline |= one_of(at(k).lower, {"-", "--", "---", "–", "—", ":", ")"});
    Index opening = i;
    while (opening > first + 1 && at(opening - 1).upos != "PUNCT") --opening;
    if (!dateline && at(opening - 1).lower == "," && at(first).upos == "PROPN") {
      arcs_.head[i] = first;
      arcs_.relation[i] = "appos";
    } else {
      if (dateline) arcs_.relation[first] = "dislocated";
      first = i;
    }
  }

  /// "A bomb killed six people, a monitor said": the reported clause before its verb, still without a subject.
  Index clause_between(const Sentence& sentence, Index verb, Index first, Index second) {
    for (Index i = first + 1; i < second; ++i) {
      if (arcs_.head[i] == verb && arcs_.relation[i] == "ccomp" && subject_of(sentence, i) == kNone) return i;
    }
    return kNone;
  }

  /// "have outlawed parties": the auxiliary read as the verb, the verb as a participle of its object.
  Index auxiliary_before(const Sentence& sentence, Index verb, Index noun) const {
    const Index aux = arcs_.head[noun];
    const bool near = aux != kNone && aux >= sentence.first && aux < verb && verb - aux <= 2;
    return near && at(aux).upos == "AUX" && arcs_.relation[noun] == "obj" ? aux : kNone;
  }

  bool read_as_participle(const Sentence& sentence, Index i) {
    const Index noun = arcs_.head[i];
    if (arcs_.relation[i] != "amod" || at(i).upos != "VERB" || !one_of(at(i).xpos, {"VBD", "VBN"}) || noun == kNone || noun < i || noun >= sentence.last) return false;
    const Index subject = subject_of(sentence, noun);
    const Index own = subject_of(sentence, i);
    if (auxiliary_before(sentence, i, noun) != kNone) return true;
    return (subject != kNone && subject + 1 == i) || (own != kNone && own + 1 == i);
  }

  void make_verb(const Sentence& sentence, Index verb, Index noun) {
    const Index aux = auxiliary_before(sentence, verb, noun);
    if (aux != kNone) return replace_auxiliary(sentence, verb, noun, aux);
    arcs_.head[verb] = arcs_.head[noun];
    arcs_.relation[verb] = arcs_.relation[noun];
    arcs_.head[noun] = verb;
    arcs_.relation[noun] = "obj";
    for (Index i = sentence.first; i < sentence.last; ++i) {
      if (arcs_.head[i] != noun || i == verb) continue;
      const bool of_clause = i < verb || arcs_.relation[i].starts_with("advcl") || one_of(arcs_.relation[i], {"ccomp", "parataxis", "xcomp"});
      if (of_clause || (i > noun && arcs_.relation[i] == "conj" && at(i).upos == "VERB")) arcs_.head[i] = verb;
    }
  }

  void replace_auxiliary(const Sentence& sentence, Index verb, Index noun, Index aux) {
    arcs_.head[verb] = arcs_.head[aux];
    arcs_.relation[verb] = arcs_.relation[aux];
    arcs_.head[aux] = verb;
    arcs_.relation[aux] = "aux";
    arcs_.head[noun] = verb;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      if (arcs_.head[i] == aux) arcs_.head[i] = verb;
    }
  }

  const Document& document_;
  Arcs arcs_;
  std::vector<Index> subject_;  ///< by word of the sentence: its subject before it
};

}  // namespace

Arcs mended_arcs(const Document& document) { return Mender(document).run(); }

}  // namespace chancery::codes
