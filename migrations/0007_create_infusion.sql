-- An infusion, how its dose was calculated, and what the pump did: rows are added and never changed.
CREATE TABLE infusion (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    planned_infusion_id TEXT NOT NULL UNIQUE REFERENCES planned_infusion (id),
    course_id TEXT NOT NULL REFERENCES course (id),
    patient_id TEXT NOT NULL REFERENCES patient (id),
    course_order_id TEXT NOT NULL REFERENCES course_order (id),
    ordinal BIGINT NOT NULL CHECK (ordinal >= 1),
    infusion_on TEXT NOT NULL CHECK (length(infusion_on) = 10),
    opened_at TEXT NOT NULL,
    opened_offset BIGINT NOT NULL,
    opened_by TEXT NOT NULL REFERENCES account (id)
);

CREATE INDEX infusion_by_course ON infusion (course_id, ordinal);

CREATE TABLE dose_check (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES dose_check (id),
    correction_reason TEXT NOT NULL,
    position TEXT NOT NULL CHECK (position IN ('first', 'second')),
    weight_g BIGINT NOT NULL CHECK (weight_g >= 0),
    per_kg_ug BIGINT NOT NULL CHECK (per_kg_ug >= 0),
    minutes BIGINT NOT NULL CHECK (minutes >= 0),
    strength_ug_per_ml BIGINT NOT NULL CHECK (strength_ug_per_ml >= 0),
    bag_ul BIGINT NOT NULL CHECK (bag_ul >= 0),
    convention TEXT NOT NULL CHECK (convention IN ('qs_total', 'added')),
    weighed_on TEXT NOT NULL CHECK (length(weighed_on) = 10),
    basis TEXT NOT NULL CHECK (basis IN ('actual', 'ideal', 'adjusted')),
    dose_ug BIGINT NOT NULL CHECK (dose_ug >= 0),
    drug_volume_ul BIGINT NOT NULL CHECK (drug_volume_ul >= 0),
    total_volume_ul BIGINT NOT NULL CHECK (total_volume_ul >= 0),
    rate_ul_per_h BIGINT NOT NULL CHECK (rate_ul_per_h >= 0),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX dose_check_by_infusion ON dose_check (infusion_id);

CREATE TABLE infusion_step (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES infusion_step (id),
    correction_reason TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('start', 'rate_change', 'pause', 'resume', 'stop')),
    rate_ul_per_h BIGINT CHECK (rate_ul_per_h >= 0),
    reason TEXT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX infusion_step_by_infusion ON infusion_step (infusion_id);
