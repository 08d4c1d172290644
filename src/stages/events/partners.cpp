// Who takes part in an event that the text refers to, by what hangs on its cue in the tree:
//
//   "the visit of President Silva to Peru", "Silva's visit"        => Silva
//   "talks between Chile and Peru", "Chilean-Peruvian talks"       => Chile, Peru
//   "hold a meeting with the Minister", "invited her to visit"     => the subject of the verb that carries the cue
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {
namespace {

/// Whether countries can meet: "talks between Chile and Peru".
bool is_encounter(EventType type) { return one_of(name_of(type), {"meeting", "talks", "summit", "phone_call", "video_call", "reception"}); }

}  // namespace

EventReader::Domain EventReader::domain_of(const Scene& scene) const {
  Domain domain;
  domain.head = tree_.head_of(scene.first, scene.last);
  domain.words = tree_.phrase(domain.head);
  if (scene.verb) return domain;
  const Index above = document_.tokens[domain.head].head;
  if (above == kNone || document_.tokens[above].upos != "VERB") return domain;
  const bool carried = one_of(tree_.relation(domain.head), {"obj", "nsubj", "obl"}) && lexicon_.is(document_.tokens[above].lemma, "carrier");
  const bool attended = tree_.relation(domain.head) == "obl" && lexicon_.is(document_.tokens[above].lemma, "attendance");
  // "In Lima, there has been an exhibition"
  const auto children = tree_.children(above);
  const bool existential = tree_.relation(domain.head) == "nsubj" && std::any_of(children.begin(), children.end(), [&](Index child) { return tree_.relation(child) == "expl"; });
  if (!carried && !attended && !existential) return domain;
  if (tree_.relation(domain.head) == "obl" && !attended && !one_of(tree_.preposition(domain.head), {"in", "on", "for", "to"})) return domain;
  domain.verb = above;
  domain.words = tree_.phrase(above);
  return domain;
}

/// The subject of a verb; of an infinitive, whoever is asked or wants to do it; of a participle, the noun it describes.
Index EventReader::subject_of(Index verb) const {
  for (int steps = 0; steps < 6; ++steps) {
    for (const Index child : tree_.children(verb)) {
      if (tree_.relation(child) != "nsubj") continue;
      if (!one_of(lower(child), {"who", "which", "that"})) return child;
      // "A and B, who is on a visit": the name right before is the surer, wherever the parser hangs the clause.
      const Index before = child > 1 && lower(child - 1) == "," ? child - 2 : child - 1;
      if (child > 0 && tree_.mention_at(before) != kNone) return before;
    }
    const Index above = document_.tokens[verb].head;
    const std::string_view relation = tree_.relation(verb);
    if (above == kNone) return kNone;
    if (relation == "xcomp" || relation == "advcl") {
      for (const Index child : tree_.children(above)) {
        if ((relation == "xcomp" || lexicon_.is(document_.tokens[above].lemma, "wish")) && one_of(tree_.relation(child), {"obj", "iobj"})) return child;
      }
    } else if (relation == "acl") {
      // "Silva is the first minister to visit Lima": she is.
      for (const Index child : tree_.children(above)) {
        if (tree_.relation(child) == "nsubj") return child;
      }
      return above;
    } else if (relation != "conj") {
      return kNone;
    }
    verb = above;
  }
  return kNone;
}

/// "the Russian side", "delegations of Chile and Peru": the countries stand for those who are not named.
void EventReader::add_side(Event& event, const Scene& scene, Index token) const {
  if (!is_encounter(scene.type) || !lexicon_.is(document_.tokens[token].lemma, "side")) return;
  for (const Index child : tree_.children(token)) {
    const bool owner = one_of(tree_.relation(child), {"amod", "compound"}) || (tree_.relation(child) == "nmod" && one_of(tree_.preposition(child), {"of", "from", ""}));
    if (!owner) continue;
    for (const Index one : tree_.joined(child)) {
      const Index mention = tree_.mention_at(one);
      if (mention == kNone) continue;
      if (one_of(name_of(document_.mentions[mention].type), {"country", "nationality"})) add_participant(event, mention, Role::party);
    }
  }
}

/// "A, B of Peru, and C": names in a row up to an "and", wherever the parser hangs them.
void EventReader::add_listed(std::vector<Index>& tokens, Index mention) const {
  if (mention == kNone || !is_person(document_.mentions[mention].entity)) return;
  std::vector<Index> row;
  for (Index m = mention; m + 1 < document_.mentions.size() && row.size() < 60; ++m) {
    const Mention& one = document_.mentions[m];
    const Mention& next = document_.mentions[m + 1];
    if (one.span.part != next.span.part || next.span.begin < one.span.end) return;
    const std::string_view gap = document_.part(one.span.part).substr(one.span.end, next.span.begin - one.span.end);
    const bool same = next.entity == one.entity || (next.type == MentionType::country && gap == " of ");
    const bool ends = one_of(gap, {" and ", ", and ", ", and with ", " and with ", ", as well as "});
    if (!same && !ends && gap != ", ") return;
    if (!same && !is_person(next.entity)) return;
    const Index token = document_.tokens_in(next.span).first;
    if (!same) row.push_back(token);
    if (!ends) continue;
    for (const Index t : row) {
      if (std::none_of(tokens.begin(), tokens.end(), [&](Index known) { return tree_.mention_at(known) == tree_.mention_at(t); })) tokens.push_back(t);
    }
    return;
  }
}

/// "the Prime Minister began his visit": it is the subject's; "the leaders' summit" is a kind of summit.
bool EventReader::is_owner_elsewhere(const Scene& scene, const Domain& domain, Index owner) const {
  const Index m = tree_.mention_at(owner);
  const bool bare = m != kNone && document_.mentions[m].form != Form::pronoun && document_.mentions[m].span.size() == document_.tokens[owner].span.size();
  if (bare && lexicon_.is(document_.tokens[owner].lemma, "rank")) return true;
  const Index subject = domain.verb == kNone || scene.spoken ? kNone : subject_of(domain.verb);
  const Index who = subject == kNone ? kNone : tree_.mention_at(subject);
  return who != kNone && one_of(lower(owner), {"his", "her"}) && is_person(document_.mentions[who].entity);
}

/// Where "between A and B" ends: at the comma after B, which the parser may take for one more of a row.
Index EventReader::end_of_pair(Index token) const {
  const Index last = sentence_of(token).last;
  bool second = false;
  for (Index i = token; i < last; ++i) {
    second |= lower(i) == "and";
    if (second && lower(i) == ",") return i;
  }
  return last;
}

/// "agreed to hold consultations at the level of ministers": those who agreed do not sit there.
bool EventReader::is_below_own_level(Index verb) const {
  const Sentence& sentence = sentence_of(verb);
  bool infinitive = false;
  for (const Index child : tree_.children(verb)) infinitive |= tree_.relation(child) == "mark" && lower(child) == "to";
  for (Index i = verb + 1; infinitive && i + 1 < sentence.last; ++i) {
    if (lower(i) == "level" && lower(i + 1) == "of" && one_of(lower(i - 1), {"the", "at"})) return true;
  }
  return false;
}

/// After a person and his office, parted by commas, a body is where he serves.
bool EventReader::is_employer(Index mention) const {
  if (mention == 0 || document_.mentions[mention].type != MentionType::organisation) return false;
  const Mention& before = document_.mentions[mention - 1];
  const Mention& body = document_.mentions[mention];
  const bool office = before.type == MentionType::office || is_person(before.entity);
  if (!office || before.span.part != body.span.part || before.span.end > body.span.begin) return false;
  return one_of(document_.part(body.span.part).substr(before.span.end, body.span.begin - before.span.end), {", ", ", the "});
}

/// A word, and what is joined to it, each where it names somebody who can take part.
void EventReader::add_joined(Event& event, const Scene& scene, Index token, Index limit) const {
  std::vector<Index> all = tree_.joined(token);
  // "the President of Egypt and the Crown Prince": what is joined may hang on the last word of a long name.
  if (const Index m = tree_.mention_at(token); m != kNone) {
    const auto [first, last] = document_.tokens_in(document_.mentions[m].span);
    for (Index i = first; i < last; ++i) {
      for (const Index child : tree_.children(i)) {
        const Index other = tree_.mention_at(child);
        if (i != token && tree_.relation(child) == "conj" && child >= last && other != kNone && is_person(document_.mentions[other].entity)) all.push_back(child);
      }
    }
  }
  add_listed(all, tree_.mention_at(token));
  bool person = false;
  for (const Index one : all) {
    if (limit != kNone && one >= limit) continue;
    if (scene.spoken && one_of(lower(one), {"i", "we", "my", "our", "you", "your"})) {
      const auto who = speaker_at(document_.tokens[one].span, lower(one).starts_with('y'));
      const bool known = who && std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) { return p.entity == *who; });
      if (who && !known && is_person(*who) && !is_author(*who)) event.participants.push_back({*who, Role::party, {}, document_.tokens[one].span});
      continue;
    }
    const Index m = tree_.mention_at(one);
    if (m == kNone || document_.mentions[m].entity == kNone) {
      add_side(event, scene, one);
      continue;
    }
    const Mention& mention = document_.mentions[m];
    const auto& members = document_.entities[mention.entity].members;
    for (const Index member : members) {
      const bool known = std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) { return p.entity == member; });
      if (!known && is_person(member)) event.participants.push_back({member, Role::party, {}, mention.span});
    }
    if (!members.empty()) continue;
    if (is_person(mention.entity)) {
      person = true;
      if (!is_author(mention.entity)) add_participant(event, m, Role::party);
    } else if (person && is_employer(m)) {
      continue;  // "Ana Silva, Deputy Secretary, Department of Trade; ..."
    } else if (mention.type == MentionType::group || (mention.type == MentionType::organisation && scene.type != EventType::visit)) {
      add_participant(event, m, Role::party);
    } else if (mention.type == MentionType::country && (is_encounter(scene.type) || scene.type == EventType::signing || scene.type == EventType::ceremony)) {
      add_participant(event, m, Role::party);
    } else if (mention.type == MentionType::nationality) {
      add_side(event, scene, one);
    }
  }
}

