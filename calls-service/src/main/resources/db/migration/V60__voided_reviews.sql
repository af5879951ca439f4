SET LOCAL lock_timeout = '5s';

-- Reviews and consensus marks of something that was replaced by a new submission: kept for the record, read by no ranking.
-- Rows move here, so that whatever counts reviews counts those of what was handed in last.
CREATE TABLE voided_evaluation (
    id             uuid        PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application,
    call_id        uuid        NOT NULL REFERENCES call,
    stage          text        NOT NULL,
    evaluator      text        NOT NULL,
    status         text        NOT NULL,
    marks          jsonb       NOT NULL,
    comments       jsonb       NOT NULL,
    total          numeric(9, 2),
    passes         boolean,
    assigned_at    timestamptz NOT NULL,
    submitted_at   timestamptz,
    voided_at      timestamptz NOT NULL
);
CREATE INDEX voided_evaluation_application ON voided_evaluation (application_id, voided_at);
CREATE INDEX voided_evaluation_evaluator ON voided_evaluation (evaluator, application_id);

CREATE TABLE voided_consensus (
    application_id uuid          NOT NULL REFERENCES application,
    stage          text          NOT NULL,
    call_id        uuid          NOT NULL REFERENCES call,
    marks          jsonb         NOT NULL,
    comment        text,
    total          numeric(9, 2) NOT NULL,
    passes         boolean       NOT NULL,
    agreed_at      timestamptz   NOT NULL,
    agreed_by      text          NOT NULL,
    voided_at      timestamptz   NOT NULL,
    PRIMARY KEY (application_id, stage, voided_at)
);

-- Of the sums beside it, as handed in; an older row has its own in its content.
ALTER TABLE application ADD COLUMN currency text;
