SET lock_timeout = '5s';

-- The second wall: a connection that serves an organisation reads that organisation's applications and those it was invited
-- to, whatever a query forgets to ask. The service says for whom each connection works (mpf.reader); empty is the service
-- itself and staff, whose sight the queries narrow. FORCE: the tables' owner is subject to it too; no role may bypass it.
ALTER TABLE application ENABLE ROW LEVEL SECURITY;
ALTER TABLE application FORCE ROW LEVEL SECURITY;
CREATE POLICY application_of_the_reader ON application USING (
    coalesce(current_setting('mpf.reader', true), '') = ''
    OR organisation = current_setting('mpf.reader', true)
    OR partners @> jsonb_build_array(jsonb_build_object(
           'organisation', current_setting('mpf.reader', true), 'status', 'INVITED'))
    OR partners @> jsonb_build_array(jsonb_build_object(
           'organisation', current_setting('mpf.reader', true), 'status', 'CONFIRMED'))
    OR partners @> jsonb_build_array(jsonb_build_object(
           'organisation', current_setting('mpf.reader', true), 'status', 'DECLINED'))
);

ALTER TABLE submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE submission FORCE ROW LEVEL SECURITY;
CREATE POLICY submission_of_the_reader ON submission USING (
    coalesce(current_setting('mpf.reader', true), '') = ''
    OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id)
);

ALTER TABLE application_attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_attachment FORCE ROW LEVEL SECURITY;
CREATE POLICY attachment_of_the_reader ON application_attachment USING (
    coalesce(current_setting('mpf.reader', true), '') = ''
    OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id)
);
