-- Programme, registrations, questions, minutes, positioning and synopses of the facility's events.
-- Texts in several languages and data-shaped rules are jsonb; what is filtered, sorted or counted is a real column.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE event_series (
  id          uuid        PRIMARY KEY,
  key         text        NOT NULL UNIQUE,
  name        jsonb       NOT NULL,
  description jsonb,
  version     bigint      NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE event (
  id              uuid        PRIMARY KEY,
  key             text        NOT NULL UNIQUE,
  series_key      text        REFERENCES event_series (key),
  status          text        NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'HELD', 'REPORTED', 'CANCELLED')),
  title           jsonb       NOT NULL,
  summary         jsonb,
  mode            text        NOT NULL CHECK (mode IN ('IN_PERSON', 'ONLINE', 'HYBRID')),
  place           text,
  country         text,
  time_zone       text        NOT NULL,
  starts_local    timestamp   NOT NULL,
  ends_local      timestamp   NOT NULL,
  starts_at       timestamptz NOT NULL,
  ends_at         timestamptz NOT NULL,
  day_confirmed   boolean     NOT NULL,
  audience        jsonb       NOT NULL,
  blocks          jsonb       NOT NULL,
  capacity        integer     CHECK (capacity >= 0),
  category_limits jsonb       NOT NULL,
  policy          jsonb       NOT NULL,
  version         bigint      NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CHECK (ends_at >= starts_at)
);
CREATE INDEX event_start ON event (starts_at, id);
CREATE INDEX event_series_of ON event (series_key);

CREATE TABLE session (
  id                uuid        PRIMARY KEY,
  event_id          uuid        NOT NULL REFERENCES event,
  key               text        NOT NULL,
  block             text,
  position          integer     NOT NULL,
  kind              text        NOT NULL,
  status            text        NOT NULL CHECK (status IN ('PLANNED', 'HELD', 'CANCELLED')),
  title             jsonb       NOT NULL,
  summary           jsonb,
  mode              text        NOT NULL CHECK (mode IN ('IN_PERSON', 'ONLINE', 'HYBRID')),
  time_zone         text        NOT NULL,
  starts_local      timestamp,
  ends_local        timestamp,
  starts_at         timestamptz,
  ends_at           timestamptz,
  capacity          integer     CHECK (capacity >= 0),
  call_key          text,
  project_codes     jsonb       NOT NULL,
  question_topics   jsonb       NOT NULL,
  feedback_note     jsonb,
  follow_ups_from   integer     CHECK (follow_ups_from >= 0),
  follow_ups_to     integer     CHECK (follow_ups_to >= follow_ups_from),
  parent_session_id uuid        REFERENCES session,
  invited_until     timestamptz,
  consent_carried   boolean     NOT NULL DEFAULT false,
  version           bigint      NOT NULL,
  created_at        timestamptz NOT NULL DEFAULT now(),
  UNIQUE (event_id, key)
);
CREATE INDEX session_order ON session (event_id, position, id);
CREATE INDEX session_parent ON session (parent_session_id) WHERE parent_session_id IS NOT NULL;

