// Other events that the text refers to: what is dated, placed, or has somebody taking part.
#include <algorithm>
#include <cctype>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {
namespace {

/// Vague expressions place nothing on the calendar.
bool places(const Timex& time) { return (time.type == TimexType::date || time.type == TimexType::time) && time.from && time.value.size() >= 4 && time.value.find("REF") == std::string::npos; }

/// A year or a season alone says too little of when.
bool is_vague(const EventTime& time) { return time.value.size() < 7 || !std::isdigit(static_cast<unsigned char>(time.value[5])); }

constexpr size_t kMostOthers = 40;

}  // namespace

/// "we" before "will conduct an event" takes part; before "would like to note the forum" it only speaks of it.
bool EventReader::takes_part(Index pronoun, const Scene& scene) const {
  if (pronoun >= scene.first || scene.first - pronoun > 8) return false;
  for (Index i = pronoun + 1; i < scene.first; ++i) {
    if (one_of(lower(i), {"to", "that", "about", "how", "of"}) && !scene.verb) return false;
  }
  return true;
}

/// The first expression in `within` that places something on the calendar.
void EventReader::take_only_time(Event& event, const Span& within) const {
  for (const Timex& time : document_.times) {
    if (!within.contains(time.span) || !places(time)) continue;
    const bool day = *time.from == time.to.value_or(*time.from) && time.value.size() >= 10;
    event.time.value = day ? iso(*time.from) : time.value;
    event.time.from = time.from;
    event.time.to = time.to;
    event.time.span = time.span;
    event.time.basis = document_.of(time.span).find_first_of("0123456789") != std::string_view::npos ? TimeBasis::stated : TimeBasis::relative;
    return;
  }
}

/// "meeting of the Council", "talks with the Fund": a word before the body's name joins it to the event.
bool EventReader::joins_partner(Index token, Index cue_end) const {
  const Index before = lower(token - 1) == "the" && token - 1 > cue_end ? token - 2 : token - 1;
  return before >= cue_end && one_of(lower(before), {"with", "of", "between", "and", "by"});
}

/// "Ukrainian-Russian talks", "talks between Chile and Peru": countries take part where nobody is named.
void EventReader::add_parties(Event& event, const Sentence& sentence, const Scene& scene) const {
  if (!event.participants.empty() || scene.verb || !one_of(name_of(scene.type), {"talks", "meeting", "summit"})) return;
  const Index from = scene.first > sentence.first + 4 ? scene.first - 4 : sentence.first;
  const auto [m_first, m_last] = mentions_in(document_, span_of(from, std::min<Index>(sentence.last, scene.last + 8)));
  for (Index m = m_first; m < m_last; ++m) {
    const Mention& mention = document_.mentions[m];
    const Index token = document_.tokens_in(mention.span).first;
    const bool told = mention.type == MentionType::nationality ? token < scene.first : mention.type == MentionType::country && token > scene.last && joins_partner(token, scene.last);
    if (told) add_participant(event, m, Role::party);
  }
  if (event.participants.size() < 2) event.participants.clear();
}

/// Day, place and people from what hangs on the cue in the tree.
void EventReader::tell_by_tree(Event& event, const Scene& scene, const Domain& domain) const {
  const Sentence& sentence = document_.sentences[scene.sentence];
  const Index first = std::min(scene.first, domain.words.front()), last = std::max(scene.last, domain.words.back() + 1);
  take_time_near(event, scene, domain);
  if (!take_place(event, sentence, first, last, scene.last) && scene.verb && one_of(document_.tokens[domain.head].lemma, {"visit", "tour", "inspect"})) take_visited(event, domain.head);
  if (!event.place.name.empty() && !is_place_of(event, domain)) event.place = {};
  take_partners(event, scene, domain);
  // "a visit by President Silva to Peru": what follows the cue at once is its own, wherever the parser hangs it.
  const bool at_once = !scene.verb && scene.last + 2 < sentence.last && one_of(lower(scene.last), {"of", "by", "with", "between"});
  if (at_once && event.participants.empty()) {
    const Index next = lower(scene.last + 1) == "the" ? scene.last + 2 : scene.last + 1;
    if (tree_.mention_at(next) != kNone) add_joined(event, scene, next);
  }
  event.evidence.push_back(span_of(first, last));
  set_manner(event, first, last);
  set_duration(event, scene);
}

