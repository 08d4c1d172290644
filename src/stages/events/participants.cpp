// Who took part in the main event, in which role.
#include <algorithm>

#include "base/one_of.hpp"
#include "base/utf8.hpp"
#include "stages/events/reader.hpp"

namespace chancery {
/// Somebody whose office is to publish, not to meet: a spokesperson, a press secretary.
bool EventReader::is_author(Index entity) const {
  for (const Office& office : document_.entities[entity].offices) {
    const std::string title = utf8::lower(office.title);
    for (const std::string_view press : {"spokes", "press secretary", "press service", "communications director", "director of communications"}) {
      if (title.find(press) != std::string::npos) return true;
    }
  }
  // A transcript's "INTERPRETER" or "WHITE HOUSE AIDE" serves those who meet.
  const std::string name = utf8::lower(document_.entities[entity].name);
  return lexicon_.is(name.substr(name.rfind(' ') + 1), "staff");
}

/// "at the invitation of X", "on behalf of X", "in memory of X": X is named by the way.
bool EventReader::told_by_the_way(const Sentence& sentence, Index token) const {
  Index at = token;
  // Back over the office and its "the" to the preposition that governs the name.
  for (int k = 0; k < 14 && at > sentence.first; ++k, --at) {
    const std::string& word = lower(at - 1);
    // "After an audience with the Pope, she met": he is of the other encounter.
    for (Index back = at - 1; word == "with" && back > sentence.first && at - back < 6; --back) {
      if (one_of(lower(back - 1), {"following", "after", "before"})) return true;
    }
    if (one_of(word, {",", "with", "and", ";"})) return false;
    if (one_of(word, {"following", "after", "before"})) return true;
    if (word == "of" && at - 1 > sentence.first && lexicon_.is(lower(at - 2), "of_another")) return true;
  }
  return false;
}

bool EventReader::add_participant(Event& event, Index mention, Role role) const {
  const Index entity = document_.mentions[mention].entity;
  if (entity == kNone) return false;
  const bool known = std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) { return p.entity == entity; });
  if (known) return false;
  event.participants.push_back({entity, role, {}, document_.mentions[mention].span});
  return true;
}

void EventReader::add_people(Event& event, const Sentence& sentence, Index first, Index last, Role role, Index cue) const {
  if (first >= last) return;
  const auto [m_first, m_last] = mentions_in(document_, span_of(first, last));
  const bool title = sentence.span.part == Part::title;
  for (Index m = m_first; m < m_last; ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.entity == kNone || mention.form == Form::pronoun) continue;
    const auto [token, end] = document_.tokens_in(mention.span);
    for (const Index member : document_.entities[mention.entity].members) {
      const bool known = std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) { return p.entity == member; });
      if (!known && is_person(member)) event.participants.push_back({member, role, {}, mention.span});
    }
    if (!is_person(mention.entity) || is_author(mention.entity)) continue;
    // "Biden's adviser": the owner of an office is not there; "Biden's call with" is his own.
    if (!title && end < sentence.last && one_of(lower(end), {"'s", "'"})) continue;
    if ((token < cue || event.type == EventType::letter) && told_by_the_way(sentence, token)) continue;
    // An office without a name counts where it acts or is met, not in a list of examples.
    const bool unnamed = mention.type == MentionType::office && mention.bearer == kNone && document_.entities[mention.entity].names.size() == 1;
    if (unnamed && token > cue && !(token > sentence.first && one_of(lower(token - 1), {"with", "received", "by", "and", "the"}) && token < cue + 8)) continue;
    if (token > sentence.first && lower(token - 1) == "of" && mention.type == MentionType::office && mention.bearer == kNone) continue;
    add_participant(event, m, role);
  }
}

