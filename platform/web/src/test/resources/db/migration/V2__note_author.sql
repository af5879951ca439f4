CREATE TABLE note_author (
    person_hash text,
    email       text,
    since       date NOT NULL
);