/// "met with groups based in Lima", "during which we explained the risks to the region": the place of another deed.
bool EventReader::is_place_of(const Event& event, const Domain& domain) const {
  const auto [first, last] = document_.tokens_in(event.place.span);
  if (first == last) return true;
  // "the visit of the President to Peru"
  const Index before = first > 1 && lower(first - 1) == "the" ? first - 2 : first - 1;
  if (event.type == EventType::visit && first > 0 && lower(before) == "to") return true;
  Index at = tree_.head_of(first, last);
  for (int steps = 0; at != kNone && at != domain.head && at != domain.verb && steps < 40; ++steps, at = document_.tokens[at].head) {
    const bool clause = one_of(tree_.relation(at), {"acl", "advcl", "ccomp", "parataxis"});
    const bool carries = lexicon_.is(document_.tokens[at].lemma, "carrier") || one_of(document_.tokens[at].lemma, {"lead", "head"});
    if (clause && at > domain.head && document_.tokens[at].upos == "VERB" && !carries) return false;
  }
  return true;
}

/// "visited an exhibition of war photographs": what is visited is the place, though it has no name.
void EventReader::take_visited(Event& event, Index verb) const {
  for (const Index child : tree_.children(verb)) {
    const bool thing = tree_.relation(child) == "obj" && document_.tokens[child].upos == "NOUN" && tree_.mention_at(child) == kNone;
    if (!thing) continue;
    const auto words = tree_.phrase(child);
    const Span span = span_of(words.front(), words.back() + 1);
    if (words.size() < 12) event.place = {std::string(document_.of(span)), {}, PlaceBasis::stated, span};
    return;
  }
}

/// The expression that hangs on the cue, that follows right after what hangs on it, or that shares its verb where no
/// other event does.
void EventReader::take_time_near(Event& event, const Scene& scene, const Domain& domain) const {
  const Sentence& sentence = document_.sentences[scene.sentence];
  const Index verb = domain.verb != kNone ? domain.verb : scene.verb ? domain.head : tree_.verb_over(domain.head);
  const bool shared = std::any_of(scenes_.begin(), scenes_.end(), [&](const Scene& other) {
    return other.sentence == scene.sentence && other.first != scene.first && (tree_.head_of(other.first, other.last) == verb || tree_.verb_over(tree_.head_of(other.first, other.last)) == verb);
  });
  for (const Timex& time : document_.times) {
    if (!sentence.span.contains(time.span) || !places(time)) continue;
    const auto [first, last] = document_.tokens_in(time.span);
    if (first == last) continue;
    const bool below = std::binary_search(domain.words.begin(), domain.words.end(), tree_.head_of(first, last)) && !belongs_to_other(tree_.head_of(first, last), domain);
    const Index before = first > sentence.first && one_of(lower(first - 1), {"on", "in", "of", "held", ","}) ? first - 1 : first;
    const bool adjoins = (before == domain.words.back() + 1 && before < first) || (!scene.verb && first >= scene.last && last <= window_after(scene));
    const bool same_verb = verb != kNone && !shared && (scene.verb || domain.verb != kNone) && tree_.verb_over(tree_.head_of(first, last)) == verb;
    if (!below && !adjoins && !same_verb) continue;
    take_only_time(event, time.span);
    return;
  }
  // The one day of a sentence that tells of one event.
  const auto in_sentence = std::count_if(scenes_.begin(), scenes_.end(), [&](const Scene& other) { return other.sentence == scene.sentence; });
  if (in_sentence == 1 && scene.spoken) take_only_time(event, sentence.span);
}

/// "a trip to Peru as well as the meetings in May": on the way up to this cue another one comes first.
bool EventReader::belongs_to_other(Index token, const Domain& domain) const {
  Index at = token;
  for (int steps = 0; at != kNone && at != domain.head && at != domain.verb && steps < 40; ++steps, at = document_.tokens[at].head) {
    if (cue_heads_[at]) return true;
  }
  return false;
}

