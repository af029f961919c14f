-- base/organisation: the names a board or company takes from a day on; the one it began with stands in its own row.
CREATE TABLE organisation_controller_names (
  id             TEXT PRIMARY KEY,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  name           TEXT NOT NULL,
  from_day       TEXT NOT NULL,
  salt           BLOB,
  UNIQUE (controller_id, from_day)
) STRICT;
