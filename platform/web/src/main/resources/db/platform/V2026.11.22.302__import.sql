-- One file imported for one purpose. Found again by its checksum, so that a repeated request goes on where it stopped.
CREATE TABLE import_run (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    scope       text        NOT NULL,          -- what the rows belong to, an event's id for example; may be empty
    checksum    bytea       NOT NULL,          -- SHA-256 of the file, and how it is read
    source      text,
    source_date date,
    started_by  text        NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    UNIQUE (kind, scope, checksum)
);

-- What became of each row, written in the transaction of its effect.
CREATE TABLE import_row (
    import_id  uuid    NOT NULL REFERENCES import_run,
    row_number integer NOT NULL,
    row_key    text,
    outcome    text    NOT NULL CHECK (outcome IN ('CREATED', 'UPDATED', 'UNCHANGED', 'REFUSED')),
    object_id  text,
    errors     jsonb   NOT NULL,
    warnings   jsonb   NOT NULL,
    PRIMARY KEY (import_id, row_number)
);

-- Where an object's values came from.
CREATE TABLE provenance (
    object_type text        NOT NULL,
    object_id   text        NOT NULL,
    import_id   uuid        NOT NULL REFERENCES import_run,
    row_number  integer     NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (object_type, object_id, import_id, row_number)
);
