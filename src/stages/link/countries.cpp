// The country a person acts for, by what the text says first and by what is known last.
#include <algorithm>

#include "stages/link/linker.hpp"

namespace chancery {

void Linker::take_offices() {
  offices_of_.resize(document_.entities.size());
  for (Index m = 0; m < document_.mentions.size(); ++m) {
    const Mention& office = document_.mentions[m];
    if (office.type == MentionType::person && office.entity != kNone && !office.country.empty() && document_.entities[office.entity].country.empty()) {
      document_.entities[office.entity].country = office.country;
    }
    if (office.bearer == kNone) continue;
    const Index entity = document_.mentions[office.bearer].entity;
    if (entity == kNone) continue;
    document_.mentions[m].entity = entity;
    offices_of_[entity].push_back(m);
    auto& offices = document_.entities[entity].offices;
    const Office taken{written(office.span), office.country, office.status};
    const bool known = std::any_of(offices.begin(), offices.end(), [&](const Office& o) { return o.title == taken.title; });
    if (!known) offices.push_back(taken);
  }
}

void Linker::settle_countries() {
  std::vector<std::string> by_words(document_.entities.size());
  const std::vector<std::string> by_side = countries_by_side();
  for (Index m = 0; m < document_.mentions.size(); ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.type != MentionType::person || mention.entity == kNone || !by_words[mention.entity].empty()) continue;
    by_words[mention.entity] = country_by_delegation(mention);
    if (by_words[mention.entity].empty()) by_words[mention.entity] = country_by_body(m);
    const auto [token, end] = document_.tokens_in(mention.span);
    if (token < end && by_words[mention.entity].empty()) by_words[mention.entity] = by_side[document_.sentences[document_.tokens[token].sentence].block];
  }
  for (const Person& person : people_) {
    Entity& entity = document_.entities[person.entity];
    const std::string stated = country_by_office(entity);
    if (!stated.empty()) entity.country = stated;
    if (entity.country.empty()) entity.country = by_words[person.entity];
    if (entity.country.empty()) entity.country = country_by_knowledge(person);
    if (!entity.country.empty() || document_.info.country.empty()) continue;
    const auto& offices = offices_of_[person.entity];
    if (std::any_of(offices.begin(), offices.end(), [&](Index m) { return document_.mentions[m].international; })) continue;
    const bool own = std::any_of(offices.begin(), offices.end(), [&](Index m) {
      return publisher_has(document_.mentions[m].office_class, document_.mentions[m].office_head);
    });
    if (own) entity.country = document_.info.country;
  }
}

/// "a delegation of the United States Congress headed by X": X acts for the country of the delegation.
std::string Linker::country_by_delegation(const Mention& mention) const {
  constexpr Index kReach = 14;
  const auto [token, end] = document_.tokens_in(mention.span);
  if (token == end) return {};
  const Sentence& sentence = document_.sentences[document_.tokens[token].sentence];
  bool led = false;
  for (Index i = token; i > sentence.first && token - i < 2 * kReach; --i) {
    const std::string& word = document_.tokens[i - 1].lower;
    if (word == "," || word == ";" || (!led && word == "and")) return {};
    if (word == "by" && i - 1 > sentence.first) {
      const std::string& verb = document_.tokens[i - 2].lower;
      led |= verb == "headed" || verb == "led" || verb == "chaired";
      if (!led) return {};
    }
    if (!led || (word != "delegation" && word != "side")) continue;
    // Its country stands before it ("the Polish delegation") or after ("a delegation of Poland").
    const Index from = i - 1 > sentence.first + 3 ? i - 4 : sentence.first;
    for (Index m = document_.first_mention(document_.tokens[from].span); m < document_.mentions.size() && before(document_.mentions[m].span, mention.span); ++m) {
      if (!document_.mentions[m].country.empty() && document_.mentions[m].type != MentionType::person) return document_.mentions[m].country;
    }
    return {};
  }
  return {};
}

