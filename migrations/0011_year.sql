-- The Data Balance Sheet. A year's id is its number as text. note, text, body and reason are JSON objects of
-- texts per language. A state is a row: what happened to a year stands in year_steps. place is the order in
-- which rows were made, counted from 1; two may bear the same moment.

-- kind: counted by the program, or history that people enter.
CREATE TABLE year_years (
  id    TEXT PRIMARY KEY,
  kind  TEXT NOT NULL CHECK (kind IN ('counted', 'history')),
  salt  BLOB
) STRICT;

-- kind is opened, closed, approved or published; number is the snapshot that the step speaks of.
CREATE TABLE year_steps (
  id         TEXT PRIMARY KEY,
  year_id    TEXT NOT NULL REFERENCES year_years (id),
  place      INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  number     INTEGER,
  body       TEXT,
  day        TEXT,
  paragraph  TEXT,
  made_at    INTEGER NOT NULL,
  made_by    TEXT NOT NULL,
  salt       BLOB
) STRICT;
CREATE INDEX year_steps_year ON year_steps (year_id);

-- One per year, figure and board ('whole' without one). A value of NULL says: not available.
CREATE TABLE year_entries (
  id             TEXT PRIMARY KEY,
  year_id        TEXT NOT NULL REFERENCES year_years (id),
  figure         TEXT NOT NULL,
  section        INTEGER NOT NULL,
  controller_id  TEXT REFERENCES organisation_controllers (id),
  value          REAL,
  above          REAL,
  below          REAL,
  note           TEXT NOT NULL,
  made_at        INTEGER NOT NULL,
  made_by        TEXT NOT NULL,
  salt           BLOB
) STRICT;
CREATE INDEX year_entries_year ON year_entries (year_id, section);

-- A file of figures that was previewed and waits for its confirmation.
CREATE TABLE year_imports (
  id       TEXT PRIMARY KEY,
  year_id  TEXT NOT NULL REFERENCES year_years (id),
  content  TEXT NOT NULL,
  lang     TEXT NOT NULL,
  made_at  INTEGER NOT NULL,
  made_by  TEXT NOT NULL,
  done_at  INTEGER
) STRICT;

-- Who answers for a section of a year, until when, and who may see it. id is year:section.
CREATE TABLE year_sections (
  id          TEXT PRIMARY KEY,
  year_id     TEXT NOT NULL REFERENCES year_years (id),
  section     INTEGER NOT NULL,
  owner_id    TEXT REFERENCES organisation_people (id),
  due         TEXT,
  visibility  TEXT NOT NULL,
  salt        BLOB
) STRICT;

-- state is draft, commented or ready; the last row holds.
CREATE TABLE year_section_steps (
  id       TEXT PRIMARY KEY,
  year_id  TEXT NOT NULL REFERENCES year_years (id),
  section  INTEGER NOT NULL,
  place    INTEGER NOT NULL,
  state    TEXT NOT NULL,
  made_at  INTEGER NOT NULL,
  made_by  TEXT NOT NULL,
  salt     BLOB
) STRICT;
CREATE INDEX year_section_steps_year ON year_section_steps (year_id, section);

CREATE TABLE year_paragraphs (
  id          TEXT PRIMARY KEY,
  year_id     TEXT NOT NULL REFERENCES year_years (id),
  section     INTEGER NOT NULL,
  place       INTEGER NOT NULL,
  text        TEXT NOT NULL,
  visibility  TEXT NOT NULL,
  made_at     INTEGER NOT NULL,
  made_by     TEXT NOT NULL,
  salt        BLOB
) STRICT;
CREATE INDEX year_paragraphs_year ON year_paragraphs (year_id, section);

CREATE TABLE year_comments (
  id         TEXT PRIMARY KEY,
  year_id    TEXT NOT NULL REFERENCES year_years (id),
  section    INTEGER NOT NULL,
  person_id  TEXT REFERENCES organisation_people (id),
  text       TEXT NOT NULL,
  made_at    INTEGER NOT NULL,
  salt       BLOB
) STRICT;
CREATE INDEX year_comments_year ON year_comments (year_id, section);

-- A development target; year is the year it is set for. from_target: the one it carries on.
CREATE TABLE year_targets (
  id             TEXT PRIMARY KEY,
  year           INTEGER NOT NULL,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  text           TEXT NOT NULL,
  owner          TEXT NOT NULL,
  due            TEXT,
  day            TEXT NOT NULL,
  from_target    TEXT REFERENCES year_targets (id),
  made_at        INTEGER NOT NULL,
  made_by        TEXT NOT NULL,
  salt           BLOB
) STRICT;
CREATE INDEX year_targets_year ON year_targets (year);

CREATE TABLE year_target_steps (
  id         TEXT PRIMARY KEY,
  target_id  TEXT NOT NULL REFERENCES year_targets (id),
  place      INTEGER NOT NULL,
  status     TEXT NOT NULL,
  reason     TEXT,
  day        TEXT NOT NULL,
  made_at    INTEGER NOT NULL,
  made_by    TEXT NOT NULL,
  salt       BLOB
) STRICT;
CREATE INDEX year_target_steps_target ON year_target_steps (target_id);

-- What was frozen: boards, years, texts and targets are JSON. The figures stand in year_figures.
CREATE TABLE year_snapshots (
  id        TEXT PRIMARY KEY,
  year_id   TEXT NOT NULL REFERENCES year_years (id),
  number    INTEGER NOT NULL,
  taken_at  INTEGER NOT NULL,
  cutoff    TEXT NOT NULL,
  head      TEXT NOT NULL,
  boards    TEXT NOT NULL,
  years     TEXT NOT NULL,
  texts     TEXT NOT NULL,
  targets   TEXT NOT NULL,
  made_by   TEXT NOT NULL,
  salt      BLOB,
  UNIQUE (year_id, number)
) STRICT;

-- definition and cells are JSON: the definition as it was, and the values of this and earlier years per board.
CREATE TABLE year_figures (
  id           TEXT PRIMARY KEY,
  snapshot_id  TEXT NOT NULL REFERENCES year_snapshots (id),
  figure       TEXT NOT NULL,
  section      INTEGER NOT NULL,
  place        INTEGER NOT NULL,
  definition   TEXT NOT NULL,
  cells        TEXT NOT NULL,
  salt         BLOB,
  UNIQUE (snapshot_id, figure)
) STRICT;

-- Corrections after approval, old and new beside each other; the snapshot stays as it is.
CREATE TABLE year_errata (
  id             TEXT PRIMARY KEY,
  year_id        TEXT NOT NULL REFERENCES year_years (id),
  number         INTEGER NOT NULL,
  place          INTEGER NOT NULL,
  figure         TEXT NOT NULL,
  controller_id  TEXT REFERENCES organisation_controllers (id),
  day            TEXT NOT NULL,
  reason         TEXT NOT NULL,
  old_value      REAL,
  new_value      REAL,
  approved_by    TEXT NOT NULL,
  made_at        INTEGER NOT NULL,
  made_by        TEXT NOT NULL,
  salt           BLOB
) STRICT;
CREATE INDEX year_errata_year ON year_errata (year_id);
