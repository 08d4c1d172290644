// What a citation needs, looked up: of a document, a passage of it, a fact, or every account of an encounter.
//
// Values in, values out. Throws Error(input) where nothing has the id or begins so, where several do, where the passage
// does not lie in the text, and where what has the id has no words of its own (a person).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/citation.hpp"
#include "record/query.hpp"

namespace chancery::questions {

/// As the end of a passage.
inline constexpr uint32_t kToTheEnd = UINT32_MAX;

struct CiteQuery {
  std::string id;                     ///< document, fact or encounter; or the beginning of one that no other has
  std::optional<record::Range> span;  ///< of a document; where it is just that of a statement, its speakers are named
  std::optional<int> version;         ///< of a document; the current one where not given
};

/// One citation; of an encounter one an account, the leading one first.
std::vector<Citation> cite(const record::Record& record, const CiteQuery& query);

}  // namespace chancery::questions
