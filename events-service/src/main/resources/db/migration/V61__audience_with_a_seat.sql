-- Whoever registered for the day as a whole sat in every session, also in one that was full: now only where seats are not counted.
SET LOCAL lock_timeout = '5s';

CREATE OR REPLACE VIEW session_audience AS
SELECT s.id AS session_id, r.id AS registration_id, r.address_hash, r.address, r.name, r.consent
FROM session s
JOIN registration r ON r.event_id = s.event_id AND r.status IN ('CONFIRMED', 'CHECKED_IN')
WHERE CASE
  WHEN s.parent_session_id IS NOT NULL THEN r.follow_up_id = s.id
  ELSE r.follow_up_id IS NULL AND (
    (s.capacity IS NULL AND NOT EXISTS (SELECT FROM session_seat x WHERE x.registration_id = r.id))
    OR EXISTS (SELECT FROM session_seat x WHERE x.registration_id = r.id AND x.session_id = s.id AND x.state = 'SEAT'))
END;
