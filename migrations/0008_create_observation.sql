-- What is observed at the chair: each kind of observation has typed columns of its own, and a correction is a new row.
CREATE TABLE vital_signs (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES vital_signs (id),
    correction_reason TEXT NOT NULL,
    systolic BIGINT CHECK (systolic >= 0),
    diastolic BIGINT CHECK (diastolic >= 0),
    heart_rate BIGINT CHECK (heart_rate >= 0),
    spo2 BIGINT CHECK (spo2 >= 0),
    respiration BIGINT CHECK (respiration >= 0),
    due_at TEXT,
    due_offset BIGINT,
    note TEXT NOT NULL,
    CHECK ((due_at IS NULL) = (due_offset IS NULL)),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX vital_signs_by_infusion ON vital_signs (infusion_id);

CREATE TABLE sedation_score (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES sedation_score (id),
    correction_reason TEXT NOT NULL,
    row_id TEXT REFERENCES vital_signs (id),
    scale TEXT NOT NULL CHECK (scale IN ('moaas', 'poss', 'rass', 'ramsay')),
    value BIGINT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX sedation_score_by_infusion ON sedation_score (infusion_id);

CREATE TABLE dissociation_score (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES dissociation_score (id),
    correction_reason TEXT NOT NULL,
    row_id TEXT REFERENCES vital_signs (id),
    scale TEXT NOT NULL CHECK (scale IN ('item_0_to_4', 'cadss_6')),
    value BIGINT NOT NULL CHECK (value >= 0),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX dissociation_score_by_infusion ON dissociation_score (infusion_id);

CREATE TABLE pain_score (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES pain_score (id),
    correction_reason TEXT NOT NULL,
    row_id TEXT REFERENCES vital_signs (id),
    moment TEXT NOT NULL CHECK (moment IN ('before', 'during', 'after')),
    frame TEXT NOT NULL CHECK (frame IN ('present', 'average_24h', 'worst_24h', 'average_7d')),
    value BIGINT CHECK (value >= 0 AND value <= 10),
    missing TEXT CHECK (missing IN ('not_recorded', 'not_done', 'declined', 'unavailable')),
    CHECK ((value IS NULL) <> (missing IS NULL)),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX pain_score_by_infusion ON pain_score (infusion_id);

CREATE TABLE tender_point_exam (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES tender_point_exam (id),
    correction_reason TEXT NOT NULL,
    scale TEXT NOT NULL CHECK (scale IN ('yes_no', 'mtps_0_to_10', 'graded_0_to_3', 'graded_0_to_4')),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX tender_point_exam_by_infusion ON tender_point_exam (infusion_id);

CREATE TABLE tender_point_site (
    exam_id TEXT NOT NULL REFERENCES tender_point_exam (id),
    site TEXT NOT NULL,
    score BIGINT CHECK (score >= 0),
    threshold_gf BIGINT CHECK (threshold_gf >= 0),
    tolerance_gf BIGINT CHECK (tolerance_gf >= 0),
    PRIMARY KEY (exam_id, site)
);

CREATE TABLE adverse_event (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES adverse_event (id),
    correction_reason TEXT NOT NULL,
    term TEXT NOT NULL,
    words TEXT NOT NULL,
    grade BIGINT NOT NULL CHECK (grade >= 1 AND grade <= 5),
    ended_at TEXT,
    ended_offset BIGINT,
    action TEXT NOT NULL CHECK (action IN ('none', 'rate_lowered', 'paused', 'stopped', 'treated')),
    outcome TEXT NOT NULL CHECK (outcome IN ('resolved', 'ongoing', 'resolved_with_sequelae', 'unknown')),
    CHECK ((ended_at IS NULL) = (ended_offset IS NULL)),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX adverse_event_by_infusion ON adverse_event (infusion_id);

CREATE TABLE note (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES note (id),
    correction_reason TEXT NOT NULL,
    body TEXT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX note_by_infusion ON note (infusion_id);

CREATE TABLE addendum (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES addendum (id),
    correction_reason TEXT NOT NULL,
    body TEXT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX addendum_by_infusion ON addendum (infusion_id);
