// The records the audit trail vouches for. A record is a row together with the rows that are parts of it: an
// examination with its sites, a protocol version with its numbers.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "core/store/connection.h"

namespace chairside::store {

enum class Table {
    Clinic,
    Setting,
    Account,
    Patient,
    PatientHistory,
    OutsideObservation,
    PatientState,
    PatientMerge,
    Protocol,
    ProtocolVersion,
    Course,
    CourseOrder,
    PlannedInfusion,
    FollowUp,
    RetreatmentDecision,
    TitrationAnswer,
    OrderAgreement,
    OrderMeasure,
    ScreeningAnswer,
    ProtocolRetirement,
    ProtocolInForce,
    Infusion,
    ChairPlace,
    ChecklistAnswer,
    DoseCheck,
    SecondCheck,
    InfusionStep,
    VitalSigns,
    SedationScore,
    DissociationScore,
    PainScore,
    TenderPointExam,
    AfterAssessment,
    AdverseEvent,
    RescueDrug,
    EmergencyNote,
    AldreteScore,
    Discharge,
    Note,
    Addendum,
    Vial,
    DrugMovement,
    QuestionnaireResponse,
    Signature,
    DocumentIssued,
    EmergencyAccess,
    EmergencyAccessNote
};

// Rows of a table that belong to one record, in the order of their key.
struct RecordPart {
    std::string_view table;
    Sql ofRecord; // bound: the record's key
};

struct AuditedTable {
    Table table;
    std::string_view name;
    Sql one; // bound: the key, which is the first column
    Sql all; // in the order of the key
    std::array<std::optional<RecordPart>, 5> parts;
};

// All of them, in the order of Table.
[[nodiscard]] std::span<const AuditedTable> auditedTables();
[[nodiscard]] const AuditedTable& auditedTable(Table table);
[[nodiscard]] const AuditedTable* auditedTable(std::string_view name);

} // namespace chairside::store
