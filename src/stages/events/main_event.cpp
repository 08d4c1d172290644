// The encounter or act that the document exists to report.
#include <algorithm>

#include "base/one_of.hpp"
#include "base/utf8.hpp"
#include "stages/events/reader.hpp"

namespace chancery {
namespace {

bool is_words(EventType type) { return type == EventType::statement || type == EventType::press_conference; }

}  // namespace

/// The title's cue: a verb before a noun, a strong one before a weak one, else the first.
std::optional<Scene> EventReader::title_scene() const {
  std::optional<Scene> best;
  int best_rank = 0;
  for (const Scene& scene : scenes_) {
    if (!is_title(scene.sentence)) break;
    int rank = scene.rank == EventCue::Rank::strong ? 4 : scene.rank == EventCue::Rank::weak ? 3 : 1;
    if (scene.verb) rank += 2;
    if (is_words(scene.type)) rank -= 2;
    // "Following the talks", "before the meeting": the time of something else.
    const Sentence& sentence = document_.sentences[scene.sentence];
    for (Index i = scene.first; i > sentence.first && scene.first - i < 5; --i) {
      if (one_of(lower(i - 1), {"following", "after", "before", "ahead", "during", "at", "result", "outcome", "on"}) && !scene.verb) rank = std::min(rank, 2);
    }
    if (rank > best_rank) {
      best = scene;
      best_rank = rank;
    }
  }
  // "Leaders meet in Dakar for the Atlantic Summit"
  for (const Scene& scene : scenes_) {
    if (!best || !best->verb || best->type != EventType::meeting || !is_title(scene.sentence)) break;
    if (scene.type == EventType::summit && scene.first > best->last && stands_after(scene, "for")) return scene;
  }
  return best;
}

/// Whether the noun of a cue is what a preposition governs: "for the third Atlantic Summit".
bool EventReader::stands_after(const Scene& scene, std::string_view preposition) const {
  const Sentence& sentence = document_.sentences[scene.sentence];
  for (Index i = scene.first; i > sentence.first && scene.first - i < 5; --i) {
    if (lower(i - 1) == preposition) return true;
    if (document_.tokens[i - 1].shape == Shape::lower && lower(i - 1) != "the") return false;
  }
  return false;
}

/// The title again, or a line that is only a date.
bool EventReader::repeats_head(const Block& block) const {
  // Lower case may change how many bytes a letter takes, but never doubles them; a long block is not made lower in vain.
  const bool as_long = block.span.size() <= 2 * document_.title.size();
  if (as_long && utf8::lower(document_.of(block.span)) == utf8::lower(document_.title)) return true;
  return std::any_of(document_.times.begin(), document_.times.end(), [&](const Timex& t) { return block.span.contains(t.span) && t.span.size() * 10 >= block.span.size() * 7; });
}

/// A strong cue in the first sentences of the narrative.
std::optional<Scene> EventReader::lead_scene() const {
  std::optional<Scene> noun;
  Index read = 0;
  for (Index s = 0; s < document_.sentences.size() && read < 3; ++s) {
    if (is_title(s) || spoken_[document_.sentences[s].first]) continue;
    if (repeats_head(document_.blocks[document_.sentences[s].block])) continue;
    ++read;
    for (const Scene& scene : scenes_) {
      if (scene.sentence != s || scene.rank == EventCue::Rank::occasion || scene.spoken) continue;
      const Sentence& sentence = document_.sentences[s];
      const bool by_the_way = told_by_the_way(sentence, scene.first);
      if (by_the_way || in_relative_clause(scene)) continue;
      if (scene.verb) return scene;
      if (!noun) noun = scene;
    }
    if (noun) return noun;
  }
  return noun;
}

/// "had a telephone conversation ahead of the holiday, marked on 2 April": of the cues of a sentence, the one of the
/// title's kind that comes before the other.
Scene EventReader::same_kind_beside(const Scene& lead, EventType type) const {
  for (const Scene& scene : scenes_) {
    const bool before = scene.sentence == lead.sentence && scene.first < lead.first && lead.type != type && scene.type == type;
    if (before && !told_by_the_way(document_.sentences[scene.sentence], scene.first) && !in_relative_clause(scene)) return scene;
  }
  return lead;
}

/// "X, who is on a visit to Lima, met": told of X by the way.
bool EventReader::in_relative_clause(const Scene& scene) const {
  if (!tree_.knows(scene.first)) return false;
  const Index head = tree_.head_of(scene.first, scene.last), verb = tree_.verb_over(head);
  const auto is_relative = [&](Index predicate) {
    return document_.tokens[predicate].deprel == "acl:relcl" && document_.tokens[predicate].head < scene.first;
  };
  if (scene.verb) return is_relative(head) || document_.tokens[head].deprel == "acl";
  return is_relative(head) || (verb != kNone && is_relative(verb));
}

/// "Statement by Spokesperson A on X's Visit to B": the release tells the visit, A only publishes it.
std::optional<Scene> EventReader::told_by_author() const {
  const auto [m_first, m_last] = mentions_in(document_, {0, static_cast<uint32_t>(document_.title.size()), Part::title});
  Index author = m_first;
  while (author < m_last && !is_person(document_.mentions[author].entity)) ++author;
  if (author == m_last || !is_author(document_.mentions[author].entity)) return std::nullopt;
  for (const Scene& scene : scenes_) {
    if (!is_title(scene.sentence)) break;
    if (scene.rank == EventCue::Rank::strong && one_of(name_of(scene.type), {"meeting", "reception", "phone_call", "video_call", "visit", "talks", "summit"})) return scene;
  }
  return std::nullopt;
}

/// In a "Statement by ... on X's Call with Y" the first sentence tells the call itself.
bool EventReader::lead_tells_encounter(const Scene& scene) const {
  if (is_words(scene.type) || scene.type == EventType::letter) return false;
  const Sentence& sentence = document_.sentences[scene.sentence];
  const auto subject = sentence_subject(document_, sentence);
  if (subject.empty() || !is_person(document_.mentions[subject[0]].entity)) return false;
  return object_is_person(sentence, scene.last, 40) || scene.type == EventType::visit;
}

Event EventReader::make_main(std::optional<DocumentKind> kind) {
  Event event;
  event.stage = "events";
  event.main = true;
  const auto title = title_scene();
  const auto lead = lead_scene();
  const bool words_by_title = kind && one_of(name_of(*kind), {"statement", "address", "transcript", "briefing"});
  const Index quoted_in_title = speaker_in_title();
  if (kind && *kind == DocumentKind::letter) {
    event.type = EventType::letter;
    main_scene_ = lead;
  } else if (kind && *kind == DocumentKind::order) {
    event.type = EventType::other;
    main_scene_ = lead;
  } else if (kind && *kind == DocumentKind::joint_text && (!title || !title->verb)) {
    // The text itself is what is reported, whatever its first sentence recalls.
    event.type = EventType::statement;
    main_scene_ = title;
    joint_ = true;
  } else if (quoted_in_title != kNone) {
    event.type = EventType::statement;
  } else if (words_by_title && lead && lead_tells_encounter(*lead) && *kind == DocumentKind::statement) {
    event.type = lead->type;
    main_scene_ = lead;
  } else if (words_by_title && told_by_author()) {
    const auto told = told_by_author();
    event.type = told->type;
    main_scene_ = lead && lead->verb && !is_words(lead->type) ? lead : told;
  } else if (words_by_title) {
    const bool press = title && title->type == EventType::press_conference;
    event.type = press ? EventType::press_conference : EventType::statement;
    main_scene_ = title;
  } else if (title && !is_words(title->type)) {
    event.type = title->type;
    main_scene_ = title;
    if (title->rank == EventCue::Rank::occasion && lead && lead->rank == EventCue::Rank::strong && !is_words(lead->type)) {
      event.type = lead->type;
      main_scene_ = lead;
    }
  } else if (lead) {
    event.type = lead->type;
    main_scene_ = lead;
  } else if (title) {
    event.type = title->type;
    main_scene_ = title;
  } else {
    event.type = document_.statements.empty() ? EventType::other : EventType::statement;
  }
  // The sentence of the text that tells it is better evidence than the title, and says more.
  const bool points_to_title = words_by_title && lead && lead->definite;  // "The visit is an opportunity"
  if (main_scene_ && is_title(main_scene_->sentence) && lead && !points_to_title && (lead->type == event.type || (!is_words(lead->type) && !is_words(event.type) && event.type != EventType::letter))) {
    const bool by_title = event.type != lead->type;
    main_scene_ = same_kind_beside(*lead, event.type);
    if (by_title && event.type == EventType::meeting && (lead->type == EventType::reception)) event.type = lead->type;
  }
  Status told = Status::planned;
  if (main_scene_) {
    const Sentence& sentence = document_.sentences[main_scene_->sentence];
    event.status = is_words(event.type) || event.type == EventType::letter ? Status::happened : status_of(sentence, *main_scene_);
    // "The visit did not take place."
    if ((event.status == Status::happened || event.status == Status::planned) && tree_.knows(main_scene_->first) && !is_words(event.type) && status_by_tree(sentence, *main_scene_, domain_of(*main_scene_)) == Status::denied) event.status = Status::denied;
    told = event.status;
    if (title && event.status == Status::happened && !is_words(event.type)) event.status = status_of(document_.sentences[title->sentence], *title);
    event.evidence.push_back(sentence.span);
    set_manner(event, sentence.first, sentence.last);
  } else {
    for (const Sentence& sentence : document_.sentences) {
      if (event.evidence.empty() && sentence.span.part == Part::text) event.evidence.push_back(sentence.span);
    }
    if (event.evidence.empty() && !document_.sentences.empty()) event.evidence.push_back(document_.sentences.front().span);
  }
  people_main(event, main_scene_);
  date_main(event, main_scene_);
  // "agreed on the next meeting" in the title plans another one: the text tells this one as past.
  const auto published = parse_day(document_.info.published);
  if (told == Status::happened && event.status == Status::planned && published && event.time.from && *event.time.from <= *published) event.status = told;
  if (event.status == Status::happened && published && event.time.from && *event.time.from > *published && !is_words(event.type)) event.status = Status::planned;
  place_main(event, main_scene_);
  settle_roles(event, main_scene_);
  set_channel_of_main(event);
  if (is_remote(event)) event.place = {};
  set_initiator(event);
  set_duration_of_main(event);
  return event;
}

}  // namespace chancery
