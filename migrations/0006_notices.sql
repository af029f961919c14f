-- base/notices. What a person was told is one row that never changes; what became of it are rows beside it.
CREATE TABLE notices_sent (
  id         TEXT PRIMARY KEY,
  person_id  TEXT NOT NULL,
  kind       TEXT NOT NULL,
  args       TEXT NOT NULL,
  href       TEXT NOT NULL,
  at         INTEGER NOT NULL,
  salt       BLOB
) STRICT;
CREATE INDEX notices_sent_person ON notices_sent (person_id, at);
CREATE INDEX notices_sent_at ON notices_sent (at);

CREATE TABLE notices_read (
  notice_id  TEXT PRIMARY KEY REFERENCES notices_sent (id),
  at         INTEGER NOT NULL
) STRICT;

-- No row: the mail waits. state is sent, failed or none (the person has no address).
CREATE TABLE notices_mail (
  notice_id  TEXT PRIMARY KEY REFERENCES notices_sent (id),
  state      TEXT NOT NULL CHECK (state IN ('sent', 'failed', 'none')),
  at         INTEGER NOT NULL
) STRICT;
