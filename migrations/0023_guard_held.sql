-- modules/guard/held, proof, views: what was stopped and for whom, how every recipient was reached, and what the
-- year counts. Content is encrypted under a key outside the database; what stands here in the clear is metadata.

-- One mail of one sender that was stopped or sent by a safer way than asked. `sealed` holds recipients, subject and
-- passages, `message` the mail itself while it is held; both are wiped when the matter is settled or too old.
CREATE TABLE guard_stopped (
  id             TEXT PRIMARY KEY,
  mail_id        TEXT NOT NULL,
  way            TEXT NOT NULL,
  owner_id       TEXT,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  unit_id        TEXT,
  at             INTEGER NOT NULL,
  until          INTEGER NOT NULL,
  class          TEXT NOT NULL,
  answerable     INTEGER NOT NULL,
  recipients     INTEGER NOT NULL,
  reasons        TEXT NOT NULL,
  sealed         BLOB,
  message        BLOB,
  salt           BLOB
) STRICT;
CREATE INDEX guard_stopped_owner ON guard_stopped (owner_id, at, id);
CREATE INDEX guard_stopped_mail ON guard_stopped (mail_id);
CREATE INDEX guard_stopped_at ON guard_stopped (at, id);
CREATE INDEX guard_stopped_until ON guard_stopped (until) WHERE sealed IS NOT NULL;

-- A recipient of a mail is stopped once, however often the mail is handed in again.
CREATE TABLE guard_stopped_to (
  mail_id     TEXT NOT NULL,
  recipient   TEXT NOT NULL,
  stopped_id  TEXT NOT NULL REFERENCES guard_stopped (id),
  PRIMARY KEY (mail_id, recipient)
) STRICT;

-- What was decided and what became of it: a state is a row. `why` is the sender's choice of a reason, `reason` its words.
CREATE TABLE guard_decisions (
  id          TEXT PRIMARY KEY,
  stopped_id  TEXT NOT NULL REFERENCES guard_stopped (id),
  nr          INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  by_mark     TEXT NOT NULL,
  step        TEXT NOT NULL,
  why         TEXT,
  reason      TEXT,
  detail      TEXT,
  salt        BLOB
) STRICT;
CREATE UNIQUE INDEX guard_decisions_stopped ON guard_decisions (stopped_id, nr);
CREATE INDEX guard_decisions_at ON guard_decisions (at);

-- One attempt for one recipient (facts/mail-guard.md § 8). The recipient is a keyed hash; the domain is in the clear.
CREATE TABLE guard_sent (
  id             TEXT PRIMARY KEY,
  mail_id        TEXT NOT NULL,
  at             INTEGER NOT NULL,
  message_id     TEXT NOT NULL,
  queue_id       TEXT NOT NULL,
  sender_id      TEXT,
  sender         TEXT NOT NULL,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  unit_id        TEXT,
  recipient      TEXT NOT NULL,
  domain         TEXT NOT NULL,
  class          TEXT NOT NULL,
  level          TEXT NOT NULL,
  way            TEXT NOT NULL,
  would          TEXT,
  rule           TEXT NOT NULL,
  reasons        TEXT NOT NULL,
  wish           INTEGER NOT NULL,
  outcome        TEXT NOT NULL,
  again          INTEGER NOT NULL,
  digest         TEXT NOT NULL,
  evidence       TEXT,
  salt           BLOB
) STRICT;
CREATE INDEX guard_sent_mail ON guard_sent (mail_id, at);
CREATE INDEX guard_sent_message ON guard_sent (message_id, at);
CREATE INDEX guard_sent_recipient ON guard_sent (recipient, at);
CREATE INDEX guard_sent_at ON guard_sent (at);

-- What was found in a mail that was not plainly clean, masked. The officer reads it; nobody can make the mail of it.
CREATE TABLE guard_seen (
  id             TEXT PRIMARY KEY,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  unit_id        TEXT,
  at             INTEGER NOT NULL,
  class          TEXT NOT NULL,
  persons        INTEGER NOT NULL,
  children       INTEGER NOT NULL,
  inspected      INTEGER NOT NULL,
  dry            INTEGER NOT NULL,
  -- Sent on although what was found asked for more; and although a person had wished otherwise.
  exposed        INTEGER NOT NULL,
  wish           INTEGER NOT NULL,
  findings       TEXT NOT NULL,
  found          INTEGER NOT NULL,
  incident_id    TEXT,
  salt           BLOB
) STRICT;
CREATE INDEX guard_seen_at ON guard_seen (at, id);
CREATE INDEX guard_seen_exposed ON guard_seen (exposed, at, id);

-- Counts per day, board and unit; they name nobody and stay when the rows above are disposed of.
CREATE TABLE guard_counts (
  day            TEXT NOT NULL,
  controller_id  TEXT NOT NULL,
  unit_id        TEXT NOT NULL,
  what           TEXT NOT NULL,
  n              INTEGER NOT NULL,
  PRIMARY KEY (day, controller_id, unit_id, what)
) STRICT;

-- Mailboxes that no single person sends from, and those a second reader never opens.
CREATE TABLE guard_mailboxes (
  id         TEXT PRIMARY KEY,
  address    TEXT NOT NULL,
  kind       TEXT NOT NULL,
  owner_id   TEXT,
  reason     TEXT NOT NULL,
  at         INTEGER NOT NULL,
  by_mark    TEXT NOT NULL,
  ended_at   INTEGER,
  salt       BLOB
) STRICT;
CREATE UNIQUE INDEX guard_mailboxes_now ON guard_mailboxes (address, kind) WHERE ended_at IS NULL;

-- A second pair of eyes, where the country's rule allows one and the municipality has decided on it. Off without a row.
CREATE TABLE guard_eyes (
  id             TEXT PRIMARY KEY,
  controller_id  TEXT NOT NULL REFERENCES organisation_controllers (id),
  reader_id      TEXT NOT NULL,
  rule           TEXT NOT NULL,
  consulted      TEXT NOT NULL,
  note           TEXT NOT NULL,
  at             INTEGER NOT NULL,
  by_mark        TEXT NOT NULL,
  ended_at       INTEGER,
  salt           BLOB
) STRICT;
CREATE INDEX guard_eyes_controller ON guard_eyes (controller_id, at);
