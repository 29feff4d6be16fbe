-- People sign in under their own name, and every record names who made it; accounts are closed, never deleted.
CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    user_name TEXT NOT NULL UNIQUE,
    printed_name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    failed_attempts BIGINT NOT NULL CHECK (failed_attempts >= 0),
    last_failed_at TEXT,
    last_failed_offset BIGINT,
    closed BIGINT NOT NULL CHECK (closed IN (0, 1)),
    row_version BIGINT NOT NULL CHECK (row_version >= 1),
    CHECK ((last_failed_at IS NULL) = (last_failed_offset IS NULL))
);

CREATE TABLE role_grant (
    account_id TEXT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL CHECK (role IN ('nurse', 'physician', 'administrator', 'auditor')),
    PRIMARY KEY (account_id, role)
);
