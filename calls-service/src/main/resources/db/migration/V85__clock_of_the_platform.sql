SET lock_timeout = '5s';
-- platform_clock() comes with the platform's own migrations, which a new database runs after these.
SET LOCAL check_function_bodies = off;

-- One clock for all services. The functions here stay for the release before, which asks them.
CREATE OR REPLACE FUNCTION calls_clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT platform_clock()';
CREATE OR REPLACE FUNCTION calls_arrived(waited interval) RETURNS timestamptz
    LANGUAGE sql VOLATILE AS 'SELECT platform_clock() - waited';
