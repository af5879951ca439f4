-- Searching must not depend on case or diacritics: unaccent() is only STABLE because its dictionary could be
-- replaced, so an immutable wrapper names the dictionary and generated columns may use it.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE FUNCTION plain(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT lower(public.unaccent('public.unaccent', value)) $$;

CREATE TABLE organisation (
    id            uuid PRIMARY KEY,
    version       bigint      NOT NULL,
    code          text        NOT NULL UNIQUE,
    kind          text        NOT NULL,
    country       text        NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    name          text        NOT NULL,
    names         jsonb       NOT NULL,
    identifiers   jsonb       NOT NULL,
    succeeded_by  text        REFERENCES organisation (code) CHECK (succeeded_by <> code),
    succeeded_on  date,
    merged_into   text        REFERENCES organisation (code) CHECK (merged_into <> code),
    search_text   text        NOT NULL,
    search        tsvector    GENERATED ALWAYS AS (to_tsvector('simple', plain(search_text))) STORED,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL
);
CREATE INDEX organisation_search ON organisation USING gin (search);
CREATE INDEX organisation_name ON organisation (name, id);
CREATE INDEX organisation_successor ON organisation (succeeded_by) WHERE succeeded_by IS NOT NULL;
