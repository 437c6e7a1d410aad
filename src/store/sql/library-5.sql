-- What a person sees is a head, made of several records of one thing or of one that the person corrected; or a project of one feed
-- that is part of none. Both are rows of project; a head has the id of its first part and the feed of that part.
CREATE TABLE head (
  project      INTEGER PRIMARY KEY,     -- number of the head itself
  content      INTEGER NOT NULL,        -- hash of all that it was made of
  origins      TEXT NOT NULL            -- who gave each field: see essaim-origin.c
);

-- A project of a feed that is shown in its head only.
CREATE TABLE part (
  project      INTEGER PRIMARY KEY,     -- number
  head         INTEGER NOT NULL         -- number of the project that is shown
);
CREATE INDEX part_head ON part (head);

-- Projects of feeds that look like one: a < b.
CREATE TABLE likeness (
  a            INTEGER NOT NULL,        -- numbers
  b            INTEGER NOT NULL,
  score        REAL NOT NULL,           -- 0 … 1
  reasons      INTEGER NOT NULL,        -- bits 1 << EssaimLikenessReason
  verdict      INTEGER NOT NULL,        -- EssaimVerdict
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX likeness_b ON likeness (b);

-- One row, when the tables above are as the rules and the person's decisions say.
CREATE TABLE joining (
  rules        INTEGER NOT NULL,        -- their version
  judgement    INTEGER NOT NULL         -- hash of the person's decisions
);

-- No feed that it came from has it any more: it is found by its id, and counts nowhere.
ALTER TABLE project ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
UPDATE project SET gone = 1 WHERE NOT EXISTS (SELECT 1 FROM record WHERE record.project = project.number AND last_seen IS NULL);

-- What is gone, by when: contacts of records that have vanished are erased in time.
CREATE INDEX record_gone ON record (last_seen) WHERE last_seen IS NOT NULL;

-- Read again from what was kept: that says nothing of the source, which was not asked.
ALTER TABLE refresh ADD COLUMN reread INTEGER NOT NULL DEFAULT 0;
