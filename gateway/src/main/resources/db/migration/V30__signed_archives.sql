-- A key that has signed an archive stays known after its process has ended, so that the archive can still be verified.
ALTER TABLE signing_key ADD COLUMN known_until timestamptz;
