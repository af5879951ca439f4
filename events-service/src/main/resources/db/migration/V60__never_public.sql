-- An event that is cancelled while it is a draft stays as hidden as the draft was.
SET LOCAL lock_timeout = '5s';

-- So said, and not as "was published", so that an instance from before this column publishes as it should meanwhile.
-- What was cancelled before counts as published: nothing tells the two apart.
ALTER TABLE event ADD COLUMN never_public boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN event.never_public IS 'cancelled before it was ever published: its programme is nobody''s business';
