#include "core/services/course_facts.h"

#include <algorithm>
#include <tuple>

#include "core/services/infusion_access.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

constexpr int kDaysOfYear = 365; // the rolling year of the yearly count, not a limit

// "Now" tells best how the person came to the chair; among equals the one written down last.
bool isBetter(const domain::PainScore& a, const domain::PainScore& b) {
    const auto rank = [](const domain::PainScore& one) {
        return std::tuple(one.value.has_value(), one.frame == domain::RecallFrame::Now, one.head.recordedAt.utcMs());
    };
    return rank(a) >= rank(b);
}

} // namespace

const domain::InfusionRecord* CourseFacts::recordOf(const domain::PlannedInfusion& one) const {
    const auto isIt = [&one](const domain::InfusionRecord& record) {
        return record.infusion.planned == one.id;
    };
    const auto found = std::ranges::find_if(records, isIt);
    return found == records.end() ? nullptr : &*found;
}

base::Result<CourseFacts> loadCourse(Unit& unit, const domain::Course& course) {
    auto& courses = unit.tx().courses();
    CourseFacts facts{course,
                      CHAIRSIDE_TRY(unit.tx().protocols().get(course.protocolVersion)),
                      CHAIRSIDE_TRY(courses.orders(course.id)),
                      CHAIRSIDE_TRY(courses.planned(course.id)),
                      CHAIRSIDE_TRY(unit.tx().infusions().ofCourse(course.id)),
                      CHAIRSIDE_TRY(courses.followUps(course.id)),
                      CHAIRSIDE_TRY(courses.decisions(course.id))};
    std::ranges::stable_sort(facts.orders, {}, &domain::CourseOrder::version);
    std::ranges::stable_sort(facts.planned, {}, &domain::PlannedInfusion::ordinal);
    std::ranges::stable_sort(facts.records, {}, [](const auto& record) { return record.infusion.ordinal; });
    std::ranges::stable_sort(facts.followUps, {}, [](const auto& one) { return std::tuple(one.date, one.recordedAt); });
    std::ranges::stable_sort(facts.decisions, {}, &domain::RetreatmentDecision::decidedAt);
    return facts;
}

base::Result<std::optional<domain::OrderAgreement>> agreementOf(Unit& unit, const CourseFacts& facts) {
    if (facts.orders.empty()) return std::nullopt;
    return unit.tx().courses().agreement(facts.orders.front().id);
}

bool wasGiven(const domain::InfusionRecord& record, base::Instant now, const domain::DoseRules& rules) {
    const auto delivery = domain::deliveryOf(record, presentOf(record, now), rules);
    if (delivery.state == domain::PumpState::NotStarted) return false;
    return delivery.state != domain::PumpState::Stopped || delivery.dose > domain::Dose{};
}

bool wasGiven(const CourseFacts& facts, const domain::InfusionRecord& record, base::Instant now) {
    const auto planned = std::ranges::find(facts.planned, record.infusion.planned, &domain::PlannedInfusion::id);
    if (planned != facts.planned.end() && planned->state == domain::PlanState::Given) return true;
    if (planned != facts.planned.end() && planned->state == domain::PlanState::NotGiven) return false;
    return wasGiven(record, now, facts.rules().dose);
}

base::CalendarDate dateOf(const domain::PlannedInfusion& planned, const domain::InfusionRecord* record) {
    return record ? record->infusion.date : planned.date;
}

PainAt painAt(const domain::InfusionRecord& record, domain::PainMoment moment, int lateHours) {
    const auto scores = domain::standing(record.pain);
    const domain::PainScore* best = nullptr;
    for (const auto& score : scores) {
        if (score.moment == moment && (!best || isBetter(score, *best))) best = &score;
    }
    if (!best) return {};
    PainAt result{std::nullopt, best->missing, false};
    if (best->value) result.score = domain::Score::ofWhole(*best->value);
    result.late = base::between(best->head.observedAt, best->head.recordedAt) > std::chrono::hours(lateHours);
    return result;
}

std::optional<domain::AdverseEvent> worstEvent(const domain::InfusionRecord& record) {
    const auto rank = [](const domain::AdverseEvent& event) {
        return std::pair(event.serious.value_or(false), event.grade);
    };
    std::optional<domain::AdverseEvent> worst;
    for (const auto& event : domain::standing(record.events)) {
        if (!worst || rank(event) > rank(*worst)) worst = event;
    }
    return worst;
}

std::optional<int> worstDissociation(const domain::InfusionRecord& record) {
    std::optional<int> worst;
    for (const auto& score : standingScores(record.dissociation, record.vitals)) {
        worst = std::max(worst.value_or(score.value), score.value);
    }
    return worst;
}

std::vector<base::CalendarDate> givenDates(const std::vector<domain::InfusionRecord>& records, base::Instant now,
                                           const domain::DoseRules& rules) {
    std::vector<base::CalendarDate> dates;
    for (const auto& record : records) {
        if (wasGiven(record, now, rules)) dates.push_back(record.infusion.date);
    }
    return dates;
}

int countLastYear(const std::vector<base::CalendarDate>& dates, base::CalendarDate today) {
    return static_cast<int>(std::ranges::count_if(dates, [today](base::CalendarDate date) {
        const int days = base::daysBetween(date, today);
        return days >= 0 && days < kDaysOfYear;
    }));
}

} // namespace chairside::services
