#include "record/schema.hpp"

#include <string>

#include "record/schema_1.hpp"
#include "record/schema_5.hpp"

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

// Who is who across documents: the machine's word, and what people said of it.
constexpr std::string_view kSchema4 = R"sql(
ALTER TABLE entities ADD COLUMN identified TEXT;  -- people.key of whom the machine takes it for; `person` is what stands
CREATE TABLE people_corrections (  -- what people said of who is who; no run undoes it
  id        INTEGER PRIMARY KEY,
  action    TEXT NOT NULL CHECK (action IN ('join', 'part')),
  person    TEXT NOT NULL,              -- people.key; join: is the same as `other`; part: is not who `document` names
  other     TEXT NOT NULL,              -- people.key
  document  INTEGER REFERENCES documents(id) ON DELETE CASCADE,
  fact      TEXT,                       -- entities.key
  who       TEXT NOT NULL,
  why       TEXT,
  made      TEXT NOT NULL,              -- UTC
  undone    TEXT,                       -- UTC, NULL while it stands
  undone_by TEXT
);
CREATE INDEX people_corrections_person ON people_corrections(person);
CREATE INDEX people_corrections_document ON people_corrections(document, fact);
CREATE INDEX entities_unidentified ON entities(type) WHERE identified IS NULL AND type = 'person';
)sql";

}  // namespace

const std::vector<std::string_view>& schema_steps() {
  static const std::string first = std::string(kSchema1Documents)
                                       .append(kSchema1Names)
                                       .append(kSchema1Facts)
                                       .append(kSchema1Search)
                                       .append(kSchema1Views);
  static const std::string fifth = std::string(kSchema5Corrections).append(kSchema5Formulae).append(kSchema5Encounters).append(kSchema5Searches);
  static const std::vector<std::string_view> steps = {first, kSchema2, kSchema3, kSchema4, fifth};
  return steps;
}

}  // namespace chancery::record
