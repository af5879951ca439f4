-- Code of the organisation an event concerns, where its type is told to that organisation and not to everybody.
ALTER TABLE change ADD COLUMN organisation text;
UPDATE change SET organisation = data ->> 'leadOrganisation'
WHERE type IN ('eu.mpf.calls.application.submitted.v1', 'eu.mpf.calls.application.withdrawn.v1',
               'eu.mpf.projects.report.submitted.v1')
  AND strpos(data::text, '\u0000') = 0; -- PostgreSQL reads no JSON with such a character

-- Roles of whoever set a webhook up: what it may be told of. Those there are have no more than everybody and their own
-- organisation, until their owner sets them up anew.
ALTER TABLE webhook ADD COLUMN roles text[] NOT NULL DEFAULT '{}';

-- What was queued or logged for webhooks though it was never theirs to know.
DELETE FROM webhook_delivery
WHERE type LIKE 'eu.mpf.calls.application.%' OR type LIKE 'eu.mpf.calls.grant.%'
   OR type LIKE 'eu.mpf.events.registration.%' OR type = 'eu.mpf.projects.report.submitted.v1';
