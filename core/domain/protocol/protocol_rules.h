// Every number a protocol version sets: regimen, limits, steps, windows, thresholds. The program has no such number of
// its own; a physician signs them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

enum class VolumeConvention { QsTotal, Added }; // diluent withdrawn so that the bag volume is final / drug on top
enum class SedationScale { MoaaS, Poss, Rass, Ramsay };
enum class DissociationScale { Item0To4, Cadss6 };
// Which bands the circulation item of the modified Aldrete score has: a change in mmHg, or in percent of the baseline.
enum class CirculationVariant { Mmhg, Percent };
enum class TenderScale { YesNo, Mtps0To10, Graded0To3, Graded0To4 };

// Which end of the seven answers of a global impression is "very much improved".
enum class ImpressionDirection { LowIsImproved, HighIsImproved };
// What a patient is asked to compare the present with.
enum class ComparedWith { BeforeInfusion, BeforeCourse };

// A value outside low..high is impossible and refused. Whole numbers in the unit of the vital sign.
struct EntryRange {
    int low = 0;
    int high = 0;
    [[nodiscard]] constexpr bool contains(int value) const { return value >= low && value <= high; }
    bool operator==(const EntryRange&) const = default;
};

// Lowest and highest value of a scale.
[[nodiscard]] EntryRange rangeOf(SedationScale scale);
[[nodiscard]] EntryRange rangeOf(DissociationScale scale);
// Highest score of a scale: 1, 10, 3 or 4.
[[nodiscard]] int maxScore(TenderScale scale);

struct RegimenRules {
    DosePerKg startDose;
    int minutes = 0;
    int infusions = 0;
    int minGapDays = 0; // from one infusion to the next
    int maxGapDays = 0;
    int minSpanDays = 0; // first to last infusion
    int maxSpanDays = 0;
    int clinicDays = 0; // bit 0 Monday .. bit 6 Sunday

    bool operator==(const RegimenRules&) const = default;
};

struct DoseRules {
    Weight minWeight, maxWeight;  // possible body weights
    DosePerKg minPerKg, maxPerKg; // hard limits of an order
    DosePerKg softPerKg;          // above: a reason is needed
    Dose maxDose;                 // hard limit of one infusion
    FlowRate maxRate;             // hard limit of the pump rate
    int minMinutes = 0, maxMinutes = 0;
    Dose doseStep; // doses are rounded to a multiple of this
    Volume volumeStep;
    FlowRate rateStep;
    Volume deliveredStep;        // delivered volumes: a pump rate known to 0.1 mL/h carries no more
    int weightMaxAgeDays = 0;    // an older weight must be taken again
    int weightChangePercent = 0; // a larger change is said
    Dose guidelineFloor;         // information only: the 2018 consensus names a total of 80 mg
    int yearlyInfusions = 0;     // information only: rolling 365-day count

    bool operator==(const DoseRules&) const = default;
};

struct MonitoringRules {
    int intervalMinutes = 0;
    int graceMinutes = 0;                                         // later than this is "late"
    EntryRange systolic, diastolic, heartRate, spo2, respiration; // possible values
    int startSystolicMax = 0, startDiastolicMax = 0;              // above: hold before start
    int runSystolicMax = 0, runDiastolicMax = 0;                  // above: marked high while running
    int systolicLow = 0;                                          // below: marked low
    int heartRateLow = 0, heartRateHigh = 0;
    int respirationLow = 0, respirationHigh = 0;
    int spo2Notify = 0, spo2Act = 0; // below: marked low / very low
    SedationScale sedationScale = SedationScale::MoaaS;
    DissociationScale dissociationScale = DissociationScale::Item0To4;
    TenderScale tenderScale = TenderScale::Mtps0To10;
    int tenderPositiveFrom = 0;  // a site counts as positive from this score (MTPS: 2)
    int tenderCriterion = 0;     // positive sites that meet the 1990 criterion (11)
    int tenderNoiseBand = 0;     // a change of the count within this is examiner noise (5)
    Pressure algometerPositive;  // a threshold at or below this counts as positive
    Pressure algometerDeviceMax; // above: beyond the device's range

    bool operator==(const MonitoringRules&) const = default;
};

struct TitrationRules {
    DosePerKg step;
    DosePerKg maxPerKg;            // no increase is suggested above this; at most the hard limit of an order
    int goodResponsePercent = 0;   // durable reduction that counts as a good response (30)
    int noBenefitPercent = 0;      // below: no benefit (10)
    int noBenefitInfusions = 0;    // after this many at the highest tolerated dose: review (3)
    int decreaseFromGrade = 0;     // an event of this grade: decrease or hold (2)
    int stopFromGrade = 0;         // an event of this grade: stop and review (3)
    int toleratedDissociation = 0; // higher on the protocol's scale: poorly tolerated
    int minScores = 0;             // fewer durable scores: too few data (2)

    bool operator==(const TitrationRules&) const = default;
};

