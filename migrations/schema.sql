CREATE INDEX addendum_by_infusion ON addendum (infusion_id)
----
CREATE INDEX adverse_event_by_infusion ON adverse_event (infusion_id)
----
CREATE INDEX after_assessment_by_infusion ON after_assessment (infusion_id)
----
CREATE INDEX aldrete_score_by_infusion ON aldrete_score (infusion_id)
----
CREATE INDEX audit_lookup_by_patient ON audit_lookup (patient_id, happened_at, sequence, action, account_id)
----
CREATE INDEX audit_lookup_by_person ON audit_lookup (account_id, happened_at, sequence, action)
----
CREATE INDEX audit_lookup_by_time ON audit_lookup (happened_at, sequence, action)
----
CREATE INDEX chair_place_by_infusion ON chair_place (infusion_id)
----
CREATE INDEX checklist_answer_by_infusion ON checklist_answer (infusion_id)
----
CREATE INDEX course_by_state ON course (state, patient_id)
----
CREATE INDEX discharge_by_infusion ON discharge (infusion_id)
----
CREATE INDEX dissociation_score_by_infusion ON dissociation_score (infusion_id)
----
CREATE INDEX document_issued_by_patient ON document_issued (patient_id, issued_at, id)
----
CREATE INDEX dose_check_by_infusion ON dose_check (infusion_id)
----
CREATE INDEX drug_movement_by_infusion ON drug_movement (infusion_id)
----
CREATE INDEX drug_movement_by_kind ON drug_movement (kind, vial_id)
----
CREATE INDEX drug_movement_by_time ON drug_movement (moved_at)
----
CREATE INDEX drug_movement_by_vial ON drug_movement (vial_id)
----
CREATE INDEX emergency_access_by_person ON emergency_access (account_id, ends_at)
----
CREATE INDEX emergency_access_by_time ON emergency_access (started_at, id)
----
CREATE INDEX emergency_note_by_infusion ON emergency_note (infusion_id)
----
CREATE INDEX follow_up_by_course ON follow_up (course_id)
----
CREATE INDEX infusion_by_course ON infusion (course_id, ordinal)
----
CREATE INDEX infusion_by_day ON infusion (infusion_on, opened_at, id)
----
CREATE INDEX infusion_step_by_infusion ON infusion_step (infusion_id)
----
CREATE INDEX note_by_infusion ON note (infusion_id)
----
CREATE INDEX outside_observation_by_patient ON outside_observation (patient_id, measured_at, id)
----
CREATE INDEX pain_score_by_infusion ON pain_score (infusion_id)
----
CREATE INDEX patient_by_birth ON patient (born_on)
----
CREATE INDEX patient_by_survivor ON patient (merged_into)
----
CREATE INDEX patient_history_by_patient ON patient_history (patient_id)
----
CREATE INDEX patient_search_by_birthday ON patient_search (birthday, family_key, given_key)
----
CREATE INDEX patient_search_by_digits ON patient_search (number_reversed, family_key, given_key)
----
CREATE INDEX patient_search_by_family ON patient_search (family_key, given_key)
----
CREATE INDEX patient_search_by_given ON patient_search (given_key, family_key)
----
CREATE INDEX patient_search_by_letter ON patient_search (family_1, given_key, family_key)
----
CREATE INDEX patient_search_by_letters ON patient_search (family_2, given_key, family_key)
----
CREATE INDEX patient_search_by_phone ON patient_search (phone_reversed, family_key, given_key)
----
CREATE INDEX patient_search_by_series ON patient_search (number_prefix, number_value)
----
CREATE INDEX patient_state_by_patient ON patient_state (patient_id)
----
CREATE INDEX planned_infusion_by_date ON planned_infusion (planned_on)
----
CREATE INDEX planned_infusion_by_state ON planned_infusion (state)
----
CREATE INDEX planned_infusion_by_state_and_date ON planned_infusion (state, planned_on)
----
CREATE INDEX questionnaire_response_by_patient ON questionnaire_response (patient_id, assessed_on)
----
CREATE INDEX rescue_drug_by_infusion ON rescue_drug (infusion_id)
----
CREATE INDEX retreatment_decision_by_course ON retreatment_decision (course_id)
----
CREATE INDEX retreatment_standing_by_maker ON retreatment_standing (made_by)
----
CREATE INDEX screening_answer_by_order ON screening_answer (order_id)
----
CREATE INDEX screening_answer_by_patient ON screening_answer (patient_id)
----
CREATE INDEX second_check_by_infusion ON second_check (infusion_id)
----
CREATE INDEX sedation_score_by_infusion ON sedation_score (infusion_id)
----
CREATE INDEX signature_by_subject ON signature (subject_id, subject_kind)
----
CREATE INDEX tender_point_exam_by_infusion ON tender_point_exam (infusion_id)
----
CREATE INDEX titration_answer_by_rule ON titration_answer (rule, outcome)
----
CREATE INDEX vial_by_lot ON vial (UPPER(lot))
----
CREATE INDEX vital_signs_by_infusion ON vital_signs (infusion_id)
----
CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    user_name TEXT NOT NULL UNIQUE,
    printed_name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    failed_attempts BIGINT NOT NULL CHECK (failed_attempts >= 0),
    last_failed_at TEXT,
    last_failed_offset BIGINT,
    closed BIGINT NOT NULL CHECK (closed IN (0, 1)),
    row_version BIGINT NOT NULL CHECK (row_version >= 1), pin_hash TEXT, pin_failed BIGINT, factor_secret TEXT, factor_step BIGINT, factor_recovery TEXT, password_given BIGINT CHECK (password_given = 1), password_slot TEXT,
    CHECK ((last_failed_at IS NULL) = (last_failed_offset IS NULL))
)
----
CREATE TABLE addendum (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES addendum (id),
    correction_reason TEXT NOT NULL,
    body TEXT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE adverse_event (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES adverse_event (id),
    correction_reason TEXT NOT NULL,
    term TEXT NOT NULL,
    words TEXT NOT NULL,
    grade BIGINT NOT NULL CHECK (grade >= 1 AND grade <= 5),
    ended_at TEXT,
    ended_offset BIGINT,
    action TEXT NOT NULL CHECK (action IN ('none', 'rate_lowered', 'paused', 'stopped', 'treated')),
    outcome TEXT NOT NULL CHECK (outcome IN ('resolved', 'ongoing', 'resolved_with_sequelae', 'unknown')), serious BIGINT CHECK (serious = 0 OR serious = 1), relation TEXT
    CHECK (relation IN ('unrelated', 'unlikely', 'possible', 'probable', 'definite')),
    CHECK ((ended_at IS NULL) = (ended_offset IS NULL)),
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE after_assessment (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES after_assessment (id),
    correction_reason TEXT NOT NULL,
    impression BIGINT CHECK (impression >= 1 AND impression <= 7),
    impression_direction TEXT NOT NULL CHECK (impression_direction IN ('low_is_improved', 'high_is_improved')),
    impression_since TEXT NOT NULL CHECK (impression_since IN ('before_infusion', 'before_course')),
    relief_percent BIGINT CHECK (relief_percent >= 0 AND relief_percent <= 100),
    relief_since TEXT NOT NULL CHECK (relief_since IN ('before_infusion', 'before_course')),
    held_seconds BIGINT CHECK (held_seconds >= 0),
    load_g BIGINT CHECK (load_g >= 0),
    side TEXT CHECK (side IN ('right', 'left')),
    stop TEXT CHECK (stop IN ('exhausted', 'pain', 'time_limit', 'other')),
    stop_words TEXT NOT NULL,
    CHECK (impression IS NOT NULL OR relief_percent IS NOT NULL OR held_seconds IS NOT NULL),
    CHECK ((held_seconds IS NULL) = (load_g IS NULL)),
    CHECK ((held_seconds IS NULL) = (side IS NULL)),
    CHECK ((held_seconds IS NULL) = (stop IS NULL)),
    CHECK (stop IS NULL OR stop <> 'other' OR stop_words <> ''),
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE aldrete_score (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES aldrete_score (id),
    correction_reason TEXT NOT NULL,
    variant TEXT NOT NULL CHECK (variant IN ('mmhg', 'percent')),
    activity BIGINT NOT NULL CHECK (activity BETWEEN 0 AND 2),
    respiration BIGINT NOT NULL CHECK (respiration BETWEEN 0 AND 2),
    circulation BIGINT NOT NULL CHECK (circulation BETWEEN 0 AND 2),
    consciousness BIGINT NOT NULL CHECK (consciousness BETWEEN 0 AND 2),
    spo2 BIGINT NOT NULL CHECK (spo2 BETWEEN 0 AND 2),
    baseline_systolic BIGINT NOT NULL CHECK (baseline_systolic > 0),
    systolic BIGINT NOT NULL CHECK (systolic > 0),
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE audit_event (
    sequence BIGINT NOT NULL PRIMARY KEY CHECK (sequence >= 1),
    happened_at TEXT NOT NULL,
    happened_offset BIGINT NOT NULL,
    action TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('success', 'failure')),
    account_id TEXT,
    role TEXT NOT NULL,
    workstation TEXT NOT NULL,
    patient_id TEXT,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    changes TEXT NOT NULL,
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
)
----
CREATE TABLE audit_lookup (
    sequence BIGINT NOT NULL PRIMARY KEY REFERENCES audit_event (sequence),
    happened_at TEXT NOT NULL,
    action TEXT NOT NULL,
    account_id TEXT,
    patient_id TEXT
)
----
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
)
----
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
)
----
CREATE TABLE clinic (
    id TEXT NOT NULL PRIMARY KEY,
    created_at TEXT NOT NULL,
    created_offset BIGINT NOT NULL
)
----
CREATE TABLE course (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    patient_id TEXT NOT NULL REFERENCES patient (id),
    protocol_version_id TEXT NOT NULL REFERENCES protocol_version (id),
    number BIGINT NOT NULL CHECK (number >= 1),
    state TEXT NOT NULL CHECK (state IN ('active', 'stopped', 'completed')),
    goal TEXT NOT NULL,
    stop_reason TEXT NOT NULL,
    closed_on TEXT CHECK (length(closed_on) = 10),
    row_version BIGINT NOT NULL CHECK (row_version >= 1), held BIGINT CHECK (held = 1),
    UNIQUE (patient_id, number)
)
----
CREATE TABLE course_order (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    version BIGINT NOT NULL CHECK (version >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('initial', 'change', 'keep', 'stop')),
    per_kg_ug BIGINT NOT NULL CHECK (per_kg_ug >= 0),
    minutes BIGINT NOT NULL CHECK (minutes >= 0),
    reason TEXT NOT NULL,
    ordered_by TEXT NOT NULL REFERENCES account (id),
    ordered_at TEXT NOT NULL,
    ordered_offset BIGINT NOT NULL, act TEXT CHECK (act IN ('hold', 'resume', 'complete')),
    UNIQUE (course_id, version)
)
----
CREATE TABLE discharge (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES discharge (id),
    correction_reason TEXT NOT NULL,
    escort TEXT NOT NULL,
    reason TEXT NOT NULL,
    prescriber TEXT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE discharge_unmet (
    discharge_id TEXT NOT NULL REFERENCES discharge (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    criterion TEXT NOT NULL CHECK (criterion IN ('minimum_time', 'baseline_missing', 'vitals_missing', 'vitals_outside',
        'vitals_old', 'item_unanswered', 'item_needs_reason', 'item_forbids', 'aldrete_missing', 'aldrete_below')),
    item TEXT NOT NULL,
    PRIMARY KEY (discharge_id, position)
)
----
CREATE TABLE dissociation_score (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES dissociation_score (id),
    correction_reason TEXT NOT NULL,
    row_id TEXT REFERENCES vital_signs (id),
    scale TEXT NOT NULL CHECK (scale IN ('item_0_to_4', 'cadss_6')),
    value BIGINT NOT NULL CHECK (value >= 0),
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE document_issued (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    patient_id TEXT NOT NULL REFERENCES patient (id),
    issued_by TEXT NOT NULL REFERENCES account (id),
    issued_at TEXT NOT NULL,
    issued_offset BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'amended'))
)
----
CREATE TABLE dose_check (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES dose_check (id),
    correction_reason TEXT NOT NULL,
    position TEXT NOT NULL CHECK (position IN ('first', 'second')),
    weight_g BIGINT NOT NULL CHECK (weight_g >= 0),
    per_kg_ug BIGINT NOT NULL CHECK (per_kg_ug >= 0),
    minutes BIGINT NOT NULL CHECK (minutes >= 0),
    strength_ug_per_ml BIGINT NOT NULL CHECK (strength_ug_per_ml >= 0),
    bag_ul BIGINT NOT NULL CHECK (bag_ul >= 0),
    convention TEXT NOT NULL CHECK (convention IN ('qs_total', 'added')),
    weighed_on TEXT NOT NULL CHECK (length(weighed_on) = 10),
    basis TEXT NOT NULL CHECK (basis IN ('actual', 'ideal', 'adjusted')),
    dose_ug BIGINT NOT NULL CHECK (dose_ug >= 0),
    drug_volume_ul BIGINT NOT NULL CHECK (drug_volume_ul >= 0),
    total_volume_ul BIGINT NOT NULL CHECK (total_volume_ul >= 0),
    rate_ul_per_h BIGINT NOT NULL CHECK (rate_ul_per_h >= 0),
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE draft (
    account_id TEXT NOT NULL REFERENCES account (id),
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    content TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    saved_offset BIGINT NOT NULL,
    PRIMARY KEY (account_id, subject_kind, subject_id)
)
----
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
)
----
CREATE TABLE emergency_access (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    started_at TEXT NOT NULL,
    started_offset BIGINT NOT NULL,
    ends_at TEXT NOT NULL,
    ends_offset BIGINT NOT NULL
)
----
CREATE TABLE emergency_access_note (
    id TEXT NOT NULL PRIMARY KEY,
    access_id TEXT NOT NULL REFERENCES emergency_access (id),
    kind TEXT NOT NULL CHECK (kind IN ('ended', 'reviewed')),
    remark TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id)
)
----
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
)
----
CREATE TABLE follow_up (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    kind TEXT NOT NULL CHECK (kind IN ('baseline', 'follow_up')),
    assessed_on TEXT NOT NULL CHECK (length(assessed_on) = 10),
    frame TEXT NOT NULL CHECK (frame IN ('present', 'average_24h', 'worst_24h', 'average_7d')),
    pain BIGINT CHECK (pain >= 0 AND pain <= 10),
    missing TEXT CHECK (missing IN ('not_recorded', 'not_done', 'declined', 'unavailable')),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    CHECK ((pain IS NULL) <> (missing IS NULL))
)
----
CREATE TABLE infusion (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    planned_infusion_id TEXT NOT NULL UNIQUE REFERENCES planned_infusion (id),
    course_id TEXT NOT NULL REFERENCES course (id),
    patient_id TEXT NOT NULL REFERENCES patient (id),
    course_order_id TEXT NOT NULL REFERENCES course_order (id),
    ordinal BIGINT NOT NULL CHECK (ordinal >= 1),
    infusion_on TEXT NOT NULL CHECK (length(infusion_on) = 10),
    opened_at TEXT NOT NULL,
    opened_offset BIGINT NOT NULL,
    opened_by TEXT NOT NULL REFERENCES account (id)
)
----
CREATE TABLE infusion_step (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES infusion_step (id),
    correction_reason TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('start', 'rate_change', 'pause', 'resume', 'stop')),
    rate_ul_per_h BIGINT CHECK (rate_ul_per_h >= 0),
    reason TEXT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE note (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES note (id),
    correction_reason TEXT NOT NULL,
    body TEXT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE order_agreement (
    order_id TEXT NOT NULL PRIMARY KEY REFERENCES course_order (id),
    stop_rule TEXT NOT NULL CHECK (stop_rule <> ''),
    consent_on TEXT NOT NULL CHECK (length(consent_on) = 10),
    consent_taken_by TEXT NOT NULL CHECK (consent_taken_by <> ''),
    consent_reference TEXT NOT NULL CHECK (consent_reference <> '')
)
----
CREATE TABLE order_measure (
    order_id TEXT NOT NULL PRIMARY KEY REFERENCES course_order (id),
    weight_g BIGINT NOT NULL CHECK (weight_g > 0),
    weight_basis TEXT NOT NULL CHECK (weight_basis IN ('actual', 'ideal', 'adjusted')),
    weighed_on TEXT NOT NULL CHECK (length(weighed_on) = 10),
    height_um10 BIGINT CHECK (height_um10 > 0)
)
----
CREATE TABLE outside_observation (
    id TEXT NOT NULL PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patient (id),
    loinc TEXT NOT NULL CHECK (length(loinc) > 0),
    value_thousandths BIGINT NOT NULL CHECK (value_thousandths >= 0),
    measured_at TEXT NOT NULL,
    measured_offset BIGINT NOT NULL,
    source TEXT NOT NULL CHECK (length(source) > 0),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id)
)
----
CREATE TABLE pain_score (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES pain_score (id),
    correction_reason TEXT NOT NULL,
    row_id TEXT REFERENCES vital_signs (id),
    moment TEXT NOT NULL CHECK (moment IN ('before', 'during', 'after')),
    frame TEXT NOT NULL CHECK (frame IN ('present', 'average_24h', 'worst_24h', 'average_7d')),
    value BIGINT CHECK (value >= 0 AND value <= 10),
    missing TEXT CHECK (missing IN ('not_recorded', 'not_done', 'declined', 'unavailable')),
    CHECK ((value IS NULL) <> (missing IS NULL)),
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE patient (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    family_name TEXT NOT NULL,
    given_name TEXT NOT NULL,
    title TEXT NOT NULL,
    preferred_name TEXT NOT NULL,
    born_on TEXT NOT NULL CHECK (length(born_on) = 10),
    gender TEXT NOT NULL CHECK (gender IN ('female', 'male', 'other', 'not_known')),
    clinic_number TEXT NOT NULL UNIQUE,
    phone TEXT NOT NULL,
    allergy_status TEXT NOT NULL CHECK (allergy_status IN ('not_recorded', 'none_known', 'known')),
    allergies TEXT NOT NULL,
    row_version BIGINT NOT NULL CHECK (row_version >= 1)
, state TEXT CHECK (state IN ('withdrawn', 'deceased')), state_on TEXT CHECK (length(state_on) = 10), merged_into TEXT REFERENCES patient (id))
----
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
)
----
CREATE TABLE patient_merge (
    id TEXT NOT NULL PRIMARY KEY,
    duplicate_id TEXT NOT NULL REFERENCES patient (id),
    survivor_id TEXT NOT NULL REFERENCES patient (id),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    reason TEXT NOT NULL,
    undoes TEXT REFERENCES patient_merge (id),
    CHECK (duplicate_id <> survivor_id)
)
----
CREATE TABLE patient_search (
    patient_row INTEGER PRIMARY KEY,
    patient_id TEXT NOT NULL UNIQUE REFERENCES patient (id),
    family_key TEXT NOT NULL,
    given_key TEXT NOT NULL,
    family_1 TEXT NOT NULL,
    family_2 TEXT NOT NULL,
    number_reversed TEXT NOT NULL,
    number_prefix TEXT NOT NULL,
    number_value BIGINT NOT NULL CHECK (number_value >= 0),
    phone_reversed TEXT NOT NULL,
    birthday TEXT NOT NULL CHECK (length(birthday) = 5)
)
----
CREATE TABLE patient_state (
    id TEXT NOT NULL PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patient (id),
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    state TEXT NOT NULL CHECK (state IN ('active', 'withdrawn', 'deceased')),
    since_on TEXT NOT NULL CHECK (length(since_on) = 10),
    reason TEXT NOT NULL
)
----
CREATE TABLE planned_infusion (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    ordinal BIGINT NOT NULL CHECK (ordinal >= 1),
    planned_on TEXT NOT NULL CHECK (length(planned_on) = 10),
    state TEXT NOT NULL
        CHECK (state IN ('planned', 'open', 'given', 'not_given', 'missed', 'declined', 'cancelled')),
    reason TEXT NOT NULL,
    infusion_id TEXT,
    row_version BIGINT NOT NULL CHECK (row_version >= 1),
    UNIQUE (course_id, ordinal)
)
----
CREATE TABLE protocol (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id)
)
----
CREATE TABLE protocol_emergency (
    protocol_version_id TEXT NOT NULL REFERENCES protocol_version (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    instruction TEXT NOT NULL CHECK (instruction <> ''),
    PRIMARY KEY (protocol_version_id, position)
)
----
CREATE TABLE protocol_in_force (
    protocol_version_id TEXT NOT NULL PRIMARY KEY REFERENCES protocol_version (id),
    in_force_on TEXT NOT NULL CHECK (length(in_force_on) = 10),
    second_needed BIGINT NOT NULL CHECK (second_needed IN (0, 1))
)
----
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
)
----
CREATE TABLE protocol_limit (
    protocol_version_id TEXT NOT NULL REFERENCES protocol_version (id),
    name TEXT NOT NULL,
    value BIGINT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (protocol_version_id, name)
)
----
CREATE TABLE protocol_remark (
    protocol_version_id TEXT NOT NULL REFERENCES protocol_version (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    remark TEXT NOT NULL,
    PRIMARY KEY (protocol_version_id, position)
)
----
CREATE TABLE protocol_retirement (
    protocol_version_id TEXT NOT NULL PRIMARY KEY REFERENCES protocol_version (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    retired_by TEXT NOT NULL REFERENCES account (id),
    retired_at TEXT NOT NULL,
    retired_offset BIGINT NOT NULL
)
----
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
)
----
CREATE TABLE protocol_version (
    id TEXT NOT NULL PRIMARY KEY,
    protocol_id TEXT NOT NULL REFERENCES protocol (id),
    name TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'retired')),
    drug TEXT NOT NULL,
    summary TEXT NOT NULL,
    signed_by TEXT REFERENCES account (id),
    signed_at TEXT,
    signed_offset BIGINT,
    UNIQUE (protocol_id, version),
    CHECK ((signed_at IS NULL) = (signed_offset IS NULL)),
    CHECK (state <> 'signed' OR (signed_by IS NOT NULL AND signed_at IS NOT NULL))
)
----
CREATE TABLE questionnaire_answer (
    response_id TEXT NOT NULL REFERENCES questionnaire_response (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    item TEXT NOT NULL CHECK (item <> ''),
    value BIGINT CHECK (value >= 0),
    missing TEXT CHECK (missing IN ('not_recorded', 'not_done', 'declined', 'unavailable')),
    PRIMARY KEY (response_id, position),
    CHECK ((value IS NULL) <> (missing IS NULL))
)
----
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
)
----
CREATE TABLE questionnaire_score (
    response_id TEXT NOT NULL REFERENCES questionnaire_response (id),
    position BIGINT NOT NULL CHECK (position >= 1),
    scale TEXT NOT NULL CHECK (scale <> ''),
    score_thousandths BIGINT,
    answered BIGINT NOT NULL CHECK (answered >= 0),
    items BIGINT NOT NULL CHECK (items >= answered),
    prorated BIGINT NOT NULL CHECK (prorated IN (0, 1)),
    PRIMARY KEY (response_id, position)
)
----
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
)
----
CREATE TABLE retreatment_decision (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    kind TEXT NOT NULL CHECK (kind IN ('retreat', 'postpone', 'discharge')),
    until_on TEXT CHECK (length(until_on) = 10),
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL REFERENCES account (id),
    decided_at TEXT NOT NULL,
    decided_offset BIGINT NOT NULL
)
----
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
)
----
CREATE TABLE role_grant (
    account_id TEXT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL CHECK (role IN ('nurse', 'physician', 'administrator', 'auditor')),
    PRIMARY KEY (account_id, role)
)
----
CREATE TABLE schema_migration (
    number BIGINT NOT NULL PRIMARY KEY CHECK (number >= 1),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    applied_at TEXT NOT NULL
)
----
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
)
----
CREATE TABLE second_check (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES second_check (id),
    correction_reason TEXT NOT NULL,
    dose_check_id TEXT NOT NULL UNIQUE REFERENCES dose_check (id),
    weight_g BIGINT NOT NULL CHECK (weight_g >= 0),
    dose_ug BIGINT NOT NULL CHECK (dose_ug >= 0),
    drug_volume_ul BIGINT NOT NULL CHECK (drug_volume_ul >= 0),
    rate_ul_per_h BIGINT NOT NULL CHECK (rate_ul_per_h >= 0),
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE sedation_score (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES sedation_score (id),
    correction_reason TEXT NOT NULL,
    row_id TEXT REFERENCES vital_signs (id),
    scale TEXT NOT NULL CHECK (scale IN ('moaas', 'poss', 'rass', 'ramsay')),
    value BIGINT NOT NULL,
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    value TEXT NOT NULL,
    row_version BIGINT NOT NULL CHECK (row_version >= 1)
)
----
CREATE TABLE signature (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    printed_name TEXT NOT NULL,
    role TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    signed_offset BIGINT NOT NULL,
    meaning TEXT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('infusion', 'course_order', 'protocol_version')),
    subject_id TEXT NOT NULL,
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64)
)
----
CREATE TABLE tender_point_exam (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES tender_point_exam (id),
    correction_reason TEXT NOT NULL,
    scale TEXT NOT NULL CHECK (scale IN ('yes_no', 'mtps_0_to_10', 'graded_0_to_3', 'graded_0_to_4')),
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TABLE tender_point_site (
    exam_id TEXT NOT NULL REFERENCES tender_point_exam (id),
    site TEXT NOT NULL,
    score BIGINT CHECK (score >= 0),
    threshold_gf BIGINT CHECK (threshold_gf >= 0),
    tolerance_gf BIGINT CHECK (tolerance_gf >= 0),
    PRIMARY KEY (exam_id, site)
)
----
CREATE TABLE titration_answer (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    order_id TEXT REFERENCES course_order (id),
    infusion_id TEXT REFERENCES infusion (id),
    action TEXT NOT NULL CHECK (action IN ('stop_and_review', 'decrease', 'hold', 'increase', 'review')),
    rule TEXT NOT NULL CHECK (rule IN ('serious_event', 'poorly_tolerated', 'no_benefit', 'good_response',
                                       'poor_response', 'at_maximum')),
    per_kg_ug BIGINT CHECK (per_kg_ug > 0),
    outcome TEXT NOT NULL CHECK (outcome IN ('followed', 'changed', 'ignored')),
    noted_at TEXT NOT NULL,
    noted_offset BIGINT NOT NULL,
    CHECK ((order_id IS NULL) <> (infusion_id IS NULL)),
    CHECK ((outcome = 'ignored') = (order_id IS NULL))
)
----
CREATE TABLE vial (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    drug TEXT NOT NULL,
    strength_ug_per_ml BIGINT NOT NULL CHECK (strength_ug_per_ml >= 0),
    volume_ul BIGINT NOT NULL CHECK (volume_ul >= 0),
    lot TEXT NOT NULL,
    expires_on TEXT NOT NULL CHECK (length(expires_on) = 10)
)
----
CREATE TABLE vital_signs (
    id TEXT NOT NULL PRIMARY KEY,
    infusion_id TEXT NOT NULL REFERENCES infusion (id),
    observed_at TEXT NOT NULL,
    observed_offset BIGINT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    corrects TEXT REFERENCES vital_signs (id),
    correction_reason TEXT NOT NULL,
    systolic BIGINT CHECK (systolic >= 0),
    diastolic BIGINT CHECK (diastolic >= 0),
    heart_rate BIGINT CHECK (heart_rate >= 0),
    spo2 BIGINT CHECK (spo2 >= 0),
    respiration BIGINT CHECK (respiration >= 0),
    due_at TEXT,
    due_offset BIGINT,
    note TEXT NOT NULL,
    CHECK ((due_at IS NULL) = (due_offset IS NULL)),
    CHECK (corrects IS NULL OR correction_reason <> '')
)
----
CREATE TRIGGER account_is_never_deleted BEFORE DELETE ON account
BEGIN
    SELECT RAISE(ABORT, 'account is never deleted');
END
----
CREATE TRIGGER addendum_is_never_deleted BEFORE DELETE ON addendum
BEGIN
    SELECT RAISE(ABORT, 'addendum is append-only');
END
----
CREATE TRIGGER addendum_is_never_updated BEFORE UPDATE ON addendum
BEGIN
    SELECT RAISE(ABORT, 'addendum is append-only');
END
----
CREATE TRIGGER adverse_event_is_never_deleted BEFORE DELETE ON adverse_event
BEGIN
    SELECT RAISE(ABORT, 'adverse_event is append-only');
END
----
CREATE TRIGGER adverse_event_is_never_updated BEFORE UPDATE ON adverse_event
BEGIN
    SELECT RAISE(ABORT, 'adverse_event is append-only');
END
----
CREATE TRIGGER after_assessment_is_never_deleted BEFORE DELETE ON after_assessment
BEGIN
    SELECT RAISE(ABORT, 'after_assessment is append-only');
END
----
CREATE TRIGGER after_assessment_is_never_updated BEFORE UPDATE ON after_assessment
BEGIN
    SELECT RAISE(ABORT, 'after_assessment is append-only');
END
----
CREATE TRIGGER aldrete_score_is_never_deleted BEFORE DELETE ON aldrete_score
BEGIN
    SELECT RAISE(ABORT, 'aldrete_score is append-only');
END
----
CREATE TRIGGER aldrete_score_is_never_updated BEFORE UPDATE ON aldrete_score
BEGIN
    SELECT RAISE(ABORT, 'aldrete_score is append-only');
END
----
CREATE TRIGGER audit_event_is_never_deleted BEFORE DELETE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit_event is append-only');
END
----
CREATE TRIGGER audit_event_is_never_updated BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit_event is append-only');
END
----
CREATE TRIGGER audit_lookup_is_never_deleted BEFORE DELETE ON audit_lookup
BEGIN
    SELECT RAISE(ABORT, 'audit_lookup is append-only');
END
----
CREATE TRIGGER audit_lookup_is_never_updated BEFORE UPDATE ON audit_lookup
BEGIN
    SELECT RAISE(ABORT, 'audit_lookup is append-only');
END
----
CREATE TRIGGER chair_place_is_never_deleted BEFORE DELETE ON chair_place
BEGIN
    SELECT RAISE(ABORT, 'chair_place is append-only');
END
----
CREATE TRIGGER chair_place_is_never_updated BEFORE UPDATE ON chair_place
BEGIN
    SELECT RAISE(ABORT, 'chair_place is append-only');
END
----
CREATE TRIGGER checklist_answer_is_never_deleted BEFORE DELETE ON checklist_answer
BEGIN
    SELECT RAISE(ABORT, 'checklist_answer is append-only');
END
----
CREATE TRIGGER checklist_answer_is_never_updated BEFORE UPDATE ON checklist_answer
BEGIN
    SELECT RAISE(ABORT, 'checklist_answer is append-only');
END
----
CREATE TRIGGER clinic_is_never_deleted BEFORE DELETE ON clinic
BEGIN
    SELECT RAISE(ABORT, 'clinic is append-only');
END
----
CREATE TRIGGER clinic_is_never_updated BEFORE UPDATE ON clinic
BEGIN
    SELECT RAISE(ABORT, 'clinic is append-only');
END
----
CREATE TRIGGER course_is_never_deleted BEFORE DELETE ON course
BEGIN
    SELECT RAISE(ABORT, 'course is never deleted');
END
----
CREATE TRIGGER course_order_is_never_deleted BEFORE DELETE ON course_order
BEGIN
    SELECT RAISE(ABORT, 'course_order is append-only');
END
----
CREATE TRIGGER course_order_is_never_updated BEFORE UPDATE ON course_order
BEGIN
    SELECT RAISE(ABORT, 'course_order is append-only');
END
----
CREATE TRIGGER discharge_is_never_deleted BEFORE DELETE ON discharge
BEGIN
    SELECT RAISE(ABORT, 'discharge is append-only');
END
----
CREATE TRIGGER discharge_is_never_updated BEFORE UPDATE ON discharge
BEGIN
    SELECT RAISE(ABORT, 'discharge is append-only');
END
----
CREATE TRIGGER discharge_unmet_is_never_deleted BEFORE DELETE ON discharge_unmet
BEGIN
    SELECT RAISE(ABORT, 'discharge_unmet is append-only');
END
----
CREATE TRIGGER discharge_unmet_is_never_updated BEFORE UPDATE ON discharge_unmet
BEGIN
    SELECT RAISE(ABORT, 'discharge_unmet is append-only');
END
----
CREATE TRIGGER dissociation_score_is_never_deleted BEFORE DELETE ON dissociation_score
BEGIN
    SELECT RAISE(ABORT, 'dissociation_score is append-only');
END
----
CREATE TRIGGER dissociation_score_is_never_updated BEFORE UPDATE ON dissociation_score
BEGIN
    SELECT RAISE(ABORT, 'dissociation_score is append-only');
END
----
CREATE TRIGGER document_issued_is_never_deleted BEFORE DELETE ON document_issued
BEGIN
    SELECT RAISE(ABORT, 'document_issued is append-only');
END
----
CREATE TRIGGER document_issued_is_never_updated BEFORE UPDATE ON document_issued
BEGIN
    SELECT RAISE(ABORT, 'document_issued is append-only');
END
----
CREATE TRIGGER dose_check_is_never_deleted BEFORE DELETE ON dose_check
BEGIN
    SELECT RAISE(ABORT, 'dose_check is append-only');
END
----
CREATE TRIGGER dose_check_is_never_updated BEFORE UPDATE ON dose_check
BEGIN
    SELECT RAISE(ABORT, 'dose_check is append-only');
END
----
CREATE TRIGGER draft_is_never_deleted BEFORE DELETE ON draft
BEGIN
    SELECT RAISE(ABORT, 'a draft is emptied, not deleted');
END
----
CREATE TRIGGER drug_movement_is_never_deleted BEFORE DELETE ON drug_movement
BEGIN
    SELECT RAISE(ABORT, 'drug_movement is append-only');
END
----
CREATE TRIGGER drug_movement_is_never_updated BEFORE UPDATE ON drug_movement
BEGIN
    SELECT RAISE(ABORT, 'drug_movement is append-only');
END
----
CREATE TRIGGER emergency_access_is_never_deleted BEFORE DELETE ON emergency_access
BEGIN
    SELECT RAISE(ABORT, 'emergency_access is append-only');
END
----
CREATE TRIGGER emergency_access_is_never_updated BEFORE UPDATE ON emergency_access
BEGIN
    SELECT RAISE(ABORT, 'emergency_access is append-only');
END
----
CREATE TRIGGER emergency_access_note_is_never_deleted BEFORE DELETE ON emergency_access_note
BEGIN
    SELECT RAISE(ABORT, 'emergency_access_note is append-only');
END
----
CREATE TRIGGER emergency_access_note_is_never_updated BEFORE UPDATE ON emergency_access_note
BEGIN
    SELECT RAISE(ABORT, 'emergency_access_note is append-only');
END
----
CREATE TRIGGER emergency_note_is_never_deleted BEFORE DELETE ON emergency_note
BEGIN
    SELECT RAISE(ABORT, 'emergency_note is append-only');
END
----
CREATE TRIGGER emergency_note_is_never_updated BEFORE UPDATE ON emergency_note
BEGIN
    SELECT RAISE(ABORT, 'emergency_note is append-only');
END
----
CREATE TRIGGER follow_up_is_never_deleted BEFORE DELETE ON follow_up
BEGIN
    SELECT RAISE(ABORT, 'follow_up is append-only');
END
----
CREATE TRIGGER follow_up_is_never_updated BEFORE UPDATE ON follow_up
BEGIN
    SELECT RAISE(ABORT, 'follow_up is append-only');
END
----
CREATE TRIGGER infusion_is_never_deleted BEFORE DELETE ON infusion
BEGIN
    SELECT RAISE(ABORT, 'infusion is append-only');
END
----
CREATE TRIGGER infusion_is_never_updated BEFORE UPDATE ON infusion
BEGIN
    SELECT RAISE(ABORT, 'infusion is append-only');
END
----
CREATE TRIGGER infusion_step_is_never_deleted BEFORE DELETE ON infusion_step
BEGIN
    SELECT RAISE(ABORT, 'infusion_step is append-only');
END
----
CREATE TRIGGER infusion_step_is_never_updated BEFORE UPDATE ON infusion_step
BEGIN
    SELECT RAISE(ABORT, 'infusion_step is append-only');
END
----
CREATE TRIGGER note_is_never_deleted BEFORE DELETE ON note
BEGIN
    SELECT RAISE(ABORT, 'note is append-only');
END
----
CREATE TRIGGER note_is_never_updated BEFORE UPDATE ON note
BEGIN
    SELECT RAISE(ABORT, 'note is append-only');
END
----
CREATE TRIGGER order_agreement_is_never_deleted BEFORE DELETE ON order_agreement
BEGIN
    SELECT RAISE(ABORT, 'order_agreement is append-only');
END
----
CREATE TRIGGER order_agreement_is_never_updated BEFORE UPDATE ON order_agreement
BEGIN
    SELECT RAISE(ABORT, 'order_agreement is append-only');
END
----
CREATE TRIGGER order_measure_is_never_deleted BEFORE DELETE ON order_measure
BEGIN
    SELECT RAISE(ABORT, 'order_measure is append-only');
END
----
CREATE TRIGGER order_measure_is_never_updated BEFORE UPDATE ON order_measure
BEGIN
    SELECT RAISE(ABORT, 'order_measure is append-only');
END
----
CREATE TRIGGER outside_observation_is_never_deleted BEFORE DELETE ON outside_observation
BEGIN
    SELECT RAISE(ABORT, 'outside_observation is append-only');
END
----
CREATE TRIGGER outside_observation_is_never_updated BEFORE UPDATE ON outside_observation
BEGIN
    SELECT RAISE(ABORT, 'outside_observation is append-only');
END
----
CREATE TRIGGER pain_score_is_never_deleted BEFORE DELETE ON pain_score
BEGIN
    SELECT RAISE(ABORT, 'pain_score is append-only');
END
----
CREATE TRIGGER pain_score_is_never_updated BEFORE UPDATE ON pain_score
BEGIN
    SELECT RAISE(ABORT, 'pain_score is append-only');
END
----
CREATE TRIGGER patient_history_is_never_deleted BEFORE DELETE ON patient_history
BEGIN
    SELECT RAISE(ABORT, 'patient_history is append-only');
END
----
CREATE TRIGGER patient_history_is_never_updated BEFORE UPDATE ON patient_history
BEGIN
    SELECT RAISE(ABORT, 'patient_history is append-only');
END
----
CREATE TRIGGER patient_is_never_deleted BEFORE DELETE ON patient
BEGIN
    SELECT RAISE(ABORT, 'patient is never deleted');
END
----
CREATE TRIGGER patient_merge_is_never_deleted BEFORE DELETE ON patient_merge
BEGIN
    SELECT RAISE(ABORT, 'patient_merge is append-only');
END
----
CREATE TRIGGER patient_merge_is_never_updated BEFORE UPDATE ON patient_merge
BEGIN
    SELECT RAISE(ABORT, 'patient_merge is append-only');
END
----
CREATE TRIGGER patient_state_is_never_deleted BEFORE DELETE ON patient_state
BEGIN
    SELECT RAISE(ABORT, 'patient_state is append-only');
END
----
CREATE TRIGGER patient_state_is_never_updated BEFORE UPDATE ON patient_state
BEGIN
    SELECT RAISE(ABORT, 'patient_state is append-only');
END
----
CREATE TRIGGER planned_infusion_is_never_deleted BEFORE DELETE ON planned_infusion
BEGIN
    SELECT RAISE(ABORT, 'planned_infusion is never deleted');
END
----
CREATE TRIGGER protocol_emergency_delete_only_in_a_draft BEFORE DELETE ON protocol_emergency
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_emergency_insert_only_in_a_draft BEFORE INSERT ON protocol_emergency
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = NEW.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_emergency_update_only_in_a_draft BEFORE UPDATE ON protocol_emergency
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_in_force_is_never_deleted BEFORE DELETE ON protocol_in_force
BEGIN
    SELECT RAISE(ABORT, 'protocol_in_force is append-only');
END
----
CREATE TRIGGER protocol_in_force_is_never_updated BEFORE UPDATE ON protocol_in_force
BEGIN
    SELECT RAISE(ABORT, 'protocol_in_force is append-only');
END
----
CREATE TRIGGER protocol_is_never_deleted BEFORE DELETE ON protocol
BEGIN
    SELECT RAISE(ABORT, 'protocol is append-only');
END
----
CREATE TRIGGER protocol_is_never_updated BEFORE UPDATE ON protocol
BEGIN
    SELECT RAISE(ABORT, 'protocol is append-only');
END
----
CREATE TRIGGER protocol_item_delete_only_in_a_draft BEFORE DELETE ON protocol_item
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_item_insert_only_in_a_draft BEFORE INSERT ON protocol_item
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = NEW.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_item_update_only_in_a_draft BEFORE UPDATE ON protocol_item
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_limit_delete_only_in_a_draft BEFORE DELETE ON protocol_limit
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_limit_insert_only_in_a_draft BEFORE INSERT ON protocol_limit
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = NEW.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_limit_update_only_in_a_draft BEFORE UPDATE ON protocol_limit
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_remark_delete_only_in_a_draft BEFORE DELETE ON protocol_remark
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_remark_insert_only_in_a_draft BEFORE INSERT ON protocol_remark
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = NEW.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_remark_update_only_in_a_draft BEFORE UPDATE ON protocol_remark
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_retirement_is_never_deleted BEFORE DELETE ON protocol_retirement
BEGIN
    SELECT RAISE(ABORT, 'protocol_retirement is append-only');
END
----
CREATE TRIGGER protocol_retirement_is_never_updated BEFORE UPDATE ON protocol_retirement
BEGIN
    SELECT RAISE(ABORT, 'protocol_retirement is append-only');
END
----
CREATE TRIGGER protocol_screening_delete_only_in_a_draft BEFORE DELETE ON protocol_screening
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_screening_insert_only_in_a_draft BEFORE INSERT ON protocol_screening
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = NEW.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_screening_update_only_in_a_draft BEFORE UPDATE ON protocol_screening
WHEN EXISTS (SELECT 1 FROM protocol_version WHERE id = OLD.protocol_version_id AND state <> 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_version_is_fixed_once_signed BEFORE UPDATE ON protocol_version
WHEN OLD.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'a signed protocol version does not change');
END
----
CREATE TRIGGER protocol_version_is_never_deleted BEFORE DELETE ON protocol_version
BEGIN
    SELECT RAISE(ABORT, 'protocol_version is never deleted');
END
----
CREATE TRIGGER questionnaire_answer_is_never_deleted BEFORE DELETE ON questionnaire_answer
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_answer is append-only');
END
----
CREATE TRIGGER questionnaire_answer_is_never_updated BEFORE UPDATE ON questionnaire_answer
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_answer is append-only');
END
----
CREATE TRIGGER questionnaire_response_is_never_deleted BEFORE DELETE ON questionnaire_response
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_response is append-only');
END
----
CREATE TRIGGER questionnaire_response_is_never_updated BEFORE UPDATE ON questionnaire_response
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_response is append-only');
END
----
CREATE TRIGGER questionnaire_score_is_never_deleted BEFORE DELETE ON questionnaire_score
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_score is append-only');
END
----
CREATE TRIGGER questionnaire_score_is_never_updated BEFORE UPDATE ON questionnaire_score
BEGIN
    SELECT RAISE(ABORT, 'questionnaire_score is append-only');
END
----
CREATE TRIGGER rescue_drug_is_never_deleted BEFORE DELETE ON rescue_drug
BEGIN
    SELECT RAISE(ABORT, 'rescue_drug is append-only');
END
----
CREATE TRIGGER rescue_drug_is_never_updated BEFORE UPDATE ON rescue_drug
BEGIN
    SELECT RAISE(ABORT, 'rescue_drug is append-only');
END
----
CREATE TRIGGER retreatment_decision_is_never_deleted BEFORE DELETE ON retreatment_decision
BEGIN
    SELECT RAISE(ABORT, 'retreatment_decision is append-only');
END
----
CREATE TRIGGER retreatment_decision_is_never_updated BEFORE UPDATE ON retreatment_decision
BEGIN
    SELECT RAISE(ABORT, 'retreatment_decision is append-only');
END
----
CREATE TRIGGER retreatment_standing_after_course AFTER UPDATE ON course
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.id);
END
----
CREATE TRIGGER retreatment_standing_after_decision AFTER INSERT ON retreatment_decision
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.course_id);
END
----
CREATE TRIGGER retreatment_standing_after_dose_check AFTER INSERT ON dose_check
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM infusion i JOIN course c ON c.id = i.course_id
        JOIN patient p ON p.id = c.patient_id WHERE i.id = NEW.infusion_id);
