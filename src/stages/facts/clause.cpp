#include "stages/facts/clause.hpp"

#include <algorithm>

namespace chancery::facts {
namespace {

constexpr Index kGovernorReach = 7;  ///< words before the clause where "I hope" may stand

class Reader {
 public:
  Reader(const Document& document, Index begin, Index end, const Cues& cues)
      : tokens_(document.tokens), begin_(begin), end_(end), cues_(cues) {}

  Clause read(Index verb) const {
    Clause clause;
    clause.predicate = predicate_begin(verb);
    clause.subject_last = clause.predicate;
    clause.first = clause_begin(clause);
    clause.subject_first = clause.first;
    narrow_to_pronoun(clause);
    if (follows_inverted(verb)) {
      clause.first = clause.subject_first = verb + 1;
      clause.subject_last = verb + 2;
      clause.first = verb > begin_ ? verb - 1 : verb;
    }
    clause.last = clause_end(verb);
    look_for_governor(clause);
    return clause;
  }

  /// A verb form by its looks: an auxiliary, a common verb, a word in -ed.
  bool is_finite(Index i) const {
    if (is(i, "finite")) return true;
    return tokens_[i].shape == Shape::lower && word(i).size() > 4 && word(i).ends_with("ed");
  }

 private:
  const std::string& word(Index i) const { return tokens_[i].lower; }
  bool is(Index i, std::string_view kind) const { return cues_.has(word(i), kind); }
  bool is_mark(Index i) const { return tokens_[i].shape == Shape::punctuation; }

  bool is_comma(Index i) const { return word(i) == ","; }

  /// A mark that always parts clauses; a hyphen inside a word does not.
  bool is_wall(Index i) const {
    if (!is_mark(i) || is_comma(i)) return false;
    if (word(i) == "-") return tokens_[i].space_before || tokens_[i].lower.size() > 1;
    return word(i) != "'" && word(i) != ".";
  }

  /// Back over "are", "have also" and the like.
  Index predicate_begin(Index verb) const {
    Index i = verb;
    while (i > begin_ && (is(i - 1, "adverb") || is(i - 1, "auxiliary"))) --i;
    while (i < verb && is(i, "adverb") && (word(i) == "both" || word(i) == "all")) ++i;
    return i;
  }

  bool has_finite(Index first, Index last) const {
    for (Index i = first; i < last; ++i) {
      if (is_finite(i)) return true;
    }
    return false;
  }

  Index wall_before(Index at) const {
    Index i = at;
    while (i > begin_ && !is_comma(i - 1) && !is_wall(i - 1)) --i;
    return i;
  }

  /// "A, B and C": the comma parts members of a list, not clauses.
  bool in_list(Index comma, Index predicate) const {
    if (comma == begin_) return false;
    bool joined = false;
    for (Index i = comma + 1; i < predicate; ++i) joined = joined || word(i) == "and" || word(i) == "or";
    const bool names = tokens_[comma - 1].shape == Shape::capitalised && tokens_[comma + 1].shape == Shape::capitalised;
    return joined && names && word(comma + 1) != "and" && !has_finite(wall_before(comma), predicate);
  }

  Index clause_begin(Clause& clause) const {
    const Index predicate = clause.predicate;
    Index& opener = clause.opener;
    Index i = predicate;
    while (i > begin_) {
      const Index before = i - 1;
      if (is_wall(before)) break;
      if (is_comma(before)) {
        if (i == predicate && before > begin_) {  // ", ..., will": what stands between commas is put in
          const Index open = wall_before(before);
          if (open > begin_ && is_comma(open - 1)) {
            i = clause.subject_last = open - 1;
            continue;
          }
          break;
        }
        if (!in_list(before, predicate)) break;
      } else if (word(before) == "and" || word(before) == "or") {
        if (i == predicate || has_finite(wall_before(before), before)) {
          opener = before;
          break;
        }
      } else if (is(before, "subordinator") || is(before, "hope")) {
        opener = before;
        break;
      }
      i = before;
    }
    if (opener == kNone && i > begin_ && i < predicate && is(i, "subordinator")) opener = i;
    while (i < predicate && (word(i) == "and" || word(i) == "but" || is_mark(i))) ++i;
    return i;
  }

  /// "Today we will": the pronoun is the subject; "My colleague and I" stays whole.
  void narrow_to_pronoun(Clause& clause) const {
    if (clause.subject_last <= clause.subject_first) return;
    const Index pronoun = clause.subject_last - 1;
    if (!is(pronoun, "pronoun")) return;
    const bool joined = pronoun > clause.subject_first && word(pronoun - 1) == "and";
    if (!joined) clause.first = clause.subject_first = pronoun;
  }

  /// "Neither will we fail"
  bool follows_inverted(Index verb) const {
    if (verb + 1 >= end_ || verb == begin_) return false;
    const std::string& before = word(verb - 1);
    return (before == "neither" || before == "nor") && is(verb + 1, "pronoun");
  }

  Index clause_end(Index verb) const {
    Index i = verb + 1;
    while (i < end_ && !(is_mark(i) && (word(i) == ";" || word(i) == "." || word(i) == "!" || word(i) == "?" || word(i) == "\"" || word(i) == "”"))) ++i;
    return i;
  }

  /// "I hope that ..." governs what follows it, also over "and that". One's own "we will" is bound more closely.
  void look_for_governor(Clause& clause) const {
    bool own = false;
    for (Index i = clause.subject_first; i < clause.subject_last; ++i) own = own || is(i, "first_person");
    const Index nearest = own && clause.first > begin_ + kGovernorReach ? clause.first - kGovernorReach : begin_;
    for (Index i = clause.first; i-- > nearest;) {
      if (is_wall(i) && word(i) != "-") break;
      const bool made_sure = is(i, "sure") && i > begin_ && is(i - 1, "make");
      if (is(i, "sure") && !made_sure) clause.sure = true;
      if (cues_.at(tokens_, i, clause.first, {"hope"})) {
        clause.hoped = true;
        break;
      }
    }
  }

  const std::vector<Token>& tokens_;
  Index begin_, end_;
  const Cues& cues_;
};

}  // namespace

Index first_verb_of(const Document& document, Index begin, Index end, const Cues& cues) {
  const Reader reader(document, begin, end, cues);
  for (Index i = begin; i < end; ++i) {
    if (reader.is_finite(i)) return i;
  }
  return end;
}

Clause clause_at(const Document& document, Index verb, Index begin, Index end, const Cues& cues) {
  return Reader(document, begin, end, cues).read(verb);
}

}  // namespace chancery::facts
