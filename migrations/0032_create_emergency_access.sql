-- Whoever may not see patients may in an emergency, for a time and with a reason, and somebody else looks at it after.
CREATE TABLE emergency_access (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    started_at TEXT NOT NULL,
    started_offset BIGINT NOT NULL,
    ends_at TEXT NOT NULL,
    ends_offset BIGINT NOT NULL
);

CREATE INDEX emergency_access_by_person ON emergency_access (account_id, ends_at);

CREATE INDEX emergency_access_by_time ON emergency_access (started_at, id);

CREATE TABLE emergency_access_note (
    id TEXT NOT NULL PRIMARY KEY,
    access_id TEXT NOT NULL REFERENCES emergency_access (id),
    kind TEXT NOT NULL CHECK (kind IN ('ended', 'reviewed')),
    remark TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id)
);

-- It ends once and is reviewed once.
CREATE UNIQUE INDEX emergency_access_note_by_access ON emergency_access_note (access_id, kind);

CREATE TRIGGER emergency_access_is_never_updated BEFORE UPDATE ON emergency_access
BEGIN
    SELECT RAISE(ABORT, 'emergency_access is append-only');
END;

CREATE TRIGGER emergency_access_is_never_deleted BEFORE DELETE ON emergency_access
BEGIN
    SELECT RAISE(ABORT, 'emergency_access is append-only');
END;

CREATE TRIGGER emergency_access_note_is_never_updated BEFORE UPDATE ON emergency_access_note
BEGIN
    SELECT RAISE(ABORT, 'emergency_access_note is append-only');
END;

CREATE TRIGGER emergency_access_note_is_never_deleted BEFORE DELETE ON emergency_access_note
BEGIN
    SELECT RAISE(ABORT, 'emergency_access_note is append-only');
END;
