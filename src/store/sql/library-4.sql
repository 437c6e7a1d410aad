-- When an id was given up: of a feed that renumbers its records each time only the last ones are kept.
ALTER TABLE alias ADD COLUMN since TEXT;
