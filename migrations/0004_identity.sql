-- base/identity
CREATE TABLE identity_sessions (
  hash       TEXT PRIMARY KEY,
  person_id  TEXT NOT NULL,
  until      INTEGER NOT NULL
) STRICT;
CREATE INDEX identity_sessions_person ON identity_sessions (person_id);

-- How a person may prove who they are. A subject belongs to one issuer.
CREATE TABLE identity_subjects (
  issuer     TEXT NOT NULL,
  subject    TEXT NOT NULL,
  person_id  TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT;

CREATE TABLE identity_passwords (
  person_id  TEXT PRIMARY KEY,
  account    TEXT NOT NULL UNIQUE,
  hash       TEXT NOT NULL
) STRICT;

-- A sign-in at the provider that has been begun: state, nonce and proof key.
CREATE TABLE identity_begun (
  state     TEXT PRIMARY KEY,
  nonce     TEXT NOT NULL,
  verifier  TEXT NOT NULL,
  led_to    TEXT NOT NULL,
  until     INTEGER NOT NULL
) STRICT;

-- Sign-in links of the demonstration, and the one-time code of the set-up page.
CREATE TABLE identity_links (
  hash       TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,
  person_id  TEXT,
  until      INTEGER
) STRICT;
