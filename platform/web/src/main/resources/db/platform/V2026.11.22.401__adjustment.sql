-- What administrators have set by the API in place of what comes with the platform: one row per thing, also after it was
-- set back (then without a value), so that a version is never given twice.
CREATE TABLE adjustment (
    kind       text        NOT NULL,
    name       text        NOT NULL,
    value      jsonb,
    version    bigint      NOT NULL CHECK (version > 0),
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text        NOT NULL,
    PRIMARY KEY (kind, name)
);
