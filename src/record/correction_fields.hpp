// Which fields of a fact a person may change: the contract's key, the column that holds it, and what it may hold.
#pragma once

#include <string>
#include <string_view>

namespace chancery::record {

/// The table of a fact by the letter of its key: "s-..." => "statements"; empty for none.
std::string_view table_of_fact(std::string_view key);

struct CorrectionField {
  std::string_view letter;  ///< of the fact's key
  std::string_view name;    ///< "time.from"
  std::string_view column;
  bool (*allows)(std::string_view value);
};

/// Throws Error(input) naming the fields there are, or what the value must be.
const CorrectionField& correction_field(std::string_view fact, std::string_view name, std::string_view value);
/// One that is known to exist.
std::string_view column_of(std::string_view fact, std::string_view name);

}  // namespace chancery::record
