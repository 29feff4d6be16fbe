-- A protocol version asks about the patient before a course is ordered; answers, consent and stop rule are kept with the order.
CREATE TABLE protocol_screening (
    protocol_version_id TEXT NOT NULL REFERENCES protocol_version (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    item TEXT NOT NULL CHECK (item <> ''),
    question TEXT NOT NULL CHECK (question <> ''),
    favourable TEXT NOT NULL CHECK (favourable <> ''),
    unfavourable TEXT NOT NULL CHECK (unfavourable <> ''),
    effect TEXT NOT NULL CHECK (effect IN ('inform', 'soft_stop', 'hard_stop')),
    applies_always BIGINT NOT NULL CHECK (applies_always IN (0, 1)),
    dated BIGINT NOT NULL CHECK (dated IN (0, 1)),
    valid_days BIGINT NOT NULL CHECK (valid_days >= 0),
    why TEXT NOT NULL,
    PRIMARY KEY (protocol_version_id, position),
    UNIQUE (protocol_version_id, item)
);

CREATE TABLE order_agreement (
    order_id TEXT NOT NULL PRIMARY KEY REFERENCES course_order (id),
    stop_rule TEXT NOT NULL CHECK (stop_rule <> ''),
    consent_on TEXT NOT NULL CHECK (length(consent_on) = 10),
    consent_taken_by TEXT NOT NULL CHECK (consent_taken_by <> ''),
    consent_reference TEXT NOT NULL CHECK (consent_reference <> '')
);

CREATE TABLE screening_answer (
    id TEXT NOT NULL PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patient (id),
    order_id TEXT NOT NULL REFERENCES course_order (id),
    item TEXT NOT NULL CHECK (item <> ''),
    question TEXT NOT NULL CHECK (question <> ''),
    answer TEXT NOT NULL CHECK (answer IN ('favourable', 'unfavourable', 'not_applicable')),
    note TEXT NOT NULL,
    answered_on TEXT NOT NULL CHECK (length(answered_on) = 10),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id)
);

CREATE INDEX screening_answer_by_patient ON screening_answer (patient_id);

CREATE INDEX screening_answer_by_order ON screening_answer (order_id);

CREATE TRIGGER protocol_screening_insert_only_in_a_draft BEFORE INSERT ON protocol_screening
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = NEW.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_screening_update_only_in_a_draft BEFORE UPDATE ON protocol_screening
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_screening_delete_only_in_a_draft BEFORE DELETE ON protocol_screening
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER order_agreement_is_never_updated BEFORE UPDATE ON order_agreement
BEGIN
    SELECT RAISE(ABORT, 'order_agreement is append-only');
END;

CREATE TRIGGER order_agreement_is_never_deleted BEFORE DELETE ON order_agreement
BEGIN
    SELECT RAISE(ABORT, 'order_agreement is append-only');
END;

CREATE TRIGGER screening_answer_is_never_updated BEFORE UPDATE ON screening_answer
BEGIN
    SELECT RAISE(ABORT, 'screening_answer is append-only');
END;

CREATE TRIGGER screening_answer_is_never_deleted BEFORE DELETE ON screening_answer
BEGIN
    SELECT RAISE(ABORT, 'screening_answer is append-only');
END;
