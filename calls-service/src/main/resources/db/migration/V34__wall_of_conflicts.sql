SET lock_timeout = '5s';

-- The second wall for people: who declared a conflict of interest sees nothing of the application, whatever other rule or
-- forgetful query would show it. mpf.person is the account of an evaluator or committee member; empty is everybody else.
CREATE POLICY application_without_a_conflict ON application AS RESTRICTIVE USING (
    coalesce(current_setting('mpf.person', true), '') = ''
    OR (NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.application_id = application.id AND e.status = 'CONFLICTED'
                    AND e.evaluator = current_setting('mpf.person', true))
        AND NOT EXISTS (SELECT 1 FROM committee_meeting m, jsonb_array_elements(m.members) p
                        WHERE m.call_id = application.call_id AND p ->> 'member' = current_setting('mpf.person', true)
                        AND (p -> 'conflicts') @> jsonb_build_array(application.id)))
);
CREATE POLICY submission_without_a_conflict ON submission AS RESTRICTIVE USING (
    coalesce(current_setting('mpf.person', true), '') = ''
    OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id)
);
CREATE POLICY attachment_without_a_conflict ON application_attachment AS RESTRICTIVE USING (
    coalesce(current_setting('mpf.person', true), '') = ''
    OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id)
);
