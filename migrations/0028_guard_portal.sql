-- modules/guard/portal: when a recipient who had opened nothing was reminded that the message goes soon.
ALTER TABLE guard_portal_messages ADD COLUMN reminded_at INTEGER;
