// A treatment course: what was ordered, what is planned, what became of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/domain/missing.h"
#include "core/domain/outcome/recall_frame.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

enum class CourseState { Active, OnHold, Stopped, Completed }; // what may happen in each: course_state.h

struct Course {
    CourseId id;
    PatientId patient;
    ProtocolVersionId protocolVersion; // kept for the whole course
    int number = 1;                    // first, second ... course of this patient
    CourseState state = CourseState::Active;
    std::string goal;
    std::string stopReason; // only if Stopped
    std::optional<base::CalendarDate> closedOn;
    int rowVersion = 1;
};

enum class OrderKind { Initial, Change, Keep, Stop, Hold, Resume, Complete }; // from Keep on the dose stays

// One signed version of the order; the newest stands.
struct CourseOrder {
    CourseOrderId id;
    CourseId course;
    int version = 1;
    OrderKind kind = OrderKind::Initial;
    DosePerKg perKg;
    int minutes = 0;
    std::string reason; // required except for Initial
    AccountId orderedBy;
    base::Instant orderedAt;
};

// What was agreed with the patient when a course was ordered.
struct OrderAgreement {
    CourseOrderId order;
    std::string stopRule; // when the course ends without its goal
    base::CalendarDate consentOn;
    std::string consentTakenBy;
    std::string consentReference; // where the signed paper is

    bool operator==(const OrderAgreement&) const = default;
};

enum class PlanState { Planned, Open, Given, NotGiven, Missed, Declined, Cancelled };

struct PlannedInfusion {
    PlannedInfusionId id;
    CourseId course;
    int ordinal = 1; // 1 .. number of infusions
    base::CalendarDate date;
    PlanState state = PlanState::Planned;
    std::string reason;                 // for Missed, Declined, Cancelled, NotGiven
    std::optional<InfusionId> infusion; // once opened
    int rowVersion = 1;
};

// A pain score outside an infusion: before the course (baseline) or after it.
enum class AssessmentKind { Baseline, FollowUp };

struct FollowUp {
    FollowUpId id;
    CourseId course;
    AssessmentKind kind = AssessmentKind::FollowUp;
    base::CalendarDate date;
    RecallFrame frame = RecallFrame::Average24h;
    std::optional<int> pain; // NRS 0-10; exactly one of pain and missing
    std::optional<MissingReason> missing;
    base::Instant recordedAt;
    AccountId recordedBy;
};

enum class DecisionKind { Retreat, Postpone, Discharge };

struct RetreatmentDecision {
    DecisionId id;
    CourseId course;
    DecisionKind kind = DecisionKind::Postpone;
    std::optional<base::CalendarDate> until; // for Postpone
    std::string reason;
    AccountId decidedBy;
    base::Instant decidedAt;
};

} // namespace chairside::domain
