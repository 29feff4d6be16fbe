-- The modified Aldrete score with the variant of its circulation item, and the discharge with what was not met and who was asked. SQLite's trigger syntax.
CREATE TABLE aldrete_score (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES aldrete_score (id),
    correction_reason TEXT NOT NULL,
    variant TEXT NOT NULL CHECK (variant IN ('mmhg', 'percent')),
    activity BIGINT NOT NULL CHECK (activity BETWEEN 0 AND 2),
    respiration BIGINT NOT NULL CHECK (respiration BETWEEN 0 AND 2),
    circulation BIGINT NOT NULL CHECK (circulation BETWEEN 0 AND 2),
    consciousness BIGINT NOT NULL CHECK (consciousness BETWEEN 0 AND 2),
    spo2 BIGINT NOT NULL CHECK (spo2 BETWEEN 0 AND 2),
    baseline_systolic BIGINT NOT NULL CHECK (baseline_systolic > 0),
    systolic BIGINT NOT NULL CHECK (systolic > 0),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX aldrete_score_by_infusion ON aldrete_score (infusion_id);

CREATE TABLE discharge (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES discharge (id),
    correction_reason TEXT NOT NULL,
    escort TEXT NOT NULL,
    reason TEXT NOT NULL,
    prescriber TEXT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX discharge_by_infusion ON discharge (infusion_id);

CREATE TABLE discharge_unmet (
    discharge_id TEXT NOT NULL REFERENCES discharge (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    criterion TEXT NOT NULL CHECK (criterion IN ('minimum_time', 'baseline_missing', 'vitals_missing', 'vitals_outside',
        'vitals_old', 'item_unanswered', 'item_needs_reason', 'item_forbids', 'aldrete_missing', 'aldrete_below')),
    item TEXT NOT NULL,
    PRIMARY KEY (discharge_id, position)
);

CREATE TRIGGER aldrete_score_is_never_updated BEFORE UPDATE ON aldrete_score
BEGIN
    SELECT RAISE(ABORT, 'aldrete_score is append-only');
END;

CREATE TRIGGER aldrete_score_is_never_deleted BEFORE DELETE ON aldrete_score
BEGIN
    SELECT RAISE(ABORT, 'aldrete_score is append-only');
END;

CREATE TRIGGER discharge_is_never_updated BEFORE UPDATE ON discharge
BEGIN
    SELECT RAISE(ABORT, 'discharge is append-only');
END;

CREATE TRIGGER discharge_is_never_deleted BEFORE DELETE ON discharge
BEGIN
    SELECT RAISE(ABORT, 'discharge is append-only');
END;

CREATE TRIGGER discharge_unmet_is_never_updated BEFORE UPDATE ON discharge_unmet
BEGIN
    SELECT RAISE(ABORT, 'discharge_unmet is append-only');
END;

CREATE TRIGGER discharge_unmet_is_never_deleted BEFORE DELETE ON discharge_unmet
BEGIN
    SELECT RAISE(ABORT, 'discharge_unmet is append-only');
END;
