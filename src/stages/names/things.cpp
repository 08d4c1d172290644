// What is no person: countries, places, bodies and groups, by the knowledge files and by the nouns in their names.
#include <algorithm>

#include "stages/names/scanner.hpp"

namespace chancery {

/// Countries, nationalities, cities, bodies that the knowledge files name, unless they open a longer name.
Index NameScanner::take_known_thing(Index i) {
  if (!words_[i].capital) return i;
  const auto longest = knowledge_.lexicon().longest(document_.tokens, i, end_);
  if (longest.length == 0) return i;
  const auto body = match(i, EntryKind::organisation);
  const auto country = match(i, EntryKind::country);
  const auto nation = match(i, EntryKind::nationality);
  const Lexicon::Match place = match_place(i);
  const size_t best = std::max({body.length, country.length, nation.length, place.length});
  if (best == 0) return i;
  const Index after = i + static_cast<Index>(best);
  const bool longer = capital(after) && !words_[after].closed && !words_[after].glued &&
                      (nouns_.is(lower(after), NameNouns::organisation) || nouns_.is(lower(after), NameNouns::place));
  if (longer && after - i == best && body.length != best) {
    if (const Index end = take_body(i); end > after) return end;
  }
  // "We" is no Wé; "US" is written otherwise than "us" and was found as such.
  if (best == 1 && place.length == best && words_[i].closed && country.length == 0 && nation.length == 0 && body.length == 0) return i;
  // "St. John's Hospital" is no town.
  if (is(after - 1, "'s") && capital(after)) {
    if (const Index last = named_after(after - 1); last > after) return add(i, last, MentionType::place), last;
  }
  if (words_[i].common && best == 1 && (words_[i].opens || words_[i].headline) && country.length == 0 && nation.length == 0) return i;
  // "Congress of Local and Regional Authorities" is not the Congress.
  if (body.length == best && best == 1 && is(after, "of") && capital(after + 1) && !names_country(after + 1)) {
    if (const Index end = take_body(i); end > after) return end;
  }
  if (body.length == best) return add(i, after, MentionType::organisation, Form::name, body.entries.front().country), after;
  if (country.length == best) return add(i, after, MentionType::country, Form::name, country.entries.front().country), after;
  if (nation.length == best) return add(i, after, MentionType::nationality, Form::name, nation.entries.front().country), after;
  const Index last = after < end_ && !words_[after].capital && nouns_.is(lower(after), NameNouns::area) ? after + 1 : after;
  return add(i, last, MentionType::place, Form::name, country_of_place(place.entries)), last;
}

Lexicon::Match NameScanner::match_place(Index i) const {
  const Lexicon::Match seat = match(i, EntryKind::place);
  const Lexicon::Match town = knowledge_.lexicon().longest(document_.tokens, i, end_, EntryKind::city, EntryKind::region);
  return town.length > seat.length ? town : seat;
}

namespace {

constexpr uint32_t kRegionWeight = 40'000;  ///< a first-level region, whose people nobody counted: enough against a town, too little against "Gaza"
constexpr uint64_t kFarLarger = 10;

uint32_t weight_of(const Entry& entry) { return entry.kind == EntryKind::region && entry.weight == 0 ? kRegionWeight : entry.weight; }

/// The weightiest entry of the countries that `wanted` accepts.
template <typename Wanted>
const Entry* weightiest(std::span<const Entry> entries, Wanted wanted) {
  const Entry* best = nullptr;
  for (const Entry& entry : entries) {
    if (wanted(entry) && (!best || weight_of(entry) > weight_of(*best))) best = &entry;
  }
  return best;
}

}  // namespace

/// A name that places of several countries share belongs to the publisher's own, unless another is far larger; else to one
/// that is far larger than the rest.
std::string NameScanner::country_of_place(std::span<const Entry> entries) const {
  const auto capital = std::ranges::find(entries, "capital", &Entry::detail);
  if (capital != entries.end()) return capital->country;
  const Entry* first = weightiest(entries, [](const Entry&) { return true; });
  if (!first) return {};
  const auto far_larger = [](const Entry& a, const Entry& b) { return weight_of(a) >= kFarLarger * weight_of(b) + 1; };
  const std::string& home = document_.info.country;
  const Entry* own = home.empty() ? nullptr : weightiest(entries, [&](const Entry& entry) { return entry.country == home; });
  if (own && (own->kind == EntryKind::region || !far_larger(*first, *own))) return own->country;
  const Entry* second = weightiest(entries, [&](const Entry& entry) { return entry.country != first->country; });
  return second && !far_larger(*first, *second) ? std::string() : first->country;
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
  // "participants, organisers and guests of the Forum" are one group.
  while (at + 1 < end_ && (is(at, "and") || is(at, ",")) && !words_[at + 1].capital && nouns_.is_plural_group(lower(at + 1))) at += 2;
  if (is(at, "of") || is(at, "from") || is(at, "for")) {
    Index k = at + 1;
    while (k < end_ && k - at < 9) {
      const bool inside = is(k, "the") || is(k, "his") || is(k, "her") || is(k, "their") || is(k, "its") || is(k, "of") || is(k, "an") || is(k, "a") || describes(k) || hyphen(k) || nouns_.is_plural_group(lower(k));
      const bool verb = !words_[k].capital && (lower(k).ends_with("ed") || lower(k).ends_with("ing") || nouns_.is(lower(k), NameNouns::verb));
      if (!inside || verb) break;
      ++k;
    }
    if (k > at + 1) at = k;
  }
  const bool complemented = at > noun + 1 && !nouns_.is_plural_group(lower(at - 1));
  if (!complemented && first == noun) return i;
  add(first, at, MentionType::group, Form::description);
  return at;
}

}  // namespace chancery
