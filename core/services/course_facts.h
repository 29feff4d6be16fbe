// Internal to core/services: a course with everything that was recorded in it, and what follows for its
// response.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/course/retreatment.h"
#include "core/domain/course/titration.h"
#include "core/domain/infusion/infusion_record.h"
#include "core/domain/outcome/response.h"
#include "core/domain/protocol/protocol.h"
#include "core/services/run.h"

namespace chairside::services {

struct CourseFacts {
    domain::Course course;
    domain::ProtocolVersion protocol;
    std::vector<domain::CourseOrder> orders;            // oldest first
    std::vector<domain::PlannedInfusion> planned;       // by ordinal
    std::vector<domain::InfusionRecord> records;        // by ordinal
    std::vector<domain::FollowUp> followUps;            // by date, then as written down
    std::vector<domain::RetreatmentDecision> decisions; // oldest first

    [[nodiscard]] const domain::ProtocolRules& rules() const { return protocol.rules; }
    // Nothing while it has not been opened.
    [[nodiscard]] const domain::InfusionRecord* recordOf(const domain::PlannedInfusion& one) const;
};

[[nodiscard]] base::Result<CourseFacts> loadCourse(Unit& unit, const domain::Course& course);

// What was agreed when the course was ordered; nothing for a course from before it was kept.
[[nodiscard]] base::Result<std::optional<domain::OrderAgreement>> agreementOf(Unit& unit, const CourseFacts& facts);

// Whether any drug has flowed (or is flowing) by now.
[[nodiscard]] bool wasGiven(const domain::InfusionRecord& record, base::Instant now, const domain::DoseRules& rules);
// The same for an infusion of the course: signing has closed its planned date with the answer.
[[nodiscard]] bool wasGiven(const CourseFacts& facts, const domain::InfusionRecord& record, base::Instant now);
// The day it took place; before it is opened, the day it is planned on.
[[nodiscard]] base::CalendarDate dateOf(const domain::PlannedInfusion& planned, const domain::InfusionRecord* record);

// The standing score of a moment. Several of them: the newest with a value, "now" before other recall frames.
struct PainAt {
    std::optional<domain::Score> score;
    std::optional<domain::MissingReason> missing;
    bool late = false; // written down later than the protocol allows
};
[[nodiscard]] PainAt painAt(const domain::InfusionRecord& record, domain::PainMoment moment, int lateHours);

struct Baseline {
    std::optional<domain::Score> score;
    int scores = 0;                               // how many it is the mean of
    std::optional<domain::Score> lowest, highest; // of these
};

// A score that tells what lasted: before an infusion that follows a given one, or at a follow-up.
struct DurableScore {
    base::CalendarDate date;
    domain::Score score;
    int ordinal = 0; // infusion, 0: follow-up
};

// Everything a course says about its own success, as of a moment.
struct CourseResponse {
    Baseline baseline;
    std::vector<DurableScore> durable; // by date
    int durableExpected = 0;
    int given = 0; // infusions in which drug has flowed
    std::optional<int> firstGivenOrdinal;
    std::optional<base::CalendarDate> lastGiven;
    bool followUpAfterCourse = false; // a score after the last given infusion
    domain::Response overall;         // baseline -> newest durable score
    domain::RetreatmentWindow window;
    std::optional<bool> relapsed;

    [[nodiscard]] const DurableScore* latest() const { return durable.empty() ? nullptr : &durable.back(); }
    // Whether a score before this infusion can say anything about earlier ones.
    [[nodiscard]] bool isDurable(int ordinal) const { return firstGivenOrdinal && ordinal > *firstGivenOrdinal; }
};
[[nodiscard]] CourseResponse responseOf(const CourseFacts& facts, base::CalendarDate today, base::Instant now);

// Worst standing event and dissociation of one infusion.
[[nodiscard]] std::optional<domain::AdverseEvent> worstEvent(const domain::InfusionRecord& record);
[[nodiscard]] std::optional<int> worstDissociation(const domain::InfusionRecord& record);

[[nodiscard]] base::Result<domain::TitrationSuggestion> titrationOf(const CourseFacts& facts,
                                                                    const CourseResponse& response, base::Instant now);

// Dates of all given infusions among these courses.
[[nodiscard]] std::vector<base::CalendarDate> givenDates(const std::vector<domain::InfusionRecord>& records,
                                                         base::Instant now, const domain::DoseRules& rules);
// How many lie in the 365 days that end today.
[[nodiscard]] int countLastYear(const std::vector<base::CalendarDate>& dates, base::CalendarDate today);

} // namespace chairside::services
