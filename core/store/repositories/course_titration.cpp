// What became of titration suggestions.
#include "core/store/enum_keys_titration.h"
#include "core/store/repositories/course_repository.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql
    kInsertTitrationAnswer("INSERT INTO titration_answer (id, course_id, order_id, infusion_id, action, rule,"
                           " per_kg_ug, outcome, noted_at, noted_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kTitrationCount("SELECT count(*) FROM titration_answer WHERE rule = ? AND outcome = ?");
constexpr Sql kTitrationAll[] = {kInsertTitrationAnswer, kTitrationCount};

} // namespace

base::Done SqlCourseRepository::addTitrationAnswer(const domain::TitrationAnswer& answer) {
    return m_session.insert(Table::TitrationAnswer, answer.id.text(), kInsertTitrationAnswer,
                            values(answer.id, answer.course, answer.order, answer.infusion, answer.action, answer.rule,
                                   answer.perKg, answer.outcome, answer.notedAt));
}

base::Result<domain::TitrationCount> SqlCourseRepository::titrationCount(domain::TitrationRule rule) {
    domain::TitrationCount count{.rule = rule};
    using enum domain::TitrationOutcome;
    for (const auto& [outcome, member] :
         {std::pair{Followed, &domain::TitrationCount::followed}, std::pair{Changed, &domain::TitrationCount::changed},
          std::pair{Ignored, &domain::TitrationCount::ignored}}) {
        const auto found = CHAIRSIDE_TRY(readNumber(m_session.connection(), kTitrationCount, values(rule, outcome)));
        count.*member = static_cast<int>(found);
    }
    return count;
}

std::span<const Sql> titrationStatements() {
    return kTitrationAll;
}

} // namespace chairside::store
