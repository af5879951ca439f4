-- The account, where a token told the address.
ALTER TABLE note_author ADD COLUMN account text;
