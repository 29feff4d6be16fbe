// Ordering a course: everything is checked, then written and signed in one transaction.
#include <algorithm>

#include "core/domain/course/course_state.h"
#include "core/domain/course/schedule.h"
#include "core/domain/infusion/vitals_rules.h"
#include "core/domain/protocol/protocol_standing.h"
#include "core/services/chair_list.h"
#include "core/services/course_rules.h"
#include "core/services/course_service.h"
#include "core/services/identity.h"
#include "core/services/order_measure.h"
#include "core/services/signing.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;

void checkReason(base::Problems& problems, const OrderRequest& request, const domain::DoseRules& rules, int maxLength) {
    if (request.perKg && *request.perKg > rules.softPerKg && *request.perKg <= rules.maxPerKg) {
        checkText(problems, "reason", request.reason, maxLength);
    } else {
        checkLength(problems, "reason", request.reason, maxLength);
    }
}

void checkMinutes(base::Problems& problems, int minutes, const domain::DoseRules& rules) {
    if (minutes >= rules.minMinutes && minutes <= rules.maxMinutes) return;
    problems.push_back({"minutes", minutes > rules.maxMinutes ? Rule::AboveLimit : Rule::BelowLimit,
                        std::to_string(rules.minMinutes), std::to_string(rules.maxMinutes), std::to_string(minutes)});
}

void checkDates(base::Problems& problems, const std::vector<base::CalendarDate>& dates, base::CalendarDate today,
                const domain::RegimenRules& rules, const domain::ClinicCalendar& calendar) {
    for (std::size_t i = 0; i < dates.size(); ++i) {
        if (dates[i] >= today) continue;
        problems.push_back({"date_" + std::to_string(i + 1), Rule::InPast, today.iso(), {}, dates[i].iso()});
    }
    const auto misfits = domain::checkSchedule(dates, rules, calendar);
    problems.insert(problems.end(), misfits.begin(), misfits.end());
}

void checkBaseline(base::Problems& problems, const std::vector<BaselineScore>& baseline, base::CalendarDate today) {
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        const std::string field = "baseline_" + std::to_string(i + 1);
        checkRange(problems, field, baseline[i].pain, domain::kNrsRange);
        if (baseline[i].date > today) {
            problems.push_back({field, Rule::InFuture, {}, today.iso(), baseline[i].date.iso()});
        }
    }
}

// Notes without the blanks around them: a blank is no reason.
std::vector<domain::ScreeningReply> repliesOf(const OrderRequest& request) {
    auto replies = request.screening;
    for (auto& reply : replies)
        reply.note = trimmed(reply.note);
    return replies;
}

base::Done checkScreening(Unit& unit, base::Problems& problems, const OrderRequest& request,
                          const domain::ProtocolVersion& protocol) {
    const auto answers = CHAIRSIDE_TRY(unit.tx().courses().screening(request.patient));
    const auto replies = repliesOf(request);
    for (const auto& gap : domain::screeningGaps(protocol.screening, replies, answers, unit.today()))
        problems.push_back(domain::problemOf(gap));
    for (const auto& reply : replies)
        checkLength(problems, "screening." + reply.item + ".note", reply.note, unit.policy().maxNoteLength);
    return {};
}

void checkAgreement(Unit& unit, base::Problems& problems, const OrderRequest& request) {
    checkText(problems, "stop_rule", request.stopRule, unit.policy().maxNoteLength);
    if (!request.consentOn) {
        problems.push_back({"consent_on", Rule::Required, {}, {}, {}});
    } else if (*request.consentOn > unit.today()) {
        problems.push_back({"consent_on", Rule::InFuture, {}, unit.today().iso(), request.consentOn->iso()});
    }
    checkText(problems, "consent_by", request.consentTakenBy, unit.policy().maxNoteLength);
    checkText(problems, "consent_ref", request.consentReference, unit.policy().maxNoteLength);
}

struct OrderBasis {
    domain::Patient patient;
    domain::ProtocolVersion protocol;
    int number = 1;
};

base::Result<OrderBasis> loadBasis(Unit& unit, const OrderRequest& request) {
    auto patient = CHAIRSIDE_TRY(unit.tx().patients().get(request.patient));
    auto protocol = CHAIRSIDE_TRY(unit.tx().protocols().get(request.protocolVersion));
    if (!domain::mayBeTreated(patient.state)) return base::fail(Code::WrongState, "patient");
    const auto versions = CHAIRSIDE_TRY(unit.tx().protocols().list());
    if (domain::standingOf(protocol, versions, unit.today()) != domain::ProtocolStanding::Active)
        return base::fail(Code::WrongState, "protocol_version", "not_in_force");
    int number = 1;
    for (const auto& course : CHAIRSIDE_TRY(unit.tx().courses().ofPatient(patient.id))) {
        if (domain::isRunning(course.state)) return base::fail(Code::WrongState, "course");
        number = std::max(number, course.number + 1);
    }
    return OrderBasis{std::move(patient), std::move(protocol), number};
}

