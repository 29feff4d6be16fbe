-- The audit trail is a chain of hashes. It refers to nothing by foreign key: it must take an event about anything.
CREATE TABLE audit_event (
    sequence BIGINT NOT NULL PRIMARY KEY CHECK (sequence >= 1),
    happened_at TEXT NOT NULL,
    happened_offset BIGINT NOT NULL,
    action TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('success', 'failure')),
    account_id TEXT,
    role TEXT NOT NULL,
    workstation TEXT NOT NULL,
    patient_id TEXT,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    changes TEXT NOT NULL,
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
);
