-- modules/incidents/tally: frequent harmless near misses, counted without a report. Nobody is named and no moment is
-- kept: the day, the unit, what it was like and how many.
CREATE TABLE incidents_tallies (
  id             TEXT PRIMARY KEY,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  unit_id        TEXT NOT NULL REFERENCES organisation_units (id),
  -- The unit's name as it was then, a JSON object of texts per language.
  unit_name      TEXT NOT NULL,
  about          TEXT NOT NULL,
  day            TEXT NOT NULL,
  number         INTEGER NOT NULL,
  -- 1 when an officer struck it as a mistake; the row stays.
  struck         INTEGER,
  salt           BLOB
) STRICT;
CREATE INDEX incidents_tallies_day ON incidents_tallies (day, id);
