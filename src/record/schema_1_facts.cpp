#include "record/schema_1.hpp"

namespace chancery::record {

const std::string_view kSchema1Facts = R"sql(
CREATE TABLE statements (  -- words or a reported content with a speaker: the document's account of them
  id           INTEGER PRIMARY KEY,
  version      INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
  key          TEXT NOT NULL,           -- s-...
  part         TEXT NOT NULL,
  begin        INTEGER NOT NULL,
  end          INTEGER NOT NULL,
  content      TEXT NOT NULL,           -- the words there
  pieces       TEXT,                    -- JSON list of spans where a cue interrupts them
  mode         TEXT NOT NULL,           -- turn, direct, indirect, mixed
  speaker      TEXT NOT NULL DEFAULT '',-- names, parted by "; "; statement_speakers says who they are
  speaker_span TEXT,                    -- JSON
  reported_by  INTEGER REFERENCES entities(id) ON DELETE SET NULL,
  cue          TEXT,                    -- JSON span of "said"
  cue_lemma    TEXT,
  addressee    INTEGER REFERENCES entities(id) ON DELETE SET NULL,
  negated      INTEGER NOT NULL DEFAULT 0,
  parent       INTEGER REFERENCES statements(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,  -- that holds this one
  topics       TEXT NOT NULL DEFAULT '[]',  -- JSON list
  confidence   REAL,
  stage        TEXT,
  standing     TEXT NOT NULL DEFAULT 'machine' CHECK (standing IN ('machine', 'confirmed', 'changed', 'rejected'))
);
CREATE INDEX statements_version ON statements(version);
CREATE INDEX statements_key ON statements(key);
CREATE INDEX statements_reported_by ON statements(reported_by) WHERE reported_by IS NOT NULL;
CREATE INDEX statements_addressee ON statements(addressee) WHERE addressee IS NOT NULL;
CREATE INDEX statements_parent ON statements(parent) WHERE parent IS NOT NULL;

CREATE TABLE statement_speakers (
  statement INTEGER NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  entity    INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  PRIMARY KEY (statement, position)
) WITHOUT ROWID;
CREATE INDEX statement_speakers_entity ON statement_speakers(entity);

CREATE TABLE points (  -- what is said to have been discussed, raised, urged, agreed ...
  id          INTEGER PRIMARY KEY,
  version     INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
  key         TEXT NOT NULL,            -- p-...
  part        TEXT NOT NULL,
  begin       INTEGER NOT NULL,
  end         INTEGER NOT NULL,
  quote       TEXT NOT NULL,
  act         TEXT NOT NULL,
  topic       TEXT,                     -- JSON span
  topic_label TEXT,
  condition   TEXT,                     -- JSON span
  negated     INTEGER NOT NULL DEFAULT 0,
  prominence  REAL,
  confidence  REAL,
  stage       TEXT,
  standing    TEXT NOT NULL DEFAULT 'machine' CHECK (standing IN ('machine', 'confirmed', 'changed', 'rejected'))
);
CREATE INDEX points_version ON points(version);
CREATE INDEX points_key ON points(key);

CREATE TABLE point_holders (  -- who is said to have done it; none where the text does not say
  point    INTEGER NOT NULL REFERENCES points(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entity   INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  PRIMARY KEY (point, position)
) WITHOUT ROWID;
CREATE INDEX point_holders_entity ON point_holders(entity);

CREATE TABLE encounters (  -- a meeting, call, visit, letter ... itself; its accounts tell of it
  id       INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,        -- n-...
  leading  INTEGER REFERENCES accounts(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,  -- the account shown first
  joined_by TEXT,                       -- JSON: reasons for its having several accounts
  added    TEXT NOT NULL                -- UTC
);
CREATE INDEX encounters_leading ON encounters(leading);

CREATE TABLE accounts (  -- what one document tells of one encounter
  id            INTEGER PRIMARY KEY,
  encounter     INTEGER NOT NULL REFERENCES encounters(id) ON DELETE CASCADE,
  version       INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
  key           TEXT NOT NULL,          -- v-...
  type          TEXT NOT NULL,          -- meeting, reception, talks, visit, summit, phone_call, video_call, signing, ceremony, letter, statement, press_conference, other
  subtype       TEXT,
  main          INTEGER NOT NULL DEFAULT 0,  -- the release is about it, rather than refers to it
  status        TEXT NOT NULL,          -- happened, planned, proposed, postponed, cancelled, denied
  plover        TEXT,
  mode          TEXT,
  context       TEXT,
  time_value    TEXT,                   -- TIMEX3 value
  from_day      TEXT,
  to_day        TEXT,                   -- inclusive
  time_basis    TEXT,                   -- stated, relative, published; NULL: unknown
  time_span     TEXT,                   -- JSON
  place         TEXT,
  place_country TEXT,
  place_basis   TEXT,                   -- stated, assumed
  place_span    TEXT,                   -- JSON
  channel       TEXT,
  format        TEXT,
  level         TEXT,
  initiator     INTEGER REFERENCES entities(id) ON DELETE SET NULL,  -- only where the text says
  initiator_span TEXT,                  -- JSON
  duration      TEXT,
  part_of       INTEGER REFERENCES accounts(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  reschedules   INTEGER REFERENCES accounts(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  evidence      TEXT NOT NULL DEFAULT '[]',  -- JSON list of spans, the first is where it is told
  quote         TEXT,                   -- the words of the first
  confidence    REAL,
  stage         TEXT,
  standing      TEXT NOT NULL DEFAULT 'machine' CHECK (standing IN ('machine', 'confirmed', 'changed', 'rejected'))
);
CREATE INDEX accounts_version ON accounts(version);
CREATE INDEX accounts_key ON accounts(key);
CREATE INDEX accounts_encounter ON accounts(encounter);
CREATE INDEX accounts_day ON accounts(from_day);
CREATE INDEX accounts_initiator ON accounts(initiator) WHERE initiator IS NOT NULL;
CREATE INDEX accounts_part_of ON accounts(part_of) WHERE part_of IS NOT NULL;
CREATE INDEX accounts_reschedules ON accounts(reschedules) WHERE reschedules IS NOT NULL;

CREATE TABLE participants (  -- who took part, by one account
  account  INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entity   INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  role     TEXT NOT NULL,               -- host, guest, party, delegation, mediator, sender, recipient, via
  side     TEXT,                        -- source, target, both
  mention  TEXT,                        -- JSON span
  PRIMARY KEY (account, position)
) WITHOUT ROWID;
CREATE INDEX participants_entity ON participants(entity);

CREATE TABLE figures (
  id         INTEGER PRIMARY KEY,
  version    INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
  key        TEXT NOT NULL,             -- f-...
  part       TEXT NOT NULL,
  begin      INTEGER NOT NULL,
  end        INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  value      REAL NOT NULL,
  value_to   REAL,                      -- of a range
  unit       TEXT,                      -- percent, ISO 4217, people ...
  comparison TEXT NOT NULL,             -- exact, about, more_than, less_than, between
  direction  TEXT,                      -- up, down
  indicator  TEXT,                      -- trade, investment ...
  time_value TEXT,
  from_day   TEXT,
  to_day     TEXT,
  time_basis TEXT,
  time_span  TEXT,                      -- JSON
  about      TEXT NOT NULL DEFAULT '[]',-- JSON list of countries
  speaker    INTEGER REFERENCES entities(id) ON DELETE SET NULL,
  hedge      TEXT,                      -- JSON span
  confidence REAL,
  stage      TEXT,
  standing   TEXT NOT NULL DEFAULT 'machine' CHECK (standing IN ('machine', 'confirmed', 'changed', 'rejected'))
);
CREATE INDEX figures_version ON figures(version);
CREATE INDEX figures_key ON figures(key);
CREATE INDEX figures_indicator ON figures(indicator, from_day);
CREATE INDEX figures_speaker ON figures(speaker) WHERE speaker IS NOT NULL;

CREATE TABLE commitments (
  id         INTEGER PRIMARY KEY,
  version    INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
  key        TEXT NOT NULL,             -- c-...
  part       TEXT NOT NULL,
  begin      INTEGER NOT NULL,
  end        INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  by_entity  INTEGER REFERENCES entities(id) ON DELETE SET NULL,
  to_entity  INTEGER REFERENCES entities(id) ON DELETE SET NULL,
  due_value  TEXT,
  due_from   TEXT,
  due_to     TEXT,
  due_basis  TEXT,
  due_span   TEXT,                      -- JSON
  strength   TEXT NOT NULL,             -- will, agreed, committed, plan, intend, ready
  class      TEXT NOT NULL,             -- promise, plan, agenda, ritual
  condition  TEXT,                      -- JSON span
  confidence REAL,
  stage      TEXT,
  standing   TEXT NOT NULL DEFAULT 'machine' CHECK (standing IN ('machine', 'confirmed', 'changed', 'rejected'))
);
CREATE INDEX commitments_version ON commitments(version);
CREATE INDEX commitments_key ON commitments(key);
CREATE INDEX commitments_by ON commitments(by_entity) WHERE by_entity IS NOT NULL;
CREATE INDEX commitments_to ON commitments(to_entity) WHERE to_entity IS NOT NULL;

CREATE TABLE commitment_parties (
  commitment INTEGER NOT NULL REFERENCES commitments(id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  entity     INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  PRIMARY KEY (commitment, position)
) WITHOUT ROWID;
CREATE INDEX commitment_parties_entity ON commitment_parties(entity);

CREATE TABLE courtesies (  -- greetings, congratulations, condolences ...
  id          INTEGER PRIMARY KEY,
  version     INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
  key         TEXT NOT NULL,            -- y-...
  kind        TEXT NOT NULL,
  from_entity INTEGER REFERENCES entities(id) ON DELETE SET NULL,
  to_entity   INTEGER REFERENCES entities(id) ON DELETE SET NULL,
  via_entity  INTEGER REFERENCES entities(id) ON DELETE SET NULL,
  evidence    TEXT NOT NULL DEFAULT '[]',  -- JSON list of spans
  quote       TEXT,                     -- the words of the first
  confidence  REAL,
  stage       TEXT,
  standing    TEXT NOT NULL DEFAULT 'machine' CHECK (standing IN ('machine', 'confirmed', 'changed', 'rejected'))
);
CREATE INDEX courtesies_version ON courtesies(version);
CREATE INDEX courtesies_key ON courtesies(key);
CREATE INDEX courtesies_from ON courtesies(from_entity) WHERE from_entity IS NOT NULL;
CREATE INDEX courtesies_to ON courtesies(to_entity) WHERE to_entity IS NOT NULL;
CREATE INDEX courtesies_via ON courtesies(via_entity) WHERE via_entity IS NOT NULL;
)sql";

}  // namespace chancery::record
