#include "record/schema_1.hpp"

namespace chancery::record {

// Comments inside the statements stay in sqlite_master, so that the record explains itself to whoever opens it.
const std::string_view kSchema1Documents = R"sql(
CREATE TABLE runs (  -- one running of the program that made or re-made facts
  id       INTEGER PRIMARY KEY,
  made_by  TEXT NOT NULL,               -- program, version, rules and model
  command  TEXT NOT NULL,               -- add, reread
  settings TEXT,                        -- JSON
  started  TEXT NOT NULL,               -- UTC
  finished TEXT
);

CREATE TABLE sources (  -- who publishes
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  country TEXT NOT NULL DEFAULT '',     -- ISO 3166-1 alpha-3
  address TEXT,
  note    TEXT,
  UNIQUE (name, country)
);

CREATE TABLE coverage (  -- how complete the record is for a source and a period
  id       INTEGER PRIMARY KEY,
  source   INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  from_day TEXT,                        -- inclusive; NULL: from the beginning
  to_day   TEXT,                        -- inclusive; NULL: until now
  extent   TEXT NOT NULL DEFAULT 'unknown' CHECK (extent IN ('complete', 'sample', 'unknown')),
  why      TEXT                         -- how this is known
);
CREATE INDEX coverage_source ON coverage(source);

CREATE TABLE blobs (  -- bytes as they were read, kept once
  id   INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,            -- XXH3-128 of the bytes
  size INTEGER NOT NULL,                -- before compression
  data BLOB NOT NULL                    -- one zstd frame
);

CREATE TABLE documents (  -- one release, as its current version has it
  id        INTEGER PRIMARY KEY,
  key       TEXT NOT NULL UNIQUE,       -- the id people use: d-...
  identity  TEXT NOT NULL UNIQUE,       -- what makes it the same one: url:..., id:..., path:... or words:...
  version   INTEGER UNIQUE REFERENCES versions(id) DEFERRABLE INITIALLY DEFERRED,  -- the current one
  title     TEXT NOT NULL DEFAULT '',
  published TEXT,                       -- as given
  day       TEXT,                       -- ISO day of publication
  language  TEXT,                       -- BCP 47
  publisher TEXT,
  country   TEXT,                       -- of the publisher, ISO 3166-1 alpha-3
  dateline  TEXT,
  kind      TEXT NOT NULL DEFAULT 'other',  -- readout, briefing, transcript, joint_text, announcement, statement, letter, order, address, other
  terms     TEXT NOT NULL DEFAULT '[]', -- JSON list: on_record, background, embargoed, partial, interpreted, corrected
  url       TEXT,                       -- canonical address
  source    TEXT,                       -- path or address it was last read from
  published_by INTEGER REFERENCES sources(id),
  same_as   INTEGER REFERENCES documents(id) ON DELETE SET NULL,  -- folded under this near-duplicate
  added     TEXT NOT NULL               -- UTC
);
CREATE INDEX documents_day ON documents(day);
CREATE INDEX documents_publisher ON documents(publisher);
CREATE INDEX documents_published_by ON documents(published_by);
CREATE INDEX documents_same_as ON documents(same_as) WHERE same_as IS NOT NULL;

CREATE TABLE versions (  -- the words of a document at one time; never overwritten
  id           INTEGER PRIMARY KEY,
  document     INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  number       INTEGER NOT NULL,        -- 1, 2, ...
  title        TEXT NOT NULL,
  text         TEXT NOT NULL,           -- offsets of facts are Unicode code points into title or text
  published    TEXT,
  content_hash TEXT NOT NULL,           -- of title, text, publication time and publisher
  blob         INTEGER REFERENCES blobs(id),
  media_type   TEXT,
  notes        TEXT NOT NULL DEFAULT '[]',  -- JSON list: what the reader of the facts should know
  run          INTEGER NOT NULL REFERENCES runs(id),  -- that made the facts now kept for it
  added        TEXT NOT NULL,           -- UTC
  UNIQUE (document, number)
);
CREATE INDEX versions_content ON versions(content_hash);
CREATE INDEX versions_blob ON versions(blob);
CREATE INDEX versions_run ON versions(run);

CREATE TABLE locations (  -- every path or address a document was found at
  document   INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  address    TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  PRIMARY KEY (document, address)
) WITHOUT ROWID;

CREATE TABLE failures (  -- what could not be read, until it can
  id       INTEGER PRIMARY KEY,
  item     TEXT NOT NULL UNIQUE,        -- path, address, id or FILE:LINE
  reason   TEXT NOT NULL,
  run      INTEGER REFERENCES runs(id),
  first    TEXT NOT NULL,
  last     TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE tombstones (  -- documents that were removed, so that they are not added again unawares
  id       INTEGER PRIMARY KEY,
  key      TEXT NOT NULL,
  identity TEXT NOT NULL UNIQUE,
  why      TEXT NOT NULL,
  removed  TEXT NOT NULL                -- UTC
);

CREATE TABLE corrections (  -- what people confirmed, changed or rejected; no run undoes it
  id       INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  fact     TEXT NOT NULL,               -- key of the fact
  action   TEXT NOT NULL CHECK (action IN ('confirm', 'change', 'reject')),
  field    TEXT,                        -- for change
  value    TEXT,
  before   TEXT,                        -- what it replaced
  who      TEXT NOT NULL,
  why      TEXT,
  made     TEXT NOT NULL,               -- UTC
  undone   TEXT,                        -- UTC, NULL while it stands
  undone_by TEXT
);
CREATE INDEX corrections_document ON corrections(document);
)sql";

}  // namespace chancery::record
