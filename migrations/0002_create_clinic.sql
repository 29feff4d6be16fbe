-- The clinic has an identity of its own and settings that belong to no protocol.
CREATE TABLE clinic (
    id TEXT NOT NULL PRIMARY KEY,
    created_at TEXT NOT NULL,
    created_offset BIGINT NOT NULL
);

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    value TEXT NOT NULL,
    row_version BIGINT NOT NULL CHECK (row_version >= 1)
);
