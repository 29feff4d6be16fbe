-- Which chair a patient sits in, as it was written down: the board and a locked screen name a chair, not a person.
CREATE TABLE chair_place (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES chair_place (id),
    correction_reason TEXT NOT NULL,
    chair TEXT NOT NULL CHECK (chair <> ''),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX chair_place_by_infusion ON chair_place (infusion_id);

CREATE TRIGGER chair_place_is_never_updated BEFORE UPDATE ON chair_place
BEGIN
    SELECT RAISE(ABORT, 'chair_place is append-only');
END;

CREATE TRIGGER chair_place_is_never_deleted BEFORE DELETE ON chair_place
BEGIN
    SELECT RAISE(ABORT, 'chair_place is append-only');
END;
