// Charts as plain descriptions: what there is to see, where in time, and why something is not there. Screen, PDF, table
// and spoken sentence are made from the same description; nothing in it knows how it is drawn.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/instant.h"
#include "core/domain/infusion/infusion_record.h"
#include "core/domain/infusion/vitals_rules.h"
#include "core/domain/outcome/response.h"
#include "core/services/history_service.h"
#include "core/services/review_service.h"

namespace chairside::ui {

// Why a score is not there; said in a word in its place, never bridged by a line.
enum class ChartGap { None, NotYet, Missed, Declined, NotGiven, Cancelled, NotRecorded, NotDone, Unavailable };

[[nodiscard]] ChartGap gapOf(domain::MissingReason reason);

enum class ScoreMark {
    Filled,    // before an infusion, baseline, follow-up
    Ring,      // after an infusion
    HollowLate // written down later than the protocol allows
};

struct ChartScore {
    domain::Score value;
    ScoreMark mark = ScoreMark::Filled;

    bool operator==(const ChartScore&) const = default;
};

struct ChartEvent {
    std::string term;  // key of the event list
    std::string words; // what was written for "other"
    int grade = 1;

    bool operator==(const ChartEvent&) const = default;
};

// Care: another therapy or a medicine began or ended on that day.
enum class ResponsePointKind { Baseline, Infusion, FollowUp, Care };

// What else the patient is treated with, and what happened to it.
enum class CareStep { Running, Began, Ended };
struct CareItem {
    services::TreatmentKind kind = services::TreatmentKind::Medicine;
    std::string name; // may be empty for a therapy
    std::string dose; // of a medicine, in words; may be empty
    CareStep step = CareStep::Running;

    bool operator==(const CareItem&) const = default;
};

// The tender points examined at one infusion.
struct TenderCount {
    int positive = 0, examined = 0;
    bool withinNoise = false; // no further from the first whole count than examiner noise
    std::optional<domain::Score> meanIntensity{};

    bool operator==(const TenderCount&) const = default;
};

// The course is spaced by days, the time after it by weeks; a point without a place is in the table only.
enum class ChartPanel { Course, FollowUp, TableOnly };

// One stop of the focus line: an infusion, or a score outside infusions.
struct ResponsePoint {
    ResponsePointKind kind = ResponsePointKind::Infusion;
    int ordinal = 0; // infusion; 0 for the other kinds
    base::CalendarDate date;
    ChartPanel panel = ChartPanel::Course;
    int day = 0;                        // from the first infusion (Course) or the last one given (FollowUp)
    std::optional<ChartScore> before{}; // the durable series; of the other kinds the score itself
    std::optional<ChartScore> after{};  // the same-day series
    ChartGap beforeGap = ChartGap::None;
    ChartGap afterGap = ChartGap::None;
    bool joined = false;                      // a line leads here from the score of the same series before it
    std::optional<domain::DosePerKg> perKg{}; // given
    std::optional<domain::Dose> dose{};       // delivered
    std::vector<ChartEvent> events{};         // worst first
    std::optional<int> highestSystolic{}, highestDiastolic{}, worstDissociation{};
    std::optional<TenderCount> tender{};
    std::vector<CareItem> care{}; // of the kind Care
    std::string reason{};         // written down for an infusion that was not given

    bool operator==(const ResponsePoint&) const = default;
};

// A labelled horizontal line; percent 0 is the baseline itself, shaded from the lowest to the highest of its scores.
struct ReferenceLine {
    int percent = 0;
    domain::Score at;
    std::optional<domain::Score> lowest{}, highest{}; // only where they differ

    bool operator==(const ReferenceLine&) const = default;
};

struct LatestScore {
    domain::Score value;
    base::CalendarDate date;
    int ordinal = 0; // before this infusion; 0: a follow-up

    bool operator==(const LatestScore&) const = default;
};

struct DateSpan {
    base::CalendarDate first, last; // both inclusive

    bool operator==(const DateSpan&) const = default;
};

struct DayRange {
    int from = 0, to = 0;

    bool operator==(const DayRange&) const = default;
};

// The durable scores of another course of the patient, by day since its own first infusion (or week after its last).
struct ComparedScore {
    ChartPanel panel = ChartPanel::Course;
    int day = 0;
    domain::Score value;
    bool joined = false;

