#include "record/schema_5.hpp"

namespace chancery::record {

const std::string_view kSchema5Corrections = R"sql(
ALTER TABLE corrections RENAME TO corrections_4;
CREATE TABLE corrections (  -- everything people said against or for what the machine read; no run undoes it
  id        INTEGER PRIMARY KEY,
  key       TEXT NOT NULL UNIQUE,       -- the same in every copy of the record that it was brought to
  batch     INTEGER NOT NULL,           -- those made in one go have one number
  action    TEXT NOT NULL CHECK (action IN ('confirm', 'change', 'reject', 'join_people', 'part_person', 'join_encounters', 'part_account')),
  document  INTEGER REFERENCES documents(id) ON DELETE CASCADE,  -- NULL: of no one document
  fact      TEXT,                       -- key of the fact; part_person: of the entity; part_account: of the account
  field     TEXT,                       -- for change
  value     TEXT,
  before    TEXT,                       -- what it replaced
  person    TEXT,                       -- people.key; join_people: `other` is the same; part_person: the entity is not this one
  other     TEXT,                       -- people.key; part_person: whom the entity is instead
  encounter TEXT,                       -- encounters.key; join_encounters: `other_encounter` is the same; part_account: where the account is not
  other_encounter TEXT,                 -- encounters.key
  label     TEXT,                       -- the words judged, as they were, for people
  who       TEXT NOT NULL,
  why       TEXT,
  made      TEXT NOT NULL,              -- UTC; of two standing changes of one field the later holds
  undone    TEXT,                       -- UTC, NULL while it stands
  undone_by TEXT
);
INSERT INTO corrections(id, key, batch, action, document, fact, field, value, before, who, why, made, undone, undone_by)
  SELECT c.id, 'k4-' || d.key || '/' || c.fact || '/' || c.made || '/' || c.who || '/' || c.id, c.id, c.action, c.document, c.fact, c.field, c.value, c.before,
         c.who, c.why, c.made, c.undone, c.undone_by
  FROM corrections_4 c JOIN documents d ON d.id = c.document;
INSERT INTO corrections(key, batch, action, document, fact, person, other, who, why, made, undone, undone_by)
  SELECT 'k4-' || c.person || '/' || c.other || '/' || coalesce(c.fact, '') || '/' || c.made || '/' || c.who || '/' || c.id,
         (SELECT coalesce(max(id), 0) FROM corrections_4) + c.id,
         CASE c.action WHEN 'join' THEN 'join_people' ELSE 'part_person' END, c.document, c.fact,
         CASE c.action WHEN 'join' THEN c.other ELSE c.person END, CASE c.action WHEN 'join' THEN c.person ELSE c.other END,
         c.who, c.why, c.made, c.undone, c.undone_by
  FROM people_corrections c ORDER BY c.id;
CREATE TABLE correction_turns (  -- every undoing and redoing of a correction; the last decides
  correction INTEGER NOT NULL REFERENCES corrections(id) ON DELETE CASCADE,
  made       TEXT NOT NULL,             -- UTC
  action     TEXT NOT NULL CHECK (action IN ('undo', 'redo')),
  who        TEXT NOT NULL,
  why        TEXT,
  PRIMARY KEY (correction, made, action)
) WITHOUT ROWID;
INSERT INTO correction_turns(correction, made, action, who) SELECT id, undone, 'undo', coalesce(undone_by, who) FROM corrections WHERE undone IS NOT NULL;
CREATE TABLE machine_values (  -- what the machine read where a standing change takes its place
  document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  fact     TEXT NOT NULL,
  field    TEXT NOT NULL,
  value    TEXT NOT NULL,               -- empty: nothing
  PRIMARY KEY (document, fact, field)
) WITHOUT ROWID;
INSERT INTO machine_values(document, fact, field, value)
  SELECT document, fact, field, coalesce(before, '') FROM corrections
  WHERE id IN (SELECT min(id) FROM corrections WHERE action = 'change' AND undone IS NULL GROUP BY document, fact, field);
DROP TABLE corrections_4;
DROP TABLE people_corrections;
CREATE INDEX corrections_document ON corrections(document, fact);
CREATE INDEX corrections_batch ON corrections(batch);
CREATE INDEX corrections_who ON corrections(who);
CREATE INDEX corrections_people ON corrections(other) WHERE action = 'join_people';
CREATE INDEX corrections_encounters ON corrections(other_encounter) WHERE action = 'join_encounters';
CREATE TABLE users (  -- who may use the server under a name
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE,
  role    TEXT NOT NULL CHECK (role IN ('reader', 'editor')),
  token   TEXT NOT NULL UNIQUE,         -- SHA-256 of the token; the token itself is kept nowhere
  added   TEXT NOT NULL,                -- UTC
  revoked TEXT                          -- UTC, NULL while the token holds
);
)sql";

const std::string_view kSchema5Formulae = R"sql(
CREATE TABLE formulae (  -- the wording of each current version, to know which of it recurs
  version  INTEGER PRIMARY KEY REFERENCES versions(id) ON DELETE CASCADE,
  shingles BLOB NOT NULL                -- hashes of three words in a row, names and numbers taken out; ascending
                                        -- differences, seven bits a byte, the lowest first, a set eighth bit: more
);
INSERT INTO formulae(version, shingles)
  SELECT v.id, shingles_of(v.text) FROM documents d JOIN versions v ON v.id = d.version;
)sql";

const std::string_view kSchema5Searches = R"sql(
CREATE TABLE searches (  -- questions that someone has given a name
  id    INTEGER PRIMARY KEY,
  key   TEXT NOT NULL UNIQUE,           -- the id people use: q-...
  name  TEXT NOT NULL UNIQUE,
  what  TEXT NOT NULL CHECK (what IN ('documents', 'statements', 'encounters')),
  query TEXT NOT NULL,                  -- its parameters as an address has them: q=gas&speaker=putin
  who   TEXT NOT NULL,
  made  TEXT NOT NULL                   -- UTC
);
)sql";

// Encounters of several accounts: what was found alike, and what people said of it.
const std::string_view kSchema5Encounters = R"sql(
ALTER TABLE encounters ADD COLUMN confidence REAL;  -- that its accounts tell of one; NULL where it has but one
ALTER TABLE accounts ADD COLUMN home TEXT;     -- encounters.key it has, or would have, standing alone; leads there still
ALTER TABLE accounts ADD COLUMN around TEXT;   -- ISO day to look for it by: the first of its days, else of publication
ALTER TABLE accounts ADD COLUMN matched INTEGER NOT NULL DEFAULT 0;  -- 1 once compared with the others
UPDATE accounts SET home = (SELECT key FROM encounters n WHERE n.id = accounts.encounter),
  around = coalesce(from_day, to_day, (SELECT d.day FROM versions v JOIN documents d ON d.id = v.document WHERE v.id = accounts.version));
CREATE INDEX accounts_home ON accounts(home);
CREATE INDEX accounts_around ON accounts(around);
CREATE INDEX accounts_unmatched ON accounts(id) WHERE matched = 0;
CREATE TABLE account_matches (  -- two accounts that may tell of one encounter
  account    INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  other      INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,  -- the larger id
  confidence REAL NOT NULL,
  why        TEXT NOT NULL,             -- JSON list of reasons
  against    TEXT,                      -- what kept them apart; NULL: they are of one encounter
  PRIMARY KEY (account, other)
) WITHOUT ROWID;
CREATE INDEX account_matches_other ON account_matches(other);
CREATE INDEX account_matches_proposed ON account_matches(confidence) WHERE against IS NOT NULL;
)sql";

}  // namespace chancery::record