/// "Taking part in the meeting were ...", "was attended by ...", and lists of participants below such a line.
void EventReader::add_attendance(Event& event) const {
  bool list_follows = false;
  int read = 0;
  for (const Sentence& sentence : document_.sentences) {
    if (sentence.span.part == Part::title) continue;
    const bool item = document_.blocks[sentence.block].kind == BlockKind::list_item;
    if (spoken_[sentence.first]) {
      list_follows = false;
      continue;
    }
    ++read;
    bool attendance = false;
    Index from = sentence.first;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      const std::string& word = lower(i);
      const bool part = one_of(word, {"taking", "took", "take"}) && i + 1 < sentence.last && lower(i + 1) == "part";
      if (!part && !lexicon_.is(word, "attendance")) continue;
      const bool of_delegation = i > sentence.first && one_of(lower(i - 1), {"delegation", "team", "side"});
      if (one_of(word, {"including", "included", "present"}) && event.participants.size() >= 2 && !of_delegation && !(i + 1 < sentence.last && lower(i + 1) == ":")) continue;
      if (word == "present" && !(i > sentence.first && one_of(lower(i - 1), {"were", "was", "also", "those"})) && i != sentence.first) continue;
      attendance = true;
      from = i;
      break;
    }
    const bool colon = sentence.last > sentence.first && lower(sentence.last - 1) == ":";
    // "On the Chilean side:"
    const bool side = colon && sentence.last - sentence.first <= 8 && std::any_of(document_.tokens.begin() + sentence.first, document_.tokens.begin() + sentence.last, [](const Token& t) { return one_of(t.lower, {"side", "delegation", "party", "behalf"}); });
    if (attendance && (read <= 6 || colon || list_follows)) {
      // "Taking part were X", "was attended by X", but "X took part", "X attended the meeting".
      const bool by = from + 1 < sentence.last && lower(from + 1) == "by";
      // Who heads a delegation is met, whoever comes with him is listed.
      const bool heads = one_of(lower(from), {"headed", "led"}) && by;
      const bool names_after = from <= sentence.first + 1 || by || one_of(lower(from), {"including", "included", "accompanied", "comprised", "attendees", "participants"});
      add_people(event, sentence, names_after ? from : sentence.first, names_after ? clause_end(sentence, from) : from, heads ? Role::party : Role::delegation, sentence.first);
    }
    if (list_follows && !attendance) {
      const bool short_line = document_.blocks[sentence.block].span.size() < 160;
      if (item || short_line) {
        add_people(event, sentence, sentence.first, sentence.last, Role::delegation, sentence.first);
      } else {
        list_follows = false;
      }
    }
    if (colon) list_follows = attendance || side || list_follows;
  }
}

/// Whoever speaks in the transcript was there; of a meeting, also those whose words there are reported, unless they
/// spoke to the press afterwards.
void EventReader::add_speakers(Event& event) const {
  const bool words = event.type == EventType::statement;
  const bool briefed = std::any_of(scenes_.begin(), scenes_.end(), [](const Scene& s) { return s.type == EventType::press_conference; });
  const bool turns = !document_.labels.empty();
  const bool meeting = event.type == EventType::meeting && !briefed;
  for (const Statement& statement : document_.statements) {
    if (words ? event.participants.size() >= (turns ? 8 : 3) : (statement.mode != StatementMode::turn && !meeting)) continue;
    if (lexicon_.is(statement.cue_lemma, "held")) continue;
    for (const Index speaker : statement.speakers) {
      const bool known = std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) { return p.entity == speaker; });
      const Entity& entity = document_.entities[speaker];
      const bool named = !entity.offices.empty() || entity.name.find(' ') != std::string::npos || !entity.country.empty();
      if (known || !is_person(speaker) || is_author(speaker) || !named) continue;
      event.participants.push_back({speaker, Role::party, {}, statement.speaker_span});
    }
  }
}

/// "with members of his economic team": a group counts where no person stands for it.
void EventReader::add_partner_groups(Event& event, const Sentence& sentence, const Scene& scene) const {
  const Index end = clause_end(sentence, scene.last);
  const auto [m_first, m_last] = mentions_in(document_, span_of(sentence.first, end));
  for (Index m = m_first; m < m_last; ++m) {
    const Mention& mention = document_.mentions[m];
    const bool group = mention.type == MentionType::group || mention.type == MentionType::organisation;
    if (!group || mention.form == Form::pronoun || mention.entity == kNone || !document_.entities[mention.entity].members.empty()) continue;
    const Index token = document_.tokens_in(mention.span).first;
    Index before = token;
    if (before > sentence.first && one_of(lower(before - 1), {"the", "a"})) --before;
    const bool partner = before > sentence.first && one_of(lower(before - 1), {"with", "received", "between"}) && before > scene.first;
    const bool subject = event.participants.empty() && token < scene.first && (before == sentence.first || lower(before - 1) == ",");
    if (partner || subject) add_participant(event, m, mention.type == MentionType::group ? Role::delegation : Role::party);
  }
}