END
----
CREATE TRIGGER retreatment_standing_after_follow_up AFTER INSERT ON follow_up
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.course_id);
END
----
CREATE TRIGGER retreatment_standing_after_infusion AFTER INSERT ON infusion
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.course_id);
END
----
CREATE TRIGGER retreatment_standing_after_infusion_step AFTER INSERT ON infusion_step
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM infusion i JOIN course c ON c.id = i.course_id
        JOIN patient p ON p.id = c.patient_id WHERE i.id = NEW.infusion_id);
END
----
CREATE TRIGGER retreatment_standing_after_new_course AFTER INSERT ON course
BEGIN
    INSERT INTO retreatment_standing (patient_id, made_by)
        SELECT COALESCE(p.merged_into, p.id), 0 FROM patient p WHERE p.id = NEW.patient_id
        AND NOT EXISTS (SELECT 1 FROM retreatment_standing s WHERE s.patient_id = COALESCE(p.merged_into, p.id));
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM patient p WHERE p.id = NEW.patient_id);
END
----
CREATE TRIGGER retreatment_standing_after_new_planned_infusion AFTER INSERT ON planned_infusion
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.course_id);
END
----
CREATE TRIGGER retreatment_standing_after_pain_score AFTER INSERT ON pain_score
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM infusion i JOIN course c ON c.id = i.course_id
        JOIN patient p ON p.id = c.patient_id WHERE i.id = NEW.infusion_id);
