-- modules/incidents, reporting. Forms without an account that were accepted: keyed hash of the bits in the form, and the
-- keyed hash of the receipt it gave, so that the same form with other words finds its report. Forgotten after some days.
CREATE TABLE incidents_box_forms (
  form     TEXT PRIMARY KEY,
  receipt  TEXT NOT NULL,
  day      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
