#include "stages/link/on_record.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.hpp"
#include "base/utf8.hpp"

namespace chancery {
namespace {

/// How long after (or before) the documents that name someone a bare surname with the same office is still theirs.
constexpr int kDaysApart = 730;
/// How many times more documents must speak for one holder of an office than for another of the same surname.
constexpr int kClearly = 5;

bool acts_for_another(const Entity& entity, const KnownPerson& person) {
  return !entity.country.empty() && !person.countries.empty() && !person.countries.contains(entity.country);
}

bool shares_country(const Entity& entity, const KnownPerson& person) { return !entity.country.empty() && person.countries.contains(entity.country); }

/// In how many documents the person has an office that the entity has.
int shared_office(const Entity& entity, const KnownPerson& person) {
  int most = 0;
  for (const Office& office : entity.offices) {
    const auto known = person.offices.find(utf8::lower(office.title));
    if (office.status != "former" && known != person.offices.end()) most = std::max(most, known->second);
  }
  return most;
}

bool same_words(const PersonName& a, const KnownPerson& person) {
  return std::any_of(person.names.begin(), person.names.end(), [&](const PersonName& b) { return a.words == b.words; });
}

bool agree(const std::vector<PersonName>& names, const KnownPerson& person, const Knowledge& knowledge) {
  for (const PersonName& a : names) {
    for (const PersonName& b : person.names) {
      if (compare(a, b, knowledge) == Match::full) return true;
    }
  }
  return false;
}

bool near(const std::optional<Day>& day, const KnownPerson& person) {
  if (!day || !person.first || !person.last) return false;
  return (*day - *person.last).count() <= kDaysApart && (*person.first - *day).count() <= kDaysApart;
}

std::vector<const KnownPerson*> candidates(const std::vector<PersonName>& names, const PeopleOnRecord& record) {
  std::vector<const KnownPerson*> all;
  for (const PersonName& name : names) {
    const auto some = record.of_sound(sound_of(name.last()));
    all.insert(all.end(), some.begin(), some.end());
  }
  std::sort(all.begin(), all.end(), [](const KnownPerson* a, const KnownPerson* b) { return a->key < b->key; });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::string key_of(const Entity& entity, const PersonName& name) {
  std::string words = entity.country;
  for (const std::string& word : name.words) words += ' ' + word;
  return "w-" + base32(hash64(words));
}

std::string reason(const PersonName& name, const Entity& entity, const KnownPerson& person) {
  const std::string tail = shares_country(entity, person) ? ", acting for " + entity.country : std::string();
  if (same_words(name, person)) return "the same name" + tail;
  return fmt::format("a name that agrees: {} and {}{}", name.written, person.names.front().written, tail);
}

/// "the President of Ukraine", whom the document never names.
bool is_called_by_office(const Entity& entity) {
  return std::any_of(entity.offices.begin(), entity.offices.end(), [&](const Office& office) { return office.title == entity.name; });
}

/// By given name and surname. Of several who fit, the one who fits clearly best.
std::optional<Identity> by_full_name(const Entity& entity, const std::vector<PersonName>& names, const PeopleOnRecord& record, const Knowledge& knowledge) {
  const KnownPerson* best = nullptr;
  int best_score = 0;
  bool tie = false;
  // Names written differently are one person's only where country or office agree as well.
  for (const KnownPerson* person : candidates(names, record)) {
    if (acts_for_another(entity, *person) || !agree(names, *person, knowledge)) continue;
    const bool same = same_words(names.front(), *person);
    if (!same && !shares_country(entity, *person) && shared_office(entity, *person) == 0) continue;
    int score = 1;
    if (shares_country(entity, *person)) score += 4;
    if (same) score += 2;
    if (shared_office(entity, *person) > 0) score += 1;
    tie = best != nullptr && score == best_score;
    if (best == nullptr || score > best_score) {
      best = person;
      best_score = score;
      tie = false;
    }
  }
  if (best == nullptr) return Identity{key_of(entity, names.front()), {}, true};
  if (tie) return std::nullopt;
  return Identity{best->key, reason(names.front(), entity, *best), false};
}

/// "President Biden": the one of that surname and country who is called by such an office on record about that day, and
/// whom nobody comes near in that.
std::optional<Identity> by_surname(const Entity& entity, const PersonName& name, const std::optional<Day>& day, const PeopleOnRecord& record, const Knowledge& knowledge) {
  const KnownPerson* best = nullptr;
  int most = 0, next = 0;
  for (const KnownPerson* person : record.of_sound(sound_of(name.last()))) {
    const int documents = shared_office(entity, *person);
    if (documents == 0 || !shares_country(entity, *person) || !near(day, *person)) continue;
    const bool fits = std::any_of(person->names.begin(), person->names.end(), [&](const PersonName& known) { return compare(name, known, knowledge) == Match::partial; });
    if (!fits) continue;
    if (documents > most) best = person;
    next = std::max(next, std::min(most, documents));
    most = std::max(most, documents);
  }
  if (best == nullptr || next * kClearly > most) return std::nullopt;
  return Identity{best->key, fmt::format("surname, office and country: {} {} of {} on record about that day", entity.offices.front().title, name.written, entity.country), false};
}

/// Letters and pairs of letters that stand for one sound in transliterations; vowels and y are passed over.
std::string_view sound(std::string_view rest, size_t& length) {
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"tsch", "c"}, {"sch", "s"}, {"tch", "c"}, {"kh", "h"}, {"gh", "g"}, {"zh", "z"}, {"sh", "s"}, {"ch", "c"}, {"ph", "f"}, {"ts", "c"}, {"dj", "j"}, {"dz", "z"}, {"ck", "k"}};
  for (const auto& [letters, one] : kPairs) {
    if (rest.starts_with(letters)) {
      length = letters.size();
      return one;
    }
  }
  length = 1;
  static constexpr std::string_view kPassed = "aeiouyjwh'";
  if (kPassed.find(rest.front()) != std::string_view::npos) return {};
  if (rest.front() == 'x') return "h";
  if (rest.front() == 'q') return "k";
  return rest.substr(0, 1);
}

}  // namespace

