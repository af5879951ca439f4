-- By this hash the address is found when the person behind it asks for it, or asks for it to go.
ALTER TABLE reporting_plan ADD COLUMN contact_hash text;
CREATE INDEX reporting_plan_contact ON reporting_plan (contact_hash) WHERE contact_hash IS NOT NULL;
