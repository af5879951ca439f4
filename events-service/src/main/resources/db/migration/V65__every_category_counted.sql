-- Every audience category has a counter from the beginning, with or without a limit: setting a limit changes a row that
-- everybody registering locks and sees. A row that came with the limit was invisible to those who were waiting already.
SET LOCAL lock_timeout = '5s';

ALTER TABLE seat_counter ADD COLUMN passing_on boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN seat_counter.passing_on IS
  'of TOTAL: seats are being passed on in portions, so whoever comes queues behind those who wait';
CREATE INDEX seat_counter_passing_on ON seat_counter (scope_id) WHERE passing_on;

-- Nobody counts while it is counted, and whoever waits for this lock reads after it.
LOCK TABLE seat_counter IN EXCLUSIVE MODE;
INSERT INTO seat_counter (scope_id, kind, category, taken, waiting)
SELECT t.scope_id, 'CATEGORY', c.category,
       count(r.id) FILTER (WHERE r.status IN ('CONFIRMED', 'OFFERED', 'CHECKED_IN')),
       count(r.id) FILTER (WHERE r.status = 'WAITLISTED')
FROM seat_counter t
CROSS JOIN unnest(ARRAY['GRANTEE_CURRENT', 'GRANTEE_PAST', 'MEMBER_STATE', 'EU_SERVICE', 'EXPERT', 'ICMPD'])
  AS c (category)
LEFT JOIN registration r ON r.scope_id = t.scope_id AND r.category = c.category
WHERE t.kind = 'TOTAL'
GROUP BY t.scope_id, c.category
ON CONFLICT (scope_id, kind, category, session_id) DO NOTHING;
