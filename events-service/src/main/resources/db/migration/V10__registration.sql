-- Forms, invitations, announcements, arrivals, join links, building access and retention around registrations.
SET LOCAL lock_timeout = '5s';

ALTER TABLE event ADD COLUMN calendar_sequence integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN event.calendar_sequence IS 'SEQUENCE of RFC 5545: grows when those who come must change their calendars';

ALTER TABLE registration
  ADD COLUMN form_version integer,
  ADD COLUMN answers      jsonb,
  ADD COLUMN arrived_at   timestamptz,
  ADD COLUMN erased_at    timestamptz;
COMMENT ON COLUMN registration.form_version IS 'version of the form that was answered; null: the event had none';
COMMENT ON COLUMN registration.erased_at IS 'since then the row tells nobody apart and only counts in figures';
CREATE INDEX registration_to_erase ON registration (event_id) WHERE erased_at IS NULL;

-- A version is never changed: whoever answered it can be understood later.
CREATE TABLE registration_form (
  event_id   uuid        NOT NULL REFERENCES event,
  version    integer     NOT NULL CHECK (version > 0),
  questions  jsonb       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (event_id, version)
);

CREATE TABLE invitation (
  id           uuid        PRIMARY KEY,
  event_id     uuid        NOT NULL REFERENCES event,
  address_hash text,
  address      text,
  name         text,
  category     text,
  language     text        NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  CHECK (address_hash IS NOT NULL OR category IS NOT NULL),
  CONSTRAINT invitation_once UNIQUE NULLS NOT DISTINCT (event_id, address_hash, category)
);
CREATE INDEX invitation_list ON invitation (event_id, created_at, id);

-- What everybody registered has to be told; worked off in portions by any replica.
CREATE TABLE announcement (
  id         uuid        PRIMARY KEY,
  event_id   uuid        NOT NULL REFERENCES event,
  occasion   text        NOT NULL CHECK (occasion IN ('MOVED', 'CANCELLED')),
  sequence   integer     NOT NULL,
  reason     text,
  reached    uuid,
  told       integer     NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  done_at    timestamptz
);
COMMENT ON COLUMN announcement.reached IS 'the last registration, by id, that was told';
CREATE INDEX announcement_open ON announcement (created_at, id) WHERE done_at IS NULL;

CREATE TABLE join_link (
  session_id     uuid        PRIMARY KEY REFERENCES session,
  url            text        NOT NULL,
  minutes_before integer     NOT NULL CHECK (minutes_before >= 0),
  version        bigint      NOT NULL,
  updated_at     timestamptz NOT NULL DEFAULT now()
);

-- Nothing in here can be read without a key that the database does not have.
CREATE TABLE building_access (
  registration_id uuid        PRIMARY KEY REFERENCES registration,
  key_id          text        NOT NULL,
  sealed          bytea       NOT NULL,
  version         bigint      NOT NULL,
  updated_at      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN building_access.sealed IS 'nonce (12 bytes) and AES-256-GCM ciphertext, bound to the registration';

-- What was deleted when: figures only.
CREATE TABLE event_retention (
  event_id uuid        NOT NULL REFERENCES event,
  purpose  text        NOT NULL,
  done_at  timestamptz NOT NULL,
  people   integer     NOT NULL,
  PRIMARY KEY (event_id, purpose, done_at)
);
