SET lock_timeout = '5s';

-- What is attached to an application now, and as what. The file itself is kept by the platform.
CREATE TABLE application_attachment (
    file_id        uuid        PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application ON DELETE CASCADE,
    kind           text        NOT NULL,
    attached_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX application_attachment_application ON application_attachment (application_id, attached_at);

-- The files of what was handed in. As long as a row is here, the file's bytes stay, whatever is taken out of the draft.
CREATE TABLE submission_file (
    submission_id uuid NOT NULL REFERENCES submission,
    file_id       uuid NOT NULL,
    PRIMARY KEY (submission_id, file_id)
);
CREATE INDEX submission_file_file ON submission_file (file_id);