struct RetreatmentRules {
    int openDays = 0;       // after the last given infusion, inclusive (28)
    int closeDays = 0;      // inclusive (42)
    int relapsePercent = 0; // share of the gain lost that counts as relapse (50)

    bool operator==(const RetreatmentRules&) const = default;
};

struct ResponseRules {
    int baselineDays = 0;       // baseline = mean of scores in so many days before the first infusion
    int substantialPercent = 0; // 50
    int moderatePercent = 0;    // 30
    int minimalPercent = 0;     // 10
    int trialPercent = 0;       // the study's "more than" rule, its own flag (50)
    Score meaningfulPoints;     // a fall of so many points on 0-10 is noticeable by itself (2)
    int lateHours = 0;          // a score written down later than this is marked late

    bool operator==(const ResponseRules&) const = default;
};

// The calculation of a second person before the start. Two values that differ by no more than the tolerance agree.
struct SecondCheckRules {
    int required = 0; // 1: the pump is started only after an agreeing second calculation
    Weight weightTolerance;
    Dose doseTolerance;
    Volume volumeTolerance;
    FlowRate rateTolerance;

    bool operator==(const SecondCheckRules&) const = default;
};

// The baseline limits beside those of the blood pressure in MonitoringRules; 0: there is no such limit. Outside of any
// of them the infusion is held.
struct StartRules {
    int systolicMin = 0;
    int heartRateMin = 0, heartRateMax = 0;
    int spo2Min = 0;
    int respirationMin = 0, respirationMax = 0;
    int hardStop = 0; // 1: nobody starts on such a baseline; 0: with a reason and the prescriber who was asked

    bool operator==(const StartRules&) const = default;
};

// What has to be so before the patient leaves, beside the items of the discharge checklist.
struct DischargeRules {
    int required = 0;      // 1: an infusion is signed only after a discharge
    int minMinutes = 0;    // after the stop
    int vitalsPercent = 0; // vital signs lie within so many percent of the baseline
    int vitalsRows = 0;    // in so many rows in a row, taken after the stop; 0: not asked
    int aldreteRequired = 0;
    int aldretePass = 0; // total from which the modified Aldrete score passes
    CirculationVariant circulation = CirculationVariant::Mmhg;

    bool operator==(const DischargeRules&) const = default;
};

// What is asked and measured after an infusion besides pain; 1: asked. Nothing of it holds anybody up.
struct AfterRules {
    int impression = 0, relief = 0, endurance = 0;
    ImpressionDirection impressionDirection = ImpressionDirection::LowIsImproved;
    ComparedWith impressionSince = ComparedWith::BeforeInfusion;
    int impressionResponder = 0; // the so many best answers count as a response (2)
    ComparedWith reliefSince = ComparedWith::BeforeInfusion;
    int enduranceMaxSeconds = 0; // possible values of the test
    Weight enduranceMaxLoad;

    bool operator==(const AfterRules&) const = default;
};

// From how many infusions in the rolling 365 days a check is asked for, and for how many days one counts; 0 infusions:
// it is not asked for.
struct ExposureRules {
    int liverInfusions = 0, liverDays = 0;
    int urinaryInfusions = 0, urinaryDays = 0;
    int graceDays = 0; // open for longer: overdue

    bool operator==(const ExposureRules&) const = default;
};

struct ProtocolRules {
    RegimenRules regimen;
    DoseRules dose;
    MonitoringRules monitoring;
    TitrationRules titration;
    RetreatmentRules retreatment;
    ResponseRules response;
    SecondCheckRules secondCheck;
    DischargeRules discharge;
    AfterRules after;
    StartRules start;
    ExposureRules exposure{};

    bool operator==(const ProtocolRules&) const = default;
};

// Whether a number forbids something whatever reason is given.
enum class LimitKind { Soft, Hard, HardAtStart }; // HardAtStart: only where the version says start.hard_stop

// One number of the rules as a person reads and signs it, and as it is stored: thousandths for quantities with a unit
// of that kind, plain integers otherwise.
struct ProtocolField {
    std::string_view key;   // "dose.max_per_kg"
    std::string_view unit;  // "mg per kg", "days", "%", "" ...
    bool thousandths;       // the stored integer counts thousandths of the unit
    std::int64_t low, high; // what a protocol may say at all, in the stored integer
    std::int64_t (*get)(const ProtocolRules&);
    void (*set)(ProtocolRules&, std::int64_t);
    // What a stored version says that was written before the number existed: the rule is not in force. Such numbers
    // come and go with their whole section ("second_check."). None: a version without the number is damaged.
    std::optional<std::int64_t> unsaid;
    LimitKind limit = LimitKind::Soft;
};

// All numbers, in the order they are shown; together they are the whole of ProtocolRules.
[[nodiscard]] std::span<const ProtocolField> protocolFields();
[[nodiscard]] const ProtocolField* protocolField(std::string_view key);

// Every field outside its own range, and every pair that contradicts itself (minimum above maximum, window closing
// before it opens, start dose outside the dose limits). Field names are the keys.
[[nodiscard]] base::Problems check(const ProtocolRules& rules);

} // namespace chairside::domain
