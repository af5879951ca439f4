-- Whose it is, so that it is found when the mail itself has been emptied.
ALTER TABLE mail_refused_address ADD COLUMN person_hash text;

UPDATE mail_refused_address a SET person_hash = m.person_hash FROM mail_outbox m WHERE m.id = a.mail_id;

CREATE INDEX mail_refused_address_person ON mail_refused_address (person_hash);
