// How the courses of a period turned out: what a clinic tells of itself. Every share has its denominator, every course
// that cannot be judged is listed with the reason, and groups that are too small have counts only.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/domain/course/course.h"
#include "core/domain/outcome/proportion.h"
#include "core/domain/outcome/quartiles.h"
#include "core/domain/outcome/survival.h"
#include "core/domain/patient/patient.h"
#include "core/services/service_context.h"

namespace chairside::services {

// A course belongs to the day of its first given infusion; before there is one, to the first planned day.
struct OutcomeQuery {
    base::CalendarDate from, to; // both inclusive
    std::optional<domain::ProtocolVersionId> version;
};

// How the courses of one protocol version are judged: its own signed numbers.
struct OutcomeDefinition {
    domain::ProtocolVersionId version;
    std::string protocolName;
    int versionNumber = 1;
    int responderPercent = 0; // fall of pain from the baseline to the end score, at least
    int followUpDays = 0;     // the end score is the newest follow-up at most so long after the last given infusion
    int relapsePercent = 0;   // of the gain that is lost again
};

// Why a course has no place among responders and others; the first one that holds.
enum class OutcomeGap {
    NotStarted, // no infusion given
    Running,
    BaselineMissing,
    BaselineZero,
    FollowUpPending, // none yet, and there is still time
    FollowUpMissing
};

struct UnjudgedCourse {
    domain::Course course;
    domain::Patient patient;
    OutcomeGap gap = OutcomeGap::NotStarted;
};

// One bar of the waterfall: baseline to end score of a completed or stopped course.
struct JudgedCourse {
    domain::CourseId course;
    domain::PatientId patient;
    int reductionPermille = 0; // of the baseline; negative: worse
    int daysAfter = 0;         // from the last given infusion to the end score
    bool responder = false;
};

// Pain of one infusion number over all given ones of started courses, in points from 0 to 10.
struct PainSpread {
    int scores = 0;
    std::optional<domain::Quartiles> quartiles; // nothing for a group that is too small
};
struct InfusionSpread {
    int ordinal = 1;
    int given = 0;
    PainSpread before, after;
};

// Days from the last given infusion to the first of re-treatment (first given infusion of a later course) and relapse;
// followed to the newest follow-up score otherwise. Only courses that ended with less pain than they began with have a
// gain to lose.
struct GainKept {
    std::vector<domain::Observation> observations; // of every course with a gain
    domain::SurvivalCurve curve;                   // without steps for a group that is too small
    int retreated = 0;                             // of the events
    int relapsed = 0;
    int withoutGain = 0; // ended with as much pain or more
    int unknown = 0;     // baseline, or every score before a later infusion, is missing
};

// What a started course came to, after its last given infusion. Kept: followed so far without an event.
enum class GainEnd { Kept, Retreated, Relapsed, NoGain, Unknown };

// A started course in days from its first given infusion on.
struct CourseLane {
    domain::CourseId course;
    domain::PatientId patient;
    base::CalendarDate begins;
    domain::CourseState state = domain::CourseState::Active;
    std::vector<int> infusions;     // days with a given one
    std::vector<int> adverse;       // of these, the days with a standing adverse event
    std::optional<int> responseDay; // of the end score of a responder
    GainEnd end = GainEnd::Unknown;
    int followedDays = 0; // to the event, or as far as the course was followed
};

struct EventRate {
    int infusions = 0; // given ones of started courses
    int events = 0;    // standing adverse events in them
    std::array<int, 5> byGrade{};
    std::optional<double> perHundred; // infusions; nothing for a group that is too small
};

struct Outcomes {
    OutcomeQuery query;
    std::vector<OutcomeDefinition> definitions; // of the versions these courses follow
    int courses = 0;
    int started = 0;
    int completed = 0; // of the started ones
    int stopped = 0;
    int running = 0;
    domain::Proportion responders;                   // of the judged courses
    std::optional<domain::Interval> respondersRange; // 95 %, Wilson; nothing for a group that is too small
    std::vector<JudgedCourse> judged;                // largest fall first
    std::vector<UnjudgedCourse> unjudged;            // by reason, then by course; with the judged ones: all courses
    std::vector<InfusionSpread> byInfusion;
    GainKept gainKept;
    EventRate adverse;
    std::vector<CourseLane> lanes; // of all started courses, by first day, then by course
    int smallestGroup = 0;         // fewer are too few
    base::Instant asOf;
};

class OutcomeService {
public:
    explicit OutcomeService(ServiceContext& context) : m_context(context) {}

    // Opening is audited. Fields: to (OutOfOrder before from). NotFound for an unknown version.
    [[nodiscard]] base::Result<Outcomes> outcomes(const Actor& actor, const OutcomeQuery& query, Reading reading);

    // Writes down that numbers of these courses leave the program as a file; part names the table. Call before the file
    // is written. Denied without the permission to issue documents.
    [[nodiscard]] base::Done issueNumbers(const Actor& actor, const OutcomeQuery& query, const std::string& part);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