END
----
CREATE TRIGGER retreatment_standing_after_patient_merge AFTER UPDATE OF merged_into ON patient
BEGIN
    INSERT INTO retreatment_standing (patient_id, made_by)
        SELECT p.id, 0 FROM patient p WHERE p.id IN (NEW.id, NEW.merged_into)
        AND NOT EXISTS (SELECT 1 FROM retreatment_standing s WHERE s.patient_id = p.id);
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id IN (NEW.id, NEW.merged_into, OLD.merged_into);
END
----
CREATE TRIGGER retreatment_standing_after_patient_state AFTER UPDATE OF state ON patient
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id = NEW.id;
END
----
CREATE TRIGGER retreatment_standing_after_planned_infusion AFTER UPDATE ON planned_infusion
BEGIN
    UPDATE retreatment_standing SET made_by = 0 WHERE patient_id =
        (SELECT COALESCE(p.merged_into, p.id) FROM course c JOIN patient p ON p.id = c.patient_id
        WHERE c.id = NEW.course_id);
END
----
CREATE TRIGGER retreatment_standing_is_never_deleted BEFORE DELETE ON retreatment_standing
BEGIN
    SELECT RAISE(ABORT, 'retreatment_standing is never deleted');
END
----
CREATE TRIGGER role_grant_is_never_deleted BEFORE DELETE ON role_grant
BEGIN
    SELECT RAISE(ABORT, 'role_grant is append-only');
