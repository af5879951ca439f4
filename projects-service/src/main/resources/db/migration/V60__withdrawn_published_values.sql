SET lock_timeout = '5s';

-- A published value that was entered wrongly is taken back, not deleted: it stays readable with who did so, when and why, and
-- with the value recorded in its place. Deferred, because the wrong one gives way before the right one is there.
ALTER TABLE published_value
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdrawn_by text,
    ADD COLUMN withdrawal_reason text,
    ADD COLUMN replaced_by uuid REFERENCES published_value (id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT published_value_withdrawn CHECK (withdrawn_at IS NULL OR NOT current);