/// "hosted a summit": the noun tells what it was.
bool EventReader::carries_other(const Scene& scene) const {
  if (!scene.verb || !tree_.knows(scene.first)) return false;
  for (const Index child : tree_.children(tree_.head_of(scene.first, scene.last))) {
    if (cue_heads_[child] && ((tree_.relation(child) == "obj" && child >= scene.last) || document_.tokens[child].deprel == "nsubj:pass")) return true;
  }
  return false;
}

/// "The ministers meet on a regular basis."
bool EventReader::is_habit(const Scene& scene) const {
  if (!scene.verb || !tree_.knows(scene.first)) return false;
  const Token& verb = document_.tokens[tree_.head_of(scene.first, scene.last)];
  return verb.feats.find("Tense=Pres") != std::string::npos && verb.feats.find("VerbForm=Fin") != std::string::npos;
}

/// How far the words after a noun still tell of it: to the next verb, event or clause. The parser may hang them elsewhere.
Index EventReader::window_after(const Scene& scene) const {
  const Sentence& sentence = document_.sentences[scene.sentence];
  Index at = scene.last;
  for (; at < sentence.last && at < scene.last + 25; ++at) {
    const Token& token = document_.tokens[at];
    if (token.upos == "SCONJ" || token.upos == "AUX" || one_of(token.lower, {";", ":", "(", "who", "which", "that", "while", "but", "and"})) break;
    if (token.upos == "VERB" && !one_of(token.lemma, {"hold", "schedule", "plan", "date", "take"})) break;
    if (std::any_of(scenes_.begin(), scenes_.end(), [&](const Scene& s) { return s.first == at; })) break;
  }
  return at;
}

/// The same from the words around the cue, where no parser has read the sentence.
void EventReader::tell_by_words(Event& event, const Scene& scene, Index first, Index last) const {
  const Sentence& sentence = document_.sentences[scene.sentence];
  const Span clause = span_of(first, last);
  take_only_time(event, clause);
  if (event.time.value.empty()) take_only_time(event, sentence.span);
  take_place(event, sentence, first, last, scene.last);
  const auto [m_first, m_last] = mentions_in(document_, clause);
  for (Index m = m_first; m < m_last; ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.entity == kNone) continue;
    const auto [token, end] = document_.tokens_in(mention.span);
    if (end < sentence.last && one_of(lower(end), {"'s", "'"})) continue;
    const bool partner = is_person(mention.entity) || (mention.type == MentionType::group && !scene.verb && token > scene.last && joins_partner(token, scene.last)) || (mention.type == MentionType::organisation && token > scene.last && token <= scene.last + 3 && joins_partner(token, scene.last));
    if (partner && mention.form != Form::pronoun) add_participant(event, m, Role::party);
    if (partner && mention.form == Form::pronoun && token + 1 >= scene.first && token < scene.first + 1) add_participant(event, m, Role::party);
  }
  for (Index i = first; i < last && scene.spoken; ++i) {
    const bool own = one_of(lower(i), {"i", "we"}), other = lower(i) == "you";
    if (!own && !other) continue;
    const auto who = speaker_at(document_.tokens[i].span, other);
    const bool known = who && std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) { return p.entity == *who; });
    if (who && !known && is_person(*who) && !is_author(*who) && takes_part(i, scene)) event.participants.push_back({*who, Role::party, {}, document_.tokens[i].span});
  }
  add_parties(event, sentence, scene);
  event.evidence.push_back(clause);
}

/// Too little to know which event is meant.
bool EventReader::is_nameless(const Event& event, const Scene& scene) const {
  const bool placed = !event.place.name.empty(), encounter = scene.rank == EventCue::Rank::strong;
  if (is_vague(event.time) && !placed && event.participants.empty()) return true;
  if (scene.rank == EventCue::Rank::occasion && scene.verb && is_vague(event.time) && !placed) return true;
  if (!event.time.value.empty() || placed) return !placed && event.participants.empty() && event.time.value.size() < 7;
  if (event.participants.size() >= 2) return false;
  if (event.participants.empty() || !encounter) return event.participants.empty() || scene.rank != EventCue::Rank::occasion || scene.verb;
  if (scene.definite && scene.spoken && !is_ordered(scene)) return true;  // "your visit": this one
  // One alone: enough for what he did, for a body's own meeting, and for what is told apart as the next or the last one.
  const bool body = one_of(name_of(scene.type), {"meeting", "summit"}) && document_.entities[event.participants[0].entity].type == MentionType::organisation;
  return !scene.verb && scene.type != EventType::visit && !body && !is_ordered(scene);
}

