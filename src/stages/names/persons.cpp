// Names of people: where one begins, and how far it goes.
#include "base/utf8.hpp"
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/names/scanner.hpp"

namespace chancery {
namespace {

constexpr Index kLongestName = 14;  // "Nawaf Al-Ahmad Al-Jaber Al-Sabah", its hyphens counted

}  // namespace

/// A word that may stand in a name. With `trust` (after a title) ordinary words may too: "President Bush".
bool NameScanner::name_word(Index i, bool trust) const {
  if (i >= end_) return false;
  const NameWord& word = words_[i];
  if (!word.capital || word.closed || nouns_.is(lower(i), NameNouns::suffix)) return false;
  if (word.initial) return true;
  if (known_.words.contains(lower(i))) return true;
  if (word.calendar && !(trust && !word.headline)) return false;
  if (word.upper && !trust) return false;
  if (lower(i).find_first_of("0123456789") != std::string::npos) return false;
  if (match(i, EntryKind::office).length > 0 && !word.given) return false;
  if (word.given) return true;
  if (names_nationality(i) || match(i, EntryKind::organisation).length > 0) return false;
  if (names_country(i)) return false;
  if (word.common && (!trust || word.headline)) return false;
  return !nouns_.is(lower(i), NameNouns::organisation) || trust;
}

/// "Jr.", ", Jr.", "III" after a name.
Index NameScanner::name_suffix(Index i) const {
  const Index at = is(i, ",") ? i + 1 : i;
  if (at < end_ && words_[at].capital && nouns_.is(lower(at), NameNouns::suffix)) {
    // A comma after "Jr." belongs to the name only where the name goes on, which it does not here.
    return at + 1;
  }
  return i;
}

/// The number of a king or a pope. "I" is one only after a title and where nobody goes on to speak.
bool NameScanner::is_numeral(Index i, bool trust) const {
  if (words_[i].glued || lower(i).size() > 5 || lower(i).find_first_not_of("ivx") != std::string::npos || !words_[i].capital) return false;
  if (document_.tokens[i].shape != Shape::upper && lower(i).size() > 1) return false;
  if (lower(i).size() > 1 || lower(i) == "v") return true;
  return trust && (i + 1 >= end_ || is(i + 1, ",") || is(i + 1, ".") || is(i + 1, "and") || is(i + 1, ";") || is(i + 1, "of"));
}

bool NameScanner::repeats(Index first, Index at) const {
  for (Index i = first; i < at; ++i) {
    if (lower(i) == lower(at) && lower(i).size() > 2) return true;
  }
  return false;
}

/// Goes on from the first word of a name at `i` to its end.
Index NameScanner::extend_name(Index i, bool trust) const {
  Index at = i + 1;
  const bool all_capitals = words_[i].upper;
  while (at < end_ && at - i < kLongestName) {
    if (hyphen(at) && (name_word(at + 1, true) || (lower(at + 1).size() <= 4 && (!words_[at + 1].closed || !hyphen(at + 2))))) {  // "Moon Jae-in"
      at += 2;
      continue;
    }
    if (at - i > 1 && repeats(i, at)) break;  // "Abdullah Abdullah" is a name; "Ana Silva Silva Ana:" is a name and the index entry for it
    // "Carl XVI Gustaf", "Juan Carlos I and"
    if (is_numeral(at, trust)) {
      ++at;
      continue;
    }
    // "António Guterres September 24": the day on which something happens, not a name.
    const bool dated = words_[at].calendar && at + 1 < end_ && document_.tokens[at + 1].shape == Shape::number;
    if (!dated && name_word(at, trust) && !words_[at].glued && words_[at].upper == (all_capitals && words_[at].upper)) {
      ++at;
      continue;
    }
    // Particles stay small or not: "von der Leyen", "Correia e Silva", "bin Salman Al Saud".
    Index after = at;
    while (after < end_ && nouns_.is(lower(after), NameNouns::particle) && after - at < 3) ++after;
    if (after > at && (name_word(after, true) || (hyphen(after) && name_word(after + 1, true)))) {
      at = hyphen(after) ? after + 2 : after + 1;
      continue;
    }
    break;
  }
  const Index suffixed = name_suffix(at);
  // "Abdullah II bin Al Hussein": a number in the name, which goes on.
  if (suffixed > at && suffixed < end_ && nouns_.is(lower(suffixed), NameNouns::particle) && name_word(suffixed + 1, true)) return extend_name(suffixed + 1, true);
  return suffixed;
}

Index NameScanner::title_person(Index i) const {
  if (i >= end_) return i;
  Index first = i;
  while (first < end_ && nouns_.is(lower(first), NameNouns::particle) && !words_[first].capital && first - i < 2) ++first;
  // "the North American Leaders Summit"
  const bool occasion = nouns_.is(lower(first), NameNouns::event) && !words_[first].given && !known_.words.contains(lower(first)) && first > begin_ && nouns_.is_plural_group(lower(first - 1));
  if (occasion) return i;
  if (name_word(first, true)) return extend_name(first, true);
  if (hyphen(first + 1) && nouns_.is(lower(first), NameNouns::particle) && name_word(first + 2, true)) return extend_name(first + 2, true);
  return i;
}

Index NameScanner::given_person(Index i) const {
  if (i >= end_ || !words_[i].given || words_[i].closed || words_[i].upper) return i;
  if (names_country(i) && (!name_word(i + 1, false) || match(i, EntryKind::country).length > 1)) return i;
  if (words_[i].common && (words_[i].opens || words_[i].headline) && !(i + 1 < end_ && words_[i + 1].capital && !words_[i + 1].common)) return i;
  // "Washington Vision": a city and an ordinary word are no name.
  if (match(i, EntryKind::city).length == 1 && i + 1 < end_ && words_[i + 1].common && !words_[i + 1].given && !known_.words.contains(lower(i + 1))) return i;
  // "Asia-Pacific Economic Cooperation": longer than a name and on a list.
  const size_t area = knowledge_.lexicon().longest(document_.tokens, i, end_, EntryKind::region, EntryKind::place).length;
  if (std::max(match(i, EntryKind::organisation).length, area) > 1) return i;
  // In "Victoria Nuland" the next word must go on as a name; "Victoria Park" is a place.
  const Index end = extend_name(i, true);
  if (end - i < 2) return i;
  for (Index k = i + 1; k < end; ++k) {
    if (nouns_.is(lower(k), NameNouns::organisation) || nouns_.is(lower(k), NameNouns::place) || nouns_.is(lower(k), NameNouns::event)) {
      if (!known_.words.contains(lower(k))) return i;
    }
  }
  // "Housing and Urban Development", "the Rose Garden": words of every day, which a name may be too, inside something longer.
  const bool joined = i > begin_ + 1 && one_of(lower(i - 1), {"and", "of"}) && capital(i - 2);
  bool everyday = joined || (i > begin_ && lower(i - 1) == "the");
  for (Index k = i; k < end; ++k) everyday = everyday && words_[k].common && (k == i || !words_[k].given) && !known_.words.contains(lower(k));
  return everyday ? i : end;
}

Index NameScanner::known_person(Index i) const {
  if (i >= end_ || !words_[i].capital || words_[i].closed) return i;
  const bool known = known_.words.contains(lower(i));
  const bool leader = !words_[i].common && !words_[i].headline && !words_[i].given && match(i, EntryKind::surname).length > 0 && match(i, EntryKind::city).length == 0 && !names_nationality(i);
  if (!known && !leader) return i;
  if (words_[i].common && words_[i].opens && !(capital(i + 1) && known_.words.contains(lower(i + 1)))) {
    const bool acts = i + 1 < end_ && !words_[i + 1].capital && words_[i + 1].common && !words_[i + 1].closed;
    if (!acts || words_[i].given) return i;
  }
  Index at = i + 1;
  while (at < end_ && !repeats(i, at) && ((words_[at].capital && known_.words.contains(lower(at)) && !words_[at].glued) || hyphen(at))) at += hyphen(at) ? 2 : 1;
  return name_suffix(at);
}

Index NameScanner::unknown_person(Index i) const {
  if (i >= end_ || words_[i].headline || words_[i].upper || !words_[i].capital || words_[i].common || words_[i].calendar) return i;
  if (i > begin_ && lower(i - 1) == "-" && words_[i].glued) return i;  // "sub-Saharan Africa"
  if (i > begin_ && (is(i - 1, "in") || is(i - 1, "at"))) return i;  // a place: "at Castel Gandolfo"
  if (i > begin_ && (lower(i - 1) == "the" || nouns_.is(lower(i - 1), NameNouns::place))) return i;
  if (!name_word(i, false) || match(i, EntryKind::city).length > 0 || match(i, EntryKind::region).length > 0 || match(i, EntryKind::place).length > 0) return i;
  const Index end = extend_name(i, false);
  if (end - i < 2 || end - i > 4) return i;
  for (Index k = i; k < end; ++k) {
    if (nouns_.is(lower(k), NameNouns::organisation) || nouns_.is(lower(k), NameNouns::place) || nouns_.is(lower(k), NameNouns::event)) return i;
    if (words_[k].common) return i;
  }
  // Followed by more capitals it is part of something longer: "Kryvyi Rih Metallurgical Plant".
  if (capital(end) && !words_[end].closed) return i;
  return end;
}

}  // namespace chancery
