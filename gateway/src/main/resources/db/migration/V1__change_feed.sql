-- Every event of the platform, in the order in which the feed took them. Positions are assigned under a lock that is held
-- until the commit, so they become visible in their own order. They may have gaps.
CREATE TABLE change (
  position    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id          uuid        NOT NULL UNIQUE,   -- CloudEvents id
  source      text        NOT NULL,
  type        text        NOT NULL,
  subject     text        NOT NULL,
  sequence    bigint      NOT NULL,          -- the aggregate's version
  time        timestamptz NOT NULL,
  data        json        NOT NULL,          -- as it was published; never looked into
  appended_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The feed itself; one row.
CREATE TABLE feed (
  only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  -- Part of the consumer's name: an empty database reads the topics from their beginning.
  id         uuid    NOT NULL DEFAULT gen_random_uuid(),
  -- Signs cursors, so all instances share it and cursors of a lost database are told apart. 244 random bits.
  cursor_key bytea   NOT NULL DEFAULT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
  -- The last position that retention has removed.
  removed_to bigint  NOT NULL DEFAULT 0
);
INSERT INTO feed DEFAULT VALUES;
