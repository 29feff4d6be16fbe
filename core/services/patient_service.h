// Finding, registering and overlooking patients.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/course/retreatment.h"
#include "core/domain/dosing/weight_entry.h"
#include "core/domain/infusion/infusion_record.h"
#include "core/domain/outcome/exposure.h"
#include "core/domain/outcome/response.h"
#include "core/services/history_service.h"
#include "core/services/service_context.h"

namespace chairside::services {

// What the signed-in person can do next for a patient; the overview offers exactly this.
enum class NextStep {
    None,
    OrderCourse,
    WaitForOrder,
    OpenInfusion,
    ContinueInfusion,
    SignInfusion,
    ReviewCourse,
    RecordFollowUp,
    DecideRetreatment
};

struct CourseSummary {
    domain::Course course;
    std::string protocolName;
    int protocolVersion = 1;
    domain::CourseOrder order;                      // the one that stands
    std::vector<domain::PlannedInfusion> planned;   // in order
    std::vector<std::optional<domain::Dose>> doses; // given dose beside each planned one
};

// An infusion that was opened, of any course.
struct PatientVisit {
    domain::InfusionId infusion;
    base::CalendarDate date;
    domain::CourseId course;
    int ordinal = 1; // of the infusions planned in the course
    domain::InfusionState state = domain::InfusionState::Opened;
    std::optional<domain::Dose> dose; // delivered until now; absent: none was given
};

struct PainPoint {
    base::CalendarDate date;
    int ordinal = 0;                     // infusion, 0: outside infusions
    std::optional<domain::Score> before; // absent: not recorded
    std::optional<domain::Score> after;
    std::optional<domain::MissingReason> missing;
    std::optional<domain::PlanState> notHeld{}; // missed or declined: the infusion did not take place
};

struct LatestVitals {
    domain::VitalSigns row;
};

// Where a weight was written down.
struct WeightSource {
    domain::WeightOnDay weight;
    domain::CourseId course;
    std::optional<domain::InfusionId> infusion; // none: it was stated with an order
};

// The newest weight and one shortly before it, one of which is most likely wrong.
struct WeightContradiction {
    WeightSource before, newest;
};

struct PatientOverview {
    domain::Patient patient;
    std::vector<CourseSummary> courses;   // newest first
    std::optional<domain::Weight> weight; // newest recorded
    std::optional<base::CalendarDate> weighedOn;
    std::optional<domain::Score> baseline; // of the newest course
    std::vector<PainPoint> pain;           // of the newest course
    std::optional<LatestVitals> latestVitals;
    std::optional<domain::TenderSummary> latestTender;
    std::optional<base::CalendarDate> latestTenderDate;
    std::vector<domain::AdverseEvent> lastEvents; // of the last infusion
    NextStep next = NextStep::None;
    std::optional<domain::PlannedInfusionId> nextPlanned;
    std::optional<domain::InfusionId> nextInfusion;
    std::optional<base::CalendarDate> nextDate;
    std::optional<domain::RetreatmentWindow> window; // of the newest course
    std::vector<HistoryLine> history;                // what is current, by kind
    std::vector<PatientVisit> visits{};              // newest first
    // By the rules of the newest course; absent without one.
    std::optional<domain::Exposure> exposure{};
    std::optional<domain::OrderAgreement> agreement{};  // of the newest course
    std::optional<WeightContradiction> contradiction{}; // by the rules of the newest course
};

class PatientService {
public:
    explicit PatientService(ServiceContext& context) : m_context(context) {}

    // Not audited: it runs on every key and shows no record.
    [[nodiscard]] base::Result<PatientHits> search(const Actor& actor, const std::string& text, int limit);
    // born: nothing while it is not typed yet.
    [[nodiscard]] base::Result<std::vector<SimilarPatient>>
    similarTo(const Actor& actor, const domain::PersonName& name, std::optional<base::CalendarDate> born);
    [[nodiscard]] base::Result<std::string> proposeClinicNumber(const Actor& actor);
    // Invalid lists all problems; AlreadyExists on clinic_number.
    [[nodiscard]] base::Result<domain::PatientId> registerPatient(const Actor& actor,
                                                                  const domain::PatientDetails& details);
    [[nodiscard]] base::Result<PatientOverview> overview(const Actor& actor, const domain::PatientId& patient,
                                                         Reading reading);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
