-- The clock of every deadline in this service. One function, so that a test database can hold it still.
CREATE FUNCTION calls_clock() RETURNS timestamptz
    LANGUAGE sql VOLATILE AS 'SELECT clock_timestamp()';

-- What a call is at a moment; CallStatus.at says the same in Java, and a test compares the two.
CREATE FUNCTION call_status(standing text, opens_at timestamptz, deadline_at timestamptz, at timestamptz) RETURNS text
    LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN standing <> 'PUBLISHED' THEN standing
        WHEN at < opens_at THEN 'FORTHCOMING'
        WHEN date_trunc('milliseconds', at) > deadline_at THEN 'CLOSED'
        ELSE 'OPEN'
    END
$$;

CREATE TABLE call (
    id             uuid        PRIMARY KEY,
    key            text        NOT NULL UNIQUE,
    standing       text        NOT NULL CHECK (standing IN ('DRAFT', 'PUBLISHED', 'SUSPENDED', 'CLOSED', 'CANCELLED')),
    edition        integer     NOT NULL,
    terms          jsonb       NOT NULL,
    depleted_funds jsonb       NOT NULL DEFAULT '[]',
    reason         text,
    opens_at       timestamptz,
    deadline_at    timestamptz,
    published_at   timestamptz,
    created_at     timestamptz NOT NULL,
    version        bigint      NOT NULL
);
CREATE INDEX call_deadline ON call (deadline_at, id);

CREATE TABLE call_edition (
    call_id       uuid        NOT NULL REFERENCES call,
    edition       integer     NOT NULL,
    terms         jsonb       NOT NULL,
    in_force_from timestamptz NOT NULL,
    reason        text,
    corrections   jsonb       NOT NULL,
    PRIMARY KEY (call_id, edition)
);

-- The last word on money: whatever the code does, these rows never go below zero and never beyond the envelope.
CREATE TABLE fund_balance (
    call_id        uuid           NOT NULL REFERENCES call,
    fund           text           NOT NULL,
    lot            text           NOT NULL DEFAULT '',
    currency       char(3)        NOT NULL,
    envelope       numeric(18, 2) NOT NULL CHECK (envelope >= 0),
    reserved       numeric(18, 2) NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    committed      numeric(18, 2) NOT NULL DEFAULT 0 CHECK (committed >= 0),
    depleted_below numeric(18, 2) NOT NULL DEFAULT 0 CHECK (depleted_below >= 0),
    PRIMARY KEY (call_id, fund, lot),
    CONSTRAINT never_beyond_the_envelope CHECK (reserved + committed <= envelope)
) WITH (fillfactor = 70);

CREATE TABLE clarification (
    id          uuid        PRIMARY KEY,
    call_id     uuid        NOT NULL REFERENCES call,
    question    text        NOT NULL,
    answer      text,
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    answered_at timestamptz,
    version     bigint      NOT NULL
);
CREATE INDEX clarification_call ON clarification (call_id, asked_at, id);

-- Organisations as projects-service tells of them; only what rules ask about.
CREATE TABLE organisation (
    code    text   PRIMARY KEY,
    name    text   NOT NULL,
    kind    text   NOT NULL,
    country text   NOT NULL,
    version bigint NOT NULL
);

CREATE SEQUENCE application_number;
CREATE TABLE application (
    id           uuid        PRIMARY KEY,
    reference    text        NOT NULL UNIQUE,
    call_id      uuid        NOT NULL REFERENCES call,
    call_key     text        NOT NULL,
    organisation text        NOT NULL,
    status       text        NOT NULL,
    fund         text,
    lot          text        NOT NULL DEFAULT '',
    content      jsonb       NOT NULL,
    partners     jsonb       NOT NULL DEFAULT '[]',
    total        numeric(18, 2),
    eu_share     numeric(18, 2),
    call_edition integer,
    submitted_at timestamptz,
    sealed_until timestamptz,
    eligibility  jsonb,
    decision     jsonb,
    steps        jsonb       NOT NULL DEFAULT '[]',
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    version      bigint      NOT NULL
);
CREATE INDEX application_call ON application (call_id, status, id);
CREATE INDEX application_organisation ON application (organisation, id);
CREATE INDEX application_partners ON application USING gin (partners jsonb_path_ops);

-- What was handed in, as it was handed in. Rows are written once; the concept note stays beside the full application.
CREATE TABLE submission (
    id             uuid        PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application,
    stage          text        NOT NULL,
    call_edition   integer     NOT NULL,
    content        text        NOT NULL,
    content_hash   text        NOT NULL,
    submitted_at   timestamptz NOT NULL,
    receipt        text        NOT NULL
);
CREATE INDEX submission_application ON submission (application_id, submitted_at);
CREATE FUNCTION submission_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a submission is written once';
END $$;
CREATE TRIGGER submission_stands BEFORE UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION submission_stands();

