-- Every event a consumer has handled, written in the transaction of its effect. A second delivery finds its row and stops.
CREATE TABLE inbox_event (
  consumer   text        NOT NULL,
  event_id   uuid        NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_event_handled_at ON inbox_event USING brin (handled_at);

-- The newest version of each aggregate a consumer has handled, so that an older one arriving late is dropped.
CREATE TABLE inbox_aggregate (
  consumer     text        NOT NULL,
  topic        text        NOT NULL,
  aggregate_id text        NOT NULL,
  version      bigint      NOT NULL,
  PRIMARY KEY (consumer, aggregate_id, topic)
) WITH (fillfactor = 80);
