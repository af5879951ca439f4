SET lock_timeout = '5s';

-- Searches people keep. subject and address are personal data.
CREATE TABLE saved_search (
    id              uuid        PRIMARY KEY,
    subject         text        NOT NULL,
    address         text        NOT NULL,
    name            text        NOT NULL,
    q               text,
    status          text[]      NOT NULL,
    fund            text[]      NOT NULL,
    region          text[]      NOT NULL,
    deadline_after  timestamptz,
    deadline_before timestamptz,
    frequency       text        NOT NULL CHECK (frequency IN ('IMMEDIATE', 'DAILY')),
    told_at         timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint      NOT NULL
);
CREATE INDEX saved_search_subject ON saved_search (subject, id);

-- A call is told once per search, however often it comes to match again.
CREATE TABLE saved_search_match (
    search_id  uuid        NOT NULL REFERENCES saved_search ON DELETE CASCADE,
    call_id    uuid        NOT NULL REFERENCES call,
    matched_at timestamptz NOT NULL,
    told_at    timestamptz,
    PRIMARY KEY (search_id, call_id)
);
CREATE INDEX saved_search_match_untold ON saved_search_match (search_id) WHERE told_at IS NULL;
