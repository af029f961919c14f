-- modules/guard/portal: messages that were not sent openly, for people who are none of ours. What somebody could read
-- stands here sealed (base/keys); who somebody is, as a keyed hash. The keys are not in the database or its backup.

-- People who can prove who they are: a phone, an identity number, registered by an employee beforehand.
CREATE TABLE guard_portal_people (
  id            TEXT PRIMARY KEY,
  address       BLOB NOT NULL,
  address_mark  TEXT NOT NULL,
  phone         BLOB,
  number        BLOB,
  number_mark   TEXT,
  lang          TEXT NOT NULL,
  -- How the employee knew that the phone and the number are this person's.
  known_by      TEXT NOT NULL,
  at            INTEGER NOT NULL,
  by_mark       TEXT NOT NULL,
  ended_at      INTEGER,
  ended_by      TEXT,
  salt          BLOB
) STRICT;
CREATE INDEX guard_portal_people_address ON guard_portal_people (address_mark);
CREATE INDEX guard_portal_people_by ON guard_portal_people (by_mark, at);

-- A message for one recipient. The guard may deposit it again after a crash: there is one per mail and recipient.
CREATE TABLE guard_portal_messages (
  id              TEXT PRIMARY KEY,
  mail_id         TEXT NOT NULL,
  recipient       BLOB NOT NULL,
  recipient_mark  TEXT NOT NULL,
  sender_id       TEXT,
  sender          BLOB NOT NULL,
  subject         BLOB NOT NULL,
  lang            TEXT NOT NULL,
  -- The least proof that opens it.
  proof           TEXT NOT NULL,
  bytes           INTEGER NOT NULL,
  -- SHA-256 of the message as it came.
  digest          TEXT NOT NULL,
  at              INTEGER NOT NULL,
  expires_at      INTEGER NOT NULL,
  noticed_at      INTEGER,
  first_read_at   INTEGER,
  erased_at       INTEGER,
  salt            BLOB
) STRICT;
CREATE UNIQUE INDEX guard_portal_messages_once ON guard_portal_messages (mail_id, recipient_mark);
CREATE INDEX guard_portal_messages_recipient ON guard_portal_messages (recipient_mark, at);
CREATE INDEX guard_portal_messages_sender ON guard_portal_messages (sender_id, at);
CREATE INDEX guard_portal_messages_expires ON guard_portal_messages (expires_at) WHERE erased_at IS NULL;

-- The message itself; gone when it expires.
CREATE TABLE guard_portal_contents (
  id       TEXT PRIMARY KEY REFERENCES guard_portal_messages (id),
  content  BLOB NOT NULL
) STRICT;

-- Codes to a phone or in a letter, as keyed hashes.
CREATE TABLE guard_portal_codes (
  id          TEXT PRIMARY KEY,
  message_id  TEXT NOT NULL REFERENCES guard_portal_messages (id),
  -- The proof that it is.
  proof       TEXT NOT NULL,
  mark        TEXT NOT NULL,
  tries       INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  until       INTEGER NOT NULL,
  ended_at    INTEGER
) STRICT;
CREATE INDEX guard_portal_codes_message ON guard_portal_codes (message_id, at);

-- Whoever has proven who they are, for a while. The cookie's secret stands here as its SHA-256.
CREATE TABLE guard_portal_sessions (
  hash            TEXT PRIMARY KEY,
  recipient_mark  TEXT NOT NULL,
  message_id      TEXT NOT NULL,
  proof           TEXT NOT NULL,
  until           INTEGER NOT NULL
) STRICT;

-- Sign-ins by national eID that have begun.
CREATE TABLE guard_portal_eids (
  state       TEXT PRIMARY KEY,
  nonce       TEXT NOT NULL,
  verifier    TEXT NOT NULL,
  browser     TEXT NOT NULL,
  message_id  TEXT NOT NULL,
  until       INTEGER NOT NULL
) STRICT;

-- Read receipts: who had proven what opened the message, and when.
CREATE TABLE guard_portal_reads (
  id          TEXT PRIMARY KEY,
  message_id  TEXT NOT NULL REFERENCES guard_portal_messages (id),
  at          INTEGER NOT NULL,
  proof       TEXT NOT NULL,
  salt        BLOB
) STRICT;
CREATE INDEX guard_portal_reads_message ON guard_portal_reads (message_id, at);

-- What the recipient wrote back.
CREATE TABLE guard_portal_answers (
  id          TEXT PRIMARY KEY,
  message_id  TEXT NOT NULL REFERENCES guard_portal_messages (id),
  words       BLOB NOT NULL,
  at          INTEGER NOT NULL,
  salt        BLOB
) STRICT;
CREATE INDEX guard_portal_answers_message ON guard_portal_answers (message_id, at);
CREATE TABLE guard_portal_files (
  id         TEXT PRIMARY KEY,
  answer_id  TEXT NOT NULL REFERENCES guard_portal_answers (id),
  name       BLOB NOT NULL,
  content    BLOB NOT NULL,
  bytes      INTEGER NOT NULL,
  salt       BLOB
) STRICT;
CREATE INDEX guard_portal_files_answer ON guard_portal_files (answer_id);

-- What a national channel took, or its simulator. One row per mail, recipient and channel: no parcel goes twice.
CREATE TABLE guard_portal_parcels (
  id              TEXT PRIMARY KEY,
  mail_id         TEXT NOT NULL,
  recipient_mark  TEXT NOT NULL,
  channel         TEXT NOT NULL,
  -- 1: a simulator on this machine took it; nothing was sent, and it proves nothing.
  simulated       INTEGER NOT NULL,
  outcome         TEXT NOT NULL,
  reference       TEXT NOT NULL,
  at              INTEGER NOT NULL,
  salt            BLOB
) STRICT;
CREATE UNIQUE INDEX guard_portal_parcels_once ON guard_portal_parcels (mail_id, recipient_mark, channel);
