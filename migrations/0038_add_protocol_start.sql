-- A signature carries the day from which the version is in force, and whether a second person has to sign it too.
-- A version from before is in force from the day it was signed.
CREATE TABLE protocol_in_force (
    protocol_version_id TEXT NOT NULL PRIMARY KEY REFERENCES protocol_version (id),
    in_force_on TEXT NOT NULL CHECK (length(in_force_on) = 10),
    second_needed BIGINT NOT NULL CHECK (second_needed IN (0, 1))
);

CREATE TRIGGER protocol_in_force_is_never_updated BEFORE UPDATE ON protocol_in_force
BEGIN
    SELECT RAISE(ABORT, 'protocol_in_force is append-only');
END;

CREATE TRIGGER protocol_in_force_is_never_deleted BEFORE DELETE ON protocol_in_force
BEGIN
    SELECT RAISE(ABORT, 'protocol_in_force is append-only');
END;
