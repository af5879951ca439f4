-- The trigger writes what finds them.
UPDATE project SET bodies = bodies;
ANALYZE project;
