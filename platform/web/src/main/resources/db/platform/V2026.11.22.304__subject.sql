-- Requests for a person's data that came from the gateway, each answered once. The person is a keyed hash here.
CREATE TABLE subject_request (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('EXPORT', 'ERASURE')),
    person_hash text        NOT NULL,
    done_at     timestamptz NOT NULL DEFAULT now(),
    counts      jsonb       NOT NULL,
    content     jsonb                          -- of an export, for as long as it may be fetched
);

CREATE INDEX subject_request_person ON subject_request (person_hash);

-- When data kept for a purpose was last let go.
CREATE TABLE retention_run (
    purpose text        PRIMARY KEY,
    ran_at  timestamptz NOT NULL,
    before  date        NOT NULL,              -- what is older was let go
    records bigint      NOT NULL DEFAULT 0     -- in all runs so far
);

-- Mails can be found by their person; older ones have no hash and go by retention.
ALTER TABLE mail_outbox ADD COLUMN person_hash text;
ALTER TABLE mail_notice ADD COLUMN person_hash text;
CREATE INDEX mail_outbox_person ON mail_outbox (person_hash);
