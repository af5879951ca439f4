-- `details` is the record as edited; the columns beside it are what is filtered, sorted or summed, and are written
-- together with it by the aggregate.
CREATE TABLE project (
    id                uuid PRIMARY KEY,
    version           bigint      NOT NULL,
    code              text        NOT NULL UNIQUE,
    kind              text        NOT NULL,
    status            text        NOT NULL,
    status_since      date        NOT NULL,
    status_reason     text,
    contracted_on     date,
    visibility        text        NOT NULL,
    money_public      boolean     NOT NULL,
    valid_from        date        NOT NULL,
    details           jsonb       NOT NULL,
    title             text        NOT NULL,
    reference         text UNIQUE,
    acronym           text,
    lead_code         text,
    fund              text,
    themes            text[]      NOT NULL,
    member_states     text[]      NOT NULL,
    partner_countries text[]      NOT NULL,
    region            text,
    start_date        date,
    end_date          date,
    currency          char(3),
    total             numeric(18, 2) CHECK (total >= 0),
    eu_share          numeric(18, 2) CHECK (eu_share >= 0),
    predecessor       text        REFERENCES project (code) CHECK (predecessor <> code),
    grant_id          uuid UNIQUE,   -- one award is one project, however often it is delivered
    application_id    text,
    call_id           text,
    call_key          text,
    search_text       text        NOT NULL,
    lead_search       text        NOT NULL,   -- names of the lead, former and later ones included
    search            tsvector    GENERATED ALWAYS AS
        (setweight(to_tsvector('simple', plain(search_text)), 'A') || setweight(to_tsvector('simple', plain(lead_search)), 'B')) STORED,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    CHECK (end_date >= start_date),
    CHECK ((total IS NULL AND eu_share IS NULL) OR currency IS NOT NULL),
    CHECK (eu_share <= total)
);
CREATE INDEX project_title ON project (title, id);
CREATE INDEX project_search ON project USING gin (search);
CREATE INDEX project_themes ON project USING gin (themes);
CREATE INDEX project_countries ON project USING gin (partner_countries);
CREATE INDEX project_status ON project (status, title, id);
CREATE INDEX project_start ON project (start_date, id);
CREATE INDEX project_lead ON project (lead_code);
CREATE INDEX project_predecessor ON project (predecessor) WHERE predecessor IS NOT NULL;

-- One row per version of a project, never changed but for its validity. `valid` says on which days this version is
-- what was true; NULL means that a later correction took its days over. Deferred, because a change closes one range
-- and opens the next in one statement.
CREATE TABLE project_version (
    project_id        uuid        NOT NULL REFERENCES project (id),
    version           bigint      NOT NULL,
    valid             daterange,
    superseded_at     timestamptz,
    change            text        NOT NULL,
    change_reason     text,
    recorded_by       text        NOT NULL,
    recorded_at       timestamptz NOT NULL DEFAULT now(),
    code              text        NOT NULL,
    kind              text        NOT NULL,
    status            text        NOT NULL,
    status_since      date        NOT NULL,
    status_reason     text,
    contracted_on     date,
    visibility        text        NOT NULL,
    money_public      boolean     NOT NULL,
    details           jsonb       NOT NULL,
    title             text        NOT NULL,
    lead_code         text,
    fund              text,
    themes            text[]      NOT NULL,
    member_states     text[]      NOT NULL,
    partner_countries text[]      NOT NULL,
    region            text,
    start_date        date,
    end_date          date,
    currency          char(3),
    total             numeric(18, 2),
    eu_share          numeric(18, 2),
    predecessor       text,
    grant_id          uuid,
    application_id    text,
    call_id           text,
    call_key          text,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    PRIMARY KEY (project_id, version),
    CONSTRAINT project_version_no_overlap UNIQUE (project_id, valid WITHOUT OVERLAPS) DEFERRABLE INITIALLY DEFERRED
);

-- What has been published about a project, exactly as printed. Two sources may disagree; both stay.
CREATE TABLE published_value (
    id           uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    project_id   uuid        NOT NULL REFERENCES project (id),
    field        text        NOT NULL,
    printed      text        NOT NULL,
    source       text        NOT NULL,
    published_on date,
    reading      jsonb       NOT NULL,
    well_formed  boolean     NOT NULL,
    current      boolean     NOT NULL,
    recorded_by  text        NOT NULL,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX published_value_project ON published_value (project_id, recorded_at, id);
CREATE UNIQUE INDEX published_value_current ON published_value (project_id, field) WHERE current;
