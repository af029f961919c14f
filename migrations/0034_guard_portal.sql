-- modules/guard/portal: since when a phone and an identity number are registered, over registrations anew with the same
-- ones. They count for messages that came later. Empty in older rows: since the registration itself.
ALTER TABLE guard_portal_people ADD COLUMN phone_at INTEGER;
ALTER TABLE guard_portal_people ADD COLUMN number_at INTEGER;
