-- Where a name stands in free text that an editor answers for, after its bearer was erased. The name itself is not kept.
SET LOCAL lock_timeout = '5s';

CREATE TABLE name_mention (
  id          uuid        PRIMARY KEY,
  kind        text        NOT NULL,
  object_id   uuid        NOT NULL,
  event_id    uuid        NOT NULL REFERENCES event,
  pointer     text        NOT NULL,
  start_at    integer     NOT NULL CHECK (start_at >= 0),
  length      integer     NOT NULL CHECK (length > 0),
  certainty   text        NOT NULL CHECK (certainty IN ('WHOLE_NAME', 'PART_OF_NAME')),
  status      text        NOT NULL CHECK (status IN ('OPEN', 'EDITED', 'KEPT')),
  found_at    timestamptz NOT NULL,
  settled_at  timestamptz,
  version     bigint      NOT NULL,
  CHECK ((status = 'OPEN') = (settled_at IS NULL))
);
CREATE UNIQUE INDEX name_mention_once ON name_mention (kind, object_id, pointer, start_at) WHERE status = 'OPEN';
CREATE INDEX name_mention_found ON name_mention (found_at, id);
COMMENT ON COLUMN name_mention.start_at IS 'in UTF-16 units of the text as it was when the name was found';