/// "held a number of meetings": those met are told one after another.
void EventReader::add_further_meetings(Event& event, const Scene& scene) const {
  const Sentence& told = document_.sentences[scene.sentence];
  bool several = false;
  for (Index i = told.first; i < scene.last; ++i) several |= one_of(lower(i), {"series", "number", "several"}) && i + 1 < told.last && lower(i + 1) != "meeting";
  if (!several || (lower(scene.last - 1) != "meetings" && lower(scene.last) != "meetings")) return;
  for (const Scene& other : scenes_) {
    if (other.sentence <= scene.sentence || other.spoken || other.type != scene.type) continue;
    const Sentence& sentence = document_.sentences[other.sentence];
    if (status_of(sentence, other) == Status::happened && object_is_person(sentence, other.last, 12)) add_people(event, sentence, other.last, clause_end(sentence, other.last), Role::party, other.last);
  }
}

/// Those who issue a joint text: people named in the title or the opening, else the countries and bodies of the title.
void EventReader::add_issuers(Event& event) const {
  int read = 0;
  for (const Sentence& sentence : document_.sentences) {
    if (read > 2 || event.participants.size() >= 2) break;
    add_people(event, sentence, sentence.first, clause_end(sentence, sentence.first), Role::party, sentence.first);
    if (sentence.span.part == Part::text) ++read;
  }
  if (!event.participants.empty() || document_.title.empty()) return;
  const auto [first, last] = mentions_in(document_, {0, static_cast<uint32_t>(document_.title.size()), Part::title});
  for (Index m = first; m < last; ++m) {
    if (one_of(name_of(document_.mentions[m].type), {"country", "nationality", "organisation", "group"})) add_participant(event, m, Role::party);
  }
}

void EventReader::people_main(Event& event, const std::optional<Scene>& scene) {
  const bool words = event.type == EventType::statement;
  if (joint_) {
    add_issuers(event);
    return;
  }
  if (words) {
    const Index quoted = speaker_in_title();
    // The words' own speakers come first; the title may name several who are only spoken of.
    for (const Statement& statement : document_.statements) {
      if (!event.participants.empty() || statement.speakers.empty()) continue;
      for (const Index speaker : statement.speakers) {
        if (is_person(speaker) && !is_author(speaker)) event.participants.push_back({speaker, Role::party, {}, statement.speaker_span});
      }
    }
    if (event.participants.empty() && quoted != kNone) add_participant(event, quoted, Role::party);
    if (event.participants.empty() && !document_.sentences.empty() && is_title(0)) {
      const auto [first, last] = mentions_in(document_, document_.sentences[0].span);
      for (Index m = first; m < last && event.participants.empty(); ++m) {
        if (is_person(document_.mentions[m].entity)) add_participant(event, m, Role::party);
      }
    }
    const bool press_office = event.participants.empty() && !document_.sentences.empty();
    if (press_office && is_title(0)) {
      const auto subject = sentence_subject(document_, document_.sentences[0]);
      if (!subject.empty()) add_participant(event, subject[0], Role::party);
    }
    add_speakers(event);
    return;
  }
  if (event.type == EventType::letter) {
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.span.part == Part::title) continue;
      const auto subject = sentence_subject(document_, sentence);
      if (!subject.empty() && is_person(document_.mentions[subject[0]].entity)) add_participant(event, subject[0], Role::sender);
      if (scene && scene->sentence == document_.tokens[sentence.first].sentence && object_is_person(sentence, scene->last, 5)) {
        add_people(event, sentence, scene->last, clause_end(sentence, scene->last), Role::recipient, scene->last);
      }
      break;
    }
    return;
  }
  const Index sentence_index = scene ? scene->sentence : 0;
  if (scene) {
    const Sentence& sentence = document_.sentences[sentence_index];
    add_people(event, sentence, sentence.first, clause_end(sentence, scene->last), Role::party, scene->first);
  }
  if (!document_.sentences.empty() && is_title(0) && sentence_index != 0) {
    const Sentence& title = document_.sentences[0];
    const auto before = event.participants.size();
    const auto in_title = title_scene();
    if (before < 2 || in_title) add_people(event, title, title.first, in_title ? clause_end(title, in_title->last) : title.last, Role::party, title.first);
  }
  const Sentence* opening = scene && is_title(sentence_index) && event.participants.size() < 2 ? first_of_text() : nullptr;
  if (opening) add_people(event, *opening, opening->first, clause_end(*opening, opening->first), Role::party, opening->first);
  if (scene) add_further_meetings(event, *scene);
  add_attendance(event);
  add_speakers(event);
  const auto named = std::count_if(event.participants.begin(), event.participants.end(), [&](const Participant& p) { return document_.entities[p.entity].name.find(" of ") == std::string::npos; });
  if (named < 2 && scene) add_partner_groups(event, document_.sentences[sentence_index], *scene);
}

