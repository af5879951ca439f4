-- What people have asked for under data protection law, over all services. Who asked is here as a keyed hash only.
CREATE TABLE data_subject_request (
  id           uuid        PRIMARY KEY,
  kind         text        NOT NULL CHECK (kind IN ('EXPORT', 'ERASURE')),
  person_hash  text        NOT NULL,
  reason       text,
  requested_by text        NOT NULL,         -- subject of the officer
  services     text[]      NOT NULL,         -- who has to answer
  created_at   timestamptz NOT NULL,
  completed_at timestamptz
);
CREATE INDEX data_subject_request_created ON data_subject_request (created_at, id);

CREATE TABLE data_subject_answer (
  request_id  uuid        NOT NULL REFERENCES data_subject_request (id),
  service     text        NOT NULL,
  counts      jsonb       NOT NULL,
  kept        jsonb       NOT NULL,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (request_id, service)
);
