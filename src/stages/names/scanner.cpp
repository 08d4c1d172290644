// One walk over a sentence: at each word the first of the grammar's rules that fits takes what it covers.
#include "stages/names/scanner.hpp"

namespace chancery {

void NameScanner::scan(const Sentence& sentence, std::vector<Found>& found) {
  begin_ = sentence.first;
  end_ = sentence.last;
  found_ = &found;
  using Rule = Index (NameScanner::*)(Index);
  static constexpr Rule rules[] = {&NameScanner::take_honorific, &NameScanner::take_office, &NameScanner::take_person,
                                   &NameScanner::take_known_thing, &NameScanner::take_body, &NameScanner::take_group};
  for (Index i = begin_; i < end_;) {
    Index next = i;
    for (const Rule rule : rules) {
      next = (this->*rule)(i);
      if (next > i) break;
    }
    i = next > i ? next : i + 1;
  }
}

size_t NameScanner::add(Index first, Index last, MentionType type, Form form, std::string country) {
  Found found;
  found.first = first;
  found.last = last;
  found.type = type;
  found.form = form;
  found.country = std::move(country);
  found_->push_back(std::move(found));
  return found_->size() - 1;
}

size_t NameScanner::add_office(const Office& office) {
  const size_t index = add(office.first, office.last, office.plural ? MentionType::group : MentionType::office, Form::title, office.country);
  (*found_)[index].international = office.international;
  (*found_)[index].office_head = office.name;
  (*found_)[index].office_class = office.office_class;
  (*found_)[index].status = office.status;
  return index;
}

/// An office, the person or persons who stand with it, and further offices of the same person.
Index NameScanner::take_office(Index i) {
  const auto office = office_at(i);
  if (!office) return i;
  // A small, bare head ("leader", "head") names nobody unless something is said of it or a name follows.
  const bool bare = office->last == office->head + 1 && office->first == office->head;
  const Index person = title_person(office->last);
  const bool determined = i > begin_ && (lower(i - 1) == "the" || lower(i - 1) == "his" || lower(i - 1) == "her" || lower(i - 1) == "their");
  if (!office->capital && bare && person == office->last + 1 && words_[office->last].common && !words_[office->last].given && !known_.words.contains(lower(office->last))) return i;  // "member States"
  const bool weak = office->office_class == "official" || office->office_class == "military" || office->office_class == "clergy";
  if (!office->capital && bare && person == office->last && (!determined || weak)) return i;
  if (office->plural && !office->capital && person == office->last) return i;  // a group: take_group says how far it goes
  if (const Index last = named_after(person); person > office->last && last > person) return add(i, last, MentionType::place), last;
  const size_t index = add_office(*office);
  return take_bearers(*office, index);
}

/// "St. Michael's Golden-Domed Monastery", "Prince George's County": where the place ends that a person gave its name.
Index NameScanner::named_after(Index name_end) const {
  if (!is(name_end, "'s") || !capital(name_end + 1)) return name_end;
  Index last = name_end + 1;
  while (last < end_ && (hyphen(last) || (words_[last].capital && !words_[last].closed))) ++last;
  const bool saint = name_end > begin_ + 1 && (lower(name_end - 2) == "st." || lower(name_end - 2) == "saint");
  return nouns_.is(lower(last - 1), NameNouns::place) || (saint && nouns_.is(lower(last - 1), NameNouns::organisation)) ? last : name_end;
}

Index NameScanner::take_bearers(const Office& office, size_t office_index) {
  Index at = office.last;
  // "Dear Mr. President, President of Mali Sidi Traore": somebody is addressed, then others are.
  const bool addressed = office.first > begin_ && office.last == office.first + 1 && words_[office.first - 1].closed && match(office.first - 1, EntryKind::honorific).length > 0;
  if (addressed && is(at, ",")) return at;
  // "President of Kenya, William Ruto," and "First President - Leader of the Nation Nursultan Nazarbayev"
  std::vector<size_t> offices = {office_index};
  for (int more = 0; more < 3 && at < end_; ++more) {
    if (title_person(at) > at) break;
    const bool joined_on = is(at, "and") || is(at, "-") || is(at, ",") || is(at, "&");
    if (!joined_on) break;
    const auto another = office_at(at + 1);
    if (!another || another->plural || !another->capital || title_person(another->last) == another->last) break;
    if (!is(at, "-") && !is(at, ",") && office.last - office.first <= 2 && given_person(another->last) == another->last) break;
    offices.push_back(add_office(*another));
    at = another->last;
  }
  // "Chief Economist Ana Silva": an ordinary word before a given name still says what she is.
  while (at < end_ && words_[at].capital && words_[at].common && !words_[at].given && given_person(at + 1) > at + 1) ++at;
  if (at > office.last && offices.size() == 1) (*found_)[office_index].last = at;
  Index end = title_person(at);
  if (end == at && is(at, ",") && at + 1 < end_) {
    const Index after_comma = given_person(at + 1) > at + 1 ? given_person(at + 1) : unknown_person(at + 1);
    if (after_comma > at + 1) {
      ++at;
      end = after_comma;
    }
  }
  if (end == at) return std::max(offices.size() > 1 ? at : office.last, office.last);
  size_t person = add(at, end, MentionType::person);
  for (const size_t one : offices) (*found_)[one].bearer = person;
  at = end;
  // "Presidents Biden and Putin", "deputy prime ministers Viktoria Abramchenko, Tatyana Golikova, Marat Khusnullin"
  while (office.plural && at + 1 < end_ && (is(at, ",") || is(at, "and"))) {
    const Index next = is(at, ",") && is(at + 1, "and") ? at + 2 : at + 1;
    if (office_at(next)) break;
    const Index next_end = title_person(next);
    if (next_end == next) break;
    person = add(next, next_end, MentionType::person);
    Found again = (*found_)[office_index];
    again.bearer = person;
    at = next_end;
  }
  return after_person(at, person);
}

/// "Biden of the United States", "Jake Sullivan, the National Security Advisor", "Ruto (Kenya)".
Index NameScanner::after_person(Index i, size_t person) {
  if (is(i, "of")) {
    const Index noun = is(i + 1, "the") ? i + 2 : i + 1;
    if (names_country(noun)) {
      const auto country = match(noun, EntryKind::country);
      (*found_)[person].country = country.entries.front().country;
      add(noun, noun + static_cast<Index>(country.length), MentionType::country, Form::name, country.entries.front().country);
      return noun + static_cast<Index>(country.length);
    }
  }
  const bool comma = is(i, ",");
  if (!comma && !is(i, "-") && !is(i, "(")) return i;
  Index at = i + 1;
  if (is(at, "the") || is(at, "a") || is(at, "an")) ++at;
  const auto office = office_at(at);
  if (!office || office->plural || title_person(office->last) > office->last) return i;
  // The clause must go on or end after the apposition: "Sullivan, National Security Advisor, met".
  const bool closes = office->last >= end_ || is(office->last, ",") || is(office->last, ")") || is(office->last, ".") || is(office->last, ";") || is(office->last, ":") || is(office->last, "-") || is(office->last, "and");
  const bool verb_follows = comma && office->capital && office->last < end_ && !words_[office->last].capital && document_.tokens[office->last].shape == Shape::lower;
  const bool list = comma && is(office->last, ",") && office_at(office->last + 1) && lower(i + 1) != "the";
  if ((!closes && !verb_follows) || (list && bool(given_person(office->last + 1) > office->last + 1))) return i;
  const size_t index = add_office(*office);
  (*found_)[index].bearer = person;
  return office->last;
}

/// "Mr. Lavrov", "H.E. Sheikh Tamim bin Hamad Al Thani"
Index NameScanner::take_honorific(Index i) {
  Index at = i;
  while (at < end_ && words_[at].capital) {
    const auto title = match(at, EntryKind::honorific);
    if (title.length == 0) break;
    at += static_cast<Index>(title.length);
  }
  if (at == i || at >= end_) return i;
  if (const auto office = office_at(at); office && office->first == at && office->capital) {
    const size_t before = found_->size();
    const Index end = take_office(at);
    Index first = i;
    while (first < at && words_[first].closed) ++first;  // "Dear Mr." is no part of the office
    if (end > at) (*found_)[before].first = first;
    return end > at ? end : i;
  }
  const Index end = title_person(at);
  if (end == at) return i;
  if (const Index last = named_after(end); last > end) return add(i, last, MentionType::place), last;
  const size_t person = add(at, end, MentionType::person, Form::address);
  return after_person(end, person);
}

Index NameScanner::take_person(Index i) {
  Index end = given_person(i);
  if (end == i) end = known_person(i);
  if (end == i && match(i, EntryKind::country).length == 0 && match(i, EntryKind::organisation).length == 0 && match(i, EntryKind::nationality).length == 0) end = unknown_person(i);
  if (end == i) return i;
  if (const Index last = named_after(end); last > end) return add(i, last, MentionType::place), last;
  // "the Biden-Harris Administration", "the Trump Organization"
  if (capital(end) && !words_[end].glued && nouns_.is(lower(end), NameNouns::organisation) && !known_.words.contains(lower(end))) return i;
  const size_t person = add(i, end, MentionType::person);
  return after_person(end, person);
}

/// Countries, nationalities, cities, bodies that the knowledge files name, unless they open a longer name.
Index NameScanner::take_known_thing(Index i) {
  if (!words_[i].capital) return i;
  const auto longest = knowledge_.lexicon().longest(document_.tokens, i, end_);
  if (longest.length == 0) return i;
  const auto body = match(i, EntryKind::organisation);
  const auto country = match(i, EntryKind::country);
  const auto nation = match(i, EntryKind::nationality);
  Lexicon::Match place = match(i, EntryKind::place);
  for (const EntryKind kind : {EntryKind::city, EntryKind::region}) {
    const auto other = match(i, kind);
    if (other.length > place.length) place = other;
  }
  const size_t best = std::max({body.length, country.length, nation.length, place.length});
  if (best == 0) return i;
  const Index after = i + static_cast<Index>(best);
  const bool longer = capital(after) && !words_[after].closed && !words_[after].glued &&
                      (nouns_.is(lower(after), NameNouns::organisation) || nouns_.is(lower(after), NameNouns::place));
  if (longer && after - i == best && body.length != best) {
    if (const Index end = take_body(i); end > after) return end;
  }
  // "St. John's Hospital" is no town.
  if (is(after - 1, "'s") && capital(after)) {
    if (const Index last = named_after(after - 1); last > after) return add(i, last, MentionType::place), last;
  }
  if (words_[i].common && best == 1 && (words_[i].opens || words_[i].headline) && country.length == 0 && nation.length == 0) return i;
  if (body.length == best) return add(i, after, MentionType::organisation), after;
  if (country.length == best) return add(i, after, MentionType::country, Form::name, country.entries.front().country), after;
  if (nation.length == best) return add(i, after, MentionType::nationality, Form::name, nation.entries.front().country), after;
  const Index last = after < end_ && !words_[after].capital && nouns_.is(lower(after), NameNouns::area) ? after + 1 : after;
  return add(i, last, MentionType::place, Form::name, country_of_place(place.entries)), last;
}

/// A name that places of several countries share belongs to the publisher's own, else to one far larger than the rest.
std::string NameScanner::country_of_place(std::span<const Entry> entries) const {
  const Entry* first = nullptr;
  const Entry* second = nullptr;
  for (const Entry& entry : entries) {
    if (entry.detail == "capital") return entry.country;
  }
  for (const Entry& entry : entries) {
    if (!document_.info.country.empty() && entry.country == document_.info.country) return entry.country;
    if (!first || entry.weight > first->weight) {
      if (first && first->country != entry.country) second = first;
      first = &entry;
    } else if (entry.country != first->country && (!second || entry.weight > second->weight)) {
      second = &entry;
    }
  }
  if (!first) return {};
  return second && first->weight < 10 * second->weight + 1 ? std::string() : first->country;
}

/// Capitalised groups with a noun that says what they are: "Ministry of Defence of Ukraine", "Constantine Palace".
Index NameScanner::take_body(Index i) {
  if (!words_[i].capital || words_[i].closed || words_[i].headline || (words_[i].calendar && !words_[i].upper)) return i;
  Index at = i;
  bool organisation = false, place = false, event = false, complement = false;
  std::string country;
  while (at < end_) {
    if (hyphen(at) && at > i) {
      at += capital(at + 1) ? 1 : 2;  // "Multi-agency Platform"
      continue;
    }
    const bool word = words_[at].capital && !words_[at].closed && !(at > i && words_[at].glued && !hyphen(at - 1));
    if (word) {
      if (at > i && given_person(at) > at && !is(at - 1, "of")) break;
      // "Council of Economic Advisers Member Heather Boushey": the body belongs to the office.
      if (at > i && organisation && opens_other_office(at)) {
        if (auto office = office_at(at); office && office->head == at && title_person(office->last) > office->last) {
          office->first = i;
          if (office->country.empty()) office->country = country;
          return take_bearers(*office, add_office(*office));
        }
      }
      const bool is_body = nouns_.is(lower(at), NameNouns::organisation);
      organisation |= is_body;
      place |= nouns_.is(lower(at), NameNouns::place);
      event |= nouns_.is(lower(at), NameNouns::event) && !is_body;
      if (const auto known = match(at, EntryKind::country); known.length > 0) {
        country = known.entries.front().country;
        at += static_cast<Index>(known.length);
        continue;
      }
      ++at;
      continue;
    }
    // "Academy of Sciences", "Committee on Foreign Relations", "Center for Surgery and Health"
    const bool conjoins = (is(at, "and") || is(at, "&")) && complement && country.empty() && at + 1 < end_ && !words_[at + 1].upper &&
                          !nouns_.is(lower(at + 1), NameNouns::organisation) && !is(at + 2, "members");
    const bool link = at > i && (is(at, "of") || is(at, "for") || is(at, "on") || conjoins);
    complement |= link;
    // "State Research and Production Centre": two ordinary words before the noun that says what it is.
    if (is(at, "and") && at > i && words_[at - 1].common && !organisation && !place && capital(at + 1) && words_[at + 1].common && !words_[at + 1].given && !starts_office(at + 1) && capital(at + 2)) {
      ++at;
      continue;
    }
    const Index noun = is(at + 1, "the") ? at + 2 : at + 1;
    if (link && (organisation || (place && is(at, "of"))) && capital(noun) && !words_[noun].closed && !words_[noun].calendar && given_person(noun) == noun &&
        !(is(at, "and") && (starts_office(noun) || names_country(noun)))) {
      at = noun;
      continue;
    }
    break;
  }
  if (at == i) return i;
  const bool occasion = event && nouns_.is(lower(at - 1), NameNouns::event) && !nouns_.is(lower(at - 1), NameNouns::organisation);
  if (organisation && !(occasion && at - i > 1)) {  // "Ministerial Council Meeting" is an occasion
    if (at - i == 1 && (words_[i].opens || words_[i].common)) {
      const bool determined = i > begin_ && lower(i - 1) == "the";
      if (!determined) return i;
    }
    return add(i, at, MentionType::organisation, Form::name, country), at;
  }
  if (place && at - i > 1) {
    return add(i, at, MentionType::place, Form::name, country), at;
  }
  if (event) return at;  // an occasion: neither person nor body, and its words are no names
  if (at - i == 1 && words_[i].upper && !words_[i].common && lower(i).size() <= 8) return add(i, at, MentionType::organisation), at;
  const bool located = i > begin_ && (lower(i - 1) == "in" || lower(i - 1) == "at" || lower(i - 1) == "near");
  if (located && !words_[i].common && !words_[i].upper) return add(i, at, MentionType::place), at;
  return i;
}

/// "representatives from international financial institutions", "members of his economic team"
Index NameScanner::take_group(Index i) {
  Index noun = i;
  const auto describes = [&](Index k) {
    const Token& token = document_.tokens[k];
    return token.shape != Shape::punctuation && !words_[k].closed && !nouns_.is_plural_group(token.lower) && token.shape != Shape::symbol;
  };
  if (!nouns_.is_plural_group(lower(noun))) return i;
  if (noun > begin_ && (hyphen(noun - 1))) return i;
  Index first = noun;
  while (first > begin_ && noun - first < 3 && describes(first - 1) && (found_->empty() || found_->back().last <= first - 1) && (words_[first - 1].capital || lower(first - 1).ends_with("al") || lower(first - 1).ends_with("ian") || lower(first - 1).ends_with("ive") || lower(first - 1) == "senior" || lower(first - 1) == "top")) --first;
  Index at = noun + 1;
  if (is(at, "of") || is(at, "from") || is(at, "for")) {
    Index k = at + 1;
    while (k < end_ && k - at < 9) {
      const bool inside = is(k, "the") || is(k, "his") || is(k, "her") || is(k, "their") || is(k, "its") || is(k, "of") || is(k, "an") || is(k, "a") || describes(k) || nouns_.is_plural_group(lower(k));
      const bool verb = !words_[k].capital && (lower(k).ends_with("ed") || lower(k).ends_with("ing") || nouns_.is(lower(k), NameNouns::verb));
      if (!inside || verb) break;
      ++k;
    }
    if (k > at + 1) at = k;
  }
  if (at == noun + 1 && first == noun) return i;
  add(first, at, MentionType::group, Form::description);
  return at;
}

}  // namespace chancery
