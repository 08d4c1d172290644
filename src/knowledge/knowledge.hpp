// What is known of the world before a release is read: countries, places, offices, names, and who held which
// office when. Read from the files under data/, each of which names its sources and licence in its head.
//
// Immutable after load and shared by threads. Loading takes well under 100 ms; it throws Error(input) with file and
// line for a malformed data file, Error(io) where one is missing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "knowledge/flat_map.hpp"
#include "knowledge/lexicon.hpp"
#include "knowledge/words.hpp"

namespace chancery {

struct Country {
  std::string code;          ///< ISO 3166-1 alpha-3
  std::string name;          ///< short neutral name
  std::string official;      ///< "Republic of Azerbaijan"; empty where it has no other
  std::string capital;       ///< the first where there are several
  std::string demonym;       ///< "Azerbaijani"
  bool former = false;       ///< a state that is no more: "Soviet Union"
};

/// One person in one office for a time. Facts from CountryInfo and the Historian's visits.
struct Tenure {
  std::string person;        ///< "Ilham Aliyev"; just the surname where the source gives no more
  std::string surname;       ///< lower case, unaccented
  std::string country;
  std::string office;        ///< "head_of_state", "head_of_government", "foreign_minister", ... or as written
  std::optional<Day> from, to;  ///< days on which the source says or shows it; empty: open or unknown
  bool seen = false;         ///< the days are those on which its source shows the person in office, not those of taking and leaving it
};

class Knowledge {
 public:
  static Knowledge load(const std::filesystem::path& data_folder);

  const Lexicon& lexicon() const { return lexicon_; }
  const Country* country(std::string_view code) const;
  /// All of them, in the order of the data file.
  const std::vector<Country>& countries() const { return countries_; }

  /// Every tenure of people with this surname (lower case, unaccented), newest first.
  std::vector<const Tenure*> tenures(std::string_view surname) const;
  /// Who held the office in the country on that day; nothing where unknown or more than one.
  const Tenure* holder(std::string_view country, std::string_view office, Day day) const;
  /// True where the country is known to have no office of that name: "prime minister" in the United States.
  bool lacks_office(std::string_view country, std::string_view head) const;

  /// 'm', 'f' or 0 for a given name (any case).
  char gender_of(std::string_view given_name) const;
  /// Given names that are forms of one another: "joe" and "joseph".
  bool same_given_name(std::string_view a, std::string_view b) const;
  /// "bin", "von", "al" (lower case): a name needs another word beside it and the surname to be a full one.
  bool is_name_particle(std::string_view lower) const { return name_particles_.contains(std::string(lower)); }
  /// A word that is very common as a plain English word ("may", "will"), so that a name must be shown otherwise.
  bool is_common_word(std::string_view lower) const;

 private:
  static constexpr size_t kExpectedWords = 25'000;

  void load_countries(const std::filesystem::path& folder);
  void load_places(const std::filesystem::path& folder);
  void load_organisations(const std::filesystem::path& folder);
  void load_offices(const std::filesystem::path& folder);
  void load_people(const std::filesystem::path& folder);
  void load_leaders(const std::filesystem::path& folder);
  void load_words(const std::filesystem::path& folder);

  Lexicon lexicon_;
  std::vector<Country> countries_;
  std::vector<Tenure> tenures_;
  TextMap<uint32_t> by_code_;
  TextMap<std::vector<uint32_t>> by_surname_;
  TextMap<std::vector<uint32_t>> by_post_;  ///< country and office
  TextMap<std::vector<uint32_t>> nickname_groups_;
  FlatMap genders_{kExpectedWords};  ///< a letter by given name
  FlatMap common_words_{kExpectedWords};
  TextSet name_particles_;
  TextSet absent_offices_;                  ///< "USA/prime minister"
};

}  // namespace chancery
