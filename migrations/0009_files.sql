-- base/files. The bytes stand in a table of their own: the book commits to their digest, lists never read them.
CREATE TABLE files_kept (
  id             TEXT PRIMARY KEY,
  subject_kind   TEXT NOT NULL,
  subject_id     TEXT NOT NULL,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  name           TEXT NOT NULL,
  looks          TEXT NOT NULL,
  size           INTEGER NOT NULL,
  digest         TEXT NOT NULL,
  at             INTEGER NOT NULL,
  salt           BLOB
) STRICT;
CREATE INDEX files_kept_subject ON files_kept (subject_kind, subject_id);

CREATE TABLE files_content (
  file_id  TEXT PRIMARY KEY REFERENCES files_kept (id),
  content  BLOB NOT NULL
) STRICT;
