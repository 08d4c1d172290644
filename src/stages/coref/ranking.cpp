#include "stages/coref/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/one_of.hpp"

namespace chancery::coref {
namespace {

constexpr size_t kWindow = 40;        ///< candidates looked back at
constexpr Index kSentencesBack = 6;
constexpr size_t kAhead = 8;
constexpr double kReflexive = 0.95;  ///< confidence where the clause says it

}  // namespace

Ranking::Place Ranking::place_of(Index token, const Pronoun& pronoun, Referent centre) const {
  Place place;
  place.token = token;
  place.pronoun = pronoun;
  place.centre = centre;
  place.role = grammar_.role_of(token);
  if (grammar_.has_tree(token)) place.predicate = grammar_.predicate_of(token);
  place.speaker = speaker_of(place);
  if (!grammar_.has_tree(token)) return place;
  const Token& word = document_.tokens[token];
  if (pronoun.form == Case::possessive) place.possessed = word.head;
  if (place.predicate == kNone) return place;
  place.argument = word.head == place.predicate && pronoun.form != Case::possessive;
  place.subject = grammar_.subject_of(place.predicate);
  if (place.subject == token) place.subject = kNone;
  if (!place.argument) return place;
  if (place.subject != kNone) place.excluded = discourse_.at(place.subject);
  const Index object = grammar_.object_of(place.predicate);
  if (object != kNone && object != token && pronoun.form == Case::subject) place.excluded_object = discourse_.at(object);
  return place;
}

/// The subject of the clause that a quotation hangs on says it; else whoever was spoken of before.
Referent Ranking::speaker_of(const Place& place) const {
  const uint32_t quote = discourse_.quote_at(place.token);
  if (quote == 0) return kNone;
  Index predicate = place.predicate;
  for (int level = 0; level < 6 && predicate != kNone; ++level) {
    const Index subject = discourse_.quote_at(predicate) == quote ? kNone : grammar_.subject_of(predicate);
    if (subject != kNone && discourse_.quote_at(subject) != quote && discourse_.at(subject) != kNone) return discourse_.at(subject);
    predicate = grammar_.outer(predicate);
  }
  return discourse_.quoting(place.token, place.centre);
}

/// Not a word of the same clause: "he met him" are two; nor what the phrase itself names: "his brother John".
bool Ranking::bound(const Place& place, const Candidate& candidate) const {
  const Index top = grammar_.top_of(candidate.head);
  if (place.possessed != kNone) return top == grammar_.top_of(place.possessed) || document_.tokens[top].head == place.possessed;
  if (place.excluded == candidate.who || place.excluded_object == candidate.who) return true;
  return place.argument && place.predicate != kNone && document_.tokens[grammar_.first_of(top)].head == place.predicate;
}

bool Ranking::may_be(const Place& place, const Candidate& candidate) const {
  const Pronoun& pronoun = place.pronoun;
  if (candidate.plural != pronoun.plural) {
    const bool body = pronoun.plural && !candidate.person;  // "the Ministry ... their"
    if (!body) return false;
  }
  if (!pronoun.plural && !candidate.person) return false;
  const Gender own = candidate.gender == Gender::unknown ? discourse_.gender_of(candidate.who) : candidate.gender;
  if (pronoun.gender != Gender::unknown && own != Gender::unknown && own != pronoun.gender) return false;
  if (!grammar_.has_tree(place.token)) return true;
  if (pronoun.plural && !candidate.person && place.argument && pronoun.form == Case::subject && lexicon_.is(document_.tokens[place.predicate].lemma, "animate")) return false;
  return !bound(place, candidate);
}

/// "congratulated X on his victory", "on what he had reached", "condolences to X over his loss", "to X on the occasion of his jubilee".
bool Ranking::benefits(const Place& place, const Candidate& candidate) const {
  if (place.predicate == kNone || candidate.head > place.token) return false;
  const Index top = grammar_.top_of(candidate.head);
  const Index told_in = place.possessed == kNone ? grammar_.outer(place.predicate) : place.predicate;
  if (told_in == kNone) return false;
  const Index object = grammar_.object_of(told_in);
  if (object == kNone || object == place.possessed) return false;
  if (object == top) return lexicon_.is(document_.tokens[told_in].lemma, "benefits");
  const bool in_clause = place.possessed != kNone && grammar_.predicate_of(candidate.head) == told_in && (candidate.role == Role::oblique || candidate.role == Role::modifier);
  if (!in_clause) return false;
  const Index noun = document_.tokens[place.possessed].head;
  return lexicon_.is(document_.tokens[object].lemma, "told_on") || (noun != kNone && document_.tokens[noun].lemma == "occasion");
}

/// "A and his deputies"; "the evacuation of A and their return": what is owned is joined to the owner, or to what is of the owner.
bool Ranking::joined_to(const Place& place, const Candidate& candidate) const {
  if (place.possessed == kNone || document_.tokens[place.possessed].deprel != "conj") return false;
  const Index first = grammar_.top_of(document_.tokens[place.possessed].head), top = grammar_.top_of(candidate.head);
  return first == top || document_.tokens[top].head == first;
}

/// "A and B said he": neither of them alone is the subject.
bool Ranking::is_subject(const Place& place, Index subject, const Candidate& candidate) const {
  if (subject == kNone) return false;
  if (place.pronoun.plural) return grammar_.is_joined(subject) ? is_joint(candidate.who) && grammar_.first_of(candidate.head) == grammar_.top_of(subject) : grammar_.top_of(candidate.head) == grammar_.top_of(subject);
  return !grammar_.is_joined(subject) && grammar_.top_of(candidate.head) == grammar_.top_of(subject);
}

bool Ranking::of_outer_clause(const Place& place, const Candidate& candidate) const {
  Index predicate = place.predicate;
  for (int level = 0; level < 4 && predicate != kNone; ++level) {
    predicate = grammar_.outer(predicate);
    if (predicate == kNone) return false;
    const Index subject = grammar_.subject_of(predicate);
    if (subject == kNone) continue;
    const bool again = !grammar_.is_joined(subject) && discourse_.at(subject) == candidate.who;
    if (again || is_subject(place, subject, candidate)) return true;
  }
  return false;
}

/// What is true of the referent however often it was named.
double Ranking::once(const Place& place, const Candidate& candidate) const {
  const auto& w = weights(place).of;
  const auto weight = [&](Feature f) { return w[static_cast<size_t>(f)]; };
  double sum = weight(Feature::often) * std::log2(1.0 + discourse_.times_seen(candidate.who));
  if (place.speaker != kNone && candidate.who == place.speaker) sum += weight(Feature::quoted_speaker);
  if (candidate.who == place.centre && place.speaker == kNone) sum += weight(Feature::centre);
  if (candidate.who == place.latest) sum += weight(Feature::latest);
  if (discourse_.opens(candidate.who)) sum += weight(Feature::opening);
  if (is_unnamed(candidate.who)) sum += weight(Feature::unnamed);
  if (!candidate.person) sum += weight(candidate.plural ? Feature::inanimate : Feature::body);
  const Gender own = candidate.gender == Gender::unknown ? discourse_.gender_of(candidate.who) : candidate.gender;
  sum += weight(own == Gender::unknown ? Feature::gender_open : Feature::gender_agrees);
  return sum;
}

/// What this mention of it has for itself.
double Ranking::near(const Place& place, const Candidate& candidate, bool ahead) const {
  const auto& w = weights(place).of;
  const auto weight = [&](Feature f) { return w[static_cast<size_t>(f)]; };
  static constexpr std::array<Feature, 5> kRoles = {Feature::subject, Feature::object, Feature::oblique, Feature::possessor, Feature::modifier};
  double sum = 0;
  if (candidate.role != Role::other) sum += weight(kRoles[static_cast<size_t>(candidate.role)]);
  if (candidate.role == place.role && candidate.role != Role::other) sum += weight(Feature::parallel);
  const Index sentence = document_.tokens[place.token].sentence;
  if (candidate.sentence == sentence) {
    sum += weight(Feature::same_sentence);
  } else if (candidate.sentence + 1 == sentence) {
    sum += weight(Feature::previous_sentence);
  } else {
    sum += weight(Feature::sentences_back) * (sentence - candidate.sentence - 1);
  }
  if (candidate.pronominal) sum += weight(Feature::pronominal);
  const uint32_t quote = discourse_.quote_at(place.token);
  const bool apart = quote != candidate.quote;
  if (apart) sum += weight(Feature::quoted_apart);
  if (ahead) sum += weight(Feature::ahead);
  if (!grammar_.has_tree(place.token)) return sum;
  const bool own_subject = is_subject(place, place.subject, candidate);
  const bool praised = place.possessed != kNone && place.predicate != kNone && grammar_.object_of(place.predicate) == place.possessed && lexicon_.is(document_.tokens[place.predicate].lemma, "benefits");
  if (own_subject && !ahead && !praised) sum += weight(Feature::clause_subject);
  if (!apart && !ahead && !own_subject && of_outer_clause(place, candidate)) sum += weight(Feature::matrix_subject);
  if (joined_to(place, candidate)) sum += weight(Feature::possessor_joined);
  if (benefits(place, candidate)) sum += weight(Feature::beneficiary);
  return sum;
}

double Ranking::score(const Place& place, const Candidate& candidate, bool ahead) const { return once(place, candidate) + near(place, candidate, ahead); }

Choice Ranking::best(Index token, const Pronoun& pronoun, std::span<const Candidate> ahead, Referent centre) const {
  Place place = place_of(token, pronoun, centre);
  Choice choice;
  if (pronoun.form == Case::reflexive && grammar_.has_tree(token)) {
    if (place.subject != kNone) choice.who = discourse_.at(place.subject);
    choice.clear = choice.who != kNone;
    choice.confidence = kReflexive;
    if (choice.clear) return choice;
    place.argument = false;  // a misread clause: ranked without binding
  }
  std::vector<std::pair<Referent, double>> sums;
  const auto weigh = [&](const Candidate& candidate, bool is_ahead) {
    const double sum = score(place, candidate, is_ahead);
    const auto known = std::find_if(sums.begin(), sums.end(), [&](const auto& s) { return s.first == candidate.who; });
    if (known == sums.end()) {
      sums.emplace_back(candidate.who, sum);
    } else {
      known->second = std::max(known->second, sum);
    }
  };
  const auto& seen = discourse_.seen();
  const size_t from = seen.size() > kWindow ? seen.size() - kWindow : 0;
  const Index sentence = document_.tokens[token].sentence;
  for (size_t c = seen.size(); c > from; --c) {
    const Candidate& candidate = seen[c - 1];
    if (candidate.sentence + kSentencesBack < sentence) break;
    if (!may_be(place, candidate)) continue;
    if (place.latest == kNone && (candidate.plural || !grammar_.is_joined(grammar_.first_of(candidate.head)))) place.latest = candidate.who;
    weigh(candidate, false);
  }
  // "During his visit, the President": the subject of the clause that a phrase opens may stand after it.
  for (const Candidate& candidate : ahead.first(std::min(ahead.size(), kAhead))) {
    const bool opens = pronoun.form == Case::possessive && place.subject != kNone && grammar_.top_of(place.subject) == grammar_.top_of(candidate.head);
    if (opens && may_be(place, candidate)) weigh(candidate, true);
  }
  if (sums.empty()) return choice;
  const auto top = std::max_element(sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const Weights& w = weights(place);
  if (top->second < w.least) return choice;
  choice.who = top->first;
  choice.lead = 8;
  for (const auto& [who, sum] : sums) {
    if (who != top->first) choice.lead = std::min(choice.lead, top->second - sum);
  }
  choice.clear = choice.lead >= w.margin;
  choice.confidence = 1 / (1 + std::exp(-choice.lead));
  return choice;
}

}  // namespace chancery::coref
