-- How a feed is refreshed.
ALTER TABLE feed ADD COLUMN interval_days INTEGER NOT NULL DEFAULT 7;  -- 0: only when the person asks
ALTER TABLE feed ADD COLUMN origin TEXT;                               -- id in the catalogue; NULL: the person gave the address
ALTER TABLE feed ADD COLUMN has_token INTEGER NOT NULL DEFAULT 0;      -- the token itself is with the session's secrets
ALTER TABLE feed ADD COLUMN paused TEXT;                               -- why it was paused by itself
-- The starter facts come with the program, not from an address.
UPDATE feed SET interval_days = 0 WHERE id = 'essaim-starter';
