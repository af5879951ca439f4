SET lock_timeout = '5s';

-- Letters asked for at once; a batch without finished_at still has some to be written.
CREATE TABLE letter_batch (
    id          uuid        PRIMARY KEY,
    call_id     uuid        NOT NULL REFERENCES call,
    asked_by    text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz
);
CREATE INDEX letter_batch_open ON letter_batch (created_at, id) WHERE finished_at IS NULL;

-- What became of each application: a letter, or the code of the problem and what it says.
CREATE TABLE letter_batch_item (
    batch_id       uuid    NOT NULL REFERENCES letter_batch ON DELETE CASCADE,
    position       integer NOT NULL,
    application_id uuid    NOT NULL,
    letter_id      uuid    REFERENCES decision_letter,
    reference      text,
    code           text,
    detail         text,
    done_at        timestamptz,
    PRIMARY KEY (batch_id, position)
);