CREATE TABLE person (
  id             uuid        PRIMARY KEY,
  key            text        UNIQUE,
  honorific      text,
  name           text        NOT NULL,
  names          jsonb       NOT NULL,
  search_key     text        NOT NULL,
  merged_into_id uuid        REFERENCES person,
  version        bigint      NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN person.search_key IS 'every word of every spelling, folded, each after a blank; searched word by word so that order does not matter';
CREATE INDEX person_search ON person USING gin (search_key gin_trgm_ops);

-- What was printed on the badge that day: changes to the person later do not reach it.
CREATE TABLE contribution (
  id                uuid    PRIMARY KEY,
  session_id        uuid    NOT NULL REFERENCES session,
  position          integer NOT NULL,
  role              text    NOT NULL,
  person_id         uuid    NOT NULL REFERENCES person,
  honorific         text,
  name              text    NOT NULL,
  post              text,
  unit              text,
  organisation_code text,
  organisation_name text,
  project_code      text,
  type_code         text,
  version           bigint  NOT NULL
);
CREATE INDEX contribution_order ON contribution (session_id, position, id);
CREATE INDEX contribution_person ON contribution (person_id);

-- Copies of what the other services own, kept fresh from their events. Never written by a request.
CREATE TABLE known_project (
  code              text   PRIMARY KEY,
  project_id        text   NOT NULL UNIQUE,
  title             jsonb  NOT NULL,
  acronym           text,
  status            text,
  lead_organisation text,
  partners          jsonb  NOT NULL,
  standing          text,
  sequence          bigint NOT NULL
);
CREATE TABLE known_call (
  key         text   PRIMARY KEY,
  call_id     text   NOT NULL UNIQUE,
  title       jsonb  NOT NULL,
  status      text,
  opens_at    timestamptz,
  deadline_at timestamptz,
  funds       jsonb  NOT NULL,
  sequence    bigint NOT NULL
);
CREATE TABLE known_typology (
  version     integer PRIMARY KEY,
  typology_id text    NOT NULL,
  types       jsonb   NOT NULL
);
CREATE TABLE known_organisation (
  code            text   PRIMARY KEY,
  organisation_id text   NOT NULL UNIQUE,
  name            text   NOT NULL,
  sequence        bigint NOT NULL
);

-- One row per thing that can be full. The check constraint is the promise: never more seats than there are.
-- The TOTAL row is locked first by everybody, so two transactions never wait for each other crosswise.
CREATE TABLE seat_counter (
  id         bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  scope_id   uuid    NOT NULL,
  kind       text    NOT NULL CHECK (kind IN ('TOTAL', 'CATEGORY', 'SESSION')),
  category   text    NOT NULL DEFAULT '',
  session_id uuid,
  capacity   integer CHECK (capacity >= 0),
  taken      integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
  waiting    integer NOT NULL DEFAULT 0 CHECK (waiting >= 0),
  issued     bigint  NOT NULL DEFAULT 0,
  CONSTRAINT seats_not_oversold CHECK (taken <= capacity),
  UNIQUE NULLS NOT DISTINCT (scope_id, kind, category, session_id)
) WITH (fillfactor = 70);
COMMENT ON COLUMN seat_counter.scope_id IS 'the event, or the follow-up session that has a registration of its own';

CREATE TABLE registration (
  id               uuid        PRIMARY KEY,
  event_id         uuid        NOT NULL REFERENCES event,
  follow_up_id     uuid        REFERENCES session,
  scope_id         uuid        NOT NULL,
  number           bigint      NOT NULL,
  category         text        NOT NULL,
  status           text        NOT NULL CHECK (status IN
                     ('PENDING', 'CONFIRMED', 'WAITLISTED', 'OFFERED', 'REJECTED', 'WITHDRAWN', 'CHECKED_IN')),
  address_hash     text        NOT NULL,
  address          text        NOT NULL,
  name             text        NOT NULL,
  organisation     text,
  subject          text,
  language         text        NOT NULL,
  consent          jsonb       NOT NULL,
  reason           text,
  offer_expires_at timestamptz,
  version          bigint      NOT NULL,
  created_at       timestamptz NOT NULL DEFAULT now(),
  UNIQUE (scope_id, number)
);
-- One per address and event. Who withdrew may come back, at the end of the list; who was rejected may not.
CREATE UNIQUE INDEX registration_once ON registration (scope_id, address_hash) WHERE status <> 'WITHDRAWN';
CREATE INDEX registration_waiting ON registration (scope_id, number) WHERE status = 'WAITLISTED';
CREATE INDEX registration_offered ON registration (offer_expires_at) WHERE status = 'OFFERED';
CREATE INDEX registration_list ON registration (event_id, created_at, id);
CREATE INDEX registration_subject ON registration (subject, event_id) WHERE subject IS NOT NULL;

CREATE TABLE session_seat (
  registration_id uuid   NOT NULL REFERENCES registration,
  session_id      uuid   NOT NULL REFERENCES session,
  number          bigint NOT NULL,
  state           text   NOT NULL CHECK (state IN ('REQUESTED', 'SEAT', 'WAITING', 'RELEASED')),
  PRIMARY KEY (registration_id, session_id)
);
CREATE INDEX session_seat_waiting ON session_seat (session_id, number) WHERE state = 'WAITING';

CREATE TABLE question (
  id              uuid        PRIMARY KEY,
  session_id      uuid        NOT NULL REFERENCES session,
  text            text        NOT NULL,
  status          text        NOT NULL CHECK (status IN ('ASKED', 'APPROVED', 'REJECTED', 'ANSWERED', 'CARRIED_OVER')),
  votes           integer     NOT NULL DEFAULT 0 CHECK (votes >= 0),
  answer          text,
  reason          text,
  carried_from_id uuid        REFERENCES question,
  carried_to_id   uuid        REFERENCES question,
  asked_at        timestamptz NOT NULL,
  answered_at     timestamptz,
  version         bigint      NOT NULL
);
CREATE INDEX question_order ON question (session_id, votes DESC, id);
CREATE TABLE question_vote (
  question_id uuid NOT NULL REFERENCES question,
  voter       text NOT NULL,
  PRIMARY KEY (question_id, voter)
);
COMMENT ON COLUMN question_vote.voter IS 'keyed hash of the token subject or of the registered address';

CREATE TABLE minutes (
  session_id uuid        PRIMARY KEY REFERENCES session,
  points     jsonb       NOT NULL,
  text       text,
  version    bigint      NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE positioning_exercise (
  id               uuid        PRIMARY KEY,
  event_id         uuid        NOT NULL REFERENCES event,
  session_id       uuid        NOT NULL REFERENCES session,
  typology_version integer     NOT NULL,
  status           text        NOT NULL CHECK (status IN ('DRAFT', 'OPEN', 'CLOSED', 'AGREED')),
  outcome          jsonb,
  opened_at        timestamptz,
  closed_at        timestamptz,
  version          bigint      NOT NULL,
  created_at       timestamptz NOT NULL DEFAULT now(),
  UNIQUE (session_id, typology_version)
);
CREATE TABLE position (
  id            uuid        PRIMARY KEY,
  exercise_id   uuid        NOT NULL REFERENCES positioning_exercise,
  project_code  text        NOT NULL,
  project_id    text        NOT NULL,
  means         jsonb       NOT NULL,
  note          text,
  positioned_by text        NOT NULL,
  positioned_at timestamptz NOT NULL,
  UNIQUE (exercise_id, project_code)
);

CREATE TABLE synopsis (
  id           uuid        PRIMARY KEY,
  event_id     uuid        NOT NULL REFERENCES event,
  edition      integer     NOT NULL,
  status       text        NOT NULL CHECK (status IN ('DRAFT', 'REVIEWED', 'PUBLISHED', 'SUPERSEDED')),
  language     text        NOT NULL,
  content      jsonb       NOT NULL,
  created_at   timestamptz NOT NULL,
  reviewed_at  timestamptz,
  published_at timestamptz,
  version      bigint      NOT NULL,
  UNIQUE (event_id, edition)
);
-- Readers are never in doubt which edition is in force.
CREATE UNIQUE INDEX synopsis_in_force ON synopsis (event_id) WHERE status = 'PUBLISHED';

-- Who sat in a session: those with a seat in it, and those who registered for the day as a whole.
CREATE VIEW session_audience AS
SELECT s.id AS session_id, r.id AS registration_id, r.address_hash, r.address, r.name, r.consent
FROM session s
JOIN registration r ON r.event_id = s.event_id AND r.status IN ('CONFIRMED', 'CHECKED_IN')
WHERE CASE
  WHEN s.parent_session_id IS NOT NULL THEN r.follow_up_id = s.id
  ELSE r.follow_up_id IS NULL AND (
    NOT EXISTS (SELECT FROM session_seat x WHERE x.registration_id = r.id)
    OR EXISTS (SELECT FROM session_seat x WHERE x.registration_id = r.id AND x.session_id = s.id AND x.state = 'SEAT'))
END;
