-- What to do next about an entry, and when.
ALTER TABLE entry ADD COLUMN next_step TEXT NOT NULL DEFAULT '';
ALTER TABLE entry ADD COLUMN next_date TEXT;  -- a day, ISO 8601
