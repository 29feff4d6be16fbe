#include "core/store/audit/audited_tables.h"

#include <algorithm>

namespace chairside::store {
namespace {

// Every column belongs to the content: a hash that leaves one out vouches for less than it seems to.
constexpr RecordPart kRoleGrants{"role_grant", Sql("SELECT * FROM role_grant WHERE account_id = ? ORDER BY role")};
constexpr RecordPart kProtocolLimits{"protocol_limit",
                                     Sql("SELECT * FROM protocol_limit WHERE protocol_version_id = ? ORDER BY name")};
constexpr RecordPart kProtocolRemarks{
    "protocol_remark", Sql("SELECT * FROM protocol_remark WHERE protocol_version_id = ? ORDER BY position")};
constexpr RecordPart kProtocolItems{"protocol_item",
                                    Sql("SELECT * FROM protocol_item WHERE protocol_version_id = ? ORDER BY position")};
constexpr RecordPart kProtocolEmergency{
    "protocol_emergency", Sql("SELECT * FROM protocol_emergency WHERE protocol_version_id = ? ORDER BY position")};
constexpr RecordPart kTenderSites{"tender_point_site",
                                  Sql("SELECT * FROM tender_point_site WHERE exam_id = ? ORDER BY site")};
constexpr RecordPart kDischargeUnmet{"discharge_unmet",
                                     Sql("SELECT * FROM discharge_unmet WHERE discharge_id = ? ORDER BY position")};
constexpr RecordPart kQuestionnaireAnswers{
    "questionnaire_answer", Sql("SELECT * FROM questionnaire_answer WHERE response_id = ? ORDER BY position")};
constexpr RecordPart kQuestionnaireScores{
    "questionnaire_score", Sql("SELECT * FROM questionnaire_score WHERE response_id = ? ORDER BY position")};

constexpr AuditedTable kTables[] = {
    {Table::Clinic, "clinic", Sql("SELECT * FROM clinic WHERE id = ?"), Sql("SELECT * FROM clinic ORDER BY id"), {}},
    {Table::Setting,
     "setting",
     Sql("SELECT * FROM setting WHERE name = ?"),
     Sql("SELECT * FROM setting ORDER BY name"),
     {}},
    {Table::Account,
     "account",
     Sql("SELECT * FROM account WHERE id = ?"),
     Sql("SELECT * FROM account ORDER BY id"),
     {kRoleGrants}},
    {Table::Patient,
     "patient",
     Sql("SELECT * FROM patient WHERE id = ?"),
     Sql("SELECT * FROM patient ORDER BY id"),
     {}},
    {Table::PatientHistory,
     "patient_history",
     Sql("SELECT * FROM patient_history WHERE id = ?"),
     Sql("SELECT * FROM patient_history ORDER BY id"),
     {}},
    {Table::Protocol,
     "protocol",
     Sql("SELECT * FROM protocol WHERE id = ?"),
     Sql("SELECT * FROM protocol ORDER BY id"),
     {}},
    {Table::ProtocolVersion,
     "protocol_version",
     Sql("SELECT * FROM protocol_version WHERE id = ?"),
     Sql("SELECT * FROM protocol_version ORDER BY id"),
     {kProtocolLimits, kProtocolRemarks, kProtocolItems, kProtocolEmergency}},
    {Table::Course, "course", Sql("SELECT * FROM course WHERE id = ?"), Sql("SELECT * FROM course ORDER BY id"), {}},
    {Table::CourseOrder,
     "course_order",
     Sql("SELECT * FROM course_order WHERE id = ?"),
     Sql("SELECT * FROM course_order ORDER BY id"),
     {}},
    {Table::PlannedInfusion,
     "planned_infusion",
     Sql("SELECT * FROM planned_infusion WHERE id = ?"),
     Sql("SELECT * FROM planned_infusion ORDER BY id"),
     {}},
    {Table::FollowUp,
     "follow_up",
     Sql("SELECT * FROM follow_up WHERE id = ?"),
     Sql("SELECT * FROM follow_up ORDER BY id"),
     {}},
    {Table::RetreatmentDecision,
     "retreatment_decision",
     Sql("SELECT * FROM retreatment_decision WHERE id = ?"),
     Sql("SELECT * FROM retreatment_decision ORDER BY id"),
     {}},
    {Table::Infusion,
     "infusion",
     Sql("SELECT * FROM infusion WHERE id = ?"),
     Sql("SELECT * FROM infusion ORDER BY id"),
     {}},
    {Table::ChairPlace,
     "chair_place",
     Sql("SELECT * FROM chair_place WHERE id = ?"),
     Sql("SELECT * FROM chair_place ORDER BY id"),
     {}},
    {Table::ChecklistAnswer,
     "checklist_answer",
     Sql("SELECT * FROM checklist_answer WHERE id = ?"),
     Sql("SELECT * FROM checklist_answer ORDER BY id"),
     {}},
    {Table::DoseCheck,
     "dose_check",
     Sql("SELECT * FROM dose_check WHERE id = ?"),
     Sql("SELECT * FROM dose_check ORDER BY id"),
     {}},
    {Table::SecondCheck,
     "second_check",
     Sql("SELECT * FROM second_check WHERE id = ?"),
     Sql("SELECT * FROM second_check ORDER BY id"),
     {}},
    {Table::InfusionStep,
     "infusion_step",
     Sql("SELECT * FROM infusion_step WHERE id = ?"),
     Sql("SELECT * FROM infusion_step ORDER BY id"),
     {}},
    {Table::VitalSigns,
     "vital_signs",
     Sql("SELECT * FROM vital_signs WHERE id = ?"),
     Sql("SELECT * FROM vital_signs ORDER BY id"),
     {}},
    {Table::SedationScore,
     "sedation_score",
     Sql("SELECT * FROM sedation_score WHERE id = ?"),
     Sql("SELECT * FROM sedation_score ORDER BY id"),
     {}},
    {Table::DissociationScore,
     "dissociation_score",
     Sql("SELECT * FROM dissociation_score WHERE id = ?"),
     Sql("SELECT * FROM dissociation_score ORDER BY id"),
     {}},
    {Table::PainScore,
     "pain_score",
     Sql("SELECT * FROM pain_score WHERE id = ?"),
     Sql("SELECT * FROM pain_score ORDER BY id"),
     {}},
    {Table::TenderPointExam,
     "tender_point_exam",
     Sql("SELECT * FROM tender_point_exam WHERE id = ?"),
     Sql("SELECT * FROM tender_point_exam ORDER BY id"),
     {kTenderSites}},
    {Table::AfterAssessment,
     "after_assessment",
     Sql("SELECT * FROM after_assessment WHERE id = ?"),
     Sql("SELECT * FROM after_assessment ORDER BY id"),
     {}},
    {Table::AdverseEvent,
     "adverse_event",
     Sql("SELECT * FROM adverse_event WHERE id = ?"),
     Sql("SELECT * FROM adverse_event ORDER BY id"),
     {}},
    {Table::RescueDrug,
     "rescue_drug",
     Sql("SELECT * FROM rescue_drug WHERE id = ?"),
     Sql("SELECT * FROM rescue_drug ORDER BY id"),
     {}},
    {Table::EmergencyNote,
     "emergency_note",
     Sql("SELECT * FROM emergency_note WHERE id = ?"),
     Sql("SELECT * FROM emergency_note ORDER BY id"),
     {}},
    {Table::AldreteScore,
     "aldrete_score",
     Sql("SELECT * FROM aldrete_score WHERE id = ?"),
     Sql("SELECT * FROM aldrete_score ORDER BY id"),
     {}},
    {Table::Discharge,
     "discharge",
     Sql("SELECT * FROM discharge WHERE id = ?"),
     Sql("SELECT * FROM discharge ORDER BY id"),
     {kDischargeUnmet}},
    {Table::Note, "note", Sql("SELECT * FROM note WHERE id = ?"), Sql("SELECT * FROM note ORDER BY id"), {}},
    {Table::Addendum,
     "addendum",
     Sql("SELECT * FROM addendum WHERE id = ?"),
     Sql("SELECT * FROM addendum ORDER BY id"),
     {}},
    {Table::Vial, "vial", Sql("SELECT * FROM vial WHERE id = ?"), Sql("SELECT * FROM vial ORDER BY id"), {}},
    {Table::DrugMovement,
     "drug_movement",
     Sql("SELECT * FROM drug_movement WHERE id = ?"),
     Sql("SELECT * FROM drug_movement ORDER BY id"),
     {}},
    {Table::QuestionnaireResponse,
     "questionnaire_response",
     Sql("SELECT * FROM questionnaire_response WHERE id = ?"),
     Sql("SELECT * FROM questionnaire_response ORDER BY id"),
     {kQuestionnaireAnswers, kQuestionnaireScores}},
    {Table::Signature,
     "signature",
     Sql("SELECT * FROM signature WHERE id = ?"),
     Sql("SELECT * FROM signature ORDER BY id"),
     {}},
    {Table::DocumentIssued,
     "document_issued",
     Sql("SELECT * FROM document_issued WHERE id = ?"),
     Sql("SELECT * FROM document_issued ORDER BY id"),
     {}},
};

} // namespace

std::span<const AuditedTable> auditedTables() {
    return kTables;
}

const AuditedTable& auditedTable(Table table) {
    return kTables[static_cast<std::size_t>(table)];
}

const AuditedTable* auditedTable(std::string_view name) {
    const auto* found = std::ranges::find(kTables, name, &AuditedTable::name);
    return found == std::end(kTables) ? nullptr : found;
}

} // namespace chairside::store
