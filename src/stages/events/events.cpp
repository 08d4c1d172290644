#include "stages/events/events.hpp"

#include "stages/events/reader.hpp"

namespace chancery {

void EventsStage::run(Document& document) const { EventReader(document, lexicon_).run(); }

void EventReader::run() {
  document_.events.clear();
  if (document_.sentences.empty()) return;
  settle_terms();
  mark_spoken();
  find_scenes();
  const auto by_title = kind_by_title();
  Event main = make_main(by_title);
  document_.info.kind = settle_kind(by_title, main);
  document_.events.push_back(main);
  add_new_day(main);
  add_others(main);
  add_occasion_of_words();
  keep_title_day(main);
  part_separate(Event(document_.events.front()));
}

}  // namespace chancery
