#include "stages/coref/resolver.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "document/mentions.hpp"

namespace chancery::coref {

Resolver::Resolver(Document& document, const CorefLexicon& lexicon)
    : document_(document), lexicon_(lexicon), grammar_(document), discourse_(document, grammar_, lexicon), ranking_(document, grammar_, lexicon, discourse_), groups_(document), principals_(principals_of(document)) {
  for (const Mention& mention : document.mentions) {
    const bool diplomat = mention.type == MentionType::office && discourse_.is_person(mention.entity) && one_of(mention.office_class, {"ambassador", "envoy", "foreign_minister"});
    if (diplomat && diplomats_.size() < 2 && std::find(diplomats_.begin(), diplomats_.end(), mention.entity) == diplomats_.end()) diplomats_.push_back(mention.entity);
  }
}

void Resolver::run() {
  for (const Sentence& sentence : document_.sentences) read_sentence(sentence);
  for (Mention& mention : added_) document_.mentions.push_back(std::move(mention));
  sort_mentions(document_.mentions);
}

Mention& Resolver::add(Index first, Index last, MentionType type, Form form, Index entity) {
  Mention mention;
  mention.stage = "coref";
  mention.span = joined(document_.tokens[first].span, document_.tokens[last - 1].span);
  mention.type = type;
  mention.form = form;
  mention.entity = entity;
  added_.push_back(std::move(mention));
  return added_.back();
}

Candidate Resolver::candidate_of(Index head, Referent who, bool plural) {
  Candidate candidate;
  candidate.who = who;
  candidate.head = head;
  candidate.sentence = document_.tokens[head].sentence;
  candidate.role = grammar_.role_of(head);
  candidate.gender = discourse_.gender_of(who);
  candidate.plural = plural;
  candidate.quote = discourse_.quote_at(head);
  discourse_.set_at(head, who);
  return candidate;
}

/// "her visit" or "met her": by the tree, without one by whether a word that may be a noun follows.
bool Resolver::possessive_at(Index token, const Sentence& sentence) const {
  if (grammar_.has_tree(token)) return document_.tokens[token].deprel == "nmod:poss";
  if (token + 1 >= sentence.last) return false;
  const Shape next = document_.tokens[token + 1].shape;
  return next != Shape::punctuation && !one_of(lower(token + 1), {"for", "to", "on", "in", "at", "with", "and", "that", "of", "from", "by", "as", "about", "into", "after", "before", "during", "the", "a", "an"});
}

Index Resolver::entity_of(Referent who, Index token) {
  if (is_entity(who)) return who;
  if (is_joint(who)) return groups_.of(discourse_.members(who), std::string(document_.of(document_.tokens[token])));
  return kNone;
}

void Resolver::read_pronoun(Index token, const Pronoun& pronoun, std::span<const Candidate> ahead) {
  const Choice choice = ranking_.best(token, pronoun, ahead, centre_);
  const Index entity = choice.clear ? entity_of(choice.who, token) : kNone;
  const auto type = pronoun.plural ? MentionType::group : MentionType::person;
  Mention& mention = add(token, token + 1, type, Form::pronoun, entity);
  if (entity != kNone) {
    mention.confidence = choice.confidence;
    if (!pronoun.plural) discourse_.learn_gender(choice.who, pronoun.gender);
  }
  // Whoever it is, the pronouns after it are likely the same.
  const Referent who = choice.who != kNone && choice.clear ? choice.who : discourse_.unnamed(lower(token));
  Candidate candidate = candidate_of(token, who, pronoun.plural);
  candidate.pronominal = true;
  discourse_.saw(candidate);
  if (!grammar_.has_tree(token) && pronoun.form == Case::subject && centre_ == kNone) centre_ = who;
}

/// The subject of the sentence's main clause, where it is no quotation.
Referent Resolver::centre_of(const Sentence& sentence) const {
  const auto of = [&](Index subject) { return grammar_.is_joined(subject) ? kNone : discourse_.at(subject); };
  Index root = sentence.first;
  while (root < sentence.last && document_.tokens[root].deprel != "root") ++root;
  if (root == sentence.last) return kNone;
  const Index subject = grammar_.subject_of(root);
  if (subject != kNone && discourse_.quote_at(subject) == 0) return of(subject);
  // "... ," he said: the clause that holds the quotation hangs on it, or it on the clause.
  for (Index k = sentence.first; k < sentence.last; ++k) {
    if (discourse_.quote_at(k) == 0 && document_.tokens[k].deprel == "nsubj" && discourse_.at(k) != kNone) return of(k);
  }
  return kNone;
}

void Resolver::read_sentence(const Sentence& sentence) {
  std::vector<Candidate> named = discourse_.named_in(sentence);
  read_descriptions(sentence, named);
  size_t next = 0;
  for (Index i = sentence.first; i < sentence.last; ++i) {
    while (next < named.size() && named[next].head <= i) discourse_.saw(named[next++]);
    if (sentence.span.part == Part::text) read_relative(i, sentence);
    const Pronoun pronoun = pronoun_of(lower(i), possessive_at(i, sentence));
    if (pronoun.person == 3 && sentence.span.part == Part::text && !is_taken(i, i + 1)) read_pronoun(i, pronoun, std::span(named).subspan(next));
  }
  while (next < named.size()) discourse_.saw(named[next++]);
  if (sentence.span.part == Part::title) return;
  if (!grammar_.has_tree(sentence.first)) {
    const auto& seen = discourse_.seen();
    for (size_t c = seen.size(); c > 0 && seen[c - 1].sentence == document_.tokens[sentence.first].sentence; --c) {
      if (seen[c - 1].role == Role::subject) centre_ = seen[c - 1].who;
    }
  } else if (const Referent centre = centre_of(sentence); centre != kNone) {
    centre_ = centre;
  }
}

}  // namespace chancery::coref
