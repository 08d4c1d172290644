// Names of people as words, and when two of them can be the same person within one document.
//
// "Joe Biden" and "Joseph R. Biden, Jr."; "Zelensky" and "Zelenskyy"; "Sergey Viktorovich" and "Sergey Lavrov" (given
// name and patronymic); never "Olena Zelenska" and "Volodymyr Zelenskyy". Pure functions on values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"

namespace chancery {

struct PersonName {
  std::string written;             ///< as in the text, white space folded
  std::vector<std::string> words;  ///< lower case, unaccented, without "Jr.", honorifics, particles kept
  bool suffixed = false;           ///< has "Jr.", "III"

  bool single() const { return words.size() == 1; }
  const std::string& last() const { return words.back(); }
  const std::string& first() const { return words.front(); }
};

PersonName parse_person_name(std::string_view written);

/// Given name and patronymic without a surname: "Sergey Viktorovich", "Ilham Heydarovich", "Olga Sergeyevna".
bool is_patronymic_form(const PersonName& name);

/// One word of a name against another: equal, or transliterations of each other's ending.
bool alike(std::string_view a, std::string_view b);

enum class Match : uint8_t {
  none,
  partial,   ///< one name is a part of the other: a surname, a given name, a patronymic form
  full,      ///< both have given name and surname, and both agree
};
Match compare(const PersonName& a, const PersonName& b, const Knowledge& knowledge);

}  // namespace chancery
