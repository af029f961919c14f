-- base/audit: what was written outside carries the installation's signature.
ALTER TABLE audit_heads ADD COLUMN signature TEXT;
