-- A session may move alone: then only those who registered for it are told.
SET LOCAL lock_timeout = '5s';

ALTER TABLE announcement ADD COLUMN session_id uuid REFERENCES session;
COMMENT ON COLUMN announcement.session_id IS 'the session that changed; null: the event as a whole did';
