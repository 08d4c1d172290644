// The personal pronouns of English by person, number, gender and case. Pure; compile-time data.
#pragma once

#include <string_view>

#include "document/facts.hpp"

namespace chancery::coref {

enum class Case : uint8_t { subject, object, possessive, reflexive };

struct Pronoun {
  int person = 0;  ///< 1, 2, 3; 0: no pronoun
  bool plural = false;
  Gender gender = Gender::unknown;
  Case form = Case::subject;

  bool found() const { return person != 0; }
};

/// `her` is taken for an object or a possessive by `possessive`, which the tree or the next word tells.
Pronoun pronoun_of(std::string_view lower, bool possessive);

}  // namespace chancery::coref
