#include "core/services/course_review.h"

#include <algorithm>

#include "core/domain/infusion/vitals_rules.h"
#include "core/services/history_entries.h"
#include "core/services/infusion_access.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::PainMoment;
using domain::Score;

std::optional<domain::EnduranceTest> newestEndurance(const domain::InfusionRecord& record) {
    const auto entries = domain::standing(record.after);
    const auto measured = std::find_if(entries.rbegin(), entries.rend(),
                                       [](const domain::AfterAssessment& one) { return one.endurance.has_value(); });
    return measured == entries.rend() ? std::nullopt : measured->endurance;
}

std::optional<int> highest(const domain::InfusionRecord& record, std::optional<int> domain::VitalSigns::*value) {
    std::optional<int> result;
    for (const auto& row : domain::standing(record.vitals)) {
        if (row.*value) result = std::max(result.value_or(*(row.*value)), *(row.*value));
    }
    return result;
}

class PointMaker {
public:
    PointMaker(const CourseFacts& facts, const CourseResponse& response, base::Instant now)
        : m_facts(facts), m_response(response), m_now(now) {}

    ReviewPoint point(const domain::PlannedInfusion& planned) const {
        const auto* record = m_facts.recordOf(planned);
        return record ? recorded(planned, *record) : notOpened(planned);
    }

private:
    domain::Response judge(std::optional<Score> from, std::optional<Score> to) const {
        return domain::judgeResponse(from, to, domain::kNrsRange.high, m_facts.rules().response);
    }

    ReviewPoint notOpened(const domain::PlannedInfusion& planned) const {
        return {planned, {}, {}, {}, {}, {}, {}, false, false, judge({}, {}), judge(m_response.baseline.score, {}),
                {},      {}, {}, {}, {}, {}, {}};
    }

    ReviewPoint recorded(const domain::PlannedInfusion& planned, const domain::InfusionRecord& record) const {
        const int lateHours = m_facts.rules().response.lateHours;
        const auto before = painAt(record, PainMoment::Before, lateHours);
        const auto after = painAt(record, PainMoment::After, lateHours);
        const bool durable = m_response.isDurable(planned.ordinal);
        ReviewPoint result = notOpened(planned);
        result.planned.date = dateOf(planned, &record);
        addDose(result, record);
        result.before = before.score;
        result.after = after.score;
        result.beforeMissing = before.missing;
        result.afterMissing = after.missing;
        result.beforeLate = before.score && before.late;
        result.afterLate = after.score && after.late;
        result.sameDay = judge(before.score, after.score);
        if (durable) result.durable = judge(m_response.baseline.score, before.score);
        if (const auto exams = domain::standing(record.tenderPoints); !exams.empty()) {
            result.exam = exams.back().exam;
            result.tender = domain::summarize(*result.exam, m_facts.rules().monitoring);
        }
        result.endurance = newestEndurance(record);
        result.events = domain::standing(record.events);
        result.highestSystolic = highest(record, &domain::VitalSigns::systolic);
        result.highestDiastolic = highest(record, &domain::VitalSigns::diastolic);
        result.worstDissociation = worstDissociation(record);
        return result;
    }

    void addDose(ReviewPoint& point, const domain::InfusionRecord& record) const {
        const auto& rules = m_facts.rules().dose;
        const auto prepared = domain::preparedDose(record);
        if (!prepared || !wasGiven(record, m_now, rules)) return;
        point.perKg = prepared->inputs.perKg;
        point.dose = domain::deliveryOf(record, presentOf(record, m_now), rules).dose;
    }

    const CourseFacts& m_facts;
    const CourseResponse& m_response;
    base::Instant m_now;
};

base::Result<std::vector<domain::Course>> otherCourses(Unit& unit, const domain::Course& course) {
    auto all = CHAIRSIDE_TRY(unit.tx().courses().ofPatient(course.patient));
    std::erase_if(all, [&course](const domain::Course& one) { return one.id == course.id; });
    return all;
}

// The earliest day of the patient's next course, whatever became of its plan.
base::Result<std::optional<base::CalendarDate>> nextCourseFrom(Unit& unit, const std::vector<domain::Course>& others,
                                                               int number) {
    const domain::Course* next = nullptr;
    for (const auto& one : others) {
        if (one.number > number && (next == nullptr || one.number < next->number)) next = &one;
    }
    std::optional<base::CalendarDate> first;
    if (next == nullptr) return first;
    for (const auto& planned : CHAIRSIDE_TRY(unit.tx().courses().planned(next->id))) {
        if (!first || planned.date < *first) first = planned.date;
    }
    return first;
}

} // namespace

base::Result<CourseReview> buildReview(Unit& unit, const domain::CourseId& id) {
    const auto course = CHAIRSIDE_TRY(unit.tx().courses().get(id));
    const auto facts = CHAIRSIDE_TRY(loadCourse(unit, course));
    const auto response = responseOf(facts, unit.today(), unit.now());
    const auto* latest = response.latest();
    std::vector<ReviewPoint> points;
    const PointMaker maker(facts, response, unit.now());
    for (const auto& planned : facts.planned)
        points.push_back(maker.point(planned));
    auto others = CHAIRSIDE_TRY(otherCourses(unit, course));
    const auto next = CHAIRSIDE_TRY(nextCourseFrom(unit, others, course.number));
    return CourseReview{.patient = CHAIRSIDE_TRY(knownPatient(unit, course.patient)),
                        .course = course,
                        .protocol = facts.protocol,
                        .orders = facts.orders,
                        .assessments = facts.followUps,
                        .points = std::move(points),
                        .baseline = response.baseline.score,
                        .baselineScores = response.baseline.scores,
                        .baselineLowest = response.baseline.lowest,
                        .baselineHighest = response.baseline.highest,
                        .durableScores = static_cast<int>(response.durable.size()),
                        .durableExpected = response.durableExpected,
                        .latest = latest ? std::optional(latest->score) : std::nullopt,
                        .latestDate = latest ? std::optional(latest->date) : std::nullopt,
                        .latestOrdinal = latest ? latest->ordinal : 0,
                        .overall = response.overall,
                        .titration = CHAIRSIDE_TRY(titrationOf(facts, response, unit.now())),
                        .window = response.window,
                        .relapsed = response.relapsed,
                        .decisions = facts.decisions,
                        .otherCourses = std::move(others),
                        .nextCourseFrom = next,
                        .agreement = CHAIRSIDE_TRY(agreementOf(unit, facts))};
}

} // namespace chairside::services
