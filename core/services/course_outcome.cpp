#include "core/services/course_outcome.h"

#include "core/domain/course/course_state.h"

#include <algorithm>

#include "core/domain/infusion/vitals_rules.h"

namespace chairside::services {
namespace {

using Date = base::CalendarDate;
using domain::Score;

// The newest follow-up score within the protocol's days after the last given infusion.
const DurableScore* endScoreOf(const CourseResponse& response, const domain::RetreatmentRules& rules) {
    const DurableScore* end = nullptr;
    for (const auto& one : response.durable) {
        if (one.ordinal != 0 || !response.lastGiven) continue;
        const int days = base::daysBetween(*response.lastGiven, one.date);
        if (days > 0 && days <= rules.closeDays) end = &one;
    }
    return end;
}

std::optional<OutcomeGap> gapOf(const CourseFacts& facts, const CourseResponse& response, const DurableScore* end,
                                Date today) {
    if (!response.lastGiven) return OutcomeGap::NotStarted;
    if (domain::isRunning(facts.course.state)) return OutcomeGap::Running;
    if (!response.baseline.score) return OutcomeGap::BaselineMissing;
    if (*response.baseline.score == Score{}) return OutcomeGap::BaselineZero;
    if (end) return std::nullopt;
    const bool isTime = today <= response.lastGiven->plusDays(facts.rules().retreatment.closeDays);
    return isTime ? OutcomeGap::FollowUpPending : OutcomeGap::FollowUpMissing;
}

// The newest score before an infusion: what the last given one found.
std::optional<Score> scoreAtEnd(const CourseResponse& response) {
    std::optional<Score> atEnd;
    for (const auto& one : response.durable)
        if (one.ordinal > 0) atEnd = one.score;
    return atEnd;
}

void followGain(CourseOutcome& outcome, const CourseFacts& facts, std::optional<Date> retreatedOn) {
    const auto& response = outcome.response;
    const auto atEnd = scoreAtEnd(response);
    if (!response.lastGiven || !response.baseline.score || !atEnd) return;
    if (*atEnd >= *response.baseline.score) {
        outcome.gainEnd = GainEnd::NoGain;
        return;
    }
    Date followedTo = *response.lastGiven;
    std::optional<Date> relapsedOn;
    for (const auto& one : response.durable) {
        if (one.ordinal != 0 || one.date <= *response.lastGiven || relapsedOn) continue;
        followedTo = one.date;
        const auto lost = domain::relapsed(response.baseline.score, atEnd, one.score, facts.rules().retreatment);
        if (lost.value_or(false)) relapsedOn = one.date;
    }
    outcome.gainEnd = relapsedOn ? GainEnd::Relapsed : GainEnd::Kept;
    if (retreatedOn && (!relapsedOn || *retreatedOn < *relapsedOn)) {
        outcome.gainEnd = GainEnd::Retreated;
        followedTo = *retreatedOn;
    }
    outcome.gainDays = base::daysBetween(*response.lastGiven, followedTo);
}

std::optional<Date> firstPlanned(const CourseFacts& facts) {
    std::optional<Date> first;
    for (const auto& one : facts.planned)
        first = std::min(first.value_or(one.date), one.date);
    return first;
}

} // namespace

std::optional<base::CalendarDate> firstGiven(const CourseFacts& facts, base::Instant now) {
    std::optional<Date> first;
    for (const auto& record : facts.records) {
        if (!wasGiven(facts, record, now)) continue;
        first = std::min(first.value_or(record.infusion.date), record.infusion.date);
    }
    return first;
}

std::optional<CourseOutcome> outcomeOf(const CourseFacts& facts, std::optional<base::CalendarDate> retreatedOn,
                                       base::CalendarDate today, base::Instant now) {
    auto begins = firstGiven(facts, now);
    if (!begins) begins = firstPlanned(facts);
    if (!begins) return std::nullopt;
    CourseOutcome outcome{.begins = *begins,
                          .response = responseOf(facts, today, now),
                          .gap = {},
                          .judged = {.course = facts.course.id, .patient = facts.course.patient}};
    const auto& response = outcome.response;
    const auto* end = endScoreOf(response, facts.rules().retreatment);
    outcome.gap = gapOf(facts, response, end, today);
    if (!outcome.gap) {
        const auto judged =
            domain::judgeResponse(response.baseline.score, end->score, domain::kNrsRange.high, facts.rules().response);
        outcome.judged.reductionPermille = judged.reductionPermille.value_or(0);
        outcome.judged.responder = judged.atLeastModerate;
        outcome.judged.daysAfter = base::daysBetween(*response.lastGiven, end->date);
    }
    if (!domain::isRunning(facts.course.state)) followGain(outcome, facts, retreatedOn);
    return outcome;
}

} // namespace chairside::services
