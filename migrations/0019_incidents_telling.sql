-- modules/incidents/telling. What the authority and the people concerned are told.

-- The notification as it is being written; one per case.
CREATE TABLE incidents_telling_drafts (
  id             TEXT PRIMARY KEY,
  case_id        TEXT NOT NULL UNIQUE REFERENCES incidents_cases (id),
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  -- Values by field, as JSON.
  content        TEXT NOT NULL,
  changed_at     INTEGER NOT NULL,
  salt           BLOB
) STRICT;

-- What was sent: never changed.
CREATE TABLE incidents_telling_phases (
  id             TEXT PRIMARY KEY,
  case_id        TEXT NOT NULL REFERENCES incidents_cases (id),
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  seq            INTEGER NOT NULL,
  phase          TEXT NOT NULL CHECK (phase IN ('preliminary', 'complementing', 'complete', 'withdrawal')),
  -- The country whose form it was.
  country        TEXT NOT NULL,
  sent_at        INTEGER NOT NULL,
  way            TEXT NOT NULL,
  receipt        TEXT NOT NULL,
  rest_by        TEXT,
  content        TEXT NOT NULL,
  -- Codes of the fields that were open, as a JSON list.
  open           TEXT NOT NULL,
  by_mark        TEXT NOT NULL,
  written_at     INTEGER NOT NULL,
  salt           BLOB,
  UNIQUE (case_id, seq)
) STRICT;

-- The authority's number and what it decided.
CREATE TABLE incidents_telling_matters (
  id             TEXT PRIMARY KEY,
  case_id        TEXT NOT NULL UNIQUE REFERENCES incidents_cases (id),
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  number         TEXT NOT NULL,
  contact        TEXT NOT NULL,
  changed_at     INTEGER NOT NULL,
  salt           BLOB
) STRICT;

CREATE TABLE incidents_telling_decisions (
  id             TEXT PRIMARY KEY,
  case_id        TEXT NOT NULL REFERENCES incidents_cases (id),
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  kind           TEXT NOT NULL,
  decided_on     TEXT NOT NULL,
  reference      TEXT NOT NULL,
  words          TEXT NOT NULL,
  -- Until when an order is to be followed.
  due_on         TEXT,
  by_mark        TEXT NOT NULL,
  written_at     INTEGER NOT NULL,
  salt           BLOB
) STRICT;
CREATE INDEX incidents_telling_decisions_case ON incidents_telling_decisions (case_id, decided_on, id);

-- Questions of the authority to us, supplements it waits for, and our questions to a supplier.
CREATE TABLE incidents_telling_questions (
  id             TEXT PRIMARY KEY,
  case_id        TEXT NOT NULL REFERENCES incidents_cases (id),
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  kind           TEXT NOT NULL CHECK (kind IN ('question', 'supplement', 'supplier')),
  asked_on       TEXT NOT NULL,
  words          TEXT NOT NULL,
  due_on         TEXT,
  answered_on    TEXT,
  answer         TEXT NOT NULL,
  by_mark        TEXT NOT NULL,
  written_at     INTEGER NOT NULL,
  salt           BLOB
) STRICT;
CREATE INDEX incidents_telling_questions_case ON incidents_telling_questions (case_id, asked_on, id);

-- A breach at a supplier: who told us what and when.
CREATE TABLE incidents_telling_suppliers (
  id             TEXT PRIMARY KEY,
  case_id        TEXT NOT NULL UNIQUE REFERENCES incidents_cases (id),
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  name           TEXT NOT NULL,
  contact        TEXT NOT NULL,
  sub_processor  TEXT NOT NULL,
  agreement      TEXT NOT NULL,
  -- When the supplier became aware, as far as it says; when it told us.
  aware_at       INTEGER,
  aware_day      TEXT,
  told_at        INTEGER NOT NULL,
  story          TEXT NOT NULL,
  changed_at     INTEGER NOT NULL,
  salt           BLOB
) STRICT;

-- Letters to people concerned, one per language.
CREATE TABLE incidents_telling_letters (
  id             TEXT PRIMARY KEY,
  case_id        TEXT NOT NULL REFERENCES incidents_cases (id),
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  lang           TEXT NOT NULL,
  -- The letter's parts, as JSON.
  content        TEXT NOT NULL,
  changed_at     INTEGER NOT NULL,
  salt           BLOB,
  UNIQUE (case_id, lang)
) STRICT;

-- Who was told, when and how: groups and numbers, never names. The text is kept as it was sent.
CREATE TABLE incidents_telling_told (
  id             TEXT PRIMARY KEY,
  case_id        TEXT NOT NULL REFERENCES incidents_cases (id),
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  told_at        INTEGER NOT NULL,
  channel        TEXT NOT NULL,
  people         TEXT NOT NULL,
  number         INTEGER,
  extent         TEXT NOT NULL,
  part_why       TEXT NOT NULL,
  lang           TEXT,
  words          TEXT NOT NULL,
  -- Where a public communication stood, or where the proof is kept.
  place          TEXT NOT NULL,
  proof          TEXT NOT NULL,
  by_mark        TEXT NOT NULL,
  written_at     INTEGER NOT NULL,
  salt           BLOB
) STRICT;
CREATE INDEX incidents_telling_told_case ON incidents_telling_told (case_id, told_at, id);
