// The sections of a briefing sheet, each with more entries than will find room, the most wanted first. Inside
// questions/brief/ only.
#pragma once

#include <string>
#include <vector>

#include "questions/brief/brief.hpp"
#include "record/query_facts.hpp"

namespace chancery::questions {

/// What a sheet is about, once names are resolved.
struct BriefTopic {
  const record::Record& record;
  const Knowledge& knowledge;
  Day on;
  bool person = false;
  std::string key;      ///< of the person; code of the country
  std::string name;
  std::string country;  ///< of the person, as most documents have it; the country itself
  std::string other;    ///< code of FOR; may be empty

  std::string country_name(const std::string& code) const;
  /// As filters take it.
  void put_sides(record::EncounterFilters& filters) const;
};

/// A line of level 0 with those that belong to it: kept or left out together.
using BriefEntry = std::vector<BriefLine>;

struct BriefDraft {
  std::string id, title, note;
  std::string none;  ///< what stands there where nothing was found
  std::vector<BriefEntry> entries;
  int64_t total = 0; ///< entries on record, at least entries.size()
  size_t least = 1;  ///< entries that are left out last
};

BriefDraft who(const BriefTopic& topic);
/// `last_day`: set to the day of the last encounter with FOR, or of the last at all.
std::vector<BriefDraft> last_encounters(const BriefTopic& topic, std::string& last_day);
std::vector<BriefDraft> said_since(const BriefTopic& topic, const std::string& last_day);
std::vector<BriefDraft> open_commitments(const BriefTopic& topic);
BriefDraft given_figures(const BriefTopic& topic);
BriefDraft coming(const BriefTopic& topic);
BriefDraft not_covered(const BriefTopic& topic);

/// What both sides said or took on together is told once, under the first.
void tell_once(std::vector<BriefDraft>& both);

/// "the account of The White House"
std::string account_of(const record::DocumentLine& document);
std::string names_of(const std::vector<record::Party>& parties, size_t most);
/// Whitespace made single spaces, layout marks gone, cut after `most` code points at a word with "…".
std::string shortened(std::string_view words, size_t most);
bool known_by(const record::DocumentLine& document, Day day);

}  // namespace chancery::questions
