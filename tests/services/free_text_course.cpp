#include "tests/services/free_text.h"

namespace chairside::test {

using domain::CourseAct;
using domain::OrderKind;
using services::Reading;
using Text = const std::string&;

namespace {

// What was agreed with the patient, as it is kept beside the first order.
domain::OrderAgreement agreementOf(Desk& d, const domain::CourseId& course) {
    std::optional<domain::OrderAgreement> result;
    const auto order = d.clinic.review(course).orders.front().id;
    need(d.clinic.store.read([&](services::Transaction& tx) -> base::Done {
        result = need(tx.courses().agreement(order));
        return {};
    }));
    return result.value();
}

FreeText ofAgreement(const char* field, const char* column, std::string services::OrderRequest::*asked,
                     std::string domain::OrderAgreement::*kept) {
    return {field, {column}, [asked, kept](Desk& d, Text t) {
                auto order = d.order();
                order.*asked = t;
                return agreementOf(d, typed(d.services.courses.order(d.physician, order))).*kept;
            }};
}

// A course that is held with this reason, or first with another one and then what is asked for.
std::string reasonOfAct(Desk& d, CourseAct act, Text t) {
    const auto course = d.clinic.orderedCourse(d.patient());
    if (act == CourseAct::Resume)
        need(d.services.courses.act(d.physician, {course, CourseAct::Hold, "ill", {}, kPassword}));
    std::optional<base::CalendarDate> on;
    if (act == CourseAct::Resume) on = d.clinic.planned(course, 1).date;
    typed(d.services.courses.act(d.physician, {course, act, t, on, kPassword}));
    return d.clinic.review(course).orders.back().reason;
}

std::vector<FreeText> orderTexts() {
    using services::OrderRequest;
    return {
        {"order_goal",
         {"course.goal"},
         [](Desk& d, Text t) {
             auto order = d.order();
             order.goal = t;
             return d.clinic.review(typed(d.services.courses.order(d.physician, order))).course.goal;
         }},
        {"order_reason",
         {"course_order.reason"},
         [](Desk& d, Text t) {
             auto order = d.order();
             order.perKg = perKg(1'500);
             order.reason = t;
             return d.clinic.review(typed(d.services.courses.order(d.physician, order))).orders.front().reason;
         }},
        ofAgreement("stop_rule", "order_agreement.stop_rule", &OrderRequest::stopRule,
                    &domain::OrderAgreement::stopRule),
        ofAgreement("consent_taken_by", "order_agreement.consent_taken_by", &OrderRequest::consentTakenBy,
                    &domain::OrderAgreement::consentTakenBy),
        ofAgreement("consent_reference", "order_agreement.consent_reference", &OrderRequest::consentReference,
                    &domain::OrderAgreement::consentReference),
        {"screening_note",
         {"screening_answer.note"},
         [](Desk& d, Text t) {
             using Answer = domain::AnswerKind;
             auto order = d.order(kScreeningProtocol);
             order.screening = {{"psychosis", Answer::Favourable, ""},
                                {"substances", Answer::Unfavourable, t},
                                {"pregnancy", Answer::NotApplicable, ""},
                                {"ecg", Answer::NotApplicable, ""},
                                {"snoring", Answer::Favourable, ""}};
             typed(d.services.courses.order(d.physician, order));
             const auto all = need(d.services.courses.screening(d.physician, order.patient));
             return std::ranges::find(all, "substances", &domain::ScreeningAnswer::item)->note;
         }},
    };
}

std::vector<FreeText> assessmentTexts() {
    return {
        {"safety_done",
         {"questionnaire_response.safety_done"},
         [](Desk& d, Text t) {
             return d.safetyAnswer({t, "Dr Okafor"}).safety.done;
         }},
        {"safety_told",
         {"questionnaire_response.safety_told"},
         [](Desk& d, Text t) {
             return d.safetyAnswer({"asked about plans", t}).safety.told;
         }},
        {"assessment_correction",
         {"questionnaire_response.correction_reason"},
         [](Desk& d, Text t) {
             return d.safetyAnswer({"asked", "Dr Okafor"}, t).correctionReason;
         }},
    };
}

} // namespace

std::vector<FreeText> courseTexts() {
    auto all = orderTexts();
    for (auto& text : assessmentTexts())
        all.push_back(std::move(text));
    const std::vector<FreeText> later{
        {"dose_decision_reason",
         {"course_order.reason"},
         [](Desk& d, Text t) {
             typed(d.services.courses.decideDose(d.physician, {d.course(), OrderKind::Keep, {}, t, kPassword}));
             return d.clinic.review(d.course()).orders.back().reason;
         }},
        {"not_given_reason",
         {"planned_infusion.reason"},
         [](Desk& d, Text t) {
             const auto course = d.clinic.orderedCourse(d.patient());
             typed(d.services.courses.recordNotGiven(d.nurse, d.clinic.planned(course, 1).id, domain::PlanState::Missed,
                                                     t));
             return d.clinic.planned(course, 1).reason;
         }},
        {"stop_decision_reason",
         {"course.stop_reason", "course_order.reason"},
         [](Desk& d, Text t) {
             const auto course = d.clinic.orderedCourse(d.patient());
             typed(d.services.courses.decideDose(d.physician, {course, OrderKind::Stop, {}, t, kPassword}));
             return d.clinic.review(course).course.stopReason;
         }},
        {"course_hold_reason",
         {"course_order.reason"},
         [](Desk& d, Text t) {
             return reasonOfAct(d, CourseAct::Hold, t);
         }},
        {"course_resume_reason",
         {"course_order.reason"},
         [](Desk& d, Text t) {
             return reasonOfAct(d, CourseAct::Resume, t);
         }},
        {"stop_reason",
         {"course_order.reason"},
         [](Desk& d, Text t) {
             return reasonOfAct(d, CourseAct::Stop, t);
         }},
        {"retreatment_reason",
         {"retreatment_decision.reason"},
         [](Desk& d, Text t) {
             const auto course = d.clinic.orderedCourse(d.patient());
             need(d.services.courses.decideDose(d.physician, {course, OrderKind::Stop, {}, "moved away", kPassword}));
             typed(d.services.courses.decideRetreatment(d.physician, {course, domain::DecisionKind::Retreat, {}, t}));
             return d.clinic.review(course).decisions.back().reason;
         }},
    };
    all.insert(all.end(), later.begin(), later.end());
    return all;
}

} // namespace chairside::test
