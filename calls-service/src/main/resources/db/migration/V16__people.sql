SET lock_timeout = '5s';

-- By these a person's own rows are found for export and erasure, without the address.
ALTER TABLE application_contact ADD COLUMN person_hash text;
CREATE INDEX application_contact_person ON application_contact (person_hash);
ALTER TABLE saved_search ADD COLUMN person_hash text;
ALTER TABLE saved_search ADD COLUMN language text NOT NULL DEFAULT 'en';
CREATE INDEX saved_search_person ON saved_search (person_hash);