-- Public keys stay for ever, so that an old receipt can still be checked. private_key only where none is configured.
CREATE TABLE receipt_key (
    kid         text        PRIMARY KEY,
    public_key  text        NOT NULL,
    private_key text,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE consultation (
    id             uuid        PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application,
    body           text        NOT NULL,
    kind           text        NOT NULL,
    consultee      text        NOT NULL,
    due_on         date        NOT NULL,
    opinion        text,
    advice         text,
    advised_at     timestamptz,
    late           boolean     NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL,
    version        bigint      NOT NULL
);
CREATE INDEX consultation_application ON consultation (application_id, id);
CREATE INDEX consultation_consultee ON consultation (consultee, application_id);

CREATE TABLE evaluation (
    id             uuid        PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application,
    call_id        uuid        NOT NULL REFERENCES call,
    stage          text        NOT NULL,
    evaluator      text        NOT NULL,
    status         text        NOT NULL CHECK (status IN ('ASSIGNED', 'CONFLICTED', 'SUBMITTED')),
    marks          jsonb       NOT NULL DEFAULT '{}',
    comments       jsonb       NOT NULL DEFAULT '{}',
    total          numeric(9, 2),
    passes         boolean,
    conflict       text,
    assigned_at    timestamptz NOT NULL,
    submitted_at   timestamptz,
    version        bigint      NOT NULL,
    UNIQUE (application_id, stage, evaluator)
);
CREATE INDEX evaluation_call ON evaluation (call_id, stage);
CREATE INDEX evaluation_evaluator ON evaluation (evaluator, application_id);

CREATE TABLE consensus (
    application_id uuid          NOT NULL REFERENCES application,
    stage          text          NOT NULL,
    call_id        uuid          NOT NULL REFERENCES call,
    marks          jsonb         NOT NULL,
    comment        text,
    total          numeric(9, 2) NOT NULL,
    passes         boolean       NOT NULL,
    agreed_at      timestamptz   NOT NULL,
    agreed_by      text          NOT NULL,
    PRIMARY KEY (application_id, stage)
);
CREATE INDEX consensus_call ON consensus (call_id, stage);

CREATE TABLE tie_decision (
    id           uuid        PRIMARY KEY,
    call_id      uuid        NOT NULL REFERENCES call,
    stage        text        NOT NULL,
    applications uuid[]      NOT NULL,
    reason       text        NOT NULL,
    decided_by   text        NOT NULL,
    decided_at   timestamptz NOT NULL
);
CREATE INDEX tie_decision_call ON tie_decision (call_id, stage, decided_at);

CREATE TABLE committee_meeting (
    id           uuid        PRIMARY KEY,
    call_id      uuid        NOT NULL REFERENCES call,
    title        text        NOT NULL,
    scheduled_at timestamptz NOT NULL,
    status       text        NOT NULL CHECK (status IN ('PLANNED', 'OPEN', 'CLOSED')),
    members      jsonb       NOT NULL DEFAULT '[]',
    agenda       jsonb       NOT NULL DEFAULT '[]',
    minutes      text,
    created_at   timestamptz NOT NULL,
    version      bigint      NOT NULL
);
CREATE INDEX committee_meeting_call ON committee_meeting (call_id, id);

CREATE TABLE committee_vote (
    meeting_id     uuid        NOT NULL REFERENCES committee_meeting,
    application_id uuid        NOT NULL REFERENCES application,
    member         text        NOT NULL,
    vote           text        NOT NULL CHECK (vote IN ('FOR', 'AGAINST', 'ABSTAIN')),
    cast_at        timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, application_id, member)
);

CREATE SEQUENCE grant_number;
CREATE TABLE grant_agreement (
    id             uuid           PRIMARY KEY,
    reference      text           NOT NULL UNIQUE,
    application_id uuid           NOT NULL UNIQUE REFERENCES application,
    call_id        uuid           NOT NULL REFERENCES call,
    call_key       text           NOT NULL,
    organisation   text           NOT NULL,
    fund           text           NOT NULL,
    lot            text           NOT NULL,
    status         text           NOT NULL CHECK (status IN ('AWARDED', 'SIGNED', 'WITHDRAWN')),
    total          numeric(18, 2) NOT NULL,
    eu_share       numeric(18, 2) NOT NULL CHECK (eu_share > 0),
    currency       char(3)        NOT NULL,
    action         jsonb          NOT NULL,
    reason         text,
    project_id     uuid,
    project_code   text,
    awarded_at     timestamptz    NOT NULL,
    signed_at      timestamptz,
    withdrawn_at   timestamptz,
    version        bigint         NOT NULL
);
CREATE INDEX grant_agreement_call ON grant_agreement (call_id, id);
CREATE INDEX grant_agreement_organisation ON grant_agreement (organisation, id);
