-- Drafts that were cancelled before never_public was there (V60), or by an instance that did not know of it, count as
-- published. The audit trail knows what they were: no event is cancelled twice, and none leaves CANCELLED again.
SET LOCAL lock_timeout = '5s';

DO $$
BEGIN
    -- In an empty database the trail is made after this, and there is nothing to mend.
    IF to_regclass('audit_entry') IS NOT NULL THEN
        UPDATE event e SET never_public = true
        WHERE e.status = 'CANCELLED' AND NOT e.never_public
          AND EXISTS (SELECT 1 FROM audit_entry a
                      WHERE a.object_type = 'event' AND a.object_id = e.id::text AND a.action = 'event.cancel'
                        AND a.before = '"DRAFT"');
    END IF;
END
$$;
