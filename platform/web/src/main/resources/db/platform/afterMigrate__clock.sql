-- Where the platform is rehearsed (mpf.rehearsal.enabled) there is a function that moves its clock, and the service may
-- call it. Anywhere else there is none, and a clock that was moved runs true again.
DO $$
DECLARE
    service CONSTANT name := '${service-role}';
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('mpf.clock')); -- two instances that start together
    IF '${rehearsal}'::boolean THEN
        CREATE OR REPLACE FUNCTION move_clock(by_ms bigint) RETURNS void
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $move$
        BEGIN
            PERFORM pg_advisory_xact_lock(hashtext('mpf.clock'));
            EXECUTE format(
                'CREATE OR REPLACE FUNCTION clock_offset() RETURNS interval LANGUAGE sql STABLE AS %L',
                format('SELECT make_interval(secs => %s)', by_ms / 1000.0));
        END
        $move$;
        REVOKE ALL ON FUNCTION move_clock(bigint) FROM PUBLIC;
        EXECUTE format('GRANT EXECUTE ON FUNCTION move_clock(bigint) TO %I', service);
    ELSE
        DROP FUNCTION IF EXISTS move_clock(bigint);
        IF clock_offset() <> make_interval() THEN
            CREATE OR REPLACE FUNCTION clock_offset() RETURNS interval LANGUAGE sql STABLE
                AS 'SELECT make_interval(secs => 0)';
        END IF;
    END IF;
END
$$;
