-- Contacts, allergies, medicines, therapies and conditions of a patient, as entries with history.
CREATE TABLE patient_history (
    id TEXT NOT NULL PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patient (id),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    act TEXT NOT NULL CHECK (act IN ('added', 'corrected', 'ended', 'withdrawn')),
    replaces TEXT REFERENCES patient_history (id),
    reason TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'address', 'emergency_contact', 'escort', 'allergy',
                                       'no_known_allergies', 'medicine', 'therapy', 'diagnosis', 'comorbidity')),
    content TEXT NOT NULL,
    note TEXT NOT NULL,
    phone TEXT NOT NULL,
    dose TEXT NOT NULL,
    route TEXT NOT NULL,
    code TEXT NOT NULL,
    therapy TEXT CHECK (therapy IN ('physiotherapy', 'psychotherapy', 'exercise', 'sleep', 'other')),
    onset_trigger TEXT CHECK (onset_trigger IN ('none_known', 'trauma', 'infection', 'surgery', 'emotional_stress')),
    medicine_group TEXT CHECK (medicine_group IN ('none', 'opioid', 'benzodiazepine', 'mao_inhibitor')),
    since_on TEXT CHECK (length(since_on) = 10),
    until_on TEXT CHECK (length(until_on) = 10),
    CHECK ((act = 'added') = (replaces IS NULL))
);

CREATE INDEX patient_history_by_patient ON patient_history (patient_id);

-- An entry is replaced once; whoever comes second is told.
CREATE UNIQUE INDEX patient_history_by_replaced ON patient_history (replaces);

CREATE TRIGGER patient_history_is_never_updated BEFORE UPDATE ON patient_history
BEGIN
    SELECT RAISE(ABORT, 'patient_history is append-only');
END;

CREATE TRIGGER patient_history_is_never_deleted BEFORE DELETE ON patient_history
BEGIN
    SELECT RAISE(ABORT, 'patient_history is append-only');
END;
