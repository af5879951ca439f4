SET lock_timeout = '5s';

-- Searches ask for themes, partner countries and kinds of applicant too; those kept before ask nothing of them.
ALTER TABLE saved_search
    ADD COLUMN theme          text[] NOT NULL DEFAULT '{}',
    ADD COLUMN country        text[] NOT NULL DEFAULT '{}',
    ADD COLUMN applicant_kind text[] NOT NULL DEFAULT '{}';
