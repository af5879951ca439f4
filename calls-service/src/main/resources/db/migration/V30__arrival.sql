SET lock_timeout = '5s';

-- When a request that has waited so long came, by this database's clock. A function of its own, so that a test that holds
-- the clock still holds this still too.
CREATE FUNCTION calls_arrived(waited interval) RETURNS timestamptz
    LANGUAGE sql VOLATILE AS 'SELECT calls_clock() - waited';

-- Whoever hands in to a call holds this lock in shared mode from before the clock is read until the transaction ends, and
-- whoever tells that the clock has closed the call takes it alone: so the closing is told after the last application.
CREATE FUNCTION calls_taking(call uuid, waited interval) RETURNS timestamptz
    LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('call-taking/' || call, 0));
    RETURN calls_arrived(waited);
END $$;