void EventReader::take_partners_of_verb(Event& event, const Scene& scene, Index verb) const {
  bool passive = false;
  for (const Index child : tree_.children(verb)) passive |= document_.tokens[child].deprel == "nsubj:pass";
  const Index subject = subject_of(verb);
  if (subject != kNone && tree_.head_of(scene.first, scene.last) != subject && !is_below_own_level(verb)) add_joined(event, scene, subject);
  for (const Index child : tree_.children(verb)) {
    const std::string_view relation = tree_.relation(child), preposition = tree_.preposition(child);
    const bool object = relation == "obj" && scene.verb && one_of(name_of(scene.type), {"meeting", "reception", "phone_call", "video_call"});
    const bool agent = relation == "obl" && (preposition == "with" || preposition == "between" || (preposition == "by" && passive) || (preposition == "to" && scene.type == EventType::phone_call));
    if (object || agent) add_joined(event, scene, child);
  }
}

void EventReader::take_partners_of_noun(Event& event, const Scene& scene, const Domain& domain) const {
  const bool encounter = is_encounter(scene.type);
  for (const Index child : tree_.children(domain.head)) {
    const std::string& relation = document_.tokens[child].deprel;
    const std::string_view preposition = tree_.preposition(child);
    if (relation == "nmod:poss") {
      if (!is_owner_elsewhere(scene, domain, child)) add_joined(event, scene, child);
    } else if (tree_.relation(child) == "nmod" && preposition == "between") {
      add_joined(event, scene, child, end_of_pair(child));
    } else if (tree_.relation(child) == "nmod" && (one_of(preposition, {"with", "among"}) || (preposition == "of" && (encounter || scene.type == EventType::visit)) || (preposition == "by" && scene.type != EventType::other))) {
      add_joined(event, scene, child);
    } else if (encounter && one_of(tree_.relation(child), {"amod", "compound", "nmod"}) && child < domain.head) {
      // "Chilean-Peruvian talks", "the Steering Committee meeting"
      for (const Index one : tree_.phrase(child)) {
        const Index m = tree_.mention_at(one);
        if (m == kNone || document_.mentions[m].entity == kNone) continue;
        if (one_of(name_of(document_.mentions[m].type), {"country", "nationality", "organisation"})) add_participant(event, m, Role::party);
      }
    } else if (tree_.relation(child) == "acl") {
      // "a meeting attended by X", "talks headed by X"
      for (const Index below : tree_.children(child)) {
        if (tree_.relation(below) == "obl" && tree_.preposition(below) == "by") add_joined(event, scene, below);
      }
    }
  }
  // "participants and guests of the Forum"
  const Index above = document_.tokens[domain.head].head;
  const Index host = above == kNone ? kNone : tree_.mention_at(above);
  if (scene.rank == EventCue::Rank::occasion && host != kNone && document_.mentions[host].type == MentionType::group && document_.mentions[host].entity != kNone && tree_.preposition(domain.head) == "of") add_participant(event, host, Role::party);
}

void EventReader::take_partners(Event& event, const Scene& scene, const Domain& domain) const {
  if (scene.verb) {
    take_partners_of_verb(event, scene, domain.head);
    return;
  }
  take_partners_of_noun(event, scene, domain);
  // "X said at the meeting", "this was stated by X during a briefing": X was there.
  const Index verb = document_.tokens[domain.head].head;
  if (domain.verb == kNone && verb != kNone && tree_.relation(domain.head) == "obl" && one_of(tree_.preposition(domain.head), {"at", "during"}) && lexicon_.is(document_.tokens[verb].lemma, "saying")) {
    const Index speaker = subject_of(verb);
    if (speaker != kNone && document_.tokens[speaker].deprel != "nsubj:pass") add_joined(event, scene, speaker);
    for (const Index child : tree_.children(verb)) {
      if (document_.tokens[child].deprel == "obl:agent") add_joined(event, scene, child);
    }
  }
  if (domain.verb != kNone) take_partners_of_verb(event, scene, domain.verb);
  // One country alone says whose talks they were, not who sat there.
  const bool lone = event.participants.size() == 1 && document_.entities[event.participants[0].entity].type == MentionType::country;
  if (lone && is_encounter(event.type)) event.participants.clear();
}

}  // namespace chancery
