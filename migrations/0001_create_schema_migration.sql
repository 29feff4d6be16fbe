-- A data file says itself which migrations made it, so that no program has to guess what it opened.
CREATE TABLE schema_migration (
    number BIGINT NOT NULL PRIMARY KEY CHECK (number >= 1),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    applied_at TEXT NOT NULL
);
