// The wording of the releases that a text is compared with: those of its publisher, and those about the same two
// countries. Counting is for questions/novelty.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "record/query.hpp"

namespace chancery::record {

/// Two codes, the lesser first.
using CountryPair = std::pair<std::string, std::string>;

struct WordingFilter {
  std::string publisher;
  std::optional<CountryPair> pair;
  std::optional<Day> before;  ///< published before this day
  std::string except;         ///< the document itself
};

struct WordingLine {
  std::string id, day, kind;
  bool by_publisher = false, of_pair = false;
};

/// Releases of the publisher or of the pair with a known day, oldest first, with their packed shingles
/// (document/phrases.hpp); views are valid during the call.
void each_wording(const Record& record, const WordingFilter& filter,
                  const std::function<void(const WordingLine&, std::string_view shingles)>& each);

/// The two countries whose people come together in what a release is about; nothing where there are more or fewer.
std::optional<CountryPair> pair_of_document(const Record& record, const std::string& document);

/// Empty where there is no such document.
std::string text_of_document(const Record& record, const std::string& document);

}  // namespace chancery::record
