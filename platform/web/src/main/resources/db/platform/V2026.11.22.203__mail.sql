-- Mails to send, each once. A row that stays SENDING after a crash may or may not have left: it is never sent again.
CREATE TABLE mail_outbox (
    id           uuid        PRIMARY KEY,
    dedup_key    text        NOT NULL UNIQUE,
    recipient    text        NOT NULL,
    subject      text        NOT NULL,
    body         text        NOT NULL,
    attachments  jsonb       NOT NULL,
    status       text        NOT NULL DEFAULT 'QUEUED'
        CHECK (status IN ('QUEUED', 'SENDING', 'SENT', 'FAILED')),
    attempts     integer     NOT NULL DEFAULT 0,
    queued_at    timestamptz NOT NULL DEFAULT now(),
    due_at       timestamptz NOT NULL DEFAULT now(),
    settled_at   timestamptz,
    failure      text
);

CREATE INDEX mail_outbox_due ON mail_outbox (due_at, id) WHERE status = 'QUEUED';
