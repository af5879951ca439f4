-- Events wait here until Kafka has acknowledged them. A row is pending while it exists: there is no position to keep.
CREATE TABLE outbox_event (
  seq               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id                uuid        NOT NULL,   -- CloudEvents id
  lane              smallint    NOT NULL,   -- crc32(aggregate id) mod 64, stable across releases
  topic             text        NOT NULL,
  aggregate_id      text        NOT NULL,   -- Kafka key
  aggregate_version bigint      NOT NULL,
  type              text        NOT NULL,
  headers           jsonb       NOT NULL,
  payload           jsonb       NOT NULL,
  created_at        timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
CREATE INDEX outbox_event_lane ON outbox_event (lane, seq);

-- An aggregate one of whose events Kafka will never take. Its events wait; those of others in the lane go on.
CREATE TABLE parked_aggregate (
  id           uuid        PRIMARY KEY DEFAULT uuidv7(),
  topic        text        NOT NULL,
  aggregate_id text        NOT NULL,
  event_seq    bigint      NOT NULL,        -- outbox_event.seq of the event that failed
  event_type   text        NOT NULL,
  reason       text        NOT NULL,
  parked_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (aggregate_id, topic)
);

-- Who retried or discarded what was parked. Rows are only ever added.
CREATE TABLE parked_action (
  id           uuid        PRIMARY KEY DEFAULT uuidv7(),
  action       text        NOT NULL CHECK (action IN ('RETRY', 'DISCARD')),
  topic        text        NOT NULL,
  aggregate_id text        NOT NULL,
  event_seq    bigint      NOT NULL,
  event_type   text        NOT NULL,
  reason       text        NOT NULL,        -- why it had been parked
  acted_by     text        NOT NULL,        -- subject of the caller's token
  acted_at     timestamptz NOT NULL DEFAULT now()
);