    bool operator==(const ComparedScore&) const = default;
};

struct ComparedCourse {
    int number = 1;
    std::vector<ComparedScore> scores;

    bool operator==(const ComparedCourse&) const = default;
};

struct ResponseChartData {
    int courseNumber = 1;
    std::vector<ResponsePoint> points; // by date
    std::optional<domain::Score> baseline;
    std::vector<ReferenceLine> lines; // baseline, then the protocol's moderate and substantial response
    std::optional<LatestScore> latest;
    domain::Response overall;
    int durableScores = 0;            // present ...
    int durableExpected = 0;          // ... of so many expected by now
    domain::DosePerKg doseAxisMax;    // the protocol's maximum, or more if more was given
    DayRange course;                  // days of the course panel
    std::optional<DayRange> followUp; // days of the follow-up panel; none: not drawn
    int lastGiven = 0;                // infusion the follow-up panel counts from
    std::optional<DateSpan> window;   // re-treatment
    DayRange windowDays;              // the same in the days of the follow-up panel
    std::optional<base::CalendarDate> stoppedOn;
    std::vector<CareItem> careBefore{};     // running already when the chart begins
    std::vector<ComparedCourse> compared{}; // oldest first
    int tenderNoiseBand = 0;
};

// What is drawn beside a course: other treatment of the patient, and other courses to compare with.
struct ResponseBeside {
    std::vector<services::Treatment> treatments{};
    std::vector<services::CourseReview> courses{};
};

// Everything the pain chart of one course shows. Percent and reference lines are absent where there is no baseline
// above 0 to count from. Other treatment is shown where it began or ended within the days of the chart.
[[nodiscard]] ResponseChartData responseChartData(const services::CourseReview& review,
                                                  const ResponseBeside& beside = {});

// One examination of the tender points.
struct TenderVisit {
    int ordinal = 1; // infusion it was done at
    base::CalendarDate date;
    int day = 0; // from the first examination
    int positive = 0;
    int examined = 0;
    std::optional<domain::Score> meanIntensity{};

    bool operator==(const TenderVisit&) const = default;
};

struct TenderChartData {
    std::vector<TenderVisit> visits; // by date
    int sites = 18;
    int noiseBand = 0; // a change of the count within this is examiner noise
    int criterion = 0;
    std::optional<int> change; // newest less first count, of complete examinations only
    bool changeIsReal = false;
};

[[nodiscard]] TenderChartData tenderChartData(const services::CourseReview& review);

struct PressurePoint {
    base::Instant at;
    int systolic = 0, diastolic = 0;
    domain::VitalMark systolicMark = domain::VitalMark::None;
    domain::VitalMark diastolicMark = domain::VitalMark::None;
};

struct VitalPoint {
    base::Instant at;
    int value = 0;
    domain::VitalMark mark = domain::VitalMark::None;
};

// How much the patient had received at a moment; straight in between, level while paused.
struct DosePoint {
    base::Instant at;
    domain::Dose given;
};

struct ValueRange {
    int low = 0, high = 0;

    bool operator==(const ValueRange&) const = default;
};

struct VitalsChartData {
    std::vector<base::Instant> rows; // times of all standing rows: the stops of the focus line
    std::vector<PressurePoint> pressure;
    std::vector<VitalPoint> heartRate;
    std::vector<VitalPoint> spo2;
    ValueRange pressureAxis{40, 200}, heartRateAxis{40, 160}, spo2Axis{84, 100};
    int startSystolicMax = 0, startDiastolicMax = 0; // start only at or below both
    ValueRange heartRateBand, spo2Band;              // within the protocol's limits
    std::vector<DosePoint> dose;                     // from the start to the stop or asOf
    std::vector<DosePoint> pauses;                   // where each pause began
    domain::Dose prepared;                           // 0: not prepared
    domain::Dose given;
    bool running = false; // asOf is drawn as "now"
    std::optional<base::Instant> startedAt, stoppedAt;
    base::Instant from = base::Instant::of(0, 0); // of the time axis
    base::Instant to = base::Instant::of(0, 0);
    base::Instant asOf = base::Instant::of(0, 0);
};

// Standing rows only. plannedMinutes: the time axis reaches to the planned end.
[[nodiscard]] VitalsChartData vitalsChartData(const domain::InfusionRecord& record, const domain::ProtocolRules& rules,
                                              int plannedMinutes, base::Instant asOf);

} // namespace chairside::ui
