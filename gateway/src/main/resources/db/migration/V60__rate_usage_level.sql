-- What of a client's use still counts: it falls evenly, as the buckets of the instances fill. So an instance that meets a
-- client for the first time knows what others gave it just now.
ALTER TABLE rate_usage
  ADD COLUMN level    double precision NOT NULL DEFAULT 0,  -- requests, at that time
  ADD COLUMN level_at timestamptz,
  ADD COLUMN refill   double precision NOT NULL DEFAULT 0;  -- requests a second that come back
