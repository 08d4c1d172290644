// Offices without a name: "the President", "the Russian leader", "the Minister".
#include <algorithm>

#include "stages/link/linker.hpp"

namespace chancery {
namespace {

bool names_top(const std::string& office_class) { return office_class == "head_of_state" || office_class == "head_of_government"; }

/// "minister" in "foreign minister", "secretary" in "secretary of state".
bool holds_word(const std::string& phrase, const std::string& word) {
  const size_t at = phrase.find(word);
  if (at == std::string::npos) return false;
  const bool begins = at == 0 || phrase[at - 1] == ' ';
  const size_t end = at + word.size();
  return begins && (end == phrase.size() || phrase[end] == ' ');
}

/// "the President" is no emir, though both are heads of state.
bool crowned(std::string_view head) { return head == "king" || head == "queen" || head == "emir" || head == "amir" || head == "sultan" || head == "emperor" || head == "pope"; }
bool is_general(std::string_view head) { return head.starts_with("head of") || head == "leader" || head.starts_with("leader of"); }

bool is_deputy(const Mention& office) { return office.office_class == "deputy" || holds_word(office.office_head, "deputy"); }

/// "president-elect": not yet in office.
bool is_elect(const Mention& office) { return office.status == "designate" || office.office_head.ends_with("elect"); }

}  // namespace

void Linker::link_offices() {
  std::vector<Span> last_seen(document_.entities.size());
  for (Index m = 0; m < document_.mentions.size(); ++m) {
    Mention& mention = document_.mentions[m];
    if (mention.type == MentionType::office && mention.entity == kNone) {
      Index best = kNone;
      int best_score = 4;
      for (const Person& person : people_) {
        const Entity& entity = document_.entities[person.entity];
        const int score = fit(mention, entity, last_seen[person.entity]);
        const bool later = best != kNone && score == best_score && before(last_seen[best], last_seen[person.entity]);
        if (score > best_score || later) {
          best = person.entity;
          best_score = score;
        }
      }
      if (best == kNone) {
        best = unnamed_holder(m);
        last_seen.resize(document_.entities.size());
      } else {
        offices_of_[best].push_back(m);
        Entity& entity = document_.entities[best];
        if (entity.country.empty()) entity.country = mention.country;
      }
      mention.entity = best;
    }
    if (mention.entity != kNone) last_seen[mention.entity] = mention.span;
  }
}

/// How well an office without a name fits a person: head words, class, country; 5 and more will do.
int Linker::fit(const Mention& office, const Entity& entity, const Span& last_seen) const {
  const auto index = static_cast<size_t>(&entity - document_.entities.data());
  const std::string wanted = office.country.empty() && names_top(office.office_class) ? std::string() : office.country;
  if (!wanted.empty() && !entity.country.empty() && wanted != entity.country) return 0;
  int same = 0;
  for (const Index m : offices_of_[index]) {
    const Mention& own = document_.mentions[m];
    if ((own.status == "former") != (office.status == "former")) continue;
    if (own.international && !wanted.empty()) continue;  // whoever presides over a body of many states presides over none
    if (is_deputy(own) != is_deputy(office)) continue;  // "the Defence Minister" is not the deputy named last
    if (is_elect(office) && !is_elect(own)) continue;
    int score = 0;
    if (own.office_head == office.office_head && own.office_class == office.office_class) {
      score = 5;
    } else if (own.office_class == office.office_class && names_top(own.office_class) && (!office.country.empty() || crowned(own.office_head) == crowned(office.office_head) || is_general(office.office_head))) {
      score = 5;
    } else if (own.office_class == office.office_class && own.office_class.ends_with("_minister")) {
      score = 5;
    } else if (office.office_head == "leader" && names_top(own.office_class)) {
      score = 4;
    } else if (holds_word(own.office_head, office.office_head) || (holds_word(office.office_head, own.office_head) && own.office_class == office.office_class)) {
      score = 4;
    }
    same = std::max(same, score);
  }
  const std::string& of = office.country.empty() && names_top(office.office_class) ? document_.info.country : office.country;
  if (same == 0 && offices_of_[index].empty() && !of.empty() && known_holder(entity, office, of)) same = 5;
  if (same == 0) return 0;
  if (!wanted.empty() && wanted == entity.country) same += 3;
  if (wanted.empty() && !document_.info.country.empty() && names_top(office.office_class) && entity.country == document_.info.country) same += 3;
  if (!last_seen.empty()) same += 1;
  return same;
}

/// Whether leaders.tsv has this person, named in full, in such an office of that country at any time.
bool Linker::known_holder(const Entity& entity, const Mention& office, const std::string& country) const {
  const PersonName name = parse_person_name(entity.name);
  if (name.single()) return false;
  for (const Tenure* tenure : knowledge_.tenures(name.last())) {
    if (tenure->country == country && tenure->office == office.office_class && compare(name, parse_person_name(tenure->person), knowledge_) == Match::full) return true;
  }
  return false;
}

/// Somebody whom the text never names, called as written: "Prime Minister of Spain". Not for a bare, small office.
Index Linker::unnamed_holder(Index m) {
  const Mention& office = document_.mentions[m];
  std::string country = office.country;
  const std::string shown = parse_person_name(document_.of(office.span)).written;
  const bool told_of = !office.country.empty() || shown.find(" of ") != std::string::npos || shown.find(" for ") != std::string::npos;
  if (!told_of && !names_top(office.office_class)) return kNone;
  if (country.empty() && names_top(office.office_class) && publisher_has(office.office_class, office.office_head)) country = document_.info.country;
  const std::string& name = shown;
  const std::string key = "office " + office.office_head + " " + country;
  if (const auto known = things_.find(key); known != things_.end()) {
    Entity& entity = document_.entities[known->second];
    add_name(entity, name);
    if (name.size() > entity.name.size()) entity.name = name;
    return known->second;
  }
  Entity entity;
  entity.stage = "link";
  entity.type = MentionType::person;
  entity.name = name;
  entity.names = {name};
  entity.country = country;
  entity.offices = {Office{name, country, office.status}};
  document_.entities.push_back(std::move(entity));
  const Index index = static_cast<Index>(document_.entities.size() - 1);
  things_.emplace(key, index);
  offices_of_.resize(document_.entities.size());
  offices_of_[index].push_back(m);
  Person person;
  person.entity = index;
  person.names.push_back(parse_person_name(name));
  people_.push_back(std::move(person));
  return index;
}

}  // namespace chancery
