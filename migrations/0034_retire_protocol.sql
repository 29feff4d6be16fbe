-- A signed version that is retired stays as it was signed; that it is no longer ordered under stands beside it.
CREATE TABLE protocol_retirement (
    protocol_version_id TEXT NOT NULL PRIMARY KEY REFERENCES protocol_version (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    retired_by TEXT NOT NULL REFERENCES account (id),
    retired_at TEXT NOT NULL,
    retired_offset BIGINT NOT NULL
);

CREATE TRIGGER protocol_retirement_is_never_updated BEFORE UPDATE ON protocol_retirement
BEGIN
    SELECT RAISE(ABORT, 'protocol_retirement is append-only');
END;

CREATE TRIGGER protocol_retirement_is_never_deleted BEFORE DELETE ON protocol_retirement
BEGIN
    SELECT RAISE(ABORT, 'protocol_retirement is append-only');
END;
