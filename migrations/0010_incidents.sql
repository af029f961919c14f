-- modules/incidents. A case is its steps; the row of the case repeats what lists, filters and deadlines need.

CREATE TABLE incidents_cases (
  id             TEXT PRIMARY KEY,
  -- Running number within the year of the report: 2026-0012, and as 2026000012, which sorts and joins cheaply.
  number         TEXT NOT NULL UNIQUE,
  nr             INTEGER NOT NULL UNIQUE,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  unit_id        TEXT NOT NULL REFERENCES organisation_units (id),
  -- The unit's name as it was then, a JSON object of texts per language.
  unit_name      TEXT NOT NULL,
  about          TEXT NOT NULL,
  story          TEXT NOT NULL,
  facts          TEXT NOT NULL,
  stage          TEXT NOT NULL CHECK (stage IN ('reported', 'assessed', 'notified', 'not_needed', 'closed')),
  outcome        TEXT CHECK (outcome IN ('breach', 'near_miss', 'observation', 'false_alarm', 'security')),
  -- 1 yes, 0 no, NULL not decided.
  breach         INTEGER,
  occurred_at    INTEGER,
  occurred_day   TEXT,
  noticed_at     INTEGER,
  noticed_day    TEXT,
  reported_at    INTEGER NOT NULL,
  aware_at       INTEGER,
  -- When it became known: the awareness of a breach, else the report. The case belongs to this year.
  known_at       INTEGER NOT NULL,
  -- Until when the authority is to be notified; only for a breach.
  notify_by      INTEGER,
  notified_at    INTEGER,
  -- 1 when it was notified after that.
  late           INTEGER NOT NULL,
  answered_at    INTEGER,
  handed_at      INTEGER,
  closed_at      INTEGER,
  -- Nobody else's table and no step repeats who reported.
  reporter_id    TEXT,
  answerable     INTEGER NOT NULL,
  salt           BLOB
) STRICT;
-- Each filter of the register has an index in the list's order, with what counting needs beside it.
CREATE INDEX incidents_cases_known ON incidents_cases (known_at, id, stage, outcome, controller_id, breach, handed_at);
CREATE INDEX incidents_cases_controller ON incidents_cases (controller_id, known_at, id, stage, outcome, breach, handed_at);
CREATE INDEX incidents_cases_stage ON incidents_cases (stage, known_at, id, outcome, controller_id, breach, handed_at);
CREATE INDEX incidents_cases_outcome ON incidents_cases (outcome, known_at, id, stage, controller_id, breach, handed_at);
CREATE INDEX incidents_cases_unit ON incidents_cases (unit_id, known_at, id);
CREATE INDEX incidents_cases_late ON incidents_cases (late, known_at);
CREATE INDEX incidents_cases_reported ON incidents_cases (reported_at);
CREATE INDEX incidents_cases_reporter ON incidents_cases (reporter_id, reported_at);

CREATE TABLE incidents_steps (
  id        TEXT PRIMARY KEY,
  case_id   TEXT NOT NULL REFERENCES incidents_cases (id),
  seq       INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  at        INTEGER NOT NULL,
  by_mark   TEXT NOT NULL,
  -- Awareness as this assessment says, to find the year's cases.
  aware_at  INTEGER,
  -- What must be known for the step, as JSON, without texts.
  data      TEXT NOT NULL,
  -- Its reason, answer or story in words.
  words     TEXT NOT NULL,
  salt      BLOB,
  UNIQUE (case_id, seq)
) STRICT;
CREATE INDEX incidents_steps_aware ON incidents_steps (aware_at);

-- The words of each case, for searching. Made from the case, thrown away and made again with it.
CREATE TABLE incidents_words (
  word  TEXT NOT NULL,
  nr    INTEGER NOT NULL,
  PRIMARY KEY (word, nr)
) STRICT;
CREATE INDEX incidents_words_case ON incidents_words (nr, word);
