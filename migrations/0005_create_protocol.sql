-- Every limit is data with a version, an author and a date: a protocol version is signed as a whole with its numbers.
CREATE TABLE protocol (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id)
);

CREATE TABLE protocol_version (
    id TEXT NOT NULL PRIMARY KEY,
    protocol_id TEXT NOT NULL REFERENCES protocol (id),
    name TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'retired')),
    drug TEXT NOT NULL,
    summary TEXT NOT NULL,
    signed_by TEXT REFERENCES account (id),
    signed_at TEXT,
    signed_offset BIGINT,
    UNIQUE (protocol_id, version),
    CHECK ((signed_at IS NULL) = (signed_offset IS NULL)),
    CHECK (state <> 'signed' OR (signed_by IS NOT NULL AND signed_at IS NOT NULL))
);

CREATE TABLE protocol_limit (
    protocol_version_id TEXT NOT NULL REFERENCES protocol_version (id),
    name TEXT NOT NULL,
    value BIGINT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (protocol_version_id, name)
);

CREATE TABLE protocol_remark (
    protocol_version_id TEXT NOT NULL REFERENCES protocol_version (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    remark TEXT NOT NULL,
    PRIMARY KEY (protocol_version_id, position)
);