base::Result<OrderBasis> checkOrder(Unit& unit, const OrderRequest& request) {
    auto basis = CHAIRSIDE_TRY(loadBasis(unit, request));
    const auto& rules = basis.protocol.rules;
    base::Problems problems;
    checkPerKg(problems, request.perKg, rules.dose);
    checkReason(problems, request, rules.dose, unit.policy().maxNoteLength);
    checkMinutes(problems, request.minutes, rules.dose);
    const auto calendar = CHAIRSIDE_TRY(clinicCalendar(unit, unit.today()));
    checkDates(problems, request.dates, unit.today(), rules.regimen, calendar);
    checkText(problems, "goal", request.goal, unit.policy().maxNoteLength);
    CHAIRSIDE_TRY(checkScreening(unit, problems, request, basis.protocol));
    checkAgreement(unit, problems, request);
    CHAIRSIDE_TRY(checkMeasure(unit, problems, request, rules.dose));
    checkBaseline(problems, request.baseline, unit.today());
    checkIdentity(problems, basis.patient.details, request.initials, request.birthYear);
    requirePassword(problems, request.password);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return basis;
}

base::Done addPlan(Unit& unit, const domain::CourseId& course, const std::vector<base::CalendarDate>& dates) {
    int ordinal = 1;
    for (const auto date : dates) {
        CHAIRSIDE_TRY(unit.tx().courses().addPlanned({unit.newId<domain::PlannedInfusionId>(),
                                                      course,
                                                      ordinal++,
                                                      date,
                                                      domain::PlanState::Planned,
                                                      {},
                                                      std::nullopt}));
    }
    return {};
}

base::Done addBaseline(Unit& unit, const domain::CourseId& course, const std::vector<BaselineScore>& scores) {
    for (const auto& score : scores) {
        CHAIRSIDE_TRY(unit.tx().courses().addFollowUp(
            {unit.newId<domain::FollowUpId>(), course, domain::AssessmentKind::Baseline, score.date,
             domain::RecallFrame::Average24h, score.pain, std::nullopt, unit.now(), unit.actor().account}));
    }
    return {};
}

base::Done addAgreed(Unit& unit, const OrderRequest& request, const OrderBasis& basis,
                     const domain::CourseOrderId& order) {
    auto& courses = unit.tx().courses();
    CHAIRSIDE_TRY(courses.addAgreement({order, trimmed(request.stopRule), *request.consentOn,
                                        trimmed(request.consentTakenBy), trimmed(request.consentReference)}));
    for (const auto& reply : repliesOf(request)) {
        const auto item = std::ranges::find(basis.protocol.screening, reply.item, &domain::ScreeningItem::key);
        CHAIRSIDE_TRY(courses.addScreening({unit.newId<domain::ScreeningAnswerId>(), request.patient, order, reply.item,
                                            item->text, reply.answer, reply.note, reply.on.value_or(unit.today()),
                                            unit.now(), unit.actor().account}));
    }
    return {};
}

base::Result<domain::CourseId> writeOrder(Unit& unit, const OrderRequest& request, const OrderBasis& basis) {
    auto& courses = unit.tx().courses();
    domain::Course course{.id = unit.newId<domain::CourseId>(),
                          .patient = basis.patient.id,
                          .protocolVersion = request.protocolVersion,
                          .number = basis.number,
                          .state = domain::CourseState::Active,
                          .goal = trimmed(request.goal),
                          .stopReason = {},
                          .closedOn = std::nullopt};
    const domain::CourseOrder order{unit.newId<domain::CourseOrderId>(),
                                    course.id,
                                    1,
                                    domain::OrderKind::Initial,
                                    *request.perKg,
                                    request.minutes,
                                    trimmed(request.reason),
                                    unit.actor().account,
                                    unit.now()};
    CHAIRSIDE_TRY(courses.add(course));
    CHAIRSIDE_TRY(courses.addOrder(order));
    CHAIRSIDE_TRY(addAgreed(unit, request, basis, order.id));
    CHAIRSIDE_TRY(addMeasure(unit, request, order.id));
    CHAIRSIDE_TRY(addPlan(unit, course.id, request.dates));
    CHAIRSIDE_TRY(addBaseline(unit, course.id, request.baseline));
    CHAIRSIDE_TRY(addSignature(unit, "order", "course_order", order.id.text()));
    noteCourse(unit, course, AuditAction::Order, "initial");
    return course.id;
}

} // namespace

base::Result<domain::CourseId> CourseService::order(const Actor& actor, const OrderRequest& request) {
    const auto permission = domain::Permission::OrderCourse;
    CHAIRSIDE_TRY(confirmBeforeSigning(m_context, actor, permission, request.password, [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(checkOrder(unit, request));
        return {};
    }));
    return run(m_context, actor, permission, Access::Write, [&](Unit& unit) -> base::Result<domain::CourseId> {
        const auto basis = CHAIRSIDE_TRY(checkOrder(unit, request));
        return writeOrder(unit, request, basis);
    });
}

base::Result<std::vector<domain::ScreeningAnswer>> CourseService::screening(const Actor& actor,
                                                                            const domain::PatientId& patient) {
    return run(m_context, actor, domain::Permission::ViewPatients, Access::Read,
               [&](Unit& unit) { return unit.tx().courses().screening(patient); });
}

base::Result<domain::ClinicCalendar> CourseService::calendar(const Actor& actor) {
    return run(m_context, actor, domain::Permission::ViewPatients, Access::Read,
               [](Unit& unit) { return clinicCalendar(unit, unit.today()); });
}

} // namespace chairside::services
