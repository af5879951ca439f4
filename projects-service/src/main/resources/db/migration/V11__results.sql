-- What a project wants to change, and how far it has come. Values may be unknown: a missing baseline is not zero.
CREATE TABLE indicator (
    id          uuid PRIMARY KEY,
    version     bigint      NOT NULL,
    project_id  uuid        NOT NULL REFERENCES project (id),
    code        text        NOT NULL,
    details     jsonb       NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT indicator_code UNIQUE (project_id, code)
);

CREATE TABLE measurement (
    id           uuid PRIMARY KEY,
    indicator_id uuid           NOT NULL REFERENCES indicator (id),
    value        numeric(20, 4) NOT NULL,
    measured_on  date           NOT NULL,
    report_id    uuid,
    note         text,
    recorded_at  timestamptz    NOT NULL,
    -- A report says one thing about an indicator, however often its acceptance is repeated.
    CONSTRAINT measurement_report UNIQUE (indicator_id, report_id)
);
CREATE INDEX measurement_latest ON measurement (indicator_id, measured_on DESC, id DESC);
