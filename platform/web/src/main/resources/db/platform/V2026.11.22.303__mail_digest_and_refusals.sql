-- Addresses a mail server has refused for good: what is for them is held until an administrator has looked.
CREATE TABLE mail_refused_address (
    address    text        PRIMARY KEY,        -- in lower case
    refused_at timestamptz NOT NULL DEFAULT now(),
    mail_id    uuid        NOT NULL            -- the mail that was refused
);

ALTER TABLE mail_outbox DROP CONSTRAINT mail_outbox_status_check;
ALTER TABLE mail_outbox ADD CONSTRAINT mail_outbox_status_check
    CHECK (status IN ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'HELD')) NOT VALID;

CREATE INDEX mail_outbox_held ON mail_outbox (lower(recipient)) WHERE status = 'HELD';

-- Notices that wait to be told together.
CREATE TABLE mail_notice (
    id           uuid        PRIMARY KEY,
    dedup_key    text        NOT NULL UNIQUE,
    recipient    text        NOT NULL,
    digest       text        NOT NULL,         -- the template of the mail they go into
    language     text        NOT NULL,
    line         text        NOT NULL,
    due_at       timestamptz NOT NULL,
    collected_at timestamptz                   -- when they went into a mail
);

CREATE INDEX mail_notice_due ON mail_notice (due_at) WHERE collected_at IS NULL;
