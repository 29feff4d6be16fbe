// Records that leave the clinic as data. The service reads them one course at a time and hands them to a sink that
// writes a format; what left is recorded in the same transaction.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/instrument/questionnaire_response.h"
#include "core/domain/patient/history.h"
#include "core/domain/patient/outside_observation.h"
#include "core/services/document_service.h"
#include "core/services/infusion_service.h"
#include "core/services/service_context.h"

namespace chairside::services {

struct ExportHead {
    domain::DocumentId document; // names this export
    std::string clinicName;
    bool invented = false; // the clinic's patients are
    base::Instant at;
    std::vector<domain::Account> people; // for the names behind recordedBy
};

// What is known of the patient outside of courses.
struct ExportedRecord {
    domain::PatientId patient;
    std::vector<domain::HistoryEntry> history;            // what stands, not what was replaced or withdrawn
    std::vector<domain::QuestionnaireResponse> responses; // that stand
    std::vector<domain::OutsideObservation> measuredElsewhere;
};

struct ExportedOrder {
    domain::CourseOrder order;
    std::vector<domain::Signature> signatures;
};

struct ExportedCourse {
    domain::Patient patient;
    domain::Course course;
    std::shared_ptr<const domain::ProtocolVersion> protocol; // with the orders
    std::vector<ExportedOrder> orders;                       // oldest first
    std::vector<domain::PlannedInfusion> planned;            // by ordinal
    std::vector<domain::FollowUp> followUps;                 // by date
};

struct ExportedVial {
    domain::Vial vial;
    std::vector<domain::DrugMovement> movements; // all of the vial, later corrections included
};

struct ExportedInfusion {
    domain::PlannedInfusion planned;
    domain::InfusionRecord record;
    // These two where the sink takes orders.
    domain::InfusionState state = domain::InfusionState::Opened;
    domain::Delivery delivery; // as of ExportHead::at
    std::vector<ExportedVial> vials;
    std::optional<VisitSummary> summary; // where the sink takes summaries
};

// How far down a sink goes.
enum class ExportDepth { Patients, Courses, Infusions };

// What a sink takes. The rest is not read, and its places are empty: a table of vital signs need not wait for thirty
// others.
struct ExportNeeds {
    ExportDepth depth = ExportDepth::Infusions;
    std::optional<InfusionPart> part; // of an infusion, this alone; all of it without
    bool records = false;             // record()
    bool orders = false;              // protocol and orders of a course
    bool followUps = false;
    bool summaries = false; // VisitSummary, which takes longest to read
};

// What is handed over, in this order: head, then each patient, their record, their courses, the opened infusions of
// each, as far as the sink takes them. A failure of the sink ends the export and is its result; then nothing is
// recorded.
class ExportSink {
public:
    virtual ~ExportSink() = default;
    [[nodiscard]] virtual base::Done begin(const ExportHead& head) = 0;
    [[nodiscard]] virtual base::Done patient(const domain::Patient& patient) = 0;
    // After the patient. A format that has no place for it leaves it out.
    [[nodiscard]] virtual base::Done record(const ExportedRecord&) { return {}; }
    [[nodiscard]] virtual base::Done course(const ExportedCourse& course) = 0;
    [[nodiscard]] virtual base::Done infusion(const ExportedCourse& course, const ExportedInfusion& infusion) = 0;
    [[nodiscard]] virtual base::Done end() = 0;
    // The same as long as the export lasts.
    [[nodiscard]] virtual ExportNeeds needs() const = 0;
};

// Why records leave, for the accounting of disclosures (45 CFR 164.528).
enum class DisclosurePurpose { Treatment, PatientRequest, Payment, Operations, Research, LegalDuty };

inline constexpr DisclosurePurpose kDisclosurePurposes[] = {
    DisclosurePurpose::Treatment,  DisclosurePurpose::PatientRequest, DisclosurePurpose::Payment,
    DisclosurePurpose::Operations, DisclosurePurpose::Research,       DisclosurePurpose::LegalDuty};

// "patient_request": the word of the trail.
[[nodiscard]] std::string purposeKey(DisclosurePurpose purpose);

// What a format is called in the trail ("fhir", "csv_vitals"), and why the records leave.
struct ExportReason {
    std::string format;
    DisclosurePurpose purpose = DisclosurePurpose::Treatment;
};

// A file made by a sink may take its name only after the call has succeeded: then the disclosure stands in the record.
// Denied without IssueDocument; NotFound for an unknown identity.
class ExportService {
public:
    explicit ExportService(ServiceContext& context) : m_context(context) {}

    // One document_issued and one audit event.
    [[nodiscard]] base::Done exportCourse(const Actor& actor, const domain::CourseId& course,
                                          const ExportReason& disclosure, ExportSink& sink);
    // Every course of the patient; recorded once, for the patient.
    [[nodiscard]] base::Done exportPatient(const Actor& actor, const domain::PatientId& patient,
                                           const ExportReason& disclosure, ExportSink& sink);
    // So many patients of a list belong to one event, which keeps a long list from filling the memory.
    static constexpr int kPatientsAnEvent = 500;
    // Every patient who has a course. One audit event for the list (for each kPatientsAnEvent of it), and one
    // document_issued a patient unless what leaves names nobody.
    [[nodiscard]] base::Done exportClinic(const Actor& actor, const ExportReason& disclosure, bool deidentified,
                                          ExportSink& sink);

    // Only where the context has one.
    [[nodiscard]] const ExportFormats& formats() const { return *m_context.exportFormats; }

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
