// The work of EventsStage on one document; lives for one run.
#pragma once

#include <optional>
#include <vector>

#include "document/clause.hpp"
#include "document/document.hpp"
#include "stages/events/lexicon.hpp"
#include "stages/events/tree.hpp"

namespace chancery {

/// A place in the text where a cue tells of an event.
struct Scene {
  Index sentence = 0;
  Index first = 0, last = 0;  ///< tokens of the cue
  EventType type = EventType::other;
  EventCue::Rank rank = EventCue::Rank::strong;
  bool verb = false;
  bool spoken = false;        ///< inside a turn or quotation
  bool definite = false;      ///< "the meeting": points back
};

class EventReader {
 public:
  EventReader(Document& document, const EventLexicon& lexicon) : document_(document), lexicon_(lexicon), tree_(document) {}
  void run();

 private:
  struct Domain {
    Index head = 0;              ///< the cue's own word
    Index verb = kNone;          ///< what carries a noun: "hold" of "hold a meeting"
    std::vector<Index> words;    ///< what hangs on them, in the order of the text
  };

  const std::string& lower(Index i) const { return document_.tokens[i].lower; }
  const Sentence& sentence_of(Index token) const { return document_.sentences[document_.tokens[token].sentence]; }
  Span span_of(Index first, Index last) const { return joined(document_.tokens[first].span, document_.tokens[last - 1].span); }
  bool is_person(Index entity) const { return entity != kNone && document_.entities[entity].type == MentionType::person; }
  bool is_title(Index sentence) const { return document_.sentences[sentence].span.part == Part::title; }

  // scenes.cpp
  void find_scenes();
  bool valid(const Sentence& sentence, Scene& scene) const;
  bool object_is_person(const Sentence& sentence, Index after, Index reach) const;
  bool receives_somebody(const Scene& scene) const;
  bool tells_gathering(const Sentence& sentence, const Scene& scene) const;
  bool tells_talk(const Sentence& sentence, const Scene& scene) const;
  bool tells_speaking(const Sentence& sentence, Scene& scene) const;
  void mark_spoken();
  std::optional<Index> speaker_at(const Span& span, bool addressee) const;

  // kind.cpp
  std::optional<DocumentKind> kind_by_title() const;
  DocumentKind settle_kind(std::optional<DocumentKind> by_title, const Event& main) const;
  Index speaker_in_title() const;

  // terms.cpp
  bool phrase_at(const std::vector<std::string>& words, Index at) const;
  void settle_terms();

  // main_event.cpp
  Event make_main(std::optional<DocumentKind> kind);
  std::optional<Scene> title_scene() const;
  bool stands_after(const Scene& scene, std::string_view preposition) const;
  std::optional<Scene> lead_scene() const;
  std::optional<Scene> told_by_author() const;
  Scene same_kind_beside(const Scene& lead, EventType type) const;
  bool in_relative_clause(const Scene& scene) const;
  bool repeats_head(const Block& block) const;
  bool lead_tells_encounter(const Scene& scene) const;

  // manner.cpp
  bool tells_video(Index word, Index first, Index last) const;
  bool tells_in_person(Index word, Index last) const;
  void set_manner(Event& event, Index first, Index last) const;
  void set_in_person(Event& event, const Scene& scene) const;
  void set_channel_of_main(Event& event) const;
  void set_duration(Event& event, const Scene& scene) const;
  void set_duration_of_main(Event& event) const;
  bool same_clause(const Scene& scene, Index word) const;

  // initiator.cpp
  static bool is_of_one_kind(EventType a, EventType b);
  bool take_initiator(Event& event, Index from, Index to, const Span& evidence) const;
  bool take_asked(Event& event, const Sentence& sentence, Index word) const;
  bool take_asking(Event& event, const Sentence& sentence, Index noun) const;
  bool take_initiator_of(Event& event, const Scene& scene) const;
  void set_initiator(Event& event) const;
  bool tells_main_again(const Scene& scene) const;
  bool hangs_on(const Scene& scene, Index word) const;

  // status.cpp
  bool called_off(const Sentence& sentence, const Scene& scene, Index word) const;
  Status status_of(const Sentence& sentence, const Scene& scene) const;
  Status status_of_verb(Index verb, int steps) const;
  Status status_by_tree(const Sentence& sentence, const Scene& scene, const Domain& domain) const;

