-- Who did what. Rows are only ever added; the chain over them is in audit_seal, so that writers do not queue for it.
CREATE TABLE audit_entry (
    id           uuid        PRIMARY KEY,
    xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    recorded_at  timestamptz NOT NULL,
    actor        text        NOT NULL,
    roles        text[]      NOT NULL,
    organisation text,
    action       text        NOT NULL,
    object_type  text        NOT NULL,
    object_id    text        NOT NULL,
    before       jsonb,
    after        jsonb,
    reason       text,
    request_id   text,
    signature    bytea       NOT NULL           -- HMAC by the service: shows rows it did not write
);

CREATE INDEX audit_entry_object ON audit_entry (object_type, object_id, id);
CREATE INDEX audit_entry_recorded_at ON audit_entry (recorded_at, id);

-- What the sealer has still to do; emptied by it.
CREATE TABLE audit_unsealed (
    entry_id uuid PRIMARY KEY,
    xid      xid8 NOT NULL DEFAULT pg_current_xact_id()
);

-- The chain: hash = SHA-256(hash before, canonical JSON of the entry with its signature).
CREATE TABLE audit_seal (
    position bigint      PRIMARY KEY,
    entry_id uuid        NOT NULL UNIQUE,
    hash     bytea       NOT NULL,
    sealed_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: the audit trail is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
