SET lock_timeout = '5s';

-- Finds a person for export and erasure without their address.
ALTER TABLE application ADD COLUMN contact_hash text;
CREATE INDEX application_contact_hash ON application (contact_hash) WHERE contact_hash IS NOT NULL;
ALTER TABLE consultation ADD COLUMN contact_hash text;
CREATE INDEX consultation_contact_hash ON consultation (contact_hash) WHERE contact_hash IS NOT NULL;
