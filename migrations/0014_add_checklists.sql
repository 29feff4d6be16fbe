-- A protocol version also says what is asked before the start and before the patient leaves; answers are added, never changed.
CREATE TABLE protocol_item (
    protocol_version_id TEXT NOT NULL REFERENCES protocol_version (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    checklist TEXT NOT NULL CHECK (checklist IN ('pre_check', 'discharge')),
    item TEXT NOT NULL CHECK (item <> ''),
    question TEXT NOT NULL CHECK (question <> ''),
    favourable TEXT NOT NULL CHECK (favourable <> ''),
    unfavourable TEXT NOT NULL CHECK (unfavourable <> ''),
    effect TEXT NOT NULL CHECK (effect IN ('inform', 'soft_stop', 'hard_stop')),
    applies_always BIGINT NOT NULL CHECK (applies_always IN (0, 1)),
    why TEXT NOT NULL,
    PRIMARY KEY (protocol_version_id, position),
    UNIQUE (protocol_version_id, checklist, item)
);

CREATE TABLE checklist_answer (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES checklist_answer (id),
    correction_reason TEXT NOT NULL,
    checklist TEXT NOT NULL CHECK (checklist IN ('pre_check', 'discharge')),
    item TEXT NOT NULL CHECK (item <> ''),
    answer TEXT NOT NULL CHECK (answer IN ('favourable', 'unfavourable', 'not_applicable')),
    note TEXT NOT NULL,
    prescriber TEXT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> ''),
    CHECK (answer <> 'unfavourable' OR note <> '')
);

CREATE INDEX checklist_answer_by_infusion ON checklist_answer (infusion_id);

CREATE TRIGGER protocol_item_insert_only_in_a_draft BEFORE INSERT ON protocol_item
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = NEW.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_item_update_only_in_a_draft BEFORE UPDATE ON protocol_item
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_item_delete_only_in_a_draft BEFORE DELETE ON protocol_item
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER checklist_answer_is_never_updated BEFORE UPDATE ON checklist_answer
BEGIN
    SELECT RAISE(ABORT, 'checklist_answer is append-only');
END;

CREATE TRIGGER checklist_answer_is_never_deleted BEFORE DELETE ON checklist_answer
BEGIN
    SELECT RAISE(ABORT, 'checklist_answer is append-only');
END;
