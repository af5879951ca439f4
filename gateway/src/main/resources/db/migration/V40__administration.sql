-- What administrators decide about single partners.
ALTER TABLE api_client ADD COLUMN rate_limit integer CHECK (rate_limit > 0); -- requests in a window; null: the usual number

ALTER TABLE webhook DROP CONSTRAINT webhook_disabled_reason_check;
ALTER TABLE webhook ADD CONSTRAINT webhook_disabled_reason_check
  CHECK (disabled_reason IN ('OWNER', 'GONE', 'FAILING', 'ADMINISTRATOR')) NOT VALID;
