-- year/publish: what was published, as it was published.

-- edition 1 is the first publication; errata make further ones. cells is the digest of what it added to
-- year_published_cells.
CREATE TABLE year_editions (
  id        TEXT PRIMARY KEY,
  year_id   TEXT NOT NULL REFERENCES year_years (id),
  edition   INTEGER NOT NULL,
  snapshot  INTEGER NOT NULL,
  errata    INTEGER NOT NULL,
  cells     TEXT NOT NULL,
  made_at   INTEGER NOT NULL,
  made_by   TEXT NOT NULL,
  salt      BLOB,
  UNIQUE (year_id, edition)
) STRICT;

-- digest is the SHA-256 of the content, so the book's commitment to the row is one to the content.
CREATE TABLE year_files (
  id       TEXT PRIMARY KEY,
  year_id  TEXT NOT NULL REFERENCES year_years (id),
  edition  INTEGER NOT NULL,
  name     TEXT NOT NULL,
  mime     TEXT NOT NULL,
  bytes    INTEGER NOT NULL,
  digest   TEXT NOT NULL,
  salt     BLOB,
  UNIQUE (year_id, edition, name)
) STRICT;

CREATE TABLE year_file_contents (
  digest   TEXT PRIMARY KEY,
  content  BLOB NOT NULL
) STRICT;

-- Everything the public ever saw of a cell, and what was withheld, with its value: without it nobody could
-- prove that later publications do not give it back. board is '' for the whole; year is the year the value is
-- about, sheet the one that brought it first; why is empty
-- for what was printed.
CREATE TABLE year_published_cells (
  figure   TEXT NOT NULL,
  board    TEXT NOT NULL,
  year     INTEGER NOT NULL,
  edition  INTEGER NOT NULL,
  sheet    INTEGER NOT NULL,
  value    REAL NOT NULL,
  why      TEXT,
  PRIMARY KEY (figure, board, year, edition)
) STRICT;
CREATE INDEX year_published_cells_year ON year_published_cells (year);
