// Everything recorded about one infusion, and the state that follows from it.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/course/course.h"
#include "core/domain/dosing/drug_balance.h"
#include "core/domain/infusion/delivered.h"
#include "core/domain/infusion/emergency.h"
#include "core/domain/infusion/entries.h"
#include "core/domain/infusion/rescue_drug.h"
#include "core/domain/protocol/protocol_rules.h"

namespace chairside::domain {

struct Infusion {
    InfusionId id;
    PlannedInfusionId planned;
    CourseId course;
    PatientId patient;
    CourseOrderId order; // the order version it was prepared under
    int ordinal = 1;
    base::CalendarDate date;
    base::Instant openedAt;
    AccountId openedBy;
};

enum class InfusionState { Opened, Prepared, Running, Paused, Ended, Discharged, Signed };

struct InfusionRecord {
    Infusion infusion;
    std::vector<ChairPlace> places;
    std::vector<ChecklistAnswer> answers;
    std::vector<DoseCheck> doseChecks;
    std::vector<SecondCheck> secondChecks;
    std::vector<InfusionStep> steps;
    std::vector<VitalSigns> vitals;
    std::vector<SedationScore> sedation;
    std::vector<DissociationScore> dissociation;
    std::vector<PainScore> pain;
    std::vector<TenderPointEntry> tenderPoints;
    std::vector<AdverseEvent> events;
    std::vector<Note> notes;
    std::vector<Vial> vials;
    std::vector<DrugMovement> movements;
    std::vector<AldreteScore> aldrete;
    std::vector<Discharge> discharges;
    std::optional<Signature> signature;
    std::vector<Addendum> addenda;
    std::vector<AfterAssessment> after;
    std::vector<RescueDrug> rescueDrugs;
    std::vector<EmergencyNote> emergency;
};

// Empty: nobody has said.
[[nodiscard]] std::string chairOf(const InfusionRecord& record);

// The newest standing first check; it is what the bag was made by.
[[nodiscard]] std::optional<DoseCheck> preparedDose(const InfusionRecord& record);
// What somebody else has to come to as well.
[[nodiscard]] DoseNumbers numbersOf(const DoseCheck& check);

// The second check of the prepared dose; nothing while it is open, and again once the dose is prepared anew.
[[nodiscard]] std::optional<SecondCheck> secondCheckOf(const InfusionRecord& record);
// NotNeeded: the protocol asks for none, or nothing is prepared. The pump is started only under NotNeeded and Agrees.
enum class CheckState { NotNeeded, Open, Differs, Agrees };
[[nodiscard]] CheckState checkStateOf(const InfusionRecord& record, const SecondCheckRules& rules);
// Of the prepared dose and its second check; none while there is only one of them.
[[nodiscard]] std::vector<NumberDifference> checkDifferences(const InfusionRecord& record,
                                                             const SecondCheckRules& rules);

// While it is true the first person's numbers are shown to nobody: the check is open and can still be made.
[[nodiscard]] bool hidesFirstNumbers(const InfusionRecord& record, const SecondCheckRules& rules);

[[nodiscard]] InfusionState stateOf(const InfusionRecord& record);
[[nodiscard]] Delivery deliveryOf(const InfusionRecord& record, base::Instant asOf, const DoseRules& rules);

// The newest standing discharge.
[[nodiscard]] std::optional<Discharge> dischargeOf(const InfusionRecord& record);
// The pump has stopped, something has flowed, and the discharge the protocol asks for is not recorded. An infusion in
// which nothing flowed needs none.
[[nodiscard]] bool awaitsDischarge(const InfusionRecord& record, const ProtocolRules& rules);

// What still stands between the record and a signature.
enum class SigningGap {
    NotStopped,
    NoDose,
    NotDischarged,
    PainBeforeMissing,
    PainAfterMissing,
    DrugNotAccounted,
    NoVitals,
    EmergencyOngoing
};
// The drug is accounted for if every opened vial reconciles to zero and the dose booked as given is the delivered one
// (with a correction in the book, only the former). A pain score that is missing with a reason is not a gap.
// Blocking gaps first; PainBefore/PainAfter/NoVitals/EmergencyOngoing may be signed over (they are warnings).
[[nodiscard]] std::vector<SigningGap> signingGaps(const InfusionRecord& record, const ProtocolRules& rules);
[[nodiscard]] bool blocksSigning(SigningGap gap);

// The next vitals row: due times are the start plus whole intervals, up to and with the stop. A row with dueAt fills
// that one, any other the nearest one within half an interval. Due times before the last filled one are missed, not
// due.
struct DueRow {
    base::Instant dueAt;
    base::Instant overdueAfter; // the grace has passed

    [[nodiscard]] bool isOverdue(base::Instant now) const { return now > overdueAfter; }
};
[[nodiscard]] std::optional<DueRow> nextDueVitals(const InfusionRecord& record, base::Instant now,
                                                  const MonitoringRules& rules);

} // namespace chairside::domain
