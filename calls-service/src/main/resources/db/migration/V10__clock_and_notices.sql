SET lock_timeout = '5s';

-- What others were last told a call is: the clock moves calls while nobody writes, and each move is told once.
ALTER TABLE call ADD COLUMN told_status text;
-- A rolling call whose last purse ran out; it is closed until money comes back.
ALTER TABLE call ADD COLUMN spent boolean NOT NULL DEFAULT false;
UPDATE call SET told_status = call_status(standing, opens_at, deadline_at, calls_clock()) WHERE standing <> 'DRAFT';

CREATE FUNCTION call_status(standing text, spent boolean, opens_at timestamptz, deadline_at timestamptz, at timestamptz)
    RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN spent AND call_status(standing, opens_at, deadline_at, at) = 'OPEN' THEN 'CLOSED'
        ELSE call_status(standing, opens_at, deadline_at, at)
    END
$$;

-- Who is told of what happens to a call: whoever works on an application to it. Personal data; never in events or exports.
CREATE TABLE application_contact (
    application_id uuid        NOT NULL REFERENCES application ON DELETE CASCADE,
    subject        text        NOT NULL,
    address        text        NOT NULL,
    language       text        NOT NULL,
    added_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (application_id, subject)
);
CREATE INDEX application_contact_address ON application_contact (address);

-- What applicants have to be told. after_address is how far a notice has come; it moves with the mails it queued.
CREATE TABLE call_notice (
    id            uuid        PRIMARY KEY,
    call_id       uuid        NOT NULL REFERENCES call,
    occasion      text        NOT NULL,
    edition       integer     NOT NULL,
    facts         jsonb       NOT NULL,
    after_address text        NOT NULL DEFAULT '',
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    done_at       timestamptz
);
CREATE INDEX call_notice_open ON call_notice (created_at, id) WHERE done_at IS NULL;
