-- What a session leaves behind: slides, recordings, papers. The bytes are stored files; here is who may have them, and when.
SET LOCAL lock_timeout = '5s';

CREATE TABLE material (
  id              uuid        PRIMARY KEY,
  session_id      uuid        NOT NULL REFERENCES session,
  contribution_id uuid        REFERENCES contribution,
  kind            text        NOT NULL,
  title           jsonb       NOT NULL,
  embargo_until   timestamptz,
  consent         text        NOT NULL CHECK (consent IN ('ASKED', 'GIVEN', 'REFUSED', 'WITHDRAWN')),
  consent_at      timestamptz,
  file_id         uuid        NOT NULL,
  version         bigint      NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN material.consent_at IS 'when consent was last given, refused or withdrawn';
CREATE INDEX material_session ON material (session_id, id);
CREATE INDEX material_contribution ON material (contribution_id) WHERE contribution_id IS NOT NULL;

-- V20 and V21 set the timeout for the session, and the session goes back to the pool.
RESET lock_timeout;
