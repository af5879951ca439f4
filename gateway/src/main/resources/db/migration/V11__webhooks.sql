-- What partners have asked to be told, and where.
CREATE TABLE webhook (
  id              uuid        PRIMARY KEY,
  organisation    text,                         -- as with API clients: theirs, or its owner's alone
  owner           text        NOT NULL,
  url             text        NOT NULL,
  description     text,
  contact         text        NOT NULL,         -- is told when the webhook is switched off
  types           text[]      NOT NULL,         -- types, or their beginnings with .*; none: everything
  filter          jsonb       NOT NULL,         -- fields of the data and the values wanted
  status          text        NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED')),
  disabled_reason text        CHECK (disabled_reason IN ('OWNER', 'GONE', 'FAILING')),
  secret          bytea       NOT NULL,         -- encrypted
  previous_secret bytea,                        -- signs too, until then
  previous_until  timestamptz,
  version         bigint      NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL,
  position        bigint      NOT NULL,         -- how far the change feed was looked through
  due_at          timestamptz NOT NULL,         -- when it is worth a look again
  claimed_by      uuid,                         -- the instance that delivers at the moment
  claimed_until   timestamptz
);
CREATE INDEX webhook_due ON webhook (due_at) WHERE status = 'ACTIVE';
CREATE INDEX webhook_organisation ON webhook (organisation);
CREATE INDEX webhook_owner ON webhook (owner);

CREATE TABLE webhook_delivery (
  id           uuid        PRIMARY KEY,
  number       bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,  -- the order
  webhook_id   uuid        NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  event_id     uuid        NOT NULL,
  type         text        NOT NULL,
  subject      text        NOT NULL,
  body         text        NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('EVENT', 'REPLAY', 'TEST')),
  status       text        NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED')),
  attempts     integer     NOT NULL DEFAULT 0,
  next_at      timestamptz NOT NULL,
  created_at   timestamptz NOT NULL,
  settled_at   timestamptz
);
CREATE UNIQUE INDEX webhook_delivery_once ON webhook_delivery (webhook_id, event_id) WHERE kind = 'EVENT';
CREATE INDEX webhook_delivery_pending ON webhook_delivery (webhook_id, number) WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook_id, created_at, id);
CREATE INDEX webhook_delivery_age ON webhook_delivery (settled_at) WHERE status <> 'PENDING';

CREATE TABLE webhook_attempt (
  delivery_id  uuid        NOT NULL REFERENCES webhook_delivery (id) ON DELETE CASCADE,
  number       integer     NOT NULL,
  attempted_at timestamptz NOT NULL,
  status       integer,                         -- of the answer, if there was one
  millis       integer     NOT NULL,
  failure      text,
  PRIMARY KEY (delivery_id, number)
);
