-- A course: what was ordered, what is planned, and what was found and decided outside the infusions.
CREATE TABLE course (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    patient_id TEXT NOT NULL REFERENCES patient (id),
    protocol_version_id TEXT NOT NULL REFERENCES protocol_version (id),
    number BIGINT NOT NULL CHECK (number >= 1),
    state TEXT NOT NULL CHECK (state IN ('active', 'stopped', 'completed')),
    goal TEXT NOT NULL,
    stop_reason TEXT NOT NULL,
    closed_on TEXT CHECK (length(closed_on) = 10),
    row_version BIGINT NOT NULL CHECK (row_version >= 1),
    UNIQUE (patient_id, number)
);

CREATE INDEX course_by_state ON course (state, patient_id);

CREATE TABLE course_order (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    version BIGINT NOT NULL CHECK (version >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('initial', 'change', 'keep', 'stop')),
    per_kg_ug BIGINT NOT NULL CHECK (per_kg_ug >= 0),
    minutes BIGINT NOT NULL CHECK (minutes >= 0),
    reason TEXT NOT NULL,
    ordered_by TEXT NOT NULL REFERENCES account (id),
    ordered_at TEXT NOT NULL,
    ordered_offset BIGINT NOT NULL,
    UNIQUE (course_id, version)
);

-- infusion_id names a row of a table that itself refers to this one; a foreign key both ways cannot be declared portably.
CREATE TABLE planned_infusion (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    ordinal BIGINT NOT NULL CHECK (ordinal >= 1),
    planned_on TEXT NOT NULL CHECK (length(planned_on) = 10),
    state TEXT NOT NULL
        CHECK (state IN ('planned', 'open', 'given', 'not_given', 'missed', 'declined', 'cancelled')),
    reason TEXT NOT NULL,
    infusion_id TEXT,
    row_version BIGINT NOT NULL CHECK (row_version >= 1),
    UNIQUE (course_id, ordinal)
);

CREATE INDEX planned_infusion_by_date ON planned_infusion (planned_on);

CREATE INDEX planned_infusion_by_state ON planned_infusion (state);

CREATE TABLE follow_up (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    kind TEXT NOT NULL CHECK (kind IN ('baseline', 'follow_up')),
    assessed_on TEXT NOT NULL CHECK (length(assessed_on) = 10),
    frame TEXT NOT NULL CHECK (frame IN ('present', 'average_24h', 'worst_24h', 'average_7d')),
    pain BIGINT CHECK (pain >= 0 AND pain <= 10),
    missing TEXT CHECK (missing IN ('not_recorded', 'not_done', 'declined', 'unavailable')),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    CHECK ((pain IS NULL) <> (missing IS NULL))
);

CREATE INDEX follow_up_by_course ON follow_up (course_id);

CREATE TABLE retreatment_decision (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    kind TEXT NOT NULL CHECK (kind IN ('retreat', 'postpone', 'discharge')),
    until_on TEXT CHECK (length(until_on) = 10),
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL REFERENCES account (id),
    decided_at TEXT NOT NULL,
    decided_offset BIGINT NOT NULL
);

CREATE INDEX retreatment_decision_by_course ON retreatment_decision (course_id);
