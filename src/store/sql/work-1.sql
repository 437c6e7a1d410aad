-- What the person made.
--
-- Two files can be merged: every row has a UUID, every field a stamp, and nothing is deleted, only marked. Rows that two
-- people make of the same thing (a feed, a project on one shortlist, a setting) get the same UUID, derived from its key.

-- This file. `stamp` is the newest that it has given.
CREATE TABLE replica (
  id         TEXT NOT NULL,
  stamp      TEXT NOT NULL
);
INSERT INTO replica VALUES (lower (hex (randomblob (8))), '');

-- When each field of each row was last changed: milliseconds since 1970 (12 hexadecimal digits), a counter (4), `-`, the
-- replica. Comparing the texts orders the changes; of two values for a field the later one is kept.
CREATE TABLE stamp (
  row        TEXT NOT NULL,
  field      TEXT NOT NULL,
  stamp      TEXT NOT NULL,
  PRIMARY KEY (row, field)
) WITHOUT ROWID;

CREATE TABLE feed (
  uuid       TEXT NOT NULL PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  title      TEXT NOT NULL DEFAULT '',
  uri        TEXT,
  format     TEXT,
  licence    TEXT,
  mapping    TEXT,                        -- JSON
  enabled    INTEGER NOT NULL DEFAULT 1,
  deleted    INTEGER NOT NULL DEFAULT 1   -- a row lives once that is said, and stamped
);

-- Names are unique among living lists of one file, but not after a merge.
CREATE TABLE shortlist (
  uuid       TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL DEFAULT '',
  territory  TEXT,
  created    TEXT,                        -- ISO 8601
  deleted    INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE entry (
  uuid       TEXT NOT NULL PRIMARY KEY,
  shortlist  TEXT NOT NULL REFERENCES shortlist (uuid),
  project    TEXT NOT NULL,               -- a record key
  copy       TEXT,                        -- JSON, as the project was when it was kept
  status     TEXT NOT NULL DEFAULT 'to-study',
  note       TEXT NOT NULL DEFAULT '',
  rating     INTEGER NOT NULL DEFAULT 0,
  added      TEXT,                        -- ISO 8601
  deleted    INTEGER NOT NULL DEFAULT 1,
  UNIQUE (shortlist, project)
);
CREATE INDEX entry_project ON entry (project) WHERE NOT deleted;

CREATE TABLE setting (
  uuid       TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  value      TEXT
);
