CREATE TABLE typology (
    id           uuid PRIMARY KEY,
    row_version  bigint      NOT NULL,
    number       int         NOT NULL UNIQUE CHECK (number > 0),
    status       text        NOT NULL,
    note         text,
    types        jsonb       NOT NULL,
    mappings     jsonb       NOT NULL,
    published_at timestamptz,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL
);
-- Only one draft at a time: a second one would have to guess which becomes the next version.
CREATE UNIQUE INDEX typology_one_draft ON typology (status) WHERE status = 'DRAFT';

CREATE TABLE classification (
    id               uuid PRIMARY KEY,
    project_id       uuid        NOT NULL REFERENCES project (id),
    typology_version int         NOT NULL REFERENCES typology (number),
    view             text        NOT NULL,
    means            text[]      NOT NULL CHECK (cardinality(means) > 0),
    decided_by       text        NOT NULL,
    decided_on       date        NOT NULL,
    evidence         text        NOT NULL,
    exercise_id      text,
    note             text,
    recorded_at      timestamptz NOT NULL
);
CREATE INDEX classification_project ON classification (project_id, typology_version, view, decided_on DESC, recorded_at DESC);

-- The latest word of each view; earlier ones stay in the table.
CREATE VIEW current_classification AS
    SELECT DISTINCT ON (project_id, typology_version, view) *
    FROM classification
    ORDER BY project_id, typology_version, view, decided_on DESC, recorded_at DESC;

CREATE TABLE presentation (
    id            uuid PRIMARY KEY,
    project_id    text NOT NULL,
    project_code  text NOT NULL,
    event_id      text NOT NULL,
    event_key     text,
    event_title   jsonb,
    session_id    text NOT NULL,
    session_title jsonb,
    presented_on  date,
    type_code     text,
    recorded_at   timestamptz NOT NULL,
    UNIQUE (project_id, session_id)
);

CREATE TABLE snapshot (
    id          uuid PRIMARY KEY,
    name        text        NOT NULL UNIQUE,
    title       jsonb,
    as_of       date        NOT NULL,
    criteria    jsonb       NOT NULL,
    figures     jsonb       NOT NULL,
    taken_by    text        NOT NULL,
    taken_at    timestamptz NOT NULL
);
CREATE TABLE snapshot_project (
    snapshot_id     uuid   NOT NULL REFERENCES snapshot (id),
    project_id      uuid   NOT NULL,
    project_version bigint NOT NULL,
    classifications jsonb  NOT NULL,
    PRIMARY KEY (snapshot_id, project_id),
    FOREIGN KEY (project_id, project_version) REFERENCES project_version (project_id, version)
);

-- A snapshot never changes, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is frozen', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER snapshot_frozen BEFORE UPDATE OR DELETE ON snapshot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_project_frozen BEFORE UPDATE OR DELETE ON snapshot_project FOR EACH ROW EXECUTE FUNCTION refuse_change();
