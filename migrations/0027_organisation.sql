-- base/organisation: the country whose law a board or company stands under, when it is another than the municipality's.
ALTER TABLE organisation_controllers ADD COLUMN country TEXT;
