CREATE TABLE kit_jobs (
  id            TEXT PRIMARY KEY,
  kind          TEXT NOT NULL,
  payload       TEXT NOT NULL,
  dedupe        TEXT UNIQUE,
  due_at        INTEGER NOT NULL,
  claimed_until INTEGER,
  attempts      INTEGER NOT NULL,
  done_at       INTEGER,
  fault         TEXT
) STRICT;
CREATE INDEX kit_jobs_due ON kit_jobs (done_at, due_at);