/// "the next meeting", "her recent visit": another one than the one the text is about.
bool EventReader::is_ordered(const Scene& scene) const {
  const Index from = std::max(document_.sentences[scene.sentence].first, scene.first > 4 ? scene.first - 4 : 0);
  for (Index i = from; i < scene.first; ++i) {
    if (lexicon_.is(lower(i), "ordered")) return true;
  }
  return false;
}

std::optional<Event> EventReader::make_other(const Scene& scene, const Event& main) {
  const Sentence& sentence = document_.sentences[scene.sentence];
  Event event;
  event.stage = "events";
  event.type = scene.type;
  // The clause of the cue: between the nearest breaks, within reach.
  Index first = scene.first, last = scene.last;
  while (first > sentence.first && scene.first - first < 16 && !one_of(lower(first - 1), {";", "who", "while", "but", ":"})) --first;
  while (last < sentence.last && last - scene.last < 16 && !one_of(lower(last), {";", "while", "but", ":"}) && !(lower(last) == "," && last + 1 < sentence.last && one_of(lower(last + 1), {"and", "which", "but", "where"}))) ++last;
  if (tree_.knows(scene.first)) {
    tell_by_tree(event, scene, domain_of(scene));
  } else {
    tell_by_words(event, scene, first, last);
  }
  // "This was on 1 November.": a sentence that only dates the one before.
  if (event.time.value.empty() && scene.sentence + 1 < document_.sentences.size()) {
    const Sentence& next = document_.sentences[scene.sentence + 1];
    if (next.last - next.first <= 9 && one_of(lower(next.first), {"this", "it", "that"}) && next.last - next.first > 2 && one_of(lower(next.first + 1), {"was", "happened", "took"})) take_time(event, next.span, false);
  }
  // "the birthday of X, one of the founders of Y, has been marked in Moscow"
  for (Index i = last; event.place.name.empty() && !scene.verb && i < sentence.last; ++i) {
    if (one_of(lower(i), {"held", "marked", "celebrated", "hosted", "place"})) take_place(event, sentence, i, std::min<Index>(sentence.last, i + 8), i);
  }
  if (event.place.name.empty() && scene.type == EventType::statement && !scene.definite) {
    // "thank the Academy for the invitation to speak": the host is the place.
    const auto [m_first, m_last] = mentions_in(document_, span_of(first, last));
    for (Index m = m_first; m < m_last; ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.type == MentionType::organisation && lower(scene.first) == "to" && event.place.name.empty()) event.place = {std::string(document_.of(mention.span)), mention.country, PlaceBasis::stated, mention.span};
    }
  }
  // "your visit", "my meeting"
  if (scene.spoken && !scene.verb && event.participants.empty() && scene.first > sentence.first && one_of(lower(scene.first - 1), {"your", "my"})) {
    if (const auto who = speaker_at(document_.tokens[scene.first].span, lower(scene.first - 1) == "your")) event.participants.push_back({*who, Role::party, {}, document_.tokens[scene.first - 1].span});
  }
  const bool occasion_of_main = main_scene_ && is_part_of(scene, *main_scene_) && (scene.rank == EventCue::Rank::strong || document_.tokens[scene.first].shape == Shape::capitalised);
  if (points_back(scene, event) || (!occasion_of_main && is_nameless(event, scene))) return std::nullopt;
  // Words were said at a briefing: where, and no event beside them.
  if (main.type == EventType::statement && event.type == EventType::press_conference && is_vague(event.time)) return std::nullopt;
  // "spoke with the servicemen": no call unless somebody is at the other end.
  if (event.type == EventType::phone_call && scene.verb && scene.last == scene.first + 1 && event.participants.size() < 2 && event.time.value.empty()) return std::nullopt;
  if (is_remote(event)) event.place = {};
  if (is_told_again(event, scene, main)) return std::nullopt;
  if (!one_of(name_of(event.type), {"statement", "letter", "other", "press_conference", "signing", "ceremony"}) && tree_.knows(scene.first)) {
    take_initiator_of(event, scene);
    set_in_person(event, scene);
  }
  event.status = tree_.knows(scene.first) ? status_by_tree(sentence, scene, domain_of(scene)) : status_of(sentence, scene);
  const auto published = parse_day(document_.info.published);
  if (event.status == Status::happened && published && event.time.from && *event.time.from > *published) event.status = Status::planned;
  event.confidence = event.time.value.empty() ? 0.4 : 0.6;
  if (same_event(event, main) && (event.time.value.empty() || event.time.value == main.time.value)) return std::nullopt;
  return event;
}

