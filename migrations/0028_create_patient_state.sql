-- Whether a patient withdrew or died, and which records are of one person. Both are entries; the row of the patient says
-- what holds now. A record without a state is of an active patient.
CREATE TABLE patient_state (
    id TEXT NOT NULL PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patient (id),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    state TEXT NOT NULL CHECK (state IN ('active', 'withdrawn', 'deceased')),
    since_on TEXT NOT NULL CHECK (length(since_on) = 10),
    reason TEXT NOT NULL
);

CREATE INDEX patient_state_by_patient ON patient_state (patient_id);

CREATE TABLE patient_merge (
    id TEXT NOT NULL PRIMARY KEY,
    duplicate_id TEXT NOT NULL REFERENCES patient (id),
    survivor_id TEXT NOT NULL REFERENCES patient (id),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    reason TEXT NOT NULL,
    undoes TEXT REFERENCES patient_merge (id),
    CHECK (duplicate_id <> survivor_id)
);

-- A merge is undone once; whoever comes second is told.
CREATE UNIQUE INDEX patient_merge_by_undone ON patient_merge (undoes);

ALTER TABLE patient ADD COLUMN state TEXT CHECK (state IN ('withdrawn', 'deceased'));
ALTER TABLE patient ADD COLUMN state_on TEXT CHECK (length(state_on) = 10);
ALTER TABLE patient ADD COLUMN merged_into TEXT REFERENCES patient (id);

CREATE INDEX patient_by_survivor ON patient (merged_into);

-- Who was treated last.
CREATE INDEX planned_infusion_by_state_and_date ON planned_infusion (state, planned_on);

-- "14-mar" finds everybody born on a fourteenth of March.
CREATE INDEX patient_by_birthday ON patient (substr(born_on, 6));

CREATE TRIGGER patient_state_is_never_updated BEFORE UPDATE ON patient_state
BEGIN
    SELECT RAISE(ABORT, 'patient_state is append-only');
END;

CREATE TRIGGER patient_state_is_never_deleted BEFORE DELETE ON patient_state
BEGIN
    SELECT RAISE(ABORT, 'patient_state is append-only');
END;

CREATE TRIGGER patient_merge_is_never_updated BEFORE UPDATE ON patient_merge
BEGIN
    SELECT RAISE(ABORT, 'patient_merge is append-only');
END;

CREATE TRIGGER patient_merge_is_never_deleted BEFORE DELETE ON patient_merge
BEGIN
    SELECT RAISE(ABORT, 'patient_merge is append-only');
END;
