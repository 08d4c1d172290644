// Who is said to have told a unit, and whether two units can come from the same mouth. Inside compare/ only.
#pragma once

#include <string>
#include <vector>

#include "questions/compare/compare.hpp"

namespace chancery::questions::compare {

enum class Mouth : uint8_t {
  apart,    ///< different people
  open,     ///< one of the two is told of no one in particular, or of both sides
  country,  ///< a country or body and one who acts for it, or a spokesperson
  same,     ///< the same person, or both from both sides
};

/// Knows the people of both accounts; refers to the sides, which must outlive it.
class Holders {
 public:
  Holders(const Side& a, const Side& b);
  Mouth between(const Unit& a, const Unit& b) const;
  /// One thanks or praises the other for what that one says of himself: the same told by the two of them.
  bool answer(const Unit& a, const Unit& b) const;
  /// Whether an entity of a is the person or body that one of b is.
  bool same(Index a, Index b) const;
  /// The same, or two who act for one country.
  bool for_one_side(Index a, Index b) const;
  std::vector<std::string> names(bool of_a, const Unit& unit) const;

 private:
  struct Person {
    std::string surname, given, country;
    bool person = false;
    bool party = false;  ///< takes part in the encounter
  };
  static std::vector<Person> people_of(const Side& side);
  bool joint(const std::vector<Person>& people, const Unit& unit) const;
  bool same(const Person& a, const Person& b) const;
  bool for_one_country(const Person& a, const Person& b) const;

  const Side &a_, &b_;
  std::vector<Person> people_a_, people_b_;
};

/// The event of the encounter that the side tells of; null where it tells of none.
const Event* event_of(const Side& side);

}  // namespace chancery::questions::compare
