-- A drug given against an adverse event, with the second person who saw it drawn and given.
CREATE TABLE rescue_drug (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES rescue_drug (id),
    correction_reason TEXT NOT NULL,
    drug TEXT NOT NULL CHECK (drug <> ''),
    dose_ug BIGINT NOT NULL CHECK (dose_ug > 0),
    route TEXT NOT NULL CHECK (route IN ('intravenous', 'intramuscular', 'subcutaneous', 'oral', 'sublingual',
                                         'inhaled', 'intranasal')),
    witness TEXT NOT NULL REFERENCES account (id),
    CHECK (witness <> recorded_by),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX rescue_drug_by_infusion ON rescue_drug (infusion_id);

CREATE TRIGGER rescue_drug_is_never_updated BEFORE UPDATE ON rescue_drug
BEGIN
    SELECT RAISE(ABORT, 'rescue_drug is append-only');
END;

CREATE TRIGGER rescue_drug_is_never_deleted BEFORE DELETE ON rescue_drug
BEGIN
    SELECT RAISE(ABORT, 'rescue_drug is append-only');
END;
