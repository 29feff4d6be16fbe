-- Filled-in questionnaires and tests: every item with its answer or why there is none, the scores as they were made then, and what was done about an answer that asks for it.
CREATE TABLE questionnaire_response (
    id TEXT NOT NULL PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patient (id),
    instrument TEXT NOT NULL CHECK (instrument <> ''),
    instrument_version TEXT NOT NULL CHECK (instrument_version <> ''),
    occasion TEXT NOT NULL CHECK (occasion IN ('baseline', 'follow_up', 'visit')),
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'phone', 'paper')),
    assessed_on TEXT NOT NULL CHECK (length(assessed_on) = 10),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES questionnaire_response (id),
    correction_reason TEXT NOT NULL,
    safety_done TEXT NOT NULL,
    safety_told TEXT NOT NULL,
    CHECK ((safety_done = '') = (safety_told = '')),
    CHECK (corrects IS NULL OR correction_reason <> '')
);

CREATE INDEX questionnaire_response_by_patient ON questionnaire_response (patient_id, assessed_on);

CREATE UNIQUE INDEX questionnaire_response_corrected_once ON questionnaire_response (corrects);

CREATE TABLE questionnaire_answer (
    response_id TEXT NOT NULL REFERENCES questionnaire_response (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    item TEXT NOT NULL CHECK (item <> ''),
    value BIGINT CHECK (value >= 0),
    missing TEXT CHECK (missing IN ('not_recorded', 'not_done', 'declined', 'unavailable')),
    PRIMARY KEY (response_id, position),
    CHECK ((value IS NULL) <> (missing IS NULL))
);

CREATE TABLE questionnaire_score (
    response_id TEXT NOT NULL REFERENCES questionnaire_response (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    scale TEXT NOT NULL CHECK (scale <> ''),
    score_thousandths BIGINT,
    answered BIGINT NOT NULL CHECK (answered >= 0),
    items BIGINT NOT NULL CHECK (items >= answered),
    prorated BIGINT NOT NULL CHECK (prorated IN (0, 1)),
    PRIMARY KEY (response_id, position)
);

CREATE TRIGGER questionnaire_response_is_never_updated BEFORE UPDATE ON questionnaire_response
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_response is append-only');
END;

CREATE TRIGGER questionnaire_response_is_never_deleted BEFORE DELETE ON questionnaire_response
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_response is append-only');
END;

CREATE TRIGGER questionnaire_answer_is_never_updated BEFORE UPDATE ON questionnaire_answer
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_answer is append-only');
END;

CREATE TRIGGER questionnaire_answer_is_never_deleted BEFORE DELETE ON questionnaire_answer
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_answer is append-only');
END;

CREATE TRIGGER questionnaire_score_is_never_updated BEFORE UPDATE ON questionnaire_score
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_score is append-only');
END;

CREATE TRIGGER questionnaire_score_is_never_deleted BEFORE DELETE ON questionnaire_score
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_score is append-only');
END;
