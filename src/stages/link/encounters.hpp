// Which accounts tell of the same encounter.
//
// match() weighs two accounts by who took part, when, in which way and where, and gives its reasons in words; clash()
// says what makes them two whatever else agrees; group() makes encounters of many accounts. All are pure functions of
// values, so that the same accounts give the same encounters in whatever order they came. Two accounts are joined
// from kJoined on, and only where no other account that clashes fits nearly as well; from kProposed on they are
// proposed. Grouping is single-linkage clustering under cannot-link constraints (Wagstaff et al. 2001), strongest first.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/day.hpp"
#include "document/codes.hpp"

namespace chancery {

inline constexpr double kJoined = 0.7;
inline constexpr double kProposed = 0.5;

/// Someone who took part, as one account names them.
struct Attendee {
  std::string person;    ///< key of the person on record, where known
  std::string name;      ///< as written
  std::string sound;     ///< sound_of the surname; empty for a body
  std::string country;   ///< acted for
  bool body = false;     ///< a country or an organisation rather than someone named
  bool implied = false;  ///< not named by the account: whom its document is about, or its publisher's country
};

/// One account, as far as it takes to know its encounter again.
struct Telling {
  std::string id;        ///< the same on every run, for ties
  std::string document;
  std::string publisher, country;  ///< of the document
  std::string told_by;   ///< documents with the same text have this in common; the document itself where it has none
  std::optional<Day> published;
  EventType type = EventType::other;
  Status status = Status::happened;
  bool main = false;
  std::optional<Day> from, to;
  std::optional<TimeBasis> basis;
  std::string place, place_country;
  bool place_assumed = false;
  std::string channel;
  std::vector<Attendee> attendees;
  bool parted = false;  ///< a person took it out of its encounter: nothing joins it but a person
};

struct Likeness {
  double confidence = 0;
  std::vector<std::string> why;
};

/// Nothing where they have too little in common to be proposed.
std::optional<Likeness> match(const Telling& a, const Telling& b);

/// Why they are two encounters whatever else agrees; empty where nothing says so.
std::string clash(const Telling& a, const Telling& b);

/// Two accounts by their place in a list, first < second.
using Link = std::pair<size_t, size_t>;

struct Grouping {
  std::vector<std::vector<size_t>> groups;  ///< every account once; each group and the groups sorted by id
  std::vector<Link> joined;                 ///< the links that made the groups
  std::map<Link, std::string> proposed;     ///< links between what the machine would leave apart, and why
};

/// `links` are what match() found; `told` are those that a person joined, whatever speaks against it.
Grouping group(const std::vector<Telling>& accounts, const std::map<Link, Likeness>& links, const std::set<Link>& told);

}  // namespace chancery
