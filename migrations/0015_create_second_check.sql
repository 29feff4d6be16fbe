-- What a second person calculated alone for a prepared dose: kept whether or not the two agree. SQLite's trigger syntax.
CREATE TABLE second_check (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES second_check (id),
    correction_reason TEXT NOT NULL,
    dose_check_id TEXT NOT NULL UNIQUE REFERENCES dose_check (id),
    weight_g BIGINT NOT NULL CHECK (weight_g >= 0),
    dose_ug BIGINT NOT NULL CHECK (dose_ug >= 0),
    drug_volume_ul BIGINT NOT NULL CHECK (drug_volume_ul >= 0),
    rate_ul_per_h BIGINT NOT NULL CHECK (rate_ul_per_h >= 0),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX second_check_by_infusion ON second_check (infusion_id);

CREATE TRIGGER second_check_is_never_updated BEFORE UPDATE ON second_check
BEGIN
    SELECT RAISE(ABORT, 'second_check is append-only');
END;

CREATE TRIGGER second_check_is_never_deleted BEFORE DELETE ON second_check
BEGIN
    SELECT RAISE(ABORT, 'second_check is append-only');
END;
