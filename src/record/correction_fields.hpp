// Which fields of a fact a person may change: the contract's key, the column that holds it, and what it may hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chancery::record {

/// The table of a fact by the letter of its key: "s-..." => "statements"; empty for none.
std::string_view table_of_fact(std::string_view key);

enum class Holds : uint8_t {
  text,          ///< words, numbers, codes: as they are
  entity,        ///< the id of an entity of the document, or nothing
  entities,      ///< ids parted by blanks
  participants,  ///< "e-1:host e-2:guest": ids with their roles
};

/// What a field may hold.
struct ValueRule {
  bool (*allows)(std::string_view value);
  std::string (*expects)();  ///< in words: "1 for yes or 0 for no"
};

struct CorrectionField {
  std::string_view letter;  ///< of the fact's key
  std::string_view name;    ///< "time.from"
  std::string_view column;  ///< of the fact's table; for lists "TABLE.COLUMN", what holds them and its column for the fact
  ValueRule rule;
  Holds holds = Holds::text;
};

/// Throws Error(input) naming the fields there are, or what the value must be.
const CorrectionField& correction_field(std::string_view fact, std::string_view name, std::string_view value);
/// Null where there is none, as with one that a newer program knew.
const CorrectionField* find_correction_field(std::string_view fact, std::string_view name);

/// In their order; empty for none.
std::vector<CorrectionField> fields_of_kind(char letter);

/// "s-..." => "statement"; empty for none.
std::string_view kind_of_fact(std::string_view key);
/// "statement" => 's'; nothing for no kind.
std::optional<char> letter_of_kind(std::string_view kind);

/// The entities that a value names: "e-1:host e-2:guest" => e-1, e-2.
std::vector<std::string> entities_named(const CorrectionField& field, std::string_view value);
/// The blanks between them as the record keeps them: one each.
std::vector<std::string_view> words_of_value(std::string_view value);

}  // namespace chancery::record
