-- What finds a project: its texts in the language they are written in (stemmed) and as they stand, the names of all
-- bodies that take part, former and later ones included, and the names of its countries in the languages of the Union.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Official languages without a stemmer of PostgreSQL are searched as they stand.
CREATE FUNCTION text_configuration(language text) RETURNS regconfig
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CASE language
              WHEN 'da' THEN 'pg_catalog.danish'::regconfig
              WHEN 'de' THEN 'pg_catalog.german'::regconfig
              WHEN 'el' THEN 'pg_catalog.greek'::regconfig
              WHEN 'en' THEN 'pg_catalog.english'::regconfig
              WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
              WHEN 'et' THEN 'pg_catalog.estonian'::regconfig
              WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
              WHEN 'fr' THEN 'pg_catalog.french'::regconfig
              WHEN 'ga' THEN 'pg_catalog.irish'::regconfig
              WHEN 'hu' THEN 'pg_catalog.hungarian'::regconfig
              WHEN 'it' THEN 'pg_catalog.italian'::regconfig
              WHEN 'lt' THEN 'pg_catalog.lithuanian'::regconfig
              WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
              WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
              WHEN 'ro' THEN 'pg_catalog.romanian'::regconfig
              WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
              ELSE 'pg_catalog.simple'::regconfig
          END $$;

-- One word as it stands, or any of its stems: who asks does not say in which language.
CREATE FUNCTION word_or_stems(word text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT '(' || string_agg(DISTINCT '''' || replace(replace(form, '\', '\\'), '''', '''''') || '''', ' | ') || ')'
          FROM (SELECT word AS form
                UNION ALL
                SELECT unnest(ts_lexize(stemmer, word))
                FROM unnest('{danish_stem,german_stem,greek_stem,english_stem,spanish_stem,estonian_stem,finnish_stem,
                              french_stem,irish_stem,hungarian_stem,italian_stem,lithuanian_stem,dutch_stem,
                              portuguese_stem,romanian_stem,swedish_stem}'::regdictionary[]) stemmer) forms $$;

-- What a person types ("word", OR, -word, "a phrase"), with every word also by its stems.
CREATE FUNCTION search_query(typed text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT COALESCE(string_agg(
                 CASE WHEN part[1] LIKE '''%'
                      THEN word_or_stems(replace(replace(substr(part[1], 2, length(part[1]) - 2), '''''', ''''), '\\', '\'))
                      ELSE part[1] END, '' ORDER BY n), '')::tsquery
          FROM regexp_matches(websearch_to_tsquery('simple', plain(typed))::text,
                              '''(?:[^'']|'''')*''|[^'']+', 'g') WITH ORDINALITY AS found(part, n) $$;

CREATE TABLE country_search_name (
    code   text     PRIMARY KEY,
    names  text     NOT NULL,
    search tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', plain(names)), 'C')) STORED
);

ALTER TABLE project ADD COLUMN bodies text[];
-- From now on the trigger writes the column; this changes no row.
ALTER TABLE project ALTER COLUMN search DROP EXPRESSION;
-- Words in the middle of the range decide between the index of words and that of the order.
ALTER TABLE project ALTER COLUMN search SET STATISTICS 1000;

CREATE FUNCTION project_findable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    text_in record;
    country tsvector;
    names   text;
    vector  tsvector;
BEGIN
    NEW.bodies := ARRAY(
        SELECT DISTINCT code
        FROM (SELECT NEW.lead_code AS code
              UNION ALL SELECT partner ->> 'organisation' FROM jsonb_array_elements(NEW.details -> 'partners') partner
              UNION ALL SELECT jsonb_array_elements_text(NEW.details -> 'beneficiaries')) taking_part
        WHERE code IS NOT NULL);
    SELECT string_agg(o.search_text, ' ') INTO names FROM organisation o WHERE o.code = ANY (NEW.bodies);
    vector := setweight(to_tsvector('simple', plain(concat_ws(' ', NEW.code, NEW.reference, NEW.acronym,
                        (SELECT string_agg(variant, ' ') FROM jsonb_array_elements_text(NEW.details -> 'acronymVariants') variant)))), 'A')
        || setweight(to_tsvector('simple', plain(concat_ws(' ', NEW.details ->> 'leadName', names,
                        (SELECT string_agg(partner ->> 'name', ' ') FROM jsonb_array_elements(NEW.details -> 'partners') partner)))), 'B')
        || setweight(to_tsvector('simple', plain(concat_ws(' ', NEW.fund, NEW.region, array_to_string(NEW.themes, ' ')))), 'D');
    FOR text_in IN
        SELECT key AS language, plain(value) AS words, 'A'::"char" AS weight FROM jsonb_each_text(NEW.details -> 'title')
        UNION ALL
        SELECT key, plain(value), 'D' FROM jsonb_each_text(NEW.details -> 'summary')
    LOOP
        vector := vector || setweight(to_tsvector('simple', text_in.words), text_in.weight);
        IF text_configuration(text_in.language) <> 'simple'::regconfig THEN
            vector := vector || setweight(to_tsvector(text_configuration(text_in.language), text_in.words), text_in.weight);
        END IF;
    END LOOP;
    FOR country IN
        SELECT search FROM country_search_name WHERE code = ANY (NEW.partner_countries || NEW.member_states)
    LOOP
        vector := vector || country;
    END LOOP;
    NEW.search := vector;
    RETURN NEW;
END $$;

CREATE TRIGGER project_findable BEFORE INSERT OR UPDATE ON project
    FOR EACH ROW EXECUTE FUNCTION project_findable();
