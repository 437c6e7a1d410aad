-- Addresses that have led to that of the feed for good, one a line: who gives one of them again means this feed.
ALTER TABLE feed ADD COLUMN former TEXT;

-- Whether two records tell of one project, as the person decided; `a` comes before `b`. Its UUID is made of both.
CREATE TABLE decision (
  uuid       TEXT NOT NULL PRIMARY KEY,
  a          TEXT NOT NULL,               -- record keys
  b          TEXT NOT NULL,
  joined     INTEGER NOT NULL DEFAULT 0,  -- 0: kept apart
  deleted    INTEGER NOT NULL DEFAULT 1,
  UNIQUE (a, b)
);

-- What the person knows better than the source of a record. Its UUID is made of record and field.
CREATE TABLE correction (
  uuid       TEXT NOT NULL PRIMARY KEY,
  record     TEXT NOT NULL,               -- a record key
  field      TEXT NOT NULL,               -- EssaimField, as a code
  value      TEXT,                        -- NULL: nothing is to be shown
  theirs     TEXT,                        -- what the source said then; NULL: nothing
  deleted    INTEGER NOT NULL DEFAULT 1,
  UNIQUE (record, field)
);

-- Projects that the person added; `own:UUID` is their id.
CREATE TABLE own (
  uuid       TEXT NOT NULL PRIMARY KEY,
  project    TEXT,                        -- JSON
  created    TEXT,                        -- ISO 8601
  deleted    INTEGER NOT NULL DEFAULT 1
);

-- Where a record key leads that the work names and no feed has any more. Its UUID is made of the former one.
CREATE TABLE alias (
  uuid       TEXT NOT NULL PRIMARY KEY,
  former     TEXT NOT NULL UNIQUE,
  present    TEXT                         -- as it was when the library was last seen
);
