-- What a protocol version says is done in an emergency, and what was done in one.
CREATE TABLE protocol_emergency (
    protocol_version_id TEXT NOT NULL REFERENCES protocol_version (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    instruction TEXT NOT NULL CHECK (instruction <> ''),
    PRIMARY KEY (protocol_version_id, position)
);

CREATE TABLE emergency_note (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES emergency_note (id),
    correction_reason TEXT NOT NULL,
    called TEXT NOT NULL,
    done TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('ongoing', 'settled', 'handed_over')),
    CHECK (called <> '' OR done <> ''),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX emergency_note_by_infusion ON emergency_note (infusion_id);

CREATE TRIGGER protocol_emergency_insert_only_in_a_draft BEFORE INSERT ON protocol_emergency
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = NEW.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_emergency_update_only_in_a_draft BEFORE UPDATE ON protocol_emergency
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_emergency_delete_only_in_a_draft BEFORE DELETE ON protocol_emergency
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER emergency_note_is_never_updated BEFORE UPDATE ON emergency_note
BEGIN
    SELECT RAISE(ABORT, 'emergency_note is append-only');
END;

CREATE TRIGGER emergency_note_is_never_deleted BEFORE DELETE ON emergency_note
BEGIN
    SELECT RAISE(ABORT, 'emergency_note is append-only');
END;