void EventReader::add_others(const Event& main) {
  std::vector<Event> others;
  const Scene* last = nullptr;
  std::optional<size_t> whole;
  cue_heads_.assign(document_.tokens.size(), false);
  for (const Scene& scene : scenes_) {
    const bool held = scene.verb && scene.rank == EventCue::Rank::occasion;  // "the forum, which will be held in May"
    if (tree_.knows(scene.first) && !held) cue_heads_[tree_.head_of(scene.first, scene.last)] = true;
  }
  for (const Scene& scene : scenes_) {
    if (is_title(scene.sentence) || others.size() >= kMostOthers) continue;
    if (repeats_head(document_.blocks[document_.sentences[scene.sentence].block])) continue;
    const bool is_main_sentence = main_scene_ && scene.sentence == main_scene_->sentence;
    const bool tells_main = is_main_sentence && scene.first == main_scene_->first;
    if (tells_main && (scene.type == main.type || !is_in_person(scene.type) || is_in_person(main.type))) continue;
    if (is_main_sentence && !tells_main && is_same_deed(scene, *main_scene_)) continue;
    const bool told_again = scene.definite && !scene.spoken && scene.type == main.type && !is_ordered(scene) && !is_main_sentence;
    if (document_.info.kind == DocumentKind::order && scene.type == EventType::signing) continue;  // the order itself
    if ((scene.type == EventType::letter || scene.type == EventType::statement) && scene.rank != EventCue::Rank::occasion) continue;
    if (carries_other(scene) || is_habit(scene)) continue;
    if (scene.type == EventType::talks && scene.rank == EventCue::Rank::weak) continue;  // "the conversation with X" is a call or a meeting told before
    if (last && scene.sentence == last->sentence && is_same_deed(scene, *last)) continue;
    auto event = make_other(scene, main);
    if (!event) continue;
    // "The meeting on 7 May" of a text that says 5 May: both days are kept.
    if (told_again && (main.time.value.size() < 10 || event->time.value.size() < 10 || !event->time.from || main.time.value.substr(0, 10) == event->time.value.substr(0, 10))) continue;
    // Told again without a day or place it is the same only where the words point back: "the visit", not "visits".
    const bool points_back = scene.definite || !event->time.value.empty() || !event->place.name.empty();
    const bool repeated = points_back && std::any_of(others.begin(), others.end(), [&](const Event& e) { return same_event(e, *event); });
    if (repeated) continue;
    last = &scene;
    if (main_scene_ && !whole && is_part_of(scene, *main_scene_)) whole = others.size();
    others.push_back(std::move(*event));
  }
  if (whole && is_in_person(main.type)) {
    // Who meets on the sidelines of a summit is at the summit.
    Event& occasion = others[*whole];
    const bool nobody = std::none_of(occasion.participants.begin(), occasion.participants.end(), [&](const Participant& p) { return is_person(p.entity); });
    for (const Participant& p : main.participants) {
      if (nobody && occasion.type != EventType::visit && p.role != Role::delegation && is_person(p.entity)) occasion.participants.push_back({p.entity, Role::party, {}, p.mention});
    }
  }
  for (Event& event : others) document_.events.push_back(std::move(event));
  if (whole) document_.events.front().part_of = static_cast<Index>(*whole + 1);
}

}  // namespace chancery
