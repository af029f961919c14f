-- base/tasks. Asked of one person, or of whoever holds the role for the controller; open until done_at.
CREATE TABLE tasks_asked (
  id             TEXT PRIMARY KEY,
  kind           TEXT NOT NULL,
  subject_kind   TEXT NOT NULL,
  subject_id     TEXT NOT NULL,
  href           TEXT NOT NULL,
  controller_id  TEXT NOT NULL,
  role           TEXT NOT NULL,
  person_id      TEXT,
  due_day        TEXT,
  opened_at      INTEGER NOT NULL,
  done_at        INTEGER,
  done_by        TEXT,
  salt           BLOB
) STRICT;
CREATE INDEX tasks_asked_subject ON tasks_asked (subject_kind, subject_id, kind);
CREATE INDEX tasks_asked_open ON tasks_asked (done_at, role);
CREATE INDEX tasks_asked_person ON tasks_asked (person_id, done_at);
