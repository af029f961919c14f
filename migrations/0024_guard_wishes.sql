-- modules/guard/wishes: what people have asked of the way to them. Addresses and identity numbers stand here sealed
-- (base/keys) and as keyed hashes by which a mail finds them; neither key is in the database or its backup.
CREATE TABLE guard_wishes (
  id           TEXT PRIMARY KEY,
  -- letter, encrypted, address, or open: less protection than the law allows, which is noted and not obeyed.
  channel      TEXT NOT NULL,
  -- The one address that may be written to, sealed, and its keyed hash.
  wished       BLOB,
  wished_mark  TEXT,
  -- The day on which it was said, how it reached us, and where that is written (sealed).
  day          TEXT NOT NULL,
  source       TEXT NOT NULL,
  note         BLOB,
  lang         TEXT NOT NULL,
  at           INTEGER NOT NULL,
  by_mark      TEXT NOT NULL,
  -- When somebody was told that a wish for less can't be followed.
  answered_at  INTEGER,
  answered_by  TEXT,
  ended_at     INTEGER,
  ended_by     TEXT,
  ended_why    TEXT,
  salt         BLOB
) STRICT;
CREATE INDEX guard_wishes_at ON guard_wishes (at, id);

-- By what the person is found: mail addresses and identity numbers.
CREATE TABLE guard_wishes_names (
  id       TEXT PRIMARY KEY,
  wish_id  TEXT NOT NULL REFERENCES guard_wishes (id),
  kind     TEXT NOT NULL,
  mark     TEXT NOT NULL,
  sealed   BLOB NOT NULL,
  salt     BLOB
) STRICT;
CREATE INDEX guard_wishes_names_mark ON guard_wishes_names (mark);
CREATE INDEX guard_wishes_names_wish ON guard_wishes_names (wish_id);

-- Names of the keys under which hashes are stored. While one of them is missing, nobody may say that a person has
-- no wish.
CREATE TABLE guard_wishes_keys (
  name  TEXT PRIMARY KEY
) STRICT;

-- A file of wishes that waits for its confirmation, sealed. Emptied when it is done, deleted after a day.
CREATE TABLE guard_wishes_imports (
  id       TEXT PRIMARY KEY,
  by_mark  TEXT NOT NULL,
  at       INTEGER NOT NULL,
  content  BLOB,
  done_at  INTEGER,
  outcome  TEXT
) STRICT;
