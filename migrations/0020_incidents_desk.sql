-- modules/incidents/desk: what belongs together, lists to tick, lessons, disposal, history from outside.
-- New columns are empty in older rows: the book's commitments leave out what is empty.

-- How the case came to be when nobody reported it: 'split' from another, 'import' from another system.
ALTER TABLE incidents_cases ADD COLUMN made TEXT;
-- The case into which it was merged.
ALTER TABLE incidents_cases ADD COLUMN merged_id TEXT;
-- Where an imported case comes from, and what it is called there: a second import finds it by both.
ALTER TABLE incidents_cases ADD COLUMN source TEXT;
ALTER TABLE incidents_cases ADD COLUMN external_id TEXT;
-- The decision under which its personal content was erased.
ALTER TABLE incidents_cases ADD COLUMN disposal_id TEXT;
CREATE UNIQUE INDEX incidents_cases_external ON incidents_cases (source, external_id);
CREATE INDEX incidents_cases_merged ON incidents_cases (merged_id);
-- What waits, oldest first: few rows however long the history is.
CREATE INDEX incidents_cases_open ON incidents_cases (known_at, id) WHERE stage <> 'closed';
-- The register's filters in pairs, each in the list's order, with what the third asks beside it: a page of 100,000
-- cases reads some dozens of rows.
CREATE INDEX incidents_cases_about ON incidents_cases (about, known_at, id, stage, outcome, controller_id, breach, handed_at);
CREATE INDEX incidents_cases_board_outcome ON incidents_cases (controller_id, outcome, known_at, id, stage, breach, handed_at);
CREATE INDEX incidents_cases_board_stage ON incidents_cases (controller_id, stage, known_at, id, outcome, breach, handed_at);
CREATE INDEX incidents_cases_stage_outcome ON incidents_cases (stage, outcome, known_at, id, controller_id, breach, handed_at);
CREATE INDEX incidents_cases_three ON incidents_cases (controller_id, stage, outcome, known_at, id, breach, handed_at);
CREATE INDEX incidents_cases_late_known ON incidents_cases (late, known_at, id, stage, outcome, controller_id, breach, handed_at);
CREATE INDEX incidents_cases_made ON incidents_cases (made, known_at, id) WHERE made IS NOT NULL;
CREATE INDEX incidents_cases_ended ON incidents_cases (closed_at, id) WHERE disposal_id IS NULL;

-- case_id belongs to other_id in the way that kind says. A link made by mistake is ended, never deleted.
CREATE TABLE incidents_links (
  id        TEXT PRIMARY KEY,
  case_id   TEXT NOT NULL REFERENCES incidents_cases (id),
  other_id  TEXT NOT NULL REFERENCES incidents_cases (id),
  kind      TEXT NOT NULL,
  reason    TEXT NOT NULL,
  at        INTEGER NOT NULL,
  by_mark   TEXT NOT NULL,
  ended_at  INTEGER,
  ended_by  TEXT,
  salt      BLOB
) STRICT;
CREATE INDEX incidents_links_case ON incidents_links (case_id);
CREATE INDEX incidents_links_other ON incidents_links (other_id);

-- Points that the installation adds to the lists of its own. about is empty for every kind.
CREATE TABLE incidents_points (
  id        TEXT PRIMARY KEY,
  about     TEXT NOT NULL,
  text      TEXT NOT NULL,
  at        INTEGER NOT NULL,
  by_mark   TEXT NOT NULL,
  ended_at  INTEGER,
  salt      BLOB
) STRICT;

-- A point of a case that somebody ticked; ended when the tick was taken back.
CREATE TABLE incidents_ticks (
  id        TEXT PRIMARY KEY,
  case_id   TEXT NOT NULL REFERENCES incidents_cases (id),
  point     TEXT NOT NULL,
  at        INTEGER NOT NULL,
  by_mark   TEXT NOT NULL,
  ended_at  INTEGER,
  ended_by  TEXT,
  salt      BLOB
) STRICT;
CREATE INDEX incidents_ticks_case ON incidents_ticks (case_id);

-- A lesson that employees may read: no case number, no person. A change is a new row in the place of the old.
CREATE TABLE incidents_lessons (
  id            TEXT PRIMARY KEY,
  case_id       TEXT NOT NULL REFERENCES incidents_cases (id),
  about         TEXT NOT NULL,
  lang          TEXT NOT NULL,
  title         TEXT NOT NULL,
  text          TEXT NOT NULL,
  published_at  INTEGER NOT NULL,
  by_mark       TEXT NOT NULL,
  ended_at      INTEGER,
  salt          BLOB
) STRICT;
CREATE INDEX incidents_lessons_case ON incidents_lessons (case_id);
CREATE INDEX incidents_lessons_published ON incidents_lessons (published_at) WHERE ended_at IS NULL;

-- How long personal content is kept after a case is closed, per controller; the last row holds.
CREATE TABLE incidents_periods (
  id             TEXT PRIMARY KEY,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  years          INTEGER NOT NULL,
  source         TEXT NOT NULL,
  at             INTEGER NOT NULL,
  by_mark        TEXT NOT NULL,
  salt           BLOB
) STRICT;
CREATE INDEX incidents_periods_controller ON incidents_periods (controller_id, at);

-- A decision to dispose: who decided, when, where it is written.
CREATE TABLE incidents_disposals (
  id             TEXT PRIMARY KEY,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  body           TEXT NOT NULL,
  day            TEXT NOT NULL,
  paragraph      TEXT NOT NULL,
  cases          INTEGER NOT NULL,
  at             INTEGER NOT NULL,
  by_mark        TEXT NOT NULL,
  salt           BLOB
) STRICT;

-- A file of history that waits for its confirmation. Wiped when it is applied or a day old.
CREATE TABLE incidents_imports (
  id             TEXT PRIMARY KEY,
  controller_id  TEXT NOT NULL,
  unit_id        TEXT NOT NULL,
  by_mark        TEXT NOT NULL,
  at             INTEGER NOT NULL,
  content        BLOB NOT NULL,
  done_at        INTEGER,
  outcome        TEXT
) STRICT;