/// The country on whose ground it takes place: the place's, or the publisher's in "on a visit to our country", "arrived
/// in our country", "the Office of the President will host a meeting".
std::string EventReader::ground_of(const Event& event, const Sentence& sentence) const {
  if (!event.place.country.empty()) {
    // The seat of a body of many states is nobody's own ground.
    const auto [first, last] = mentions_in(document_, event.place.span);
    const bool shared = first < last && document_.mentions[first].type == MentionType::organisation && document_.mentions[first].country.empty();
    return shared ? std::string() : event.place.country;
  }
  for (Index i = sentence.first; i + 1 < sentence.last; ++i) {
    if (lower(i) == "our" && one_of(lower(i + 1), {"country", "state"})) return document_.info.country;
  }
  for (const Scene& scene : scenes_) {
    if (scene.spoken || is_title(scene.sentence)) continue;
    const Index last = document_.sentences[scene.sentence].last;
    const bool comes = lower(scene.first).starts_with("arriv") && scene.last + 1 < last && lower(scene.last) == "our" && one_of(lower(scene.last + 1), {"country", "state"});
    if (comes) return document_.info.country;
  }
  return hosted_at_home(event) ? document_.info.country : std::string();
}

/// "The Office of the President will host a meeting": a body of the publisher's own receives.
bool EventReader::hosted_at_home(const Event& event) const {
  for (Index i = 0; i < document_.tokens.size(); ++i) {
    if (document_.tokens[i].lemma != "host" || document_.tokens[i].upos != "VERB" || spoken_[i]) continue;
    const Index subject = subject_of(i);
    if (subject == kNone) continue;
    bool told = false;
    for (const Index child : tree_.children(i)) told |= tree_.relation(child) == "obj" && one_of(document_.tokens[child].lemma, {"meeting", "talk", "visit", "reception", "delegation", "negotiation"});
    const Index m = tree_.mention_at(subject);
    const bool body = m != kNone && document_.mentions[m].type == MentionType::organisation && (document_.mentions[m].country.empty() || document_.mentions[m].country == document_.info.country);
    if (told && body && event.main) return true;
  }
  return false;
}

/// Host and guest where the text makes it plain: who receives, who is received; else whose ground it is.
void EventReader::settle_roles(Event& event, const std::optional<Scene>& scene) const {
  if (event.participants.size() < 2 || !scene) return;
  const Sentence& sentence = document_.sentences[scene->sentence];
  bool receives = false;
  Index cue = scene->first;
  for (Index i = sentence.first; i < sentence.last; ++i) {
    const auto match = lexicon_.match(document_.tokens, i, sentence.last);
    if (match.cue && match.cue->type == EventType::reception && match.cue->verb && object_is_person(sentence, i + match.length, 8)) {
      receives = true;
      cue = i;
    }
  }
  if (receives) {
    for (Participant& p : event.participants) {
      if (p.role != Role::party || p.mention.part != sentence.span.part) continue;
      p.role = p.mention.begin < document_.tokens[cue].span.begin ? Role::host : Role::guest;
    }
    return;
  }
  const bool visited = one_of(name_of(event.type), {"meeting", "talks", "reception", "visit"});
  const std::string ground = ground_of(event, sentence);
  if (!visited || ground.empty()) return;
  const auto on_own_ground = [&](const Participant& p) { return document_.entities[p.entity].country == ground; };
  const auto of_many_states = [&](const Participant& p) {
    return std::any_of(document_.mentions.begin(), document_.mentions.end(), [&](const Mention& m) { return m.entity == p.entity && m.international; });
  };
  const auto foreign = [&](const Participant& p) { return document_.entities[p.entity].country.empty() ? of_many_states(p) : !on_own_ground(p); };
  const bool plain = std::any_of(event.participants.begin(), event.participants.end(), on_own_ground) && std::any_of(event.participants.begin(), event.participants.end(), foreign);
  if (!plain || event.format == "margins") return;
  for (Participant& p : event.participants) {
    if (p.role != Role::party) continue;
    if (on_own_ground(p)) p.role = Role::host;
    if (foreign(p)) p.role = Role::guest;
  }
}

}  // namespace chancery
