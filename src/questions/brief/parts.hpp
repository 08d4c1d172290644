// The sections of a briefing sheet, each with more entries than will find room, the most wanted first. Inside
// questions/brief/ only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "questions/brief/brief.hpp"
#include "questions/encounter.hpp"
#include "record/query_facts.hpp"

namespace chancery::questions {

/// How usual the wording of releases is, each looked at once. What people said aloud is no wording of the publisher's.
class Wordings {
 public:
  explicit Wordings(const record::Record& record) : record_(record) {}
  const Novelty& of(const record::DocumentLine& document);

 private:
  const record::Record& record_;
  std::map<std::string, Novelty> known_;
};

/// What a sheet is about, once names are resolved.
struct BriefTopic {
  const record::Record& record;
  const Knowledge& knowledge;
  Wordings& wordings;
  Day on;
  bool person = false;
  std::string key;      ///< of the person; code of the country
  std::string name;
  std::string country;  ///< of the person, as most documents have it; the country itself
  std::string other;    ///< code of FOR; may be empty

  std::string country_name(const std::string& code) const;
  /// As filters take it.
  void put_sides(record::EncounterFilters& filters) const;
  /// Whether one is the person or acts for the country that the sheet is about; whether for the reader's country.
  bool is_subject(const record::Party& party) const { return person ? party.person == key || (party.person.empty() && party.name == name) : party.country == key; }
  bool is_other(const record::Party& party) const { return !other.empty() && party.country == other; }
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
struct BriefEncounters {
  std::vector<BriefDraft> drafts;
  std::string last_day;             ///< of the last encounter with FOR, or of the last at all
  std::vector<BriefQuote> quoted;   ///< what the accounts are quoted with
};
BriefEncounters last_encounters(const BriefTopic& topic);
std::vector<BriefDraft> said_since(const BriefTopic& topic, const BriefEncounters& encounters);
std::vector<BriefDraft> open_commitments(const BriefTopic& topic);
BriefDraft given_figures(const BriefTopic& topic);
BriefDraft coming(const BriefTopic& topic);
BriefDraft not_covered(const BriefTopic& topic);

/// What an account says of the sides that weighs most, in the order of the text; no point inside another, none twice.
std::vector<record::PointLine> main_points(const BriefTopic& topic, const AccountView& account);
/// As quotes of the line; adds them to `quoted`.
void put_points(const AccountView& account, const std::vector<record::PointLine>& points, BriefLine& line, std::vector<BriefQuote>& quoted);

/// Marks every quote as usual, new or neither.
void mark_quotes(std::vector<BriefDraft>& drafts, const record::Record& record, Wordings& wordings);

/// What both sides said or took on together is told once, under the first.
void tell_once(std::vector<BriefDraft>& both);

/// "the account of The White House"
std::string account_of(const record::DocumentLine& document);
/// Each once, though releases name some twice.
std::string names_of(const std::vector<record::Party>& parties, size_t most);
/// Those the sheet is about first, then those of the reader's country.
std::vector<record::Party> ours_first(const BriefTopic& topic, std::vector<record::Party> parties);
/// Beginnings of courtesies, questions and remarks that tell nothing of a position.
bool courteous(std::string_view words);
/// Spoken to those present, as "I was hard on you", rather than of a matter.
bool chatty(std::string_view words);
size_t words_in(std::string_view text);
/// A release of what people said aloud.
bool spoken(const record::DocumentLine& document);
/// "phone_call" as "phone call".
std::string in_words(std::string code);
/// Cut at words, with "…" where a passage begins or ends within a sentence.
std::string passage_of(std::string_view words, size_t most);
/// Whitespace made single spaces, layout marks gone, cut after `most` code points at a word with "…".
std::string shortened(std::string_view words, size_t most);
bool known_by(const record::DocumentLine& document, Day day);

}  // namespace chancery::questions
