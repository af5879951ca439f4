-- Whoever migrates owns the tables. The service works with a role of its own: it reads and writes rows, and has no right
-- to change what is written for good, to change a table, or to give itself the right. With one role for both, the
-- triggers alone protect the trail.
DO $$
DECLARE
    service CONSTANT name := '${service-role}';
BEGIN
    IF service = current_user THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('mpf.rights')); -- two instances that start together
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', service);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', service);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %I', service);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM %I', service);
    PERFORM audit_take_rights(service);
END
$$;

-- Migrations wait for locks for a few seconds only. Where the application migrates as itself, the connection goes on to serve it.
RESET lock_timeout;
