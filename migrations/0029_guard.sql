-- What became of a mail is written twice for each recipient, before and after: one tree that is ordered by its key
-- instead of a table with an index beside it, and nothing to move when the second is written.
ALTER TABLE guard_ways RENAME TO guard_ways_before;
DROP INDEX guard_ways_at;
CREATE TABLE guard_ways (
  mail TEXT NOT NULL,
  recipient TEXT NOT NULL,
  -- doing: begun, and nobody has said how it ended · later: certainly not sent yet · done
  state TEXT NOT NULL,
  -- passed, delivered, stored, held, refused, not-sent, bounced or probe; empty until it is done
  outcome TEXT NOT NULL,
  -- who does it (machine and start of the program), and until when nobody else may
  owner TEXT NOT NULL,
  until_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (mail, recipient)
) STRICT, WITHOUT ROWID;
INSERT INTO guard_ways (mail, recipient, state, outcome, owner, until_at, attempts, first_at, at)
  SELECT mail, recipient, state, outcome, owner, until_at, attempts, first_at, at FROM guard_ways_before;
DROP TABLE guard_ways_before;
CREATE INDEX guard_ways_first ON guard_ways (first_at);
