-- Values that were measured elsewhere and came in with a file.
CREATE TABLE outside_observation (
    id TEXT NOT NULL PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patient (id),
    loinc TEXT NOT NULL CHECK (length(loinc) > 0),
    value_thousandths BIGINT NOT NULL CHECK (value_thousandths >= 0),
    measured_at TEXT NOT NULL,
    measured_offset BIGINT NOT NULL,
    source TEXT NOT NULL CHECK (length(source) > 0),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id)
);

CREATE INDEX outside_observation_by_patient ON outside_observation (patient_id, measured_at, id);

-- The same observation comes in once.
CREATE UNIQUE INDEX outside_observation_by_source ON outside_observation (patient_id, loinc, source);

CREATE TRIGGER outside_observation_is_never_updated BEFORE UPDATE ON outside_observation
BEGIN
    SELECT RAISE(ABORT, 'outside_observation is append-only');
END;

CREATE TRIGGER outside_observation_is_never_deleted BEFORE DELETE ON outside_observation
BEGIN
    SELECT RAISE(ABORT, 'outside_observation is append-only');
END;
