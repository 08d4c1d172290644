// Offices: a head word, what stands before it and what it is an office of.
#include "stages/names/scanner.hpp"

namespace chancery {
namespace {

constexpr Index kLongestPrefix = 9;

/// A body of several states, whose officials act for no country.
bool is_international(const Lexicon::Match& body) {
  if (body.length == 0) return false;
  const std::string& kind = body.entries.front().detail;
  const bool shared_bank = kind == "bank" && body.entries.front().country.empty();
  return shared_bank || kind == "igo" || kind == "union" || kind == "forum" || kind == "alliance" || kind == "court";
}

bool links_complement(const std::string& word) { return word == "of" || word == "for" || word == "to" || word == "on" || word == "in" || word == "at"; }

}  // namespace

bool NameScanner::starts_office(Index i) const {
  if (i >= end_) return false;
  return match(i, EntryKind::office).length > 0 || match(i, EntryKind::modifier).length > 0;
}

/// "Deputy" in "Deputy Defence Minister" is also an office of its own, but not before another one.
bool NameScanner::qualifies_next(Index i, size_t head_length) const {
  const auto modifier = match(i, EntryKind::modifier);
  return modifier.length >= head_length && match(i + static_cast<Index>(modifier.length), EntryKind::office).length > 0;
}

/// Walks over what may stand before a head; returns where the head begins, or `end_` where there is none.
Index NameScanner::office_prefix(Index i, Office& office) const {
  for (Index at = i; at < end_ && at - i < kLongestPrefix;) {
    if (const auto head = match(at, EntryKind::office); head.length > 0 && !qualifies_next(at, head.length)) return at;
    const size_t region = words_[at].capital ? std::max(match(at, EntryKind::region).length, match(at, EntryKind::city).length) : 0;
    if (const auto modifier = match(at, EntryKind::modifier); modifier.length > 0 && region <= modifier.length) {
      const std::string& what = modifier.entries.front().detail;
      if (what == "former" || what == "acting" || what == "designate") office.status = what;
      if (what == "deputy" || what == "honorary") office.office_class = what;
      at += static_cast<Index>(modifier.length);
      continue;
    }
    if (hyphen(at) && at > i) {
      ++at;
      continue;
    }
    if (!words_[at].capital || words_[at].closed || words_[at].calendar) return end_;
    Lexicon::Match of_country = match(at, EntryKind::nationality);
    if (of_country.length == 0) of_country = match(at, EntryKind::country);
    if (region > 0 && region >= of_country.length) {
      // "Maryland Delegate", "Perm Territory Governor": the state that the region is part of.
      const auto here = match(at, EntryKind::region).length == region ? match(at, EntryKind::region) : match(at, EntryKind::city);
      const std::string country = country_of_place(here.entries);
      const bool own = country == document_.info.country;
      if (region > of_country.length || own) {
        if (office.country.empty()) office.country = country;
        at += static_cast<Index>(region);
        continue;
      }
    }
    if (of_country.length > 0) {
      if (!of_country.entries.front().country.empty()) office.country = of_country.entries.front().country;
      at += static_cast<Index>(of_country.length);
      if (is(at, "'s") || is(at, "'")) ++at;
      continue;
    }
    if (const auto body = match(at, EntryKind::organisation); body.length > 0) {
      office.international |= is_international(body);
      if (office.country.empty()) office.country = body.entries.front().country;
      at += static_cast<Index>(body.length);
      if (is(at, "'s")) ++at;
      continue;
    }
    if (words_[at].given && !words_[at].common) return end_;
    if (nouns_.is(lower(at), NameNouns::event) || (words_[at].opens && words_[at].common && !capital(at + 1))) return end_;
    ++at;
  }
  return end_;
}

/// A head in the singular begins another office; "Council of Economic Advisers" goes on.
bool NameScanner::opens_other_office(Index i) const {
  const auto head = match(i, EntryKind::office);
  return head.length > 0 && head.entries.front().country != "plural" && match(i, EntryKind::organisation).length == 0 && !nouns_.is(lower(i), NameNouns::organisation);
}

/// Capitalised words that belong together, up to where a person's name or an office begins.
NameScanner::Group NameScanner::capital_group(Index i) const {
  Group group;
  group.last = i;
  Index at = i;
  while (at < end_) {
    if (at > i && (given_person(at) > at || (known_.words.contains(lower(at)) && words_[at].capital && !words_[at].common))) break;
    if (const auto country = match(at, EntryKind::country); country.length > 0 && words_[at].capital) {
      group.country = country.entries.front().country;
      group.has_country = true;
      at += static_cast<Index>(country.length);
      group.last = at;
      if (at < end_ && words_[at].capital && (nouns_.is(lower(at), NameNouns::organisation) || nouns_.is(lower(at), NameNouns::event))) continue;
      break;
    }
    if (hyphen(at) && at > i) {
      ++at;
      continue;
    }
    // "the President's Office"
    if (at > i && (is(at, "'s") || is(at, "'")) && capital(at + 1) && nouns_.is(lower(at + 1), NameNouns::organisation)) {
      ++at;
      continue;
    }
    const bool lettered = at > i && hyphen(at - 1) && words_[at].capital;  // "V-A-C Foundation"
    if (!words_[at].capital || (words_[at].closed && !lettered) || (at > i && words_[at].glued && !hyphen(at - 1))) break;
    if (at > i && opens_other_office(at)) break;
    const auto body = match(at, EntryKind::organisation);
    group.international |= is_international(body);
    const auto nation = match(at, EntryKind::nationality);
    if (nation.length > 0) group.country = nation.entries.front().country;
    const Lexicon::Match located = match_place(at);
    const size_t place = located.length;
    if (place > 0 && body.length == 0 && nation.length == 0 && group.country.empty()) {
      group.country = country_of_place(located.entries);
      // Of a disputed place no country is said, the publisher's least of all.
      group.international |= located.entries.front().detail == "disputed";
    }
    at += static_cast<Index>(std::max<size_t>({1, body.length, nation.length, place}));
    group.last = at;
    // "President of the Republic of Abkhazia Aslan Bzhania": a place ends it, unless "Tomsk Region" goes on.
    const bool goes_on = capital(at) && (nouns_.is(lower(at), NameNouns::place) || nouns_.is(lower(at), NameNouns::organisation) || words_[at].common);
    if (place > 0 && body.length == 0 && nation.length == 0 && !goes_on && !hyphen(at)) break;
  }
  return group;
}

/// "the Republican minority in the Senate" before a person's name: small words are let through only there.
Index NameScanner::described_complement(Index after_preposition) const {
  Index at = after_preposition;
  for (Index k = 0; at < end_ && k < 12; ++k, ++at) {
    if (at > after_preposition && given_person(at) > at) return at;
    const std::string& word = lower(at);
    const bool joins = links_complement(word) || word == "the" || word == "and" || word == "-";
    if (!joins && (words_[at].closed || document_.tokens[at].shape == Shape::punctuation || word.ends_with("ed") || word.ends_with("ing"))) return after_preposition;
    if (words_[at].capital && starts_office(at) && at > after_preposition) return after_preposition;
  }
  return after_preposition;
}

/// What the office is of: "of Foreign Affairs of the Russian Federation". Returns its end.
Index NameScanner::office_complement(Index after_head, Office& office) const {
  Index at = after_head;
  while (at + 1 < end_) {
    if (links_complement(lower(at))) {
      const Index noun = is(at + 1, "the") ? at + 2 : at + 1;
      // "met with the President of Russia in Tehran": where they met, not what he is president of.
      const bool where = (is(at, "in") || is(at, "at")) && !office.country.empty() && office.office_class != "envoy" && office.office_class != "ambassador";
      // "on Croatia's success": nobody presides over what follows these, but advisers and envoys are for something.
      const bool top = office.office_class == "head_of_state" || office.office_class == "head_of_government" || office.office_class.ends_with("_minister");
      if (top && (is(at, "on") || is(at, "to") || (is(at, "for") && !capital(noun)))) break;
      if (capital(noun) && words_[noun].calendar) break;
      if (where && (match(noun, EntryKind::city).length > 0 || match(noun, EntryKind::place).length > 0 || match(noun, EntryKind::region).length > 0)) break;
      const Group group = capital_group(noun);
      const bool small_follows = group.last > noun && group.last < end_ && document_.tokens[group.last].shape == Shape::lower && !words_[group.last].closed;
      if (const Index described = small_follows ? described_complement(noun) : noun; described > group.last) {
        at = described;
        break;
      }
      if (group.last > noun) {
        office.international |= group.international;
        if (!group.country.empty() && (office.country.empty() || lower(at) != "to")) office.country = lower(at) == "to" && !office.country.empty() ? office.country : group.country;
        at = group.last;
        continue;
      }
      const Index described = lower(at) == "of" || lower(at) == "for" ? described_complement(noun) : noun;
      if (described > noun) at = described;
      break;
    }
    const bool told = at > after_head || after_head - office.head >= 3;  // "Minister of Culture" may be one head
    const bool list = is(at, "and") || is(at, "&") || is(at, ",");
    if (list && told && capital(at + 1) && !words_[at + 1].closed && !words_[at + 1].given && !starts_office(at + 1) && !names_country(at + 1) &&
        !names_nationality(at + 1) && !known_.words.contains(lower(at + 1)) && office.country.empty()) {
      Office ignored;
      const Group group = capital_group(at + 1);
      // After a comma a name may follow as well: the words of a field of work are ordinary words.
      const bool field = words_[at + 1].common || (group.last == at + 2 && is(group.last, "and"));
      const bool goes_on = !is(at, ",") || (field && (is(group.last, ",") || is(group.last, "and") || given_person(group.last) > group.last));
      if (group.last > at + 1 && goes_on && office_prefix(at + 1, ignored) >= end_) {
        at = group.last;
        continue;
      }
    }
    break;
  }
  return at;
}

/// In "Foreign Affairs Wunna Lwin" the words that are in no dictionary are a name: returns where it begins, or last.
Index NameScanner::unknown_person_inside(Index first, Index last) const {
  Index at = last;
  while (at > first + 1 && (words_[at - 1].capital && !words_[at - 1].common && !words_[at - 1].upper && match(at - 1, EntryKind::country).length == 0 && match(at - 1, EntryKind::city).length == 0)) --at;
  const bool ordinary_before = at > first && words_[at - 1].common && words_[at - 1].capital;
  return last - at >= 2 && last - at <= 4 && ordinary_before ? at : last;
}

std::optional<NameScanner::Office> NameScanner::office_at(Index i) const {
  if (i >= end_ || (!words_[i].capital && !starts_office(i))) return std::nullopt;
  Office office;
  office.first = i;
  office.head = office_prefix(i, office);
  if (office.head >= end_) return std::nullopt;
  const auto head = match(office.head, EntryKind::office);
  const Entry& entry = head.entries.front();
  const std::string own_class = entry.detail;
  office.name = entry.name;
  office.office_class = office.office_class.empty() ? own_class : office.office_class;
  office.plural = entry.country == "plural";
  office.capital = words_[office.head].capital;
  Index after = office.head + static_cast<Index>(head.length);
  // "President of the European Commission" may be one head.
  for (Index k = office.head; k < after; ++k) office.international |= is_international(match(k, EntryKind::organisation));
  // "Secretary General - elect", "Chairman-designate"
  const Index apart = hyphen(after) ? after + 1 : after;
  if (apart > after && apart < end_) {
    const auto still_to_come = match(apart, EntryKind::modifier);
    if (still_to_come.length > 0 && still_to_come.entries.front().detail == "designate") {
      office.status = "designate";
      after = apart + static_cast<Index>(still_to_come.length);
    }
  }
  office.last = after;
  office.last = office_complement(after, office);
  if (office.last > after) office.last = unknown_person_inside(after, office.last);
  // "the head of the Russian state"
  if (own_class == "official" && office.last > after) {
    const std::string& of = lower(office.last - 1);
    if (of == "state" || of == "country" || of == "nation") office.office_class = "head_of_state";
    if (of == "government" || of == "cabinet") office.office_class = "head_of_government";
  }
  // The president of a bank or a commission heads no state.
  if (office.last > after && office.country.empty() && (own_class == "head_of_state" || own_class == "head_of_government")) office.office_class = "chair";
  return office;
}

}  // namespace chancery
