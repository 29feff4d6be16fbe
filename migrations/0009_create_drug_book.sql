-- A controlled drug is accounted for line by line: every microgram of a vial is given, wasted or still there.
CREATE TABLE vial (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    drug TEXT NOT NULL,
    strength_ug_per_ml BIGINT NOT NULL CHECK (strength_ug_per_ml >= 0),
    volume_ul BIGINT NOT NULL CHECK (volume_ul >= 0),
    lot TEXT NOT NULL,
    expires_on TEXT NOT NULL CHECK (length(expires_on) = 10)
);

CREATE TABLE drug_movement (
    id TEXT NOT NULL PRIMARY KEY,
    vial_id TEXT NOT NULL REFERENCES vial (id),
    infusion_id TEXT REFERENCES infusion (id),
    kind TEXT NOT NULL CHECK (kind IN ('received', 'given', 'wasted_vial', 'wasted_bag', 'correction')),
    amount_ug BIGINT NOT NULL,
    moved_at TEXT NOT NULL,
    moved_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    witness TEXT REFERENCES account (id),
    reason TEXT NOT NULL,
    CHECK (kind = 'correction' OR amount_ug >= 0),
    CHECK (witness IS NULL OR witness <> recorded_by)
);

CREATE INDEX drug_movement_by_infusion ON drug_movement (infusion_id);

CREATE INDEX drug_movement_by_vial ON drug_movement (vial_id);
