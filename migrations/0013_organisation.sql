-- base/organisation: what an import did, shown after its content is wiped.
ALTER TABLE organisation_imports ADD COLUMN outcome TEXT;
