#include "core/services/titration_note.h"

#include "core/domain/course/titration_answer.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

domain::TitrationAnswer answerOf(Unit& unit, const domain::CourseId& course,
                                 const domain::TitrationSuggestion& suggestion, domain::TitrationRule rule) {
    return {.id = unit.newId<domain::EntryId>(),
            .course = course,
            .order = {},
            .infusion = {},
            .action = suggestion.action,
            .rule = rule,
            .perKg = suggestion.perKg,
            .notedAt = unit.now()};
}

// The moment the newest given infusion before this one was opened.
std::optional<base::Instant> lastGivenAt(const CourseFacts& facts, const domain::InfusionId& opened,
                                         base::Instant now) {
    std::optional<base::Instant> last;
    for (const auto& record : facts.records) {
        if (record.infusion.id == opened || !wasGiven(facts, record, now)) continue;
        if (!last || record.infusion.openedAt > *last) last = record.infusion.openedAt;
    }
    return last;
}

} // namespace

base::Result<domain::TitrationSuggestion> standingSuggestion(Unit& unit, const domain::Course& course) {
    const auto facts = CHAIRSIDE_TRY(loadCourse(unit, course));
    return titrationOf(facts, responseOf(facts, unit.today(), unit.now()), unit.now());
}

base::Done noteAnswer(Unit& unit, const domain::TitrationSuggestion& suggestion, const domain::CourseOrder& order) {
    const auto rule = domain::decidingRule(suggestion);
    if (!rule) return {};
    auto answer = answerOf(unit, order.course, suggestion, *rule);
    answer.order = order.id;
    answer.outcome = domain::outcomeOf(suggestion, order.kind, order.perKg);
    return unit.tx().courses().addTitrationAnswer(answer);
}

base::Done noteUnanswered(Unit& unit, const domain::Course& course, const domain::Infusion& opened) {
    const auto facts = CHAIRSIDE_TRY(loadCourse(unit, course));
    const auto last = lastGivenAt(facts, opened.id, unit.now());
    if (!last || facts.orders.back().orderedAt > *last) return {};
    const auto suggestion = CHAIRSIDE_TRY(titrationOf(facts, responseOf(facts, unit.today(), unit.now()), unit.now()));
    const auto rule = domain::decidingRule(suggestion);
    if (!rule) return {};
    auto answer = answerOf(unit, course.id, suggestion, *rule);
    answer.infusion = opened.id;
    answer.outcome = domain::TitrationOutcome::Ignored;
    return unit.tx().courses().addTitrationAnswer(answer);
}

} // namespace chairside::services
