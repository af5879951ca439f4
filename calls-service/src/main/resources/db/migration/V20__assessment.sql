SET lock_timeout = '5s';

-- Whom to write to, and what the applicant was told so far: a refusal or an award is told by its letter.
ALTER TABLE application ADD COLUMN contact jsonb;
ALTER TABLE application ADD COLUMN told text;
-- What was decided before letters existed counts as told.
UPDATE application SET told = status;

-- A question that stops the clock of the check.
CREATE TABLE clarification_request (
    id             uuid        PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application,
    question       text        NOT NULL,
    items          jsonb       NOT NULL DEFAULT '[]',
    asked_by       text        NOT NULL,
    asked_at       timestamptz NOT NULL,
    due_at         timestamptz NOT NULL,
    answer         text,
    answered_at    timestamptz,
    lapsed_at      timestamptz,
    version        bigint      NOT NULL
);
CREATE INDEX clarification_request_application ON clarification_request (application_id, asked_at);
-- One open question at a time: two would stop the clock twice.
CREATE UNIQUE INDEX clarification_request_open ON clarification_request (application_id)
    WHERE answered_at IS NULL AND lapsed_at IS NULL;

ALTER TABLE consultation ADD COLUMN round integer NOT NULL DEFAULT 1;
ALTER TABLE consultation ADD COLUMN contact text;
ALTER TABLE consultation ADD COLUMN language text NOT NULL DEFAULT 'en';
ALTER TABLE consultation ADD COLUMN reminded_at timestamptz;
ALTER TABLE consultation ADD COLUMN cancelled_at timestamptz;
CREATE INDEX consultation_to_remind ON consultation (due_on)
    WHERE advised_at IS NULL AND cancelled_at IS NULL AND reminded_at IS NULL AND contact IS NOT NULL;

-- What the award depends on.
ALTER TABLE grant_agreement ADD COLUMN conditions jsonb NOT NULL DEFAULT '[]';

CREATE SEQUENCE letter_number;
CREATE TABLE decision_letter (
    id             uuid        PRIMARY KEY,
    reference      text        NOT NULL UNIQUE,
    application_id uuid        NOT NULL REFERENCES application,
    call_id        uuid        NOT NULL REFERENCES call,
    organisation   text        NOT NULL,
    -- The move of the application that the letter tells of: one letter for each.
    step           integer     NOT NULL,
    kind           text        NOT NULL,
    language       text        NOT NULL,
    subject        text        NOT NULL,
    body           text        NOT NULL,
    review_until   timestamptz,
    issued_at      timestamptz NOT NULL,
    issued_by      text        NOT NULL,
    mailed         boolean     NOT NULL,
    UNIQUE (application_id, step)
);
CREATE INDEX decision_letter_call ON decision_letter (call_id, id);

CREATE SEQUENCE review_number;
CREATE TABLE review_request (
    id             uuid        PRIMARY KEY,
    reference      text        NOT NULL UNIQUE,
    application_id uuid        NOT NULL REFERENCES application,
    call_id        uuid        NOT NULL REFERENCES call,
    -- A refusal is reviewed once.
    letter_id      uuid        NOT NULL UNIQUE REFERENCES decision_letter,
    organisation   text        NOT NULL,
    status         text        NOT NULL,
    grounds        text        NOT NULL,
    filed_at       timestamptz NOT NULL,
    filed_by       text        NOT NULL,
    answer_due_at  timestamptz,
    reasons        text,
    closed_at      timestamptz,
    closed_by      text,
    version        bigint      NOT NULL
);
CREATE INDEX review_request_call ON review_request (call_id, id);
CREATE INDEX review_request_organisation ON review_request (organisation, id);