END
----
CREATE TRIGGER role_grant_is_never_updated BEFORE UPDATE ON role_grant
BEGIN
    SELECT RAISE(ABORT, 'role_grant is append-only');
END
----
CREATE TRIGGER schema_migration_is_never_deleted BEFORE DELETE ON schema_migration
BEGIN
    SELECT RAISE(ABORT, 'schema_migration is append-only');
END
----
CREATE TRIGGER schema_migration_is_never_updated BEFORE UPDATE ON schema_migration
BEGIN
    SELECT RAISE(ABORT, 'schema_migration is append-only');
END
----
CREATE TRIGGER screening_answer_is_never_deleted BEFORE DELETE ON screening_answer
BEGIN
    SELECT RAISE(ABORT, 'screening_answer is append-only');
END
----
CREATE TRIGGER screening_answer_is_never_updated BEFORE UPDATE ON screening_answer
BEGIN
    SELECT RAISE(ABORT, 'screening_answer is append-only');
END
----
CREATE TRIGGER second_check_is_never_deleted BEFORE DELETE ON second_check
BEGIN
    SELECT RAISE(ABORT, 'second_check is append-only');
END
----
CREATE TRIGGER second_check_is_never_updated BEFORE UPDATE ON second_check
BEGIN
    SELECT RAISE(ABORT, 'second_check is append-only');