  // when_where.cpp
  void date_main(Event& event, const std::optional<Scene>& scene) const;
  bool take_time(Event& event, const Span& within, bool day_only) const;
  bool near_publication(const Timex& time) const;
  bool take_dateline(Event& event) const;
  bool take_time_of(Event& event, const Scene& scene, bool day_only) const;
  bool told_of_other(const Scene& scene, const Timex& time) const;
  static bool is_remote(const Event& event);
  void place_main(Event& event, const std::optional<Scene>& scene) const;
  bool take_place(Event& event, const Sentence& sentence, Index first, Index last, Index cue_end) const;
  bool take_place_line(Event& event, const Block& block) const;
  bool take_place_from_welcome(Event& event) const;
  const Sentence* first_of_text() const;
  bool names_nation(Index token) const;
  Index clause_end(const Sentence& sentence, Index from) const;

  // participants.cpp
  void people_main(Event& event, const std::optional<Scene>& scene);
  void add_people(Event& event, const Sentence& sentence, Index first, Index last, Role role, Index cue) const;
  void add_attendance(Event& event) const;
  void add_speakers(Event& event) const;
  void add_partner_groups(Event& event, const Sentence& sentence, const Scene& scene) const;
  void settle_roles(Event& event, const std::optional<Scene>& scene) const;
  std::string ground_of(const Event& event, const Sentence& sentence) const;
  bool hosted_at_home(const Event& event) const;
  void add_issuers(Event& event) const;
  void add_further_meetings(Event& event, const Scene& scene) const;
  bool add_participant(Event& event, Index mention, Role role) const;
  bool is_author(Index entity) const;
  bool told_by_the_way(const Sentence& sentence, Index token) const;

  // partners.cpp
  Domain domain_of(const Scene& scene) const;
  void take_partners(Event& event, const Scene& scene, const Domain& domain) const;
  void take_partners_of_noun(Event& event, const Scene& scene, const Domain& domain) const;
  void take_partners_of_verb(Event& event, const Scene& scene, Index verb) const;
  void add_joined(Event& event, const Scene& scene, Index token, Index limit = kNone) const;
  Index end_of_pair(Index token) const;
  bool is_below_own_level(Index verb) const;
  bool is_employer(Index mention) const;
  bool is_owner_elsewhere(const Scene& scene, const Domain& domain, Index owner) const;
  void add_listed(std::vector<Index>& tokens, Index mention) const;
  void add_side(Event& event, const Scene& scene, Index token) const;
  Index subject_of(Index verb) const;

  // accounts.cpp
  void part_separate(const Event& main);
  void keep_title_day(const Event& main);
  void add_new_day(Event& main);

  // occasion_of_words.cpp
  void add_occasion_of_words();
  Index occasion_word(const Scene& scene) const;
  void add_people_of_occasion(Event& event, const Event& main, const Scene& scene, Index word) const;
  bool add_to_told(const Event& occasion);

  // same_event.cpp
  static bool is_in_person(EventType type);
  bool same_event(const Event& a, const Event& b) const;
  bool points_back(const Scene& scene, const Event& event) const;
  bool is_told_again(const Event& event, const Scene& scene, const Event& main) const;
  bool is_same_deed(const Scene& scene, const Scene& other) const;
  bool is_part_of(const Scene& occasion, const Scene& told) const;

  // others.cpp
  void add_others(const Event& main);
  std::optional<Event> make_other(const Scene& scene, const Event& main);
  void tell_by_tree(Event& event, const Scene& scene, const Domain& domain) const;
  void tell_by_words(Event& event, const Scene& scene, Index first, Index last) const;
  void take_time_near(Event& event, const Scene& scene, const Domain& domain) const;
  Index window_after(const Scene& scene) const;
  bool is_place_of(const Event& event, const Domain& domain) const;
  void take_visited(Event& event, Index verb) const;
  bool belongs_to_other(Index token, const Domain& domain) const;
  bool is_habit(const Scene& scene) const;
  bool carries_other(const Scene& scene) const;
  bool is_ordered(const Scene& scene) const;
  bool is_nameless(const Event& event, const Scene& scene) const;
  bool joins_partner(Index token, Index cue_end) const;
  void add_parties(Event& event, const Sentence& sentence, const Scene& scene) const;
  bool takes_part(Index pronoun, const Scene& scene) const;
  void take_only_time(Event& event, const Span& within) const;

  Document& document_;
  const EventLexicon& lexicon_;
  const Tree tree_;
  std::vector<Scene> scenes_;
  std::vector<bool> spoken_;           ///< by token: inside a turn or quotation
  std::vector<bool> cue_heads_;        ///< by token: the word of a cue on which the rest hangs
  std::optional<Scene> main_scene_;
  bool joint_ = false;                 ///< the main event is a text issued by several
};

}  // namespace chancery
