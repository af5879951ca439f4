-- What a calendar was told of a UID it believes only if SEQUENCE grows (RFC 5545, 3.8.7.4). To whoever comes, goes and comes
-- again each is news, although neither event nor session changed.
SET LOCAL lock_timeout = '5s';

-- 1 for everybody until now: whoever is not to come was told so with one more than the event's own.
ALTER TABLE registration ADD COLUMN calendar_step integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN registration.calendar_step IS 'added to SEQUENCE for this registrant: grows when they are to come or no more; goes on when the address registers again';
CREATE INDEX registration_came_before ON registration (scope_id, address_hash) WHERE status = 'WITHDRAWN';
