#include "record/schema_1.hpp"

namespace chancery::record {

// Facts hang on a version. A query about what is in force joins `documents ON documents.version = fact.version`.
const std::string_view kSchema1Names = R"sql(
CREATE TABLE people (  -- a person across documents, once entities are linked
  id      INTEGER PRIMARY KEY,
  key     TEXT NOT NULL UNIQUE,
  name    TEXT NOT NULL,
  country TEXT,
  qid     TEXT,                         -- Wikidata
  note    TEXT
);

CREATE TABLE entities (  -- someone or something as one document knows them
  id         INTEGER PRIMARY KEY,
  version    INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
  key        TEXT NOT NULL,             -- e-...
  type       TEXT NOT NULL,             -- person, office, organisation, place, country, nationality, group
  name       TEXT NOT NULL,             -- the fullest form in the document, without title
  normal     TEXT NOT NULL,             -- the name in lower case, unaccented, words parted by one space
  country    TEXT,                      -- the country one acts for
  gender     TEXT,
  plural     INTEGER NOT NULL DEFAULT 0,
  person     INTEGER REFERENCES people(id) ON DELETE SET NULL,
  linked_by  TEXT,                      -- reasons for `person`
  confidence REAL,
  stage      TEXT,                      -- who made it
  standing   TEXT NOT NULL DEFAULT 'machine' CHECK (standing IN ('machine', 'confirmed', 'changed', 'rejected'))
);
CREATE INDEX entities_version ON entities(version);
CREATE INDEX entities_key ON entities(key);
CREATE INDEX entities_country ON entities(country) WHERE country IS NOT NULL;
CREATE INDEX entities_person ON entities(person) WHERE person IS NOT NULL;

CREATE TABLE names (  -- every form of a name met, in order of appearance
  entity   INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  normal   TEXT NOT NULL,
  PRIMARY KEY (entity, position)
) WITHOUT ROWID;

CREATE TABLE name_words (  -- the words of an entity's names, to find it by any of them
  word   TEXT NOT NULL,                 -- lower case, unaccented
  entity INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  PRIMARY KEY (word, entity)
) WITHOUT ROWID;
CREATE INDEX name_words_entity ON name_words(entity);

CREATE TABLE members (  -- whom a group such as "the two leaders" stands for, as far as known
  entity   INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  member   INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  PRIMARY KEY (entity, position)
) WITHOUT ROWID;
CREATE INDEX members_member ON members(member);

CREATE TABLE offices (  -- held by an entity, as written
  entity   INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title    TEXT NOT NULL,
  country  TEXT,
  status   TEXT,                        -- current, former, acting, designate; NULL: current as far as the text says
  PRIMARY KEY (entity, position)
) WITHOUT ROWID;

CREATE TABLE mentions (
  id         INTEGER PRIMARY KEY,
  version    INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
  key        TEXT NOT NULL,             -- m-...
  part       TEXT NOT NULL,             -- title or text
  begin      INTEGER NOT NULL,          -- code points
  end        INTEGER NOT NULL,          -- exclusive
  quote      TEXT NOT NULL,             -- the words there
  type       TEXT NOT NULL,
  form       TEXT NOT NULL,             -- name, title, address, description, pronoun
  country    TEXT,                      -- that the words themselves show
  entity     INTEGER REFERENCES entities(id) ON DELETE SET NULL,
  confidence REAL,
  stage      TEXT,
  standing   TEXT NOT NULL DEFAULT 'machine'
);
CREATE INDEX mentions_version ON mentions(version);
CREATE INDEX mentions_entity ON mentions(entity);

CREATE TABLE times (  -- TIMEX3
  id         INTEGER PRIMARY KEY,
  version    INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
  key        TEXT NOT NULL,             -- t-...
  part       TEXT NOT NULL,
  begin      INTEGER NOT NULL,
  end        INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  type       TEXT NOT NULL,             -- DATE, TIME, DURATION, SET
  value      TEXT,
  mod        TEXT,
  quant      TEXT,
  freq       TEXT,
  from_day   TEXT,
  to_day     TEXT,                      -- inclusive
  confidence REAL,
  stage      TEXT,
  standing   TEXT NOT NULL DEFAULT 'machine'
);
CREATE INDEX times_version ON times(version);
)sql";

}  // namespace chancery::record
