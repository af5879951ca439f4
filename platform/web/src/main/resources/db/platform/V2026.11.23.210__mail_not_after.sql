-- Some letters are worthless after a moment: an invitation to what is over. They are not sent late, however long the mail
-- server was away or their address was held.
SET LOCAL lock_timeout = '5s';

ALTER TABLE mail_outbox ADD COLUMN not_after timestamptz;
COMMENT ON COLUMN mail_outbox.not_after IS 'from then on it is not sent any more; null: it is worth sending whenever that is';

ALTER TABLE mail_outbox DROP CONSTRAINT mail_outbox_status_check;
ALTER TABLE mail_outbox ADD CONSTRAINT mail_outbox_status_check
    CHECK (status IN ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'HELD', 'EXPIRED')) NOT VALID;

CREATE INDEX mail_outbox_expires ON mail_outbox (not_after) WHERE not_after IS NOT NULL AND status IN ('QUEUED', 'HELD');
