-- The last answer of each feed that was accepted: the next request tells it, and the next body is compared with it.
CREATE TABLE answer (
  feed          TEXT NOT NULL PRIMARY KEY,  -- id
  uri           TEXT,                       -- that it was asked of
  etag          TEXT,                       -- as received
  last_modified TEXT,                       -- likewise
  since         TEXT NOT NULL,              -- when it came whole
  body          TEXT,                       -- length and hash
  reading       TEXT                        -- hash of how it was read: program, format, mapping
) WITHOUT ROWID;

-- Hosts that have asked to be left alone for a while.
CREATE TABLE host (
  name          TEXT NOT NULL PRIMARY KEY,
  not_before    TEXT NOT NULL
) WITHOUT ROWID;

ALTER TABLE refresh ADD COLUMN unreachable INTEGER NOT NULL DEFAULT 0;  -- no way to the server: not the feed's fault
