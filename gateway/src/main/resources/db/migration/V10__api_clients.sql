-- A program of a partner organisation that calls the API.
CREATE TABLE api_client (
  id           uuid        PRIMARY KEY,
  organisation text,                       -- code of the organisation it acts for; null: its owner's alone
  owner        text        NOT NULL,       -- subject of who registered it
  roles        text[]      NOT NULL,       -- roles its keys carry: never more than its owner had
  name         text        NOT NULL,
  contact      text        NOT NULL,       -- address for notices, a functional mailbox
  scopes       text[]      NOT NULL,
  status       text        NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'CLOSED')),
  version      bigint      NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL
);
CREATE INDEX api_client_organisation ON api_client (organisation);
CREATE INDEX api_client_owner ON api_client (owner);

-- Keys of clients; the key itself is nowhere.
CREATE TABLE api_key (
  id           uuid        PRIMARY KEY,
  client_id    uuid        NOT NULL REFERENCES api_client (id),
  prefix       text        NOT NULL UNIQUE, -- the part that is shown again
  hash         bytea       NOT NULL,        -- SHA-256 of the whole key
  scopes       text[]      NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  version      bigint      NOT NULL DEFAULT 1
);
CREATE INDEX api_key_client ON api_key (client_id);

-- Public halves of the keys that instances sign with; the private halves never leave their process.
CREATE TABLE signing_key (
  kid        text        PRIMARY KEY,
  jwk        jsonb       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at    timestamptz NOT NULL DEFAULT now()
);

-- Requests counted by client over all instances; lost without harm in a crash.
CREATE UNLOGGED TABLE rate_usage (
  client     text        PRIMARY KEY,
  used       bigint      NOT NULL,
  counted_at timestamptz NOT NULL
);
CREATE INDEX rate_usage_counted ON rate_usage (counted_at);
