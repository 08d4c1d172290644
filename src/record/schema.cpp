#include "record/schema.hpp"

#include <string>

#include "record/schema_1.hpp"

namespace chancery::record {
namespace {

// A file that was removed is known by the words of its last version wherever it lies now, as one that is kept is.
constexpr std::string_view kSchema2 = R"sql(
ALTER TABLE tombstones ADD COLUMN content_hash TEXT;
CREATE INDEX tombstones_content ON tombstones(content_hash);
)sql";

// A clock time keeps its zone, and a date of another calendar the calendar's name.
constexpr std::string_view kSchema3 = R"sql(
ALTER TABLE times ADD COLUMN zone TEXT;
ALTER TABLE times ADD COLUMN calendar TEXT;
)sql";

}  // namespace

const std::vector<std::string_view>& schema_steps() {
  static const std::string first = std::string(kSchema1Documents)
                                       .append(kSchema1Names)
                                       .append(kSchema1Facts)
                                       .append(kSchema1Search)
                                       .append(kSchema1Views);
  static const std::vector<std::string_view> steps = {first, kSchema2, kSchema3};
  return steps;
}

}  // namespace chancery::record
