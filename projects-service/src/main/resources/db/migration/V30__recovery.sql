-- Money that is asked back. `paid` is what is paid and has not come back: what came back may be paid again, and a contract
-- may be lowered to it. What is asked back never passes what is paid, whatever runs at once.
ALTER TABLE project_account
    ADD COLUMN to_recover numeric(18, 2) NOT NULL DEFAULT 0 CHECK (to_recover >= 0),
    ADD COLUMN recovered numeric(18, 2) NOT NULL DEFAULT 0 CHECK (recovered >= 0),
    ADD CONSTRAINT project_account_recoverable CHECK (to_recover <= paid);

CREATE TABLE recovery (
    id           uuid PRIMARY KEY,
    version      bigint         NOT NULL,
    project_id   uuid           NOT NULL REFERENCES project_account (project_id),
    payment_id   uuid           REFERENCES payment (id),
    status       text           NOT NULL,
    amount       numeric(18, 2) NOT NULL CHECK (amount > 0),
    currency     char(3)        NOT NULL,
    reason       text           NOT NULL,
    reference    text,
    ordered_on   date           NOT NULL,
    due_on       date           CHECK (due_on >= ordered_on),
    recovered_on date,
    note         text,
    created_at   timestamptz    NOT NULL,
    updated_at   timestamptz    NOT NULL
);
CREATE INDEX recovery_project ON recovery (project_id, ordered_on, id);
CREATE INDEX recovery_payment ON recovery (payment_id) WHERE payment_id IS NOT NULL;
