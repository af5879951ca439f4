-- By what rule a project reports, and for which period the schedule was made.
CREATE TABLE reporting_plan (
    project_id           uuid PRIMARY KEY REFERENCES project (id),
    version              bigint NOT NULL,
    interim_every_months int    NOT NULL CHECK (interim_every_months BETWEEN 0 AND 60),
    interim_due_days     int    NOT NULL CHECK (interim_due_days BETWEEN 0 AND 365),
    final_due_days       int    NOT NULL CHECK (final_due_days BETWEEN 0 AND 365),
    contact              text,
    language             text   NOT NULL,
    start_date           date,
    end_date             date
);

CREATE TABLE report (
    id           uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    project_id   uuid        NOT NULL REFERENCES project (id),
    kind         text        NOT NULL,
    number       int         NOT NULL CHECK (number > 0),
    period_from  date        NOT NULL,
    period_to    date        NOT NULL CHECK (period_to >= period_from),
    due_on       date        NOT NULL,
    status       text        NOT NULL,
    content      jsonb       NOT NULL,
    begun        boolean     NOT NULL,
    submitted_on date,
    returned_on  date,
    reasons      jsonb       NOT NULL,
    accepted_on  date,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    CONSTRAINT report_number UNIQUE (project_id, kind, number)
);
CREATE INDEX report_open ON report (due_on, id) WHERE status IN ('DRAFT', 'RETURNED');
