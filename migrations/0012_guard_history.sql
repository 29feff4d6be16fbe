-- History cannot be rewritten by any code path. SQLite's trigger syntax: another engine has its own form of this file.
CREATE TRIGGER schema_migration_is_never_updated BEFORE UPDATE ON schema_migration
BEGIN
    SELECT RAISE(ABORT, 'schema_migration is append-only');
END;

CREATE TRIGGER schema_migration_is_never_deleted BEFORE DELETE ON schema_migration
BEGIN
    SELECT RAISE(ABORT, 'schema_migration is append-only');
END;

CREATE TRIGGER clinic_is_never_updated BEFORE UPDATE ON clinic
BEGIN
    SELECT RAISE(ABORT, 'clinic is append-only');
END;

CREATE TRIGGER clinic_is_never_deleted BEFORE DELETE ON clinic
BEGIN
    SELECT RAISE(ABORT, 'clinic is append-only');
END;

CREATE TRIGGER role_grant_is_never_updated BEFORE UPDATE ON role_grant
BEGIN
    SELECT RAISE(ABORT, 'role_grant is append-only');
END;

CREATE TRIGGER role_grant_is_never_deleted BEFORE DELETE ON role_grant
BEGIN
    SELECT RAISE(ABORT, 'role_grant is append-only');
END;

CREATE TRIGGER course_order_is_never_updated BEFORE UPDATE ON course_order
BEGIN
    SELECT RAISE(ABORT, 'course_order is append-only');
END;

CREATE TRIGGER course_order_is_never_deleted BEFORE DELETE ON course_order
BEGIN
    SELECT RAISE(ABORT, 'course_order is append-only');
END;

CREATE TRIGGER follow_up_is_never_updated BEFORE UPDATE ON follow_up
BEGIN
    SELECT RAISE(ABORT, 'follow_up is append-only');
END;

CREATE TRIGGER follow_up_is_never_deleted BEFORE DELETE ON follow_up
BEGIN
    SELECT RAISE(ABORT, 'follow_up is append-only');
END;

CREATE TRIGGER retreatment_decision_is_never_updated BEFORE UPDATE ON retreatment_decision
BEGIN
    SELECT RAISE(ABORT, 'retreatment_decision is append-only');
END;

CREATE TRIGGER retreatment_decision_is_never_deleted BEFORE DELETE ON retreatment_decision
BEGIN
    SELECT RAISE(ABORT, 'retreatment_decision is append-only');
END;

CREATE TRIGGER infusion_is_never_updated BEFORE UPDATE ON infusion
BEGIN
    SELECT RAISE(ABORT, 'infusion is append-only');
END;

CREATE TRIGGER infusion_is_never_deleted BEFORE DELETE ON infusion
BEGIN
    SELECT RAISE(ABORT, 'infusion is append-only');
END;

CREATE TRIGGER dose_check_is_never_updated BEFORE UPDATE ON dose_check
BEGIN
    SELECT RAISE(ABORT, 'dose_check is append-only');
END;

CREATE TRIGGER dose_check_is_never_deleted BEFORE DELETE ON dose_check
BEGIN
    SELECT RAISE(ABORT, 'dose_check is append-only');
END;

CREATE TRIGGER infusion_step_is_never_updated BEFORE UPDATE ON infusion_step
BEGIN
    SELECT RAISE(ABORT, 'infusion_step is append-only');
END;

CREATE TRIGGER infusion_step_is_never_deleted BEFORE DELETE ON infusion_step
BEGIN
    SELECT RAISE(ABORT, 'infusion_step is append-only');
END;

CREATE TRIGGER vital_signs_is_never_updated BEFORE UPDATE ON vital_signs
BEGIN
    SELECT RAISE(ABORT, 'vital_signs is append-only');
END;

CREATE TRIGGER vital_signs_is_never_deleted BEFORE DELETE ON vital_signs
BEGIN
    SELECT RAISE(ABORT, 'vital_signs is append-only');
END;

CREATE TRIGGER sedation_score_is_never_updated BEFORE UPDATE ON sedation_score
BEGIN
    SELECT RAISE(ABORT, 'sedation_score is append-only');
END;

CREATE TRIGGER sedation_score_is_never_deleted BEFORE DELETE ON sedation_score
BEGIN
    SELECT RAISE(ABORT, 'sedation_score is append-only');
END;

CREATE TRIGGER dissociation_score_is_never_updated BEFORE UPDATE ON dissociation_score
BEGIN
    SELECT RAISE(ABORT, 'dissociation_score is append-only');
END;

CREATE TRIGGER dissociation_score_is_never_deleted BEFORE DELETE ON dissociation_score
BEGIN
    SELECT RAISE(ABORT, 'dissociation_score is append-only');
END;

CREATE TRIGGER pain_score_is_never_updated BEFORE UPDATE ON pain_score
BEGIN
    SELECT RAISE(ABORT, 'pain_score is append-only');
END;

CREATE TRIGGER pain_score_is_never_deleted BEFORE DELETE ON pain_score
BEGIN
    SELECT RAISE(ABORT, 'pain_score is append-only');
END;

CREATE TRIGGER tender_point_exam_is_never_updated BEFORE UPDATE ON tender_point_exam
BEGIN
    SELECT RAISE(ABORT, 'tender_point_exam is append-only');
END;

CREATE TRIGGER tender_point_exam_is_never_deleted BEFORE DELETE ON tender_point_exam
BEGIN
    SELECT RAISE(ABORT, 'tender_point_exam is append-only');
