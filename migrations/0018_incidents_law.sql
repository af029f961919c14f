-- modules/incidents/law: reminders of clocks, scores, significant incidents.
-- A new column is empty in older rows: the book's commitments leave out what is empty.

-- 1 when the reasons for a delay are written: late and not 1 is "late, reasons missing".
ALTER TABLE incidents_cases ADD COLUMN excused INTEGER;

-- What reminds of the end of a limit. A reminder is sent once: it belongs to one end of one limit, so a clock that moves
-- gets new ones and what was sent stays sent.
CREATE TABLE incidents_reminders (
  id       TEXT PRIMARY KEY,
  case_id  TEXT NOT NULL REFERENCES incidents_cases (id),
  rule     TEXT NOT NULL,
  level    TEXT NOT NULL,
  -- The end it is about, and when to remind.
  by_at    INTEGER NOT NULL,
  due_at   INTEGER NOT NULL,
  -- Empty while it waits.
  sent_at  INTEGER,
  -- How many people were told, and 1 when the program stood still at its time.
  told     INTEGER,
  late     INTEGER,
  UNIQUE (case_id, rule, level, by_at)
) STRICT;
CREATE INDEX incidents_reminders_due ON incidents_reminders (due_at, id) WHERE sent_at IS NULL;

-- ENISA's score of a case with the judgement of a person. A new one leaves the earlier.
CREATE TABLE incidents_scores (
  id       TEXT PRIMARY KEY,
  case_id  TEXT NOT NULL REFERENCES incidents_cases (id),
  seq      INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  by_mark  TEXT NOT NULL,
  -- The answers, as JSON.
  scoring  TEXT NOT NULL,
  total_q  INTEGER NOT NULL,
  risk     TEXT NOT NULL,
  words    TEXT NOT NULL,
  salt     BLOB,
  UNIQUE (case_id, seq)
) STRICT;

-- A significant incident in the sense of NIS2 article 23: a case of its own beside the case of this room, with its own
-- clocks. case_id is the link.
CREATE TABLE incidents_nis2 (
  id             TEXT PRIMARY KEY,
  number         TEXT NOT NULL UNIQUE,
  case_id        TEXT NOT NULL UNIQUE REFERENCES incidents_cases (id),
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  country        TEXT NOT NULL,
  -- The service concerned; why it stands under the law and why the incident is significant.
  service        TEXT NOT NULL,
  words          TEXT NOT NULL,
  aware_at       INTEGER NOT NULL,
  malicious      TEXT NOT NULL,
  cross_border   TEXT NOT NULL,
  made_at        INTEGER NOT NULL,
  by_mark        TEXT NOT NULL,
  salt           BLOB
) STRICT;

-- What was submitted, and other states; each a row.
CREATE TABLE incidents_nis2_steps (
  id       TEXT PRIMARY KEY,
  nis2_id  TEXT NOT NULL REFERENCES incidents_nis2 (id),
  seq      INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  -- When it was submitted, or when it was written down.
  done_at  INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  by_mark  TEXT NOT NULL,
  words    TEXT NOT NULL,
  salt     BLOB,
  UNIQUE (nis2_id, seq)
) STRICT;