END
----
CREATE TRIGGER sedation_score_is_never_deleted BEFORE DELETE ON sedation_score
BEGIN
    SELECT RAISE(ABORT, 'sedation_score is append-only');
END
----
CREATE TRIGGER sedation_score_is_never_updated BEFORE UPDATE ON sedation_score
BEGIN
    SELECT RAISE(ABORT, 'sedation_score is append-only');
END
----
CREATE TRIGGER setting_is_never_deleted BEFORE DELETE ON setting
BEGIN
    SELECT RAISE(ABORT, 'setting is never deleted');
END
----
CREATE TRIGGER signature_is_never_deleted BEFORE DELETE ON signature
BEGIN
    SELECT RAISE(ABORT, 'signature is append-only');
END
----
CREATE TRIGGER signature_is_never_updated BEFORE UPDATE ON signature
BEGIN
    SELECT RAISE(ABORT, 'signature is append-only');
END
----
CREATE TRIGGER tender_point_exam_is_never_deleted BEFORE DELETE ON tender_point_exam
BEGIN
    SELECT RAISE(ABORT, 'tender_point_exam is append-only');
END
----
CREATE TRIGGER tender_point_exam_is_never_updated BEFORE UPDATE ON tender_point_exam
BEGIN
    SELECT RAISE(ABORT, 'tender_point_exam is append-only');
