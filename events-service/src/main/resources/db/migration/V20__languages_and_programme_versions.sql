-- Languages and interpretation of a session, and every programme that was ever public.
SET lock_timeout = '5s';

ALTER TABLE session ADD COLUMN languages jsonb NOT NULL DEFAULT '[]';
ALTER TABLE session ADD COLUMN interpretation jsonb NOT NULL DEFAULT '[]';

CREATE TABLE programme_version (
  event_id    uuid        NOT NULL REFERENCES event,
  number      integer     NOT NULL CHECK (number > 0),
  what        text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  programme   jsonb       NOT NULL,
  PRIMARY KEY (event_id, number)
);
COMMENT ON TABLE programme_version IS 'the programme as the public saw it from recorded_at on; rows are never changed';
