-- What was kept as long as its purpose needs it goes: applications no grant came of, and procedures that nobody can challenge.
ALTER TABLE application ADD COLUMN let_go_at timestamptz;
ALTER TABLE call ADD COLUMN let_go_at timestamptz;

-- A submission is still written once: hash and receipt stay, and its words can only go as a whole.
CREATE OR REPLACE FUNCTION submission_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.content = '{}' AND to_jsonb(NEW) - 'content' = to_jsonb(OLD) - 'content' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a submission is written once';
END $$;
