// Ordering a course and everything a physician decides about it afterwards.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/course/course_state.h"
#include "core/domain/course/schedule.h"
#include "core/domain/course/screening.h"
#include "core/services/service_context.h"

namespace chairside::services {

struct BaselineScore {
    base::CalendarDate date;
    int pain = 0; // NRS 0-10
};

struct OrderRequest {
    domain::PatientId patient;
    domain::ProtocolVersionId protocolVersion;
    std::optional<domain::DosePerKg> perKg; // typed by the physician, never prefilled
    int minutes = 0;
    std::vector<base::CalendarDate> dates; // one per infusion of the regimen
    std::string goal;
    std::vector<BaselineScore> baseline; // pain before the course, average of 24 h; may be empty
    std::string initials;                // identity typed again
    std::string birthYear;
    std::string password;
    std::string reason = {};                            // needed only above the protocol's soft limit
    std::vector<domain::ScreeningReply> screening = {}; // to the items that no earlier answer still answers
    std::string stopRule = {};
    std::optional<base::CalendarDate> consentOn = {};
    std::string consentTakenBy = {};
    std::string consentReference = {};
    // The weight the physician orders by and its day, both or neither; a height only beside a weight.
    std::optional<domain::Weight> weight = {};
    std::optional<base::CalendarDate> weighedOn = {};
    std::optional<domain::Height> height = {};
    std::optional<domain::Weight> weightAgain = {}; // the same once more, where the first looks odd
};

// The physician's answer to the titration suggestion.
struct DoseDecision {
    domain::CourseId course;
    domain::OrderKind kind = domain::OrderKind::Keep; // Change, Keep or Stop
    std::optional<domain::DosePerKg> perKg;           // only for Change
    std::string reason;                               // always required
    std::string password;
};

// Something that happens to a course as a whole.
struct CourseActRequest {
    domain::CourseId course;
    domain::CourseAct act = domain::CourseAct::Hold; // Hold, Resume, Stop or Complete
    std::string reason;                              // always required
    std::optional<base::CalendarDate> resumeOn;      // for Resume: the day of the next infusion
    std::string password;
};

struct FollowUpRequest {
    domain::CourseId course;
    domain::AssessmentKind kind = domain::AssessmentKind::FollowUp;
    base::CalendarDate date;
    domain::RecallFrame frame = domain::RecallFrame::Average24h;
    std::optional<int> pain;
    std::optional<domain::MissingReason> missing;
};

struct DecisionRequest {
    domain::CourseId course;
    domain::DecisionKind kind = domain::DecisionKind::Postpone;
    std::optional<base::CalendarDate> until;
    std::string reason;
};

// The course that somebody decided to follow with another one, as far as the next order is like it. No dose: that is
// typed anew, and so is everything that has to be true on the day of the order.
struct EarlierOrder {
    domain::Course course;
    base::CalendarDate decidedOn;
    int minutes = 0;                                   // as they stand at the end of the course
    std::optional<domain::OrderAgreement> agreement{}; // nothing for an order from before agreements were kept
    std::optional<domain::Height> height{};
    std::vector<BaselineScore> scores{};       // averages of 24 h after the last given infusion, newest first
    std::optional<base::CalendarDate> opens{}; // the re-treatment window
};

class CourseService {
public:
    explicit CourseService(ServiceContext& context) : m_context(context) {}

    // Re-authenticates, checks identity, limits and dates; writes course, order version 1, planned infusions, baseline
    // and signature in one transaction. WrongState: protocol not in force today, or the patient already has an active
    // course. Fields: dose_per_kg, reason, minutes, date_1..n, dates, goal, stop_rule, consent_on, consent_by,
    // consent_ref, baseline_1..n, initials, birth_year, password; screening.<key> (Required: unanswered or expired, the
    // value says "expired"; NotAllowed: a hard stop), screening.<key>.note (Required: a soft stop without its reason)
    // and screening.<key>.on (the day of a finding: Required, InFuture, InPast: it no longer counts); weight,
    // weighed_on, height (OutOfRange: impossible), weight_again (Required or Mismatch: the weight changed by more than
    // the protocol says, or does not go with the height).
    [[nodiscard]] base::Result<domain::CourseId> order(const Actor& actor, const OrderRequest& request);
    // What is possible of an adult, by the clinic's policy.
    [[nodiscard]] const domain::BodyLimits& bodyLimits() const { return m_context.policy.body; }
    // Every answer to the screening of earlier orders, oldest first.
    [[nodiscard]] base::Result<std::vector<domain::ScreeningAnswer>> screening(const Actor& actor,
                                                                               const domain::PatientId& patient);
    // What the next order may start from: nothing unless the newest decision on the patient's newest course is to treat
    // again.
    [[nodiscard]] base::Result<std::optional<EarlierOrder>> orderToRepeat(const Actor& actor,
                                                                          const domain::PatientId& patient);
    // The clinic's days from today on, with how many infusions are planned on each: what dates are proposed and checked
    // against.
    [[nodiscard]] base::Result<domain::ClinicCalendar> calendar(const Actor& actor);
    // A new signed order version; Change and Keep only while the course is active. Stop as in act().
    // Fields: kind, dose_per_kg (NotAllowed unless Change), reason, password.
    [[nodiscard]] base::Done decideDose(const Actor& actor, const DoseDecision& decision);
    // Signed as an order version of its own. Hold: nothing is opened or started until the course is resumed; what is
    // running goes on. Resume: what is still planned gets new dates from resumeOn on, which keep the protocol's gaps
    // and clinic days; the pause itself may be longer than the longest gap. Stop and Complete: what is still planned is
    // cancelled with the reason. WrongState: the state does not allow it (domain::stateAfter), or for Complete: an
    // infusion is open (detail "infusion_open") or none was given (detail "none_given").
    // Fields: act (NotAllowed), reason, resume_on, password.
    [[nodiscard]] base::Done act(const Actor& actor, const CourseActRequest& request);
    // Moves a planned infusion; the whole plan is checked again. Fields: date.
    [[nodiscard]] base::Done movePlanned(const Actor& actor, const domain::PlannedInfusionId& planned,
                                         base::CalendarDate date);
    // The patient did not come, or declined, or the staff held it back (NotGiven); also when it was opened but not
    // started. Completes the course if it was the last open one. WrongState once started, or while a prepared bag is
    // not in the drug book (detail "drug_not_accounted"). Fields: state, reason.
    [[nodiscard]] base::Done recordNotGiven(const Actor& actor, const domain::PlannedInfusionId& planned,
                                            domain::PlanState state, const std::string& reason);
    // A pain score outside an infusion; a baseline lies on or before the day of the first opened infusion (AfterEnd), a
    // follow-up on or after it (BeforeStart). Fields: date, pain.
    [[nodiscard]] base::Done recordFollowUp(const Actor& actor, const FollowUpRequest& request);
    // Fields: until (after today, for Postpone only), reason. WrongState while the course is active.
    [[nodiscard]] base::Done decideRetreatment(const Actor& actor, const DecisionRequest& request);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
