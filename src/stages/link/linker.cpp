#include "stages/link/linker.hpp"

#include "base/day.hpp"

namespace chancery {

Linker::Linker(Document& document, const Knowledge& knowledge) : document_(document), knowledge_(knowledge), published_(parse_day(document.info.published)) {}

void Linker::run() {
  document_.entities.clear();
  for (Mention& mention : document_.mentions) mention.entity = kNone;
  link_people();
  take_offices();
  settle_genders();
  settle_countries();
  link_offices();
  link_things();
  join_abbreviations();
  drop_unmentioned();
}

std::string Linker::written(const Span& span) const { return parse_person_name(document_.of(span)).written; }

}  // namespace chancery
