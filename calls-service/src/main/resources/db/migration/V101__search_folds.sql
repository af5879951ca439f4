-- Searching calls must depend neither on case nor on diacritics, in any alphabet and whatever the locale of the database:
-- letters are taken apart, lose their marks, and are folded by Unicode.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- unaccent() is only STABLE because its dictionary could be replaced, so an immutable wrapper names the dictionary.
CREATE FUNCTION plain(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT casefold(public.unaccent('public.unaccent', regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g'))
                          COLLATE "pg_unicode_fast") $$;

-- The pattern for LIKE that finds a text within plain words, literally.
CREATE FUNCTION within_plain(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT '%' || regexp_replace(plain(value), '([\\%_])', '\\\1', 'g') || '%' $$;

-- A call's key, and its title and summary in every language, each on a line of its own.
CREATE FUNCTION call_words(key text, terms jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT plain(key || E'\n' || COALESCE(string_agg(said.words, E'\n' ORDER BY part.place, said.language), ''))
      FROM (VALUES (1, terms -> 'title'), (2, terms -> 'summary')) part (place, texts),
           jsonb_each_text(NULLIF(part.texts, 'null')) said (language, words)
$$;

ALTER TABLE call ADD COLUMN words text GENERATED ALWAYS AS (call_words(key, terms)) STORED;
CREATE INDEX call_words ON call USING gin (words gin_trgm_ops);