END;

CREATE TRIGGER tender_point_site_is_never_updated BEFORE UPDATE ON tender_point_site
BEGIN
    SELECT RAISE(ABORT, 'tender_point_site is append-only');
END;

CREATE TRIGGER tender_point_site_is_never_deleted BEFORE DELETE ON tender_point_site
BEGIN
    SELECT RAISE(ABORT, 'tender_point_site is append-only');
END;

CREATE TRIGGER adverse_event_is_never_updated BEFORE UPDATE ON adverse_event
BEGIN
    SELECT RAISE(ABORT, 'adverse_event is append-only');
END;

CREATE TRIGGER adverse_event_is_never_deleted BEFORE DELETE ON adverse_event
BEGIN
    SELECT RAISE(ABORT, 'adverse_event is append-only');
END;

CREATE TRIGGER note_is_never_updated BEFORE UPDATE ON note
BEGIN
    SELECT RAISE(ABORT, 'note is append-only');
END;

CREATE TRIGGER note_is_never_deleted BEFORE DELETE ON note
BEGIN
    SELECT RAISE(ABORT, 'note is append-only');
END;

CREATE TRIGGER addendum_is_never_updated BEFORE UPDATE ON addendum
BEGIN
    SELECT RAISE(ABORT, 'addendum is append-only');
END;

CREATE TRIGGER addendum_is_never_deleted BEFORE DELETE ON addendum
BEGIN
    SELECT RAISE(ABORT, 'addendum is append-only');
END;

CREATE TRIGGER vial_is_never_updated BEFORE UPDATE ON vial
BEGIN
    SELECT RAISE(ABORT, 'vial is append-only');
END;

CREATE TRIGGER vial_is_never_deleted BEFORE DELETE ON vial
BEGIN
    SELECT RAISE(ABORT, 'vial is append-only');
END;

CREATE TRIGGER drug_movement_is_never_updated BEFORE UPDATE ON drug_movement
BEGIN
    SELECT RAISE(ABORT, 'drug_movement is append-only');
END;

CREATE TRIGGER drug_movement_is_never_deleted BEFORE DELETE ON drug_movement
BEGIN
    SELECT RAISE(ABORT, 'drug_movement is append-only');
END;

CREATE TRIGGER signature_is_never_updated BEFORE UPDATE ON signature
BEGIN
    SELECT RAISE(ABORT, 'signature is append-only');
END;

CREATE TRIGGER signature_is_never_deleted BEFORE DELETE ON signature
BEGIN
    SELECT RAISE(ABORT, 'signature is append-only');
END;

CREATE TRIGGER document_issued_is_never_updated BEFORE UPDATE ON document_issued
BEGIN
    SELECT RAISE(ABORT, 'document_issued is append-only');
END;

CREATE TRIGGER document_issued_is_never_deleted BEFORE DELETE ON document_issued
BEGIN
    SELECT RAISE(ABORT, 'document_issued is append-only');
END;

CREATE TRIGGER audit_event_is_never_updated BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit_event is append-only');
END;

CREATE TRIGGER audit_event_is_never_deleted BEFORE DELETE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit_event is append-only');
END;

CREATE TRIGGER protocol_is_never_updated BEFORE UPDATE ON protocol
BEGIN
    SELECT RAISE(ABORT, 'protocol is append-only');
END;

CREATE TRIGGER protocol_is_never_deleted BEFORE DELETE ON protocol
BEGIN
    SELECT RAISE(ABORT, 'protocol is append-only');
END;

CREATE TRIGGER setting_is_never_deleted BEFORE DELETE ON setting
BEGIN
    SELECT RAISE(ABORT, 'setting is never deleted');
END;

CREATE TRIGGER account_is_never_deleted BEFORE DELETE ON account
BEGIN
    SELECT RAISE(ABORT, 'account is never deleted');
END;

CREATE TRIGGER patient_is_never_deleted BEFORE DELETE ON patient
BEGIN
    SELECT RAISE(ABORT, 'patient is never deleted');
END;

CREATE TRIGGER course_is_never_deleted BEFORE DELETE ON course
BEGIN
    SELECT RAISE(ABORT, 'course is never deleted');
END;

CREATE TRIGGER planned_infusion_is_never_deleted BEFORE DELETE ON planned_infusion
BEGIN
    SELECT RAISE(ABORT, 'planned_infusion is never deleted');
END;

-- A protocol version and its numbers are free until the signature and fixed from then on.
CREATE TRIGGER protocol_version_is_fixed_once_signed BEFORE UPDATE ON protocol_version
WHEN OLD.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_version_is_never_deleted BEFORE DELETE ON protocol_version
BEGIN
    SELECT RAISE(ABORT, 'protocol_version is never deleted');
END;

CREATE TRIGGER protocol_limit_insert_only_in_a_draft BEFORE INSERT ON protocol_limit
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = NEW.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_limit_update_only_in_a_draft BEFORE UPDATE ON protocol_limit
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_limit_delete_only_in_a_draft BEFORE DELETE ON protocol_limit
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_remark_insert_only_in_a_draft BEFORE INSERT ON protocol_remark
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = NEW.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_remark_update_only_in_a_draft BEFORE UPDATE ON protocol_remark
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;

CREATE TRIGGER protocol_remark_delete_only_in_a_draft BEFORE DELETE ON protocol_remark
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END;
