CREATE TABLE feed (
  number       INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE
);
