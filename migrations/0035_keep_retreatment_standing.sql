-- The re-treatment list asks about everybody at once. What it needs of a patient, whatever day it is, is kept here; what changes a course, an infusion, a score or a decision marks the row in the same transaction as to be made anew.
CREATE TABLE retreatment_standing (
    patient_id TEXT NOT NULL PRIMARY KEY REFERENCES patient (id),
    made_by BIGINT NOT NULL CHECK (made_by >= 0),
    course_id TEXT,
    stage TEXT CHECK (stage IN ('running', 'waiting', 'decided')),
    postponed_until TEXT CHECK (length(postponed_until) = 10),
    opens_on TEXT CHECK (length(opens_on) = 10),
    closes_on TEXT CHECK (length(closes_on) = 10),
    followed_up BIGINT CHECK (followed_up IN (0, 1)),
    relapsed BIGINT CHECK (relapsed IN (0, 1)),
    latest_on TEXT CHECK (length(latest_on) = 10)
);

-- made_by: which way of making it; 0 is to be made anew.
CREATE INDEX retreatment_standing_by_maker ON retreatment_standing (made_by);

INSERT INTO retreatment_standing (patient_id, made_by)
    SELECT p.id, 0 FROM patient p WHERE p.merged_into IS NULL
    AND (EXISTS (SELECT 1 FROM course c WHERE c.patient_id = p.id)
    OR EXISTS (SELECT 1 FROM patient d JOIN course e ON e.patient_id = d.id WHERE d.merged_into = p.id));

CREATE TRIGGER retreatment_standing_is_never_deleted BEFORE DELETE ON retreatment_standing
BEGIN
    SELECT RAISE(ABORT, 'retreatment_standing is never deleted');
END;

CREATE TRIGGER retreatment_standing_after_new_course AFTER INSERT ON course
BEGIN
    INSERT INTO retreatment_standing (patient_id, made_by)
        SELECT COALESCE(p.merged_into, p.id), 0 FROM patient p WHERE p.id = NEW.patient_id
        AND NOT EXISTS (SELECT 1 FROM retreatment_standing s WHERE s.patient_id = COALESCE(p.merged_into, p.id));
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM patient p WHERE p.id = NEW.patient_id);
END;

CREATE TRIGGER retreatment_standing_after_course AFTER UPDATE ON course
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.id);
END;

CREATE TRIGGER retreatment_standing_after_new_planned_infusion AFTER INSERT ON planned_infusion
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.course_id);
END;

CREATE TRIGGER retreatment_standing_after_planned_infusion AFTER UPDATE ON planned_infusion
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.course_id);
END;

CREATE TRIGGER retreatment_standing_after_infusion AFTER INSERT ON infusion
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.course_id);
END;

CREATE TRIGGER retreatment_standing_after_follow_up AFTER INSERT ON follow_up
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.course_id);
END;

CREATE TRIGGER retreatment_standing_after_decision AFTER INSERT ON retreatment_decision
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.course_id);
END;

CREATE TRIGGER retreatment_standing_after_infusion_step AFTER INSERT ON infusion_step
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM infusion i JOIN course c ON c.id = i.course_id
        JOIN patient p ON p.id = c.patient_id WHERE i.id = NEW.infusion_id);
END;

CREATE TRIGGER retreatment_standing_after_dose_check AFTER INSERT ON dose_check
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM infusion i JOIN course c ON c.id = i.course_id
        JOIN patient p ON p.id = c.patient_id WHERE i.id = NEW.infusion_id);
END;

CREATE TRIGGER retreatment_standing_after_pain_score AFTER INSERT ON pain_score
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM infusion i JOIN course c ON c.id = i.course_id
        JOIN patient p ON p.id = c.patient_id WHERE i.id = NEW.infusion_id);
END;

CREATE TRIGGER retreatment_standing_after_patient_state AFTER UPDATE OF state ON patient
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id = NEW.id;
END;

CREATE TRIGGER retreatment_standing_after_patient_merge AFTER UPDATE OF merged_into ON patient
BEGIN
    INSERT INTO retreatment_standing (patient_id, made_by)
        SELECT p.id, 0 FROM patient p WHERE p.id IN (NEW.id, NEW.merged_into)
        AND NOT EXISTS (SELECT 1 FROM retreatment_standing s WHERE s.patient_id = p.id);
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id IN (NEW.id, NEW.merged_into, OLD.merged_into);
END;