END
----
CREATE TRIGGER tender_point_site_is_never_deleted BEFORE DELETE ON tender_point_site
BEGIN
    SELECT RAISE(ABORT, 'tender_point_site is append-only');
END
----
CREATE TRIGGER tender_point_site_is_never_updated BEFORE UPDATE ON tender_point_site
BEGIN
    SELECT RAISE(ABORT, 'tender_point_site is append-only');
END
----
CREATE TRIGGER titration_answer_is_never_deleted BEFORE DELETE ON titration_answer
BEGIN
    SELECT RAISE(ABORT, 'titration_answer is append-only');
END
----
CREATE TRIGGER titration_answer_is_never_updated BEFORE UPDATE ON titration_answer
BEGIN
    SELECT RAISE(ABORT, 'titration_answer is append-only');
END
----
CREATE TRIGGER vial_is_never_deleted BEFORE DELETE ON vial
BEGIN
    SELECT RAISE(ABORT, 'vial is append-only');
END
----
CREATE TRIGGER vial_is_never_updated BEFORE UPDATE ON vial
BEGIN
    SELECT RAISE(ABORT, 'vial is append-only');
END
----
CREATE TRIGGER vital_signs_is_never_deleted BEFORE DELETE ON vital_signs
BEGIN
    SELECT RAISE(ABORT, 'vital_signs is append-only');
END
----
CREATE TRIGGER vital_signs_is_never_updated BEFORE UPDATE ON vital_signs
BEGIN
    SELECT RAISE(ABORT, 'vital_signs is append-only');
END
----
CREATE UNIQUE INDEX emergency_access_note_by_access ON emergency_access_note (access_id, kind)
----
CREATE UNIQUE INDEX outside_observation_by_source ON outside_observation (patient_id, loinc, source)
----
CREATE UNIQUE INDEX patient_history_by_replaced ON patient_history (replaces)
----
CREATE UNIQUE INDEX patient_merge_by_undone ON patient_merge (undoes)
----
CREATE UNIQUE INDEX patient_search_by_number ON patient_search (number_reversed)
----
CREATE UNIQUE INDEX questionnaire_response_corrected_once ON questionnaire_response (corrects)
----
