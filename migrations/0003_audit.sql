-- base/audit: the book. An entry is never changed or removed.
CREATE TABLE audit_entries (
  seq         INTEGER PRIMARY KEY,
  at          INTEGER NOT NULL,
  actor       TEXT NOT NULL,
  verb        TEXT NOT NULL,
  subject     TEXT NOT NULL,
  commitment  TEXT,
  prev        TEXT NOT NULL,
  hash        TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entries_subject ON audit_entries (subject, seq);

-- Heads that were written to a place outside.
CREATE TABLE audit_heads (
  day   TEXT PRIMARY KEY,
  seq   INTEGER NOT NULL,
  hash  TEXT NOT NULL,
  sent  TEXT NOT NULL
) STRICT;
