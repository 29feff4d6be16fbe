-- A signature keeps the printed name, the time, the meaning and the hash of what was signed; a document, that it left.
CREATE TABLE signature (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    printed_name TEXT NOT NULL,
    role TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    signed_offset BIGINT NOT NULL,
    meaning TEXT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('infusion', 'course_order', 'protocol_version')),
    subject_id TEXT NOT NULL,
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64)
);

CREATE INDEX signature_by_subject ON signature (subject_id, subject_kind);

CREATE TABLE document_issued (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    patient_id TEXT NOT NULL REFERENCES patient (id),
    issued_by TEXT NOT NULL REFERENCES account (id),
    issued_at TEXT NOT NULL,
    issued_offset BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'amended'))
);
