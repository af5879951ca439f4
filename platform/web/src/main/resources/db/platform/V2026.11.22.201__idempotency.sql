-- Answers of POSTs that carried an Idempotency-Key, kept for a day. Written in the transaction of the effect.
CREATE TABLE idempotent_answer (
    scope        bytea       PRIMARY KEY,      -- SHA-256 of caller, method, path and key
    request_hash bytea       NOT NULL,
    status       smallint    NOT NULL,
    headers      jsonb       NOT NULL,
    body         bytea,
    created_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX idempotent_answer_created_at ON idempotent_answer (created_at);
