// The facts recorded about one infusion. An entry is inserted once and never changed; a correction is a new entry that
// names the one it replaces, and both stay.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/instant.h"
#include "core/domain/dosing/body_measure.h"
#include "core/domain/dosing/dose.h"
#include "core/domain/dosing/double_check.h"
#include "core/domain/ids.h"
#include "core/domain/missing.h"
#include "core/domain/outcome/aldrete.h"
#include "core/domain/outcome/recall_frame.h"
#include "core/domain/outcome/tender_points.h"
#include "core/domain/protocol/checklist.h"

namespace chairside::domain {

struct EntryHead {
    EntryId id;
    InfusionId infusion;
    base::Instant observedAt; // when it was so
    base::Instant recordedAt; // when it was written down
    AccountId recordedBy;
    std::optional<EntryId> corrects;
    std::string correctionReason; // required with corrects
};

// Second is a place the data format keeps: what a second person calculates alone is a SecondCheck.
enum class CheckPosition { First, Second };

struct DoseCheck {
    EntryHead head;
    CheckPosition position = CheckPosition::First;
    DoseInputs inputs;
    base::CalendarDate weighedOn;
    WeightBasis basis = WeightBasis::Actual;
    Dose dose;
    Volume drugVolume;
    Volume totalVolume;
    FlowRate rate;
};

// Where the patient sits; a move is another entry. The chair keeps the name it had, whatever the clinic calls it later.
struct ChairPlace {
    EntryHead head;
    std::string chair;
};

// What a second person came to alone, before seeing the first one's numbers. It belongs to one dose check for good:
// a dose that is prepared again is calculated again.
struct SecondCheck {
    EntryHead head; // recordedBy is the second person
    EntryId doseCheck;
    DoseNumbers numbers;
};

enum class StepKind { Start, RateChange, Pause, Resume, Stop };

struct InfusionStep {
    EntryHead head; // observedAt is when the pump did it
    StepKind kind = StepKind::Start;
    std::optional<FlowRate> rate; // for Start, RateChange and Resume
    std::string reason;           // for Pause and an early Stop
};

// One row of the vitals grid; a value that is absent was not taken. Units: mmHg, per min, %, per min.
struct VitalSigns {
    EntryHead head;
    std::optional<int> systolic, diastolic, heartRate, spo2, respiration;
    std::optional<base::Instant> dueAt; // the prepared row it fills, if any
    std::string note;
};

struct SedationScore {
    EntryHead head;
    std::optional<EntryId> row; // the vitals row it was entered in
    SedationScale scale = SedationScale::MoaaS;
    int value = 0;
};

struct DissociationScore {
    EntryHead head;
    std::optional<EntryId> row;
    DissociationScale scale = DissociationScale::Item0To4;
    int value = 0;
};

enum class PainMoment { Before, During, After };

// NRS 0 (no pain) .. 10 (worst imaginable); exactly one of value and missing is set.
struct PainScore {
    EntryHead head;
    std::optional<EntryId> row;
    PainMoment moment = PainMoment::Before;
    RecallFrame frame = RecallFrame::Now;
    std::optional<int> value;
    std::optional<MissingReason> missing;
};

struct TenderPointEntry {
    EntryHead head;
    TenderPointExam exam;
};

enum class BodySide { Right, Left };
enum class EnduranceStop { Exhausted, Pain, TimeLimit, Other };

// How long a muscle held a load.
struct EnduranceTest {
    int seconds = 0;
    Weight load;
    BodySide side = BodySide::Right;
    EnduranceStop stop = EnduranceStop::Exhausted;
    std::string words; // required for Other
};

// What was asked and measured after the stop besides pain; a part that is absent was not asked. Direction and what it
// is compared with are those of the protocol at that time.
struct AfterAssessment {
    EntryHead head;
    std::optional<int> impression; // 1..7, see outcome/impression.h
    ImpressionDirection direction = ImpressionDirection::LowIsImproved;
    ComparedWith impressionSince = ComparedWith::BeforeInfusion;
    std::optional<int> relief; // per cent, 0 none to 100 complete
    ComparedWith reliefSince = ComparedWith::BeforeInfusion;
    std::optional<EnduranceTest> endurance;
};

enum class EventAction { None, RateLowered, Paused, Stopped, Treated };
enum class EventOutcome { Resolved, Ongoing, ResolvedWithSequelae, Unknown };
// How far the infusion is the cause; the five steps of attribution that CTCAE reports use.
enum class EventRelation { Unrelated, Unlikely, Possible, Probable, Definite };

// CTCAE v5: 1 mild, 2 moderate, 3 severe, 4 life-threatening, 5 death.
struct AdverseEvent {
    EntryHead head;    // observedAt is the onset
    std::string term;  // key of the event list ("nausea"), or "other"
    std::string words; // free text, required for "other"
    int grade = 1;
    std::optional<base::Instant> endedAt;
    EventAction action = EventAction::None;
    EventOutcome outcome = EventOutcome::Unknown;
    std::optional<bool> serious; // none: nobody has judged it
    std::optional<EventRelation> relation;
};

// The answer to an item of the protocol's checklist, or the reason for going on in spite of kStartPressureItem.
struct ChecklistAnswer {
    EntryHead head;
    ChecklistKind list = ChecklistKind::PreCheck;
    std::string item; // key in the protocol version
    AnswerKind answer = AnswerKind::Favourable;
    std::string note;       // required with Unfavourable, and where the item asks a name
    std::string prescriber; // who was asked; required where a soft stop is passed
};

// One assessment after the stop. The circulation item follows from the two pressures under the variant it is kept with.
struct AldreteScore {
    EntryHead head;
    CirculationVariant variant = CirculationVariant::Mmhg;
    AldreteItems items;
    int baselineSystolic = 0; // mmHg, before the start
    int systolic = 0;         // mmHg, the newest after the stop
};

enum class DischargeGapKind {
    MinimumTime,     // too soon after the stop
    BaselineMissing, // nothing to compare the vital signs with
    VitalsMissing,   // fewer rows after the stop than have to be within the limits
    VitalsOutside,   // one of the newest rows is outside, or not complete
    VitalsOld,       // the newest row is older than the protocol's interval
    ItemUnanswered,
    ItemNeedsReason, // a soft stop without a reason or without the prescriber who was asked
    ItemForbids,     // an answer with which nobody leaves
    AldreteMissing,
    AldreteBelow
};

// What still keeps a patient here.
struct DischargeGap {
    DischargeGapKind kind = DischargeGapKind::MinimumTime;
    std::string item; // key of an item; else empty
    bool operator==(const DischargeGap&) const = default;
};

struct Discharge {
    EntryHead head; // observedAt is when the patient left, recordedBy who let them go
    std::string escort;
    std::vector<DischargeGap> unmet; // none: every criterion was met
    std::string reason;              // of an early leave; required with unmet, as is the prescriber
    std::string prescriber;
};

struct Note {
    EntryHead head;
    std::string text;
};

struct Signature {
    SignatureId id;
    AccountId account;
    std::string printedName;
    std::string role; // role the person signed in
    base::Instant at;
    std::string meaning;     // "authorship", "review", "order", "protocol", "protocol_second", "witness"
    std::string subjectKind; // "infusion", "course_order", "protocol_version"
    std::string subjectId;   // uuid text
    std::string contentHash; // of the canonical content of the subject, hex
};

struct Addendum {
    EntryHead head;
    std::string text;
};

// Whether an entry is replaced by a later one of the same kind.
template <class Entry>
[[nodiscard]] bool isCorrected(const std::vector<Entry>& all, const Entry& entry) {
    for (const auto& other : all) {
        if (other.head.corrects == entry.head.id) return true;
    }
    return false;
}

// The entries that stand: all but the replaced ones, in their order.
template <class Entry>
[[nodiscard]] std::vector<Entry> standing(const std::vector<Entry>& all) {
    std::vector<Entry> result;
    for (const auto& entry : all) {
        if (!isCorrected(all, entry)) result.push_back(entry);
    }
    return result;
}

} // namespace chairside::domain
