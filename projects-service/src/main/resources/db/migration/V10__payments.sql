-- What is committed to a project by its contract, and how much of it is promised and paid. The check is the last word:
-- whatever runs at once, nothing is paid that was not committed.
CREATE TABLE project_account (
    project_id uuid PRIMARY KEY REFERENCES project (id),
    currency   char(3)        NOT NULL,
    committed  numeric(18, 2) NOT NULL CHECK (committed >= 0),
    approved   numeric(18, 2) NOT NULL DEFAULT 0 CHECK (approved >= 0),
    paid       numeric(18, 2) NOT NULL DEFAULT 0 CHECK (paid >= 0),
    CONSTRAINT project_account_covered CHECK (approved + paid <= committed)
);

CREATE TABLE payment (
    id           uuid PRIMARY KEY,
    version      bigint         NOT NULL,
    project_id   uuid           NOT NULL REFERENCES project_account (project_id),
    kind         text           NOT NULL,
    status       text           NOT NULL,
    amount       numeric(18, 2) NOT NULL CHECK (amount > 0),
    currency     char(3)        NOT NULL,
    reference    text,
    report_id    uuid,
    due_on       date,
    requested_on date           NOT NULL,
    approved_on  date,
    paid_on      date,
    reason       text,
    created_at   timestamptz    NOT NULL,
    updated_at   timestamptz    NOT NULL
);
CREATE INDEX payment_project ON payment (project_id, requested_on, id);
-- The balance settles the account: there is one.
CREATE UNIQUE INDEX payment_one_balance ON payment (project_id)
    WHERE kind = 'BALANCE' AND status NOT IN ('REJECTED', 'CANCELLED');

INSERT INTO project_account (project_id, currency, committed)
    SELECT id, currency, eu_share FROM project WHERE contracted_on IS NOT NULL AND eu_share IS NOT NULL;