std::string sound_of(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size();) {
    size_t length = 1;
    const std::string_view one = sound(word.substr(i), length);
    if (!one.empty() && (out.empty() || out.back() != one.front())) out += one;
    i += length;
  }
  // "Li", "Ou": nothing but what is passed over.
  return out.size() < 2 ? std::string(word) : out;
}

PersonName plain_name(std::string_view written, const Knowledge& knowledge) {
  PersonName name = parse_person_name(written);
  const auto is_honorific = [&](const std::string& word) {
    const auto entries = knowledge.lexicon().find(word);
    return std::any_of(entries.begin(), entries.end(), [](const Entry& e) { return e.kind == EntryKind::honorific; });
  };
  while (name.words.size() > 1 && is_honorific(name.words.front())) name.words.erase(name.words.begin());
  return name;
}

bool is_full_name(const PersonName& name, const Knowledge& knowledge) {
  if (is_patronymic_form(name)) return false;
  return std::count_if(name.words.begin(), name.words.end(), [&](const std::string& word) { return !knowledge.is_name_particle(word); }) > 1;
}

std::vector<PersonName> full_names(const Entity& entity, const Knowledge& knowledge) {
  std::vector<PersonName> names;
  const auto keep = [&](const std::string& written) {
    PersonName name = plain_name(written, knowledge);
    const bool known = std::any_of(names.begin(), names.end(), [&](const PersonName& n) { return n.words == name.words; });
    if (!known && is_full_name(name, knowledge)) names.push_back(std::move(name));
  };
  keep(entity.name);
  for (const std::string& name : entity.names) keep(name);
  return names;
}

std::optional<Identity> identify_person(const Entity& entity, const std::optional<Day>& day, const PeopleOnRecord& record, const Knowledge& knowledge) {
  if (entity.type != MentionType::person || entity.plural || entity.name.empty() || is_called_by_office(entity)) return std::nullopt;
  const auto names = full_names(entity, knowledge);
  if (!names.empty()) return by_full_name(entity, names, record, knowledge);
  const PersonName name = plain_name(entity.name, knowledge);
  if (is_patronymic_form(name)) return std::nullopt;
  return by_surname(entity, name, day, record, knowledge);
}

}  // namespace chancery
