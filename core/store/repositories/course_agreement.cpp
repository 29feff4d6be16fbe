// What was agreed and asked when a course was ordered.
#include "core/store/repositories/course_repository.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kAgreement("SELECT order_id, stop_rule, consent_on, consent_taken_by, consent_reference"
                         " FROM order_agreement WHERE order_id = ?");
constexpr Sql kInsertAgreement("INSERT INTO order_agreement (order_id, stop_rule, consent_on, consent_taken_by,"
                               " consent_reference) VALUES (?, ?, ?, ?, ?)");
constexpr Sql kScreeningOf("SELECT id, patient_id, order_id, item, question, answer, note, answered_on, recorded_at,"
                           " recorded_offset, recorded_by FROM screening_answer WHERE patient_id = ?"
                           " ORDER BY recorded_at, id");
constexpr Sql kInsertAnswer("INSERT INTO screening_answer (id, patient_id, order_id, item, question, answer, note,"
                            " answered_on, recorded_at, recorded_offset, recorded_by)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kMeasure("SELECT order_id, weight_g, weight_basis, weighed_on, height_um10 FROM order_measure"
                       " WHERE order_id = ?");
constexpr Sql kInsertMeasure("INSERT INTO order_measure (order_id, weight_g, weight_basis, weighed_on, height_um10)"
                             " VALUES (?, ?, ?, ?, ?)");
constexpr Sql kCourseAgreementAll[] = {kAgreement,    kInsertAgreement, kScreeningOf,
                                       kInsertAnswer, kMeasure,         kInsertMeasure};

domain::OrderAgreement toAgreement(RowReader& row) {
    const auto order = row.id<domain::CourseOrderId>();
    auto stopRule = row.text();
    const auto on = row.date();
    auto by = row.text();
    return {order, std::move(stopRule), on, std::move(by), row.text()};
}

domain::OrderMeasure toMeasure(RowReader& row) {
    const auto order = row.id<domain::CourseOrderId>();
    const auto weight = row.quantity<domain::Weight>();
    const auto basis = row.key<domain::WeightBasis>();
    const auto on = row.date();
    return {order, weight, basis, on, row.optionalQuantity<domain::Height>()};
}

domain::ScreeningAnswer toScreeningAnswer(RowReader& row) {
    const auto id = row.id<domain::ScreeningAnswerId>();
    const auto patient = row.id<domain::PatientId>();
    const auto order = row.id<domain::CourseOrderId>();
    auto item = row.text();
    auto question = row.text();
    const auto answer = row.key<domain::AnswerKind>();
    auto note = row.text();
    const auto on = row.date();
    const auto at = row.instant();
    return {id,
            patient,
            order,
            std::move(item),
            std::move(question),
            answer,
            std::move(note),
            on,
            at,
            row.id<domain::AccountId>()};
}

} // namespace

base::Result<std::optional<domain::OrderAgreement>> SqlCourseRepository::agreement(const domain::CourseOrderId& order) {
    auto found = CHAIRSIDE_TRY(readAll<domain::OrderAgreement>(m_session.connection(), "order_agreement", kAgreement,
                                                               values(order), toAgreement));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

base::Done SqlCourseRepository::addAgreement(const domain::OrderAgreement& agreement) {
    return m_session.insert(Table::OrderAgreement, agreement.order.text(), kInsertAgreement,
                            values(agreement.order, agreement.stopRule, agreement.consentOn, agreement.consentTakenBy,
                                   agreement.consentReference));
}

base::Result<std::optional<domain::OrderMeasure>> SqlCourseRepository::measure(const domain::CourseOrderId& order) {
    auto found = CHAIRSIDE_TRY(
        readAll<domain::OrderMeasure>(m_session.connection(), "order_measure", kMeasure, values(order), toMeasure));
    if (found.empty()) return std::nullopt;
    return found.front();
}

base::Done SqlCourseRepository::addMeasure(const domain::OrderMeasure& measure) {
    return m_session.insert(Table::OrderMeasure, measure.order.text(), kInsertMeasure,
                            values(measure.order, measure.weight, measure.basis, measure.weighedOn, measure.height));
}

base::Result<std::vector<domain::ScreeningAnswer>> SqlCourseRepository::screening(const domain::PatientId& patient) {
    return readAll<domain::ScreeningAnswer>(m_session.connection(), "screening_answer", kScreeningOf, values(patient),
                                            toScreeningAnswer);
}

base::Done SqlCourseRepository::addScreening(const domain::ScreeningAnswer& one) {
    return m_session.insert(Table::ScreeningAnswer, one.id.text(), kInsertAnswer,
                            values(one.id, one.patient, one.order, one.item, one.question, one.answer, one.note,
                                   one.answeredOn, one.recordedAt, one.recordedBy));
}

std::span<const Sql> courseAgreementStatements() {
    return kCourseAgreementAll;
}

} // namespace chairside::store
