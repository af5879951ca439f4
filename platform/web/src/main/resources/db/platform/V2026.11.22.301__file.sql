-- Contents of files, each once. What was found out about a content holds for every file that has it.
CREATE TABLE file_content (
    checksum   bytea       PRIMARY KEY,        -- SHA-256
    size       bigint      NOT NULL CHECK (size > 0),
    scan       text        NOT NULL DEFAULT 'PENDING' CHECK (scan IN ('PENDING', 'CLEAN', 'INFECTED')),
    finding    text,                           -- the scanner's name for what it found
    scanned_at timestamptz,
    attempts   integer     NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL DEFAULT now()  -- next attempt of the scanner; a lease while one is under way
);

CREATE INDEX file_content_due ON file_content (due_at) WHERE scan = 'PENDING';

-- In pieces, so that no reader or writer holds a whole file in memory.
CREATE TABLE file_chunk (
    checksum bytea   NOT NULL REFERENCES file_content ON DELETE CASCADE,
    position integer NOT NULL,
    bytes    bytea   NOT NULL,
    PRIMARY KEY (checksum, position)
);

-- Documents and pictures are compressed already.
ALTER TABLE file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE stored_file (
    id          uuid        PRIMARY KEY,
    owner_type  text        NOT NULL,
    owner_id    text        NOT NULL,
    chain       uuid        NOT NULL,          -- the id of the first version
    version     integer     NOT NULL CHECK (version > 0),
    name        text        NOT NULL,
    media_type  text        NOT NULL,
    size        bigint      NOT NULL,
    checksum    bytea       NOT NULL REFERENCES file_content,
    language    text,
    personal    boolean     NOT NULL,
    uploaded_by text        NOT NULL,
    uploaded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (chain, version)
);

CREATE INDEX stored_file_owner ON stored_file (owner_type, owner_id);
CREATE INDEX stored_file_checksum ON stored_file (checksum);

-- Who was given a file's bytes. Stays when the file goes.
CREATE TABLE file_access (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_id      uuid        NOT NULL,
    accessed_at  timestamptz NOT NULL DEFAULT now(),
    actor        text        NOT NULL,
    organisation text,
    request_id   text
);

CREATE INDEX file_access_file ON file_access (file_id, id);
CREATE INDEX file_access_at ON file_access (accessed_at);
