-- What became of a mail for each recipient, so that a retry after a crash neither sends twice nor mistakes a new
-- mail for an old one. The mail is a keyed hash of Postfix's long queue id and the SHA-256 of the bytes, the
-- recipient a keyed hash of the address: neither can be read from here. Rows go after 30 days.
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
) STRICT;

CREATE INDEX guard_ways_at ON guard_ways (at);
