-- modules/incidents, reporting. How a case came in (anonymous, public, operator, mail; NULL: by a person who was
-- signed in), and the keyed hash of its receipt, which opens the talk with a reporter who has no account.
ALTER TABLE incidents_cases ADD COLUMN way TEXT;
ALTER TABLE incidents_cases ADD COLUMN receipt TEXT;
CREATE UNIQUE INDEX incidents_cases_receipt ON incidents_cases (receipt);

-- The letterbox: reports and further messages without an account, until they are taken up into the register. No
-- moment anywhere, no order of arrival (random keys, no rowid), nothing of it in the book. docs/decisions/0008.
CREATE TABLE incidents_box (
  id             TEXT PRIMARY KEY,
  -- The case that a further message belongs to; a new report has none and becomes the case of its own id.
  case_id        TEXT,
  -- Keyed hash of the receipt of a new report.
  receipt        TEXT,
  day            TEXT NOT NULL,
  -- 1 from the next fixed hour on, when the officer is told and may read it.
  opened         INTEGER NOT NULL,
  way            TEXT NOT NULL,
  controller_id  TEXT NOT NULL,
  about          TEXT NOT NULL,
  noticed_day    TEXT,
  words          TEXT NOT NULL,
  contact        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX incidents_box_receipt ON incidents_box (receipt);
CREATE INDEX incidents_box_case ON incidents_box (case_id);

-- What came with them, already without what tells on its author.
CREATE TABLE incidents_box_files (
  id       TEXT PRIMARY KEY,
  box_id   TEXT NOT NULL,
  name     TEXT NOT NULL,
  content  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX incidents_box_files_box ON incidents_box_files (box_id);

-- Keyed hashes of forms of the talk that were accepted; forgotten after some days.
CREATE TABLE incidents_box_once (
  mark  TEXT PRIMARY KEY,
  day   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How to reach a reporter who is none of ours, if they said so; erased when it is needed no more.
CREATE TABLE incidents_contacts (
  id             TEXT PRIMARY KEY,
  case_id        TEXT NOT NULL REFERENCES incidents_cases (id),
  controller_id  TEXT NOT NULL,
  contact        TEXT NOT NULL,
  salt           BLOB
) STRICT;
CREATE INDEX incidents_contacts_case ON incidents_contacts (case_id);

-- Mails that became reports: digest of the message id, so that a mail handed in again makes nothing new.
CREATE TABLE incidents_mails (
  message  TEXT PRIMARY KEY,
  case_id  TEXT NOT NULL,
  day      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
