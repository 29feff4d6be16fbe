// Baseline, durable series, window and titration inputs of a course.
#include <algorithm>

#include "core/domain/course/course_state.h"
#include "core/domain/infusion/vitals_rules.h"
#include "core/services/course_facts.h"
#include "core/services/course_rules.h"
#include "core/services/infusion_access.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::AssessmentKind;
using domain::PainMoment;
using domain::Score;

// The day the course began, or is planned to.
std::optional<base::CalendarDate> beginningOf(const CourseFacts& facts, const CourseResponse& response) {
    for (const auto& planned : facts.planned) {
        const bool isFirst = !response.firstGivenOrdinal || planned.ordinal == *response.firstGivenOrdinal;
        if (isFirst) return dateOf(planned, facts.recordOf(planned));
    }
    return std::nullopt;
}

// Assessments in the protocol's days before the first infusion; without any, the score before that infusion.
Baseline baselineOf(const CourseFacts& facts, const CourseResponse& response) {
    const auto beginning = beginningOf(facts, response);
    std::vector<Score> scores;
    for (const auto& one : facts.followUps) {
        if (one.kind != AssessmentKind::Baseline || !one.pain || !beginning) continue;
        const int days = base::daysBetween(one.date, *beginning);
        if (days >= 0 && days <= facts.rules().response.baselineDays) scores.push_back(Score::ofWhole(*one.pain));
    }
    if (!scores.empty()) {
        const auto [lowest, highest] = std::ranges::minmax(scores);
        return {domain::meanOf(scores), static_cast<int>(scores.size()), lowest, highest};
    }
    for (const auto& record : facts.records) {
        const bool isFirst = !response.firstGivenOrdinal || record.infusion.ordinal == *response.firstGivenOrdinal;
        if (!isFirst) continue;
        const auto before = painAt(record, PainMoment::Before, facts.rules().response.lateHours).score;
        return {before, before ? 1 : 0, before, before};
    }
    return {};
}

void countGiven(CourseResponse& response, const CourseFacts& facts, base::Instant now) {
    for (const auto& record : facts.records) {
        if (!wasGiven(facts, record, now)) continue;
        ++response.given;
        if (!response.firstGivenOrdinal) response.firstGivenOrdinal = record.infusion.ordinal;
        response.lastGiven = std::max(response.lastGiven.value_or(record.infusion.date), record.infusion.date);
    }
}

void addInfusionScores(CourseResponse& response, const CourseFacts& facts, base::CalendarDate today) {
    for (const auto& planned : facts.planned) {
        const auto* record = facts.recordOf(planned);
        const auto date = dateOf(planned, record);
        if (!response.isDurable(planned.ordinal) || planned.state == domain::PlanState::Cancelled) continue;
        if (date > today) continue;
        ++response.durableExpected;
        if (!record) continue;
        const auto before = painAt(*record, PainMoment::Before, facts.rules().response.lateHours);
        if (before.score) response.durable.push_back({date, *before.score, planned.ordinal});
    }
}

void addFollowUpScores(CourseResponse& response, const CourseFacts& facts) {
    for (const auto& one : facts.followUps) {
        if (one.kind != AssessmentKind::FollowUp) continue;
        ++response.durableExpected;
        if (!one.pain) continue;
        response.durable.push_back({one.date, Score::ofWhole(*one.pain), 0});
        if (response.lastGiven && one.date > *response.lastGiven) response.followUpAfterCourse = true;
    }
    std::ranges::stable_sort(response.durable, {}, &DurableScore::date);
}

// The gain at the end of the course against the newest follow-up after it.
std::optional<bool> relapsedOf(const CourseResponse& response, const domain::RetreatmentRules& rules) {
    std::optional<Score> atEnd;
    std::optional<Score> since;
    for (const auto& one : response.durable) {
        if (one.ordinal > 0) {
            atEnd = one.score;
        } else if (response.lastGiven && one.date > *response.lastGiven) {
            since = one.score;
        }
    }
    return domain::relapsed(response.baseline.score, atEnd, since, rules);
}

// A closed course is complete with what was given; nothing more will come.
int plannedAsItStands(const CourseFacts& facts, int given) {
    return domain::isRunning(facts.course.state) ? static_cast<int>(facts.planned.size()) : given;
}

domain::TitrationPoint titrationPoint(const CourseFacts& facts, const CourseResponse& response,
                                      const domain::InfusionRecord& record) {
    const auto event = worstEvent(record);
    const auto prepared = domain::preparedDose(record);
    std::optional<Score> before;
    if (response.isDurable(record.infusion.ordinal)) {
        before = painAt(record, PainMoment::Before, facts.rules().response.lateHours).score;
    }
    return {record.infusion.ordinal,
            record.infusion.date,
            prepared ? prepared->inputs.perKg : domain::DosePerKg{},
            before,
            event ? event->grade : 0,
            event ? event->term : std::string{},
            worstDissociation(record),
            event && event->serious.value_or(false)};
}

} // namespace

CourseResponse responseOf(const CourseFacts& facts, base::CalendarDate today, base::Instant now) {
    CourseResponse response;
    countGiven(response, facts, now);
    response.baseline = baselineOf(facts, response);
    addInfusionScores(response, facts, today);
    addFollowUpScores(response, facts);
    const auto* latest = response.latest();
    response.overall =
        domain::judgeResponse(response.baseline.score, latest ? std::optional(latest->score) : std::nullopt,
                              domain::kNrsRange.high, facts.rules().response);
    response.window = domain::retreatmentWindow(
        response.lastGiven, response.given, plannedAsItStands(facts, response.given), today, facts.rules().retreatment);
    response.relapsed = relapsedOf(response, facts.rules().retreatment);
    return response;
}

base::Result<domain::TitrationSuggestion> titrationOf(const CourseFacts& facts, const CourseResponse& response,
                                                      base::Instant now) {
    domain::TitrationInputs inputs;
    inputs.baseline = response.baseline.score;
    for (const auto& record : facts.records) {
        if (wasGiven(record, now, facts.rules().dose)) inputs.given.push_back(titrationPoint(facts, response, record));
    }
    if (const auto* latest = response.latest()) {
        inputs.latestPain = latest->score;
        inputs.latestPainDate = latest->date;
    }
    inputs.currentPerKg = CHAIRSIDE_TRY(standingOrder(facts.orders)).perKg;
    return domain::suggestTitration(inputs, facts.rules().titration, facts.rules().dose);
}

} // namespace chairside::services
