-- What is asked and measured after an infusion besides pain; the direction of the impression stands beside its number.
CREATE TABLE after_assessment (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES after_assessment (id),
    correction_reason TEXT NOT NULL,
    impression BIGINT CHECK (impression >= 1 AND impression <= 7),
    impression_direction TEXT NOT NULL CHECK (impression_direction IN ('low_is_improved', 'high_is_improved')),
    impression_since TEXT NOT NULL CHECK (impression_since IN ('before_infusion', 'before_course')),
    relief_percent BIGINT CHECK (relief_percent >= 0 AND relief_percent <= 100),
    relief_since TEXT NOT NULL CHECK (relief_since IN ('before_infusion', 'before_course')),
    held_seconds BIGINT CHECK (held_seconds >= 0),
    load_g BIGINT CHECK (load_g >= 0),
    side TEXT CHECK (side IN ('right', 'left')),
    stop TEXT CHECK (stop IN ('exhausted', 'pain', 'time_limit', 'other')),
    stop_words TEXT NOT NULL,
    CHECK (impression IS NOT NULL OR relief_percent IS NOT NULL OR held_seconds IS NOT NULL),
    CHECK ((held_seconds IS NULL) = (load_g IS NULL)),
    CHECK ((held_seconds IS NULL) = (side IS NULL)),
    CHECK ((held_seconds IS NULL) = (stop IS NULL)),
    CHECK (stop IS NULL OR stop <> 'other' OR stop_words <> ''),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX after_assessment_by_infusion ON after_assessment (infusion_id);

CREATE TRIGGER after_assessment_is_never_updated BEFORE UPDATE ON after_assessment
BEGIN
    SELECT RAISE(ABORT, 'after_assessment is append-only');
END;

CREATE TRIGGER after_assessment_is_never_deleted BEFORE DELETE ON after_assessment
BEGIN
    SELECT RAISE(ABORT, 'after_assessment is append-only');
END;