/// "On the Chilean side:", "Delegation of Chile:" and the lines below it: by block, the country that its people act for.
std::vector<std::string> Linker::countries_by_side() const {
  std::vector<std::string> sides(document_.blocks.size());
  std::string country;
  for (size_t b = 0; b < document_.blocks.size(); ++b) {
    const Block& block = document_.blocks[b];
    const auto [first, last] = document_.tokens_in(block.span);
    const bool heads = last > first && last - first <= 9 && document_.tokens[last - 1].lower == ":";
    if (heads) {
      country.clear();
      bool side = false;
      for (Index i = first; i < last; ++i) {
        const std::string& word = document_.tokens[i].lower;
        side |= word == "side" || word == "delegation" || word == "party" || word == "behalf";
      }
      for (Index m = document_.first_mention(block.span); side && m < document_.mentions.size() && block.span.contains(document_.mentions[m].span); ++m) {
        if (country.empty()) country = document_.mentions[m].country;
      }
      continue;
    }
    if (block.span.size() > 200) country.clear();
    sides[b] = country;
  }
  return sides;
}

/// "Defence Ministry Sergei Petrov": a body right before the name, where an office would stand.
std::string Linker::country_by_body(Index m) const {
  if (m == 0) return {};
  const Mention& body = document_.mentions[m - 1];
  const Mention& person = document_.mentions[m];
  if (body.type != MentionType::organisation || body.span.part != person.span.part || body.span.end + 1 != person.span.begin) return {};
  if (!body.country.empty()) return body.country;
  const std::string name = parse_person_name(document_.of(body.span)).written;
  const bool of_state = name.ends_with("Ministry") || name.ends_with("Government") || name.ends_with("Parliament") || name.ends_with("Army");
  return of_state ? document_.info.country : std::string();
}

/// The country most of the offices name; one still held counts before a former one.
std::string Linker::country_by_office(const Entity& entity) const {
  for (const bool former : {false, true}) {
    for (const Office& office : entity.offices) {
      if (!office.country.empty() && (office.status == "former") == former) return office.country;
    }
  }
  return {};
}

std::string Linker::country_by_knowledge(const Person& person) const {
  std::string country;
  const auto& offices = offices_of_[person.entity];
  for (const PersonName& name : person.names) {
    if (name.single() && knowledge_.gender_of(name.last()) != 0 && offices.empty()) continue;  // a first name is no surname
    for (const Tenure* tenure : knowledge_.tenures(name.last())) {
      const PersonName known = parse_person_name(tenure->person);
      if (!name.single() && compare(name, known, knowledge_) != Match::full) continue;
      const bool same_office = std::any_of(offices.begin(), offices.end(), [&](Index m) { return document_.mentions[m].office_class == tenure->office; });
      if (!offices.empty() && !same_office) continue;
      // Leaders' lists end before today: who held an office within twenty years of the release is still that person.
      if (published_ && tenure->to && *tenure->to + std::chrono::days{7300} < *published_) continue;
      if (published_ && tenure->from && *tenure->from > *published_ + std::chrono::days{3650}) continue;
      if (!country.empty() && country != tenure->country) return {};
      country = tenure->country;
    }
  }
  return country;
}

/// Whether an office named without a country is likely one of the publisher's own.
bool Linker::publisher_has(const std::string& office_class, const std::string& head) const {
  if (office_class == "secretary_general") return false;  // of a body, mostly one of many states
  const Country* own = knowledge_.country(document_.info.country);
  const auto is = [&](std::string_view kind) { return own && own->official.find(kind) != std::string::npos; };
  if (head == "king" || head == "queen" || head == "crown prince") return is("Kingdom");
  if (head == "emir" || head == "amir") return is("State of");
  if (head == "sultan") return is("Sultanate");
  if (office_class == "royal" || head == "emperor") return false;
  return !knowledge_.lacks_office(document_.info.country, head);
}

}  // namespace chancery
