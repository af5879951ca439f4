SET lock_timeout = '5s';

-- The time that rules go by: the database's clock, moved by what a rehearsal has set. What it is moved by is the body of a
-- function and not a row: the planner puts both into the statement, so that where nothing is moved nothing is paid.
CREATE FUNCTION clock_offset() RETURNS interval LANGUAGE sql STABLE AS 'SELECT make_interval(secs => 0)';
CREATE FUNCTION platform_clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT clock_timestamp() + clock_offset()';
