#include "record/schema_5.hpp"

namespace chancery::record {

const std::string_view kSchema5Formulae = R"sql(
CREATE TABLE formulae (  -- the wording of each current version, to know which of it recurs
  version  INTEGER PRIMARY KEY REFERENCES versions(id) ON DELETE CASCADE,
  shingles BLOB NOT NULL                -- hashes of three words in a row, names and numbers taken out; ascending
                                        -- differences, seven bits a byte, the lowest first, a set eighth bit: more
);
INSERT INTO formulae(version, shingles)
  SELECT v.id, shingles_of(v.text) FROM documents d JOIN versions v ON v.id = d.version;
)sql";

}  // namespace chancery::record
