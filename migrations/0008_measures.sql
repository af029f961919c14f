-- base/measures: one register, fed by every room. state, owner_id and due_day repeat what the last steps say,
-- so that a list can be filtered; a figure of the past reads the steps.
CREATE TABLE measures_kept (
  id             TEXT PRIMARY KEY,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  origin_kind    TEXT NOT NULL,
  origin_id      TEXT NOT NULL,
  text           TEXT NOT NULL,
  folded         TEXT NOT NULL,
  entered_at     INTEGER NOT NULL,
  entered_by     TEXT NOT NULL,
  state          TEXT NOT NULL,
  owner_id       TEXT,
  due_day        TEXT,
  salt           BLOB
) STRICT;
CREATE INDEX measures_kept_origin ON measures_kept (origin_kind, origin_id);
CREATE INDEX measures_kept_state ON measures_kept (state, due_day);
CREATE INDEX measures_kept_owner ON measures_kept (owner_id);

-- owner_id and due_day are what holds from this step on.
CREATE TABLE measures_steps (
  id          TEXT PRIMARY KEY,
  measure_id  TEXT NOT NULL REFERENCES measures_kept (id),
  place       INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  at          INTEGER NOT NULL,
  by_mark     TEXT NOT NULL,
  note        TEXT NOT NULL,
  owner_id    TEXT,
  due_day     TEXT,
  salt        BLOB,
  UNIQUE (measure_id, place)
) STRICT;
