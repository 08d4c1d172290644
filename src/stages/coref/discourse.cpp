#include "stages/coref/discourse.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "document/clause.hpp"

namespace chancery::coref {
namespace {

constexpr size_t kOpeningSentences = 2;
constexpr size_t kMostJoined = 6;

bool is_plural_noun(const Token& token) {
  return (token.upos == "NOUN" || token.upos == "PROPN") && token.feats.find("Number=Plur") != std::string::npos;
}

}  // namespace

Discourse::Discourse(const Document& document, const Grammar& grammar, const CorefLexicon& lexicon)
    : document_(document), grammar_(grammar), lexicon_(lexicon), at_(document.tokens.size(), kNone), covered_(document.tokens.size(), false), quotes_(document.tokens.size(), 0), opening_(document.entities.size(), false) {
  mark_quotes();
  mark_opening();
  learn_from_titles();
}

/// "Mrs. Silva", "King Carl", "his wife Anna Silva".
void Discourse::learn_from_titles() {
  for (const Mention& mention : document_.mentions) {
    if (mention.type != MentionType::person || mention.form != Form::name || mention.entity == kNone) continue;
    const Index first = document_.tokens_in(mention.span).first;
    if (first == 0 || first >= document_.tokens.size() || document_.tokens[first - 1].sentence != document_.tokens[first].sentence) continue;
    const std::string& before = document_.tokens[first - 1].lower;
    const Gender* noun = lexicon_.person(before);
    if (lexicon_.is(before, "male_title")) learn_gender(mention.entity, Gender::male);
    if (lexicon_.is(before, "female_title")) learn_gender(mention.entity, Gender::female);
    if (noun != nullptr) learn_gender(mention.entity, *noun);
  }
}

/// Within a paragraph, so that an unclosed mark does no harm beyond it.
void Discourse::mark_quotes() {
  uint32_t number = 0, open = 0;
  Index block = kNone;
  for (Index i = 0; i < document_.tokens.size(); ++i) {
    const Token& token = document_.tokens[i];
    const Index here = document_.sentences[token.sentence].block;
    if (here != block) open = 0;
    block = here;
    const auto mark = document_.of(token);
    const bool straight = one_of(mark, {"\"", "``", "''"});
    // A second opening mark before any closing one goes on with somebody's words.
    const bool leans_on_next = token.space_before && i + 1 < document_.tokens.size() && !document_.tokens[i + 1].space_before;
    const bool opens = one_of(mark, {"“", "«", "„"}) || (straight && (open == 0 || leans_on_next));
    const bool closes = !opens && (straight || one_of(mark, {"”", "»"}));
    if (opens) open = ++number;
    if (closes) open = 0;
    quotes_[i] = open;
  }
}

void Discourse::mark_opening() {
  size_t read = 0;
  for (const Sentence& sentence : document_.sentences) {
    if (sentence.span.part == Part::text && ++read > kOpeningSentences) break;
    const auto [first, last] = mentions_in(document_, sentence.span);
    for (Index m = first; m < last; ++m) {
      if (const Index entity = document_.mentions[m].entity; entity != kNone) opening_[entity] = true;
    }
  }
}

Gender Discourse::gender_of(Referent who) const {
  const auto learnt = genders_.find(who);
  if (learnt != genders_.end()) return learnt->second;
  return is_entity(who) && who < document_.entities.size() ? document_.entities[who].gender : Gender::unknown;
}

void Discourse::learn_gender(Referent who, Gender gender) {
  if (gender != Gender::unknown) genders_.try_emplace(who, gender);
}

int Discourse::times_seen(Referent who) const {
  const auto found = times_.find(who);
  return found == times_.end() ? 0 : found->second;
}

Referent Discourse::unnamed(const std::string& called) { return unnamed_.try_emplace(called, kUnnamed | static_cast<Index>(unnamed_.size())).first->second; }

Referent Discourse::joint_of(std::vector<Index> members) {
  std::sort(members.begin(), members.end());
  const size_t recent = joints_.size() > 16 ? joints_.size() - 16 : 0;
  for (size_t j = recent; j < joints_.size(); ++j) {
    if (joints_[j] == members) return kJoint | static_cast<Index>(j);
  }
  joints_.push_back(std::move(members));
  return kJoint | static_cast<Index>(joints_.size() - 1);
}

void Discourse::saw(const Candidate& candidate) {
  seen_.push_back(candidate);
  ++times_[candidate.who];
}

Referent Discourse::quoting(Index token, Referent centre) const {
  if (quotes_[token] == 0) return kNone;
  for (size_t c = seen_.size(); c > 0 && seen_[c - 1].sentence == document_.tokens[token].sentence; --c) {
    if (seen_[c - 1].quote == 0 && seen_[c - 1].role == Role::subject && !seen_[c - 1].plural) return seen_[c - 1].who;
  }
  return centre;
}

Candidate Discourse::candidate_at(Index head, Index sentence, Referent who) const {
  Candidate candidate;
  candidate.who = who;
  candidate.head = head;
  candidate.sentence = sentence;
  candidate.role = grammar_.role_of(head);
  candidate.gender = gender_of(who);
  candidate.quote = quotes_[head];
  return candidate;
}

void Discourse::add_mentions(const Sentence& sentence, std::vector<Candidate>& out) {
  const auto [first, last] = mentions_in(document_, sentence.span);
  const bool tree = grammar_.has_tree(sentence.first);
  const auto subject = tree ? std::vector<Index>() : sentence_subject(document_, sentence);
  for (Index m = first; m < last; ++m) {
    const Mention& mention = document_.mentions[m];
    const auto [begin, end] = document_.tokens_in(mention.span);
    if (begin >= end || begin < sentence.first || end > sentence.last) continue;
    std::fill(covered_.begin() + begin, covered_.begin() + end, true);
    if (mention.entity == kNone || mention.type == MentionType::place) continue;
    const Index head = grammar_.head_of(begin, end);
    const Entity& entity = document_.entities[mention.entity];
    const bool people = mention.type == MentionType::nationality;  // "Ukrainians": nobody in particular
    if (people && !is_plural_noun(document_.tokens[head])) continue;
    Candidate candidate = candidate_at(head, document_.tokens[begin].sentence, people ? unnamed(document_.tokens[head].lower) : mention.entity);
    candidate.person = people || entity.type == MentionType::person || entity.type == MentionType::group;
    candidate.plural = people || entity.plural || entity.type == MentionType::group;
    if (!tree) candidate.role = std::find(subject.begin(), subject.end(), m) != subject.end() ? Role::subject : Role::oblique;
    if (at(head) == kNone || candidate.role == Role::subject) set_at(head, candidate.who);
    // "President of Russia Vladimir Putin": the office and its bearer are one phrase.
    const bool again = !out.empty() && out.back().who == candidate.who && begin <= out.back().head + 3 && candidate.role == out.back().role;
    if (!again) out.push_back(candidate);
  }
}

/// A name that nothing was made of, whose bearer does what only people do.
bool Discourse::is_unknown_name(Index word) const {
  const Token& token = document_.tokens[word];
  return token.upos == "PROPN" && token.deprel.starts_with("nsubj") && token.head != kNone && lexicon_.is(document_.tokens[token.head].lemma, "animate");
}

/// People without a name, and what else is many.
void Discourse::add_nouns(const Sentence& sentence, std::vector<Candidate>& out) {
  for (Index i = sentence.first; i < sentence.last; ++i) {
    const Token& token = document_.tokens[i];
    const bool anybody = token.upos == "PRON" && lexicon_.is(token.lower, "anybody");
    if (covered_[i] || (token.upos != "NOUN" && token.upos != "PROPN" && !anybody)) continue;
    if (one_of(token.deprel, {"compound", "flat", "amod"})) continue;
    const Gender* person = lexicon_.person(token.lemma);
    const bool plural = is_plural_noun(token);
    // "thanked the legend for his support": whoever is thanked is somebody.
    const bool thanked = token.deprel == "obj" && token.head != kNone && token.upos == "NOUN" && one_of(document_.tokens[token.head].lemma, {"thank", "congratulate", "invite", "greet"});
    if (person == nullptr && !plural && !anybody && !thanked && !is_unknown_name(i)) continue;
    Candidate candidate = candidate_at(i, token.sentence, unnamed(token.lower));
    candidate.person = person != nullptr || !plural;
    candidate.plural = plural;
    if (person != nullptr && !plural) candidate.gender = *person;
    if (at(i) == kNone) set_at(i, candidate.who);
    out.push_back(candidate);
  }
}

/// Whether the phrase stands after "with" or "between", or is joined to one that does.
bool Discourse::acts_with(Index head) const {
  Index top = grammar_.top_of(head);
  for (int step = 0; step < 6 && document_.tokens[top].deprel == "conj"; ++step) top = grammar_.top_of(document_.tokens[top].head);
  const Index first = document_.sentences[document_.tokens[top].sentence].first;
  for (Index i = top; i > first && top - i < 12; --i) {
    const Token& token = document_.tokens[i - 1];
    if (token.deprel == "case" && token.head == top) return one_of(token.lower, {"with", "between"});
  }
  return false;
}

/// "A welcomed B", "A met B".
bool Discourse::received(const Candidate& candidate, Index predicate) const {
  return predicate != kNone && candidate.role == Role::object && grammar_.predicate_of(candidate.head) == predicate && lexicon_.is(document_.tokens[predicate].lemma, "receives");
}

/// "A and B", "A met with B": those are "they" in what follows.
void Discourse::add_joint(std::vector<Candidate>& out) {
  std::vector<Index> subjects, all;
  const auto add = [](std::vector<Index>& to, Index who) {
    if (std::find(to.begin(), to.end(), who) == to.end()) to.push_back(who);
  };
  Index last_subject = kNone, last = kNone, predicate = kNone;
  for (const Candidate& one : out) {
    if (!is_entity(one.who) || !is_person(one.who) || one.quote != 0 || one.role == Role::possessor) continue;
    const Index of = grammar_.predicate_of(one.head);
    if (one.role == Role::subject && (predicate == kNone || predicate == of)) {
      predicate = of;
      add(subjects, one.who);
      add(all, one.who);
      last_subject = last = one.head;
    } else if (!subjects.empty() && (acts_with(one.head) || received(one, predicate))) {
      add(all, one.who);
      last = one.head;
    }
  }
  const auto push = [&](const std::vector<Index>& members, Index head, Role role) {
    if (members.size() < 2 || members.size() > kMostJoined) return;
    Candidate candidate = candidate_at(head, document_.tokens[head].sentence, joint_of(members));
    candidate.plural = true;
    candidate.role = role;
    out.push_back(candidate);
  };
  push(subjects, last_subject, Role::subject);
  if (all.size() > subjects.size()) push(all, last, Role::subject);
}

std::vector<Candidate> Discourse::named_in(const Sentence& sentence) {
  std::vector<Candidate> out;
  add_mentions(sentence, out);
  add_nouns(sentence, out);
  add_joint(out);
  std::stable_sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return a.head < b.head; });
  return out;
}

}  // namespace chancery::coref
