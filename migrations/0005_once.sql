-- base/once: forms that were already accepted (the queue, step 1, is in kit::jobs).
CREATE TABLE once_forms (
  token  TEXT NOT NULL,
  who    TEXT NOT NULL,
  led_to TEXT NOT NULL,
  day    TEXT NOT NULL,
  PRIMARY KEY (token, who)
) STRICT;
