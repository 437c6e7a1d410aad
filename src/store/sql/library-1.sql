-- library.db: what feeds said. Hashes are those of essaim-hash.h; dates are ISO 8601 texts in UTC.

CREATE TABLE feed (
  number       INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  title        TEXT,
  licence      TEXT,
  uri          TEXT
);

-- Every try, also of feeds that never brought anything.
CREATE TABLE refresh (
  number       INTEGER PRIMARY KEY,
  feed         TEXT NOT NULL,           -- id
  date         TEXT NOT NULL,
  outcome      INTEGER NOT NULL,        -- EssaimOutcome
  message      TEXT,
  report       TEXT                     -- JSON; only of the newest tries
);
CREATE INDEX refresh_feed ON refresh (feed);

-- What a person sees. Narrow: lists, filters and the index in memory read nothing else.
CREATE TABLE project (
  number       INTEGER PRIMARY KEY AUTOINCREMENT,  -- never again that of another: an index in memory may be older
  key          INTEGER NOT NULL,        -- hash of id
  id           TEXT NOT NULL,           -- FEED:SOURCE_ID or FEED:~FINGERPRINT
  feed         INTEGER NOT NULL REFERENCES feed,
  title        TEXT NOT NULL,           -- '' where unknown
  organisation TEXT,
  kind         INTEGER NOT NULL,        -- EssaimKind
  themes       INTEGER NOT NULL,        -- three bits of EssaimThemeHow for each theme, the first one lowest
  audiences    INTEGER NOT NULL,        -- bits 1 << EssaimAudience
  status       TEXT,
  updated      TEXT,
  funding_eur  REAL,                    -- its own, where its sites have none
  declared     TEXT,                    -- ids of territories, one a line
  first_seen   TEXT NOT NULL
);
CREATE INDEX project_key ON project (key);

CREATE TABLE project_detail (
  number       INTEGER PRIMARY KEY,     -- of project
  summary      TEXT,
  description  TEXT,
  website      TEXT,
  since        TEXT,
  opens        TEXT,
  deadline     TEXT,
  perimeter    TEXT,
  siret        TEXT,
  rna          TEXT,
  email        TEXT,                    -- contact: shown, never searched
  phone        TEXT,
  other_titles TEXT,                    -- of its other rows, one a line: searched
  places       TEXT                     -- names and codes of its places: searched
);

-- An id that a project had before.
CREATE TABLE alias (
  key          INTEGER NOT NULL,        -- hash of id
  id           TEXT NOT NULL,
  project      INTEGER NOT NULL REFERENCES project,
  PRIMARY KEY (key, id)
) WITHOUT ROWID;
CREATE INDEX alias_project ON alias (project);

CREATE TABLE site (
  project        INTEGER NOT NULL,      -- number
  n              INTEGER NOT NULL,      -- 0, 1, … in the order of the feed
  lat            REAL,
  lon            REAL,
  precision      INTEGER NOT NULL,      -- EssaimPrecision
  insee          TEXT,
  department     TEXT,
  funding_eur    REAL,
  commune        TEXT,
  postcode       TEXT,
  arrondissement TEXT,
  address        TEXT,
  PRIMARY KEY (project, n)
) WITHOUT ROWID;

-- One row of a feed.
CREATE TABLE record (
  number       INTEGER PRIMARY KEY,
  feed         INTEGER NOT NULL,        -- number
  project      INTEGER NOT NULL REFERENCES project,
  key          INTEGER NOT NULL,        -- hash of the id of its project when it was read
  content      INTEGER NOT NULL,        -- hash of all that was read
  fingerprint  INTEGER NOT NULL,        -- hash of what names and places it
  first_seen   TEXT NOT NULL,
  last_seen    TEXT,                    -- NULL while it is there: then the feed's last good refresh
  source_id    TEXT,
  page         TEXT,
  licence      TEXT,
  updated      TEXT
);
CREATE INDEX record_project ON record (project);

-- A record as read, as JSON. Apart, so that comparing records does not page through it.
CREATE TABLE record_fields (
  record       INTEGER PRIMARY KEY,     -- number
  fields       TEXT NOT NULL
);

-- What is searched; project_text reads it back to forget or rebuild.
CREATE VIEW project_words (number, title, organisation, texts, places) AS
  SELECT number, title, organisation,
         ifnull (summary, '') || char (10) || ifnull (description, '') || char (10) || ifnull (other_titles, ''),
         places
    FROM project JOIN project_detail USING (number);

CREATE VIRTUAL TABLE project_text USING fts5 (
  title, organisation, texts, places,
  content = 'project_words', content_rowid = 'number', columnsize = 0, tokenize = 'essaim'
);

-- All words of project_text: what was typed is looked for in all forms of its stem.
CREATE TABLE word (
  stem         TEXT NOT NULL,           -- of the word, or of the folded word: see essaim-inflection.c
  folded       TEXT NOT NULL,           -- as it stands in project_text
  PRIMARY KEY (stem, folded)
) WITHOUT ROWID;

-- Bytes gathered before a segment is written, and segments gathered before they are merged: a large feed is written in few of them.
INSERT INTO project_text (project_text, rank) VALUES ('hashsize', 8388608);
INSERT INTO project_text (project_text, rank) VALUES ('automerge', 8);
INSERT INTO project_text (project_text, rank) VALUES ('usermerge', 2);
