CREATE TABLE note (
    id       uuid PRIMARY KEY,
    version  bigint NOT NULL,
    title    text NOT NULL,
    priority integer,
    due      date,
    code     text UNIQUE DEFERRABLE INITIALLY DEFERRED
);
