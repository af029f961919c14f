-- base/organisation. A span holds from from_day to until_day, both included; NULL is open.
-- name is a JSON object of texts per language; folded is what searching compares, written by the program.

CREATE TABLE organisation_controllers (
  id         TEXT PRIMARY KEY,
  code       TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL CHECK (kind IN ('board', 'company')),
  name       TEXT NOT NULL,
  from_day   TEXT NOT NULL,
  until_day  TEXT,
  salt       BLOB
) STRICT;

CREATE TABLE organisation_units (
  id    TEXT PRIMARY KEY,
  code  TEXT NOT NULL UNIQUE,
  salt  BLOB
) STRICT;

CREATE TABLE organisation_unit_spans (
  id             TEXT PRIMARY KEY,
  unit_id        TEXT NOT NULL REFERENCES organisation_units (id),
  name           TEXT NOT NULL,
  folded         TEXT NOT NULL,
  parent_id      TEXT REFERENCES organisation_units (id),
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  from_day       TEXT NOT NULL,
  until_day      TEXT,
  salt           BLOB
) STRICT;
CREATE INDEX organisation_unit_spans_unit ON organisation_unit_spans (unit_id, from_day);

-- What became of units: kind is rename, merge, split, new, end or move. Rows of one decision that takes effect on
-- one day carry the same word in decision, so that it counts once.
CREATE TABLE organisation_unit_changes (
  id         TEXT PRIMARY KEY,
  decision   TEXT NOT NULL,
  day        TEXT NOT NULL,
  kind       TEXT NOT NULL,
  from_unit  TEXT REFERENCES organisation_units (id),
  to_unit    TEXT REFERENCES organisation_units (id),
  note       TEXT NOT NULL,
  salt       BLOB
) STRICT;

CREATE TABLE organisation_titles (
  id      TEXT PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE,
  name    TEXT NOT NULL,
  folded  TEXT NOT NULL,
  salt    BLOB
) STRICT;

CREATE TABLE organisation_people (
  id      TEXT PRIMARY KEY,
  number  TEXT NOT NULL UNIQUE,
  given   TEXT NOT NULL,
  family  TEXT NOT NULL,
  folded  TEXT NOT NULL,
  email   TEXT,
  lang    TEXT,
  salt    BLOB
) STRICT;
CREATE INDEX organisation_people_email ON organisation_people (email);

CREATE TABLE organisation_employments (
  id         TEXT PRIMARY KEY,
  number     TEXT NOT NULL,
  person_id  TEXT NOT NULL REFERENCES organisation_people (id),
  unit_id    TEXT NOT NULL REFERENCES organisation_units (id),
  title_id   TEXT NOT NULL REFERENCES organisation_titles (id),
  from_day   TEXT NOT NULL,
  until_day  TEXT,
  salt       BLOB
) STRICT;
CREATE INDEX organisation_employments_person ON organisation_employments (person_id);
CREATE INDEX organisation_employments_unit ON organisation_employments (unit_id, from_day);
CREATE INDEX organisation_employments_number ON organisation_employments (number);

CREATE TABLE organisation_managers (
  id         TEXT PRIMARY KEY,
  unit_id    TEXT NOT NULL REFERENCES organisation_units (id),
  person_id  TEXT NOT NULL REFERENCES organisation_people (id),
  from_day   TEXT NOT NULL,
  until_day  TEXT,
  salt       BLOB
) STRICT;
CREATE INDEX organisation_managers_person ON organisation_managers (person_id);

CREATE TABLE organisation_duties (
  id             TEXT PRIMARY KEY,
  role           TEXT NOT NULL,
  person_id      TEXT NOT NULL REFERENCES organisation_people (id),
  controller_id  TEXT REFERENCES organisation_controllers (id),
  from_day       TEXT NOT NULL,
  until_day      TEXT,
  salt           BLOB
) STRICT;
CREATE INDEX organisation_duties_person ON organisation_duties (person_id);

-- A file of people that was previewed and waits for its confirmation.
CREATE TABLE organisation_imports (
  id          TEXT PRIMARY KEY,
  by_person   TEXT NOT NULL,
  made_at     INTEGER NOT NULL,
  mapping     TEXT NOT NULL,
  content     BLOB NOT NULL,
  done_at     INTEGER
) STRICT;
