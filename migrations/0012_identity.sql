-- base/identity: who may not sign in for now, and what people chose for themselves.

-- A state is a row: who was locked out, when and by whom.
CREATE TABLE identity_locks (
  person_id  TEXT PRIMARY KEY,
  at         INTEGER NOT NULL,
  by_whom    TEXT NOT NULL
) STRICT;

CREATE TABLE identity_choices (
  person_id  TEXT PRIMARY KEY,
  lang       TEXT NOT NULL
) STRICT;

-- The browser that began a sign-in at the provider, by the hash of a secret in its cookie: an address with
-- somebody else's state is of no use in another browser.
ALTER TABLE identity_begun ADD COLUMN browser TEXT NOT NULL DEFAULT '';
