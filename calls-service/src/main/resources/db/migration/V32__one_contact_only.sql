SET lock_timeout = '5s';

-- contract: no release had these columns, and personal data is to be kept once
ALTER TABLE application DROP COLUMN contact;
-- contract: as above
ALTER TABLE application DROP COLUMN contact_hash;
