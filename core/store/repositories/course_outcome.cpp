// The parts of a course that are only ever added: orders, assessments and decisions.
#include "core/store/repositories/course_repository.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kOrders("SELECT id, course_id, version, kind, act, per_kg_ug, minutes, reason, ordered_by, ordered_at,"
                      " ordered_offset FROM course_order WHERE course_id = ? ORDER BY version");
constexpr Sql kInsertOrder("INSERT INTO course_order (id, course_id, version, kind, act, per_kg_ug, minutes, reason,"
                           " ordered_by, ordered_at, ordered_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kFollowUps("SELECT id, course_id, kind, assessed_on, frame, pain, missing, recorded_at, recorded_offset,"
                         " recorded_by FROM follow_up WHERE course_id = ? ORDER BY assessed_on, recorded_at, id");
constexpr Sql kInsertFollowUp("INSERT INTO follow_up (id, course_id, kind, assessed_on, frame, pain, missing,"
                              " recorded_at, recorded_offset, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kDecisions("SELECT id, course_id, kind, until_on, reason, decided_by, decided_at, decided_offset"
                         " FROM retreatment_decision WHERE course_id = ? ORDER BY decided_at, id");
constexpr Sql kInsertDecision("INSERT INTO retreatment_decision (id, course_id, kind, until_on, reason, decided_by,"
                              " decided_at, decided_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kCourseOutcomeAll[] = {kOrders, kInsertOrder, kFollowUps, kInsertFollowUp, kDecisions, kInsertDecision};

// Holding, resuming and completing are stored as orders that keep the dose, with the act beside it.
std::optional<domain::OrderKind> actOf(domain::OrderKind kind) {
    using enum domain::OrderKind;
    return kind == Hold || kind == Resume || kind == Complete ? std::optional(kind) : std::nullopt;
}

domain::CourseOrder toOrder(RowReader& row) {
    const auto id = row.id<domain::CourseOrderId>();
    const auto course = row.id<domain::CourseId>();
    const int version = row.whole();
    const auto stored = row.key<domain::OrderKind>();
    const auto kind = row.optionalKey<domain::OrderKind>().value_or(stored);
    const auto perKg = row.quantity<domain::DosePerKg>();
    const int minutes = row.whole();
    auto reason = row.text();
    const auto orderedBy = row.id<domain::AccountId>();
    return {id, course, version, kind, perKg, minutes, std::move(reason), orderedBy, row.instant()};
}

domain::FollowUp toFollowUp(RowReader& row) {
    const auto id = row.id<domain::FollowUpId>();
    const auto course = row.id<domain::CourseId>();
    const auto kind = row.key<domain::AssessmentKind>();
    const auto date = row.date();
    const auto frame = row.key<domain::RecallFrame>();
    const auto pain = row.optionalWhole();
    const auto missing = row.optionalKey<domain::MissingReason>();
    const auto recordedAt = row.instant();
    return {id, course, kind, date, frame, pain, missing, recordedAt, row.id<domain::AccountId>()};
}

domain::RetreatmentDecision toDecision(RowReader& row) {
    const auto id = row.id<domain::DecisionId>();
    const auto course = row.id<domain::CourseId>();
    const auto kind = row.key<domain::DecisionKind>();
    const auto until = row.optionalDate();
    auto reason = row.text();
    const auto decidedBy = row.id<domain::AccountId>();
    return {id, course, kind, until, std::move(reason), decidedBy, row.instant()};
}

} // namespace

base::Result<std::vector<domain::CourseOrder>> SqlCourseRepository::orders(const domain::CourseId& course) {
    return readAll<domain::CourseOrder>(m_session.connection(), "course_order", kOrders, values(course), toOrder);
}

base::Done SqlCourseRepository::addOrder(const domain::CourseOrder& order) {
    return m_session.insert(Table::CourseOrder, order.id.text(), kInsertOrder,
                            values(order.id, order.course, order.version,
                                   actOf(order.kind) ? domain::OrderKind::Keep : order.kind, actOf(order.kind),
                                   order.perKg, order.minutes, order.reason, order.orderedBy, order.orderedAt));
}

base::Result<std::vector<domain::FollowUp>> SqlCourseRepository::followUps(const domain::CourseId& course) {
    return readAll<domain::FollowUp>(m_session.connection(), "follow_up", kFollowUps, values(course), toFollowUp);
}

base::Done SqlCourseRepository::addFollowUp(const domain::FollowUp& followUp) {
    return m_session.insert(Table::FollowUp, followUp.id.text(), kInsertFollowUp,
                            values(followUp.id, followUp.course, followUp.kind, followUp.date, followUp.frame,
                                   followUp.pain, followUp.missing, followUp.recordedAt, followUp.recordedBy));
}

base::Result<std::vector<domain::RetreatmentDecision>> SqlCourseRepository::decisions(const domain::CourseId& course) {
    return readAll<domain::RetreatmentDecision>(m_session.connection(), "retreatment_decision", kDecisions,
                                                values(course), toDecision);
}

base::Done SqlCourseRepository::addDecision(const domain::RetreatmentDecision& decision) {
    return m_session.insert(Table::RetreatmentDecision, decision.id.text(), kInsertDecision,
                            values(decision.id, decision.course, decision.kind, decision.until, decision.reason,
                                   decision.decidedBy, decision.decidedAt));
}

std::span<const Sql> courseOutcomeStatements() {
    return kCourseOutcomeAll;
}

} // namespace chairside::store
