SET lock_timeout = '5s';

-- One table for the people around an application: the one letters go to was kept apart until now.
ALTER TABLE application_contact ADD COLUMN name text;
ALTER TABLE application_contact ADD COLUMN main boolean NOT NULL DEFAULT false;
INSERT INTO application_contact (application_id, subject, name, address, language, person_hash, main)
SELECT id, '', contact ->> 'name', lower(contact ->> 'email'), coalesce(contact ->> 'language', 'en'), contact_hash, true
FROM application WHERE contact ->> 'email' IS NOT NULL
ON CONFLICT DO NOTHING;
CREATE UNIQUE INDEX application_contact_main ON application_contact (application_id) WHERE main;
