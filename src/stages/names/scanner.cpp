// One walk over a sentence: at each word the first of the grammar's rules that fits takes what it covers.
#include "base/one_of.hpp"
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
    // "The Vice President and King Carl" are two.
    const bool known_holder = is(at, "and") && office.first > begin_ && is(office.first - 1, "the") && office.last - office.first <= 2;
    if (known_holder) break;
    const auto another = office_at(at + 1);
    if (!another || another->plural || !another->capital || title_person(another->last) == another->last) break;
    if (!is(at, "-") && !is(at, ",") && office.last - office.first <= 2 && given_person(another->last) == another->last) break;
    offices.push_back(add_office(*another));
    at = another->last;
  }
  // "Chief Economist Ana Silva": an ordinary word before a given name still says what she is.
  while (at < end_ && words_[at].capital && words_[at].common && !words_[at].given && given_person(at + 1) > at + 1) ++at;
  if (at > office.last && offices.size() == 1) (*found_)[office_index].last = at;
  // "Minister of Finance Hon. Dato' Sri Anwar Ibrahim": forms of respect between office and name.
  Index named = at;
  while (named < end_ && words_[named].capital && !words_[named].closed && match(named, EntryKind::honorific).length > 0) named += static_cast<Index>(match(named, EntryKind::honorific).length);
  if (named > at + 1 && title_person(named) > named) at = named;
  Index end = title_person(at);
  if (end == at && is(at, ",") && at + 1 < end_) {
    Index after_comma = given_person(at + 1) > at + 1 ? given_person(at + 1) : unknown_person(at + 1);
    // "the Emir of Kuwait, Sheikh Nawaf Al-Sabah,"
    const auto honorific = capital(at + 1) ? match(at + 1, EntryKind::honorific) : Lexicon::Match{};
    if (after_comma == at + 1 && honorific.length > 0) {
      const Index name = at + 1 + static_cast<Index>(honorific.length);
      if (const Index last = title_person(name); last > name) after_comma = last;
    }
    // "a call initiated by the President of Kenya, Ana Silva and Joe Doe spoke": the name must close the apposition.
    const bool closes = after_comma >= end_ || one_of(lower(after_comma), {",", ".", ")", ";", ":", "'s", "-"}) || !capital(at + 1);
    if (after_comma > at + 1 && closes) {
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
  // "the Prime Minister of Portugal, Ana Silva, the Prime Minister of Morocco, Idris Haddou, met": one each.
  const bool titled = std::any_of(found_->begin(), found_->end(), [&](const Found& found) { return found.bearer == person; });
  if (titled && comma && is(office->last, ",") && given_person(office->last + 1) > office->last + 2) return i;
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
    if (words_[i].closed && !is(i, "dear")) first = at;   // nor is "His Majesty"
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

}  // namespace chancery
