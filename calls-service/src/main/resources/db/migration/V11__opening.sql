SET lock_timeout = '5s';

-- Who outside the consortium has opened what was handed in, and when first. The audit trail tells the same, sealed.
CREATE TABLE application_opening (
    application_id uuid        NOT NULL REFERENCES application ON DELETE CASCADE,
    subject        text        NOT NULL,
    opened_at      timestamptz NOT NULL,
    PRIMARY KEY (application_id, subject)
);
