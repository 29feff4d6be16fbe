-- The trail is asked by time, by person and by patient. What that needs is filled in when somebody asks, so that saving pays nothing for it.
CREATE TABLE audit_lookup (
    sequence BIGINT NOT NULL PRIMARY KEY REFERENCES audit_event (sequence),
    happened_at TEXT NOT NULL,
    action TEXT NOT NULL,
    account_id TEXT,
    patient_id TEXT
);

CREATE INDEX audit_lookup_by_time ON audit_lookup (happened_at, sequence, action);

CREATE INDEX audit_lookup_by_person ON audit_lookup (account_id, happened_at, sequence, action);

CREATE INDEX audit_lookup_by_patient ON audit_lookup (patient_id, happened_at, sequence, action, account_id);

CREATE INDEX document_issued_by_patient ON document_issued (patient_id, issued_at, id);

CREATE TRIGGER audit_lookup_is_never_updated BEFORE UPDATE ON audit_lookup
BEGIN
    SELECT RAISE(ABORT, 'audit_lookup is append-only');
END;

CREATE TRIGGER audit_lookup_is_never_deleted BEFORE DELETE ON audit_lookup
BEGIN
    SELECT RAISE(ABORT, 'audit_lookup is append-only');
END;
