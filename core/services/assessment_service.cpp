#include "core/services/assessment_service.h"

#include <algorithm>

#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;

base::Result<std::vector<domain::Instrument>> fillable(const ServiceContext& context) {
    auto all = CHAIRSIDE_TRY(context.instruments.instruments());
    std::erase_if(all, [](const domain::Instrument& one) { return one.occasions.empty(); });
    return all;
}

void checkDay(base::Problems& problems, const AssessmentRequest& request, base::CalendarDate born,
              base::CalendarDate today) {
    if (request.date > today) {
        problems.push_back({"date", Rule::InFuture, {}, today.iso(), request.date.iso()});
    } else if (request.date < born) {
        problems.push_back({"date", Rule::InPast, born.iso(), {}, request.date.iso()});
    }
}

// What is wrong with the answers as a list; their values are judged by the instrument.
void checkAnswers(base::Problems& problems, const AssessmentRequest& request, const domain::Instrument& instrument) {
    for (const auto& item : instrument.items) {
        const auto isThis = [&item](const domain::QuestionnaireAnswer& one) {
            return one.item == item.key;
        };
        const auto found = std::ranges::find_if(request.answers, isThis);
        if (found == request.answers.end() || (!found->value && !found->missing)) {
            problems.push_back({item.key, Rule::Required, {}, {}, {}});
        } else if (found->value && found->missing) {
            problems.push_back({item.key, Rule::NotAllowed, {}, {}, {}});
        } else if (std::ranges::count_if(request.answers, isThis) > 1) {
            problems.push_back({item.key, Rule::Duplicate, {}, {}, {}});
        }
    }
    for (const auto& answer : request.answers) {
        if (instrument.item(answer.item) == nullptr) problems.push_back({answer.item, Rule::NotAllowed, {}, {}, {}});
    }
}

void checkSafety(base::Problems& problems, const domain::SafetyAnswer& safety, bool asked, int maxLength) {
    if (asked) {
        checkText(problems, "safety_done", safety.done, maxLength);
        checkText(problems, "safety_told", safety.told, maxLength);
    } else if (!safety.empty()) {
        problems.push_back({"safety_done", Rule::NotAllowed, {}, {}, {}});
    }
}

void checkReason(base::Problems& problems, const AssessmentRequest& request, int maxLength) {
    if (request.corrects) {
        checkText(problems, "reason", request.reason, maxLength);
    } else if (!request.reason.empty()) {
        problems.push_back({"reason", Rule::NotAllowed, {}, {}, {}});
    }
}

bool isCorrected(const std::vector<domain::QuestionnaireResponse>& all, const domain::QuestionnaireResponseId& id) {
    return std::ranges::find(all, std::optional(id), &domain::QuestionnaireResponse::corrects) != all.end();
}

// Whether that response may be corrected by this one.
base::Done checkCorrected(Unit& unit, const AssessmentRequest& request) {
    if (!request.corrects) return {};
    const auto all = CHAIRSIDE_TRY(unit.tx().questionnaires().ofPatient(request.patient));
    const auto old = std::ranges::find(all, *request.corrects, &domain::QuestionnaireResponse::id);
    if (old == all.end() || old->instrument != request.instrument) return base::fail(Code::NotFound, "corrects");
    if (isCorrected(all, *request.corrects)) return base::fail(Code::Conflict, "corrects");
    return {};
}

domain::QuestionnaireResponse responseOf(Unit& unit, const AssessmentRequest& request,
                                         const domain::Instrument& instrument) {
    domain::QuestionnaireResponse response{unit.newId<domain::QuestionnaireResponseId>(),
                                           request.patient,
                                           instrument.id,
                                           instrument.version,
                                           request.occasion,
                                           request.mode,
                                           request.date,
                                           unit.now(),
                                           unit.actor().account,
                                           request.corrects,
                                           trimmed(request.reason),
                                           {trimmed(request.safety.done), trimmed(request.safety.told)},
                                           {},
                                           {}};
    for (const auto& item : instrument.items) {
        response.answers.push_back(*std::ranges::find(request.answers, item.key, &domain::QuestionnaireAnswer::item));
    }
    return response;
}

// The response with its scores, or everything that is wrong with the request.
base::Result<domain::QuestionnaireResponse> checked(Unit& unit, const AssessmentRequest& request,
                                                    const domain::Instrument& instrument, base::CalendarDate born) {
    base::Problems problems;
    checkDay(problems, request, born, unit.today());
    if (!instrument.allows(request.occasion)) problems.push_back({"occasion", Rule::NotAllowed, {}, {}, {}});
    checkAnswers(problems, request, instrument);
    checkReason(problems, request, unit.policy().maxNoteLength);
    if (!problems.empty()) return base::invalid(std::move(problems));
    auto response = responseOf(unit, request, instrument);
    const auto values = domain::valuesOf(response, instrument);
    problems = domain::check(instrument, values);
    if (!problems.empty()) return base::invalid(std::move(problems));
    const auto result = domain::scoreOf(instrument, values);
    checkSafety(problems, response.safety, result.asksForSafety(), unit.policy().maxNoteLength);
    if (!problems.empty()) return base::invalid(std::move(problems));
    response.scores = domain::recordedScores(result);
    return response;
}

void score(Assessment& assessment, const domain::Instrument* instrument) {
    if (instrument == nullptr || instrument->version != assessment.response.version) return;
    const auto values = domain::valuesOf(assessment.response, *instrument);
    if (domain::check(*instrument, values).empty()) assessment.scored = domain::scoreOf(*instrument, values);
    assessment.agrees = assessment.scored && domain::recordedScores(*assessment.scored) == assessment.response.scores;
}

base::Result<PatientAssessments> readAll(Unit& unit, const domain::PatientId& patient,
                                         std::vector<domain::Instrument> instruments) {
    PatientAssessments result{std::move(instruments), {}};
    auto responses = CHAIRSIDE_TRY(unit.tx().questionnaires().ofPatient(patient));
    const auto people = CHAIRSIDE_TRY(unit.tx().accounts().list());
    for (auto& response : responses) {
        result.all.push_back({response,
                              domain::printedNameOf(people, response.recordedBy),
                              isCorrected(responses, response.id),
                              {},
                              true});
        score(result.all.back(), result.instrument(response.instrument));
    }
    std::ranges::reverse(result.all);
    return result;
}

} // namespace

const domain::Instrument* PatientAssessments::instrument(std::string_view id) const {
    const auto found = std::ranges::find(instruments, id, &domain::Instrument::id);
    return found == instruments.end() ? nullptr : &*found;
}

base::Result<domain::QuestionnaireResponseId> AssessmentService::record(const Actor& actor,
                                                                        const AssessmentRequest& request) {
    return run(m_context, actor, domain::Permission::RecordAssessment, Access::Write,
               [&](Unit& unit) -> base::Result<domain::QuestionnaireResponseId> {
                   const auto patient = CHAIRSIDE_TRY(unit.tx().patients().get(request.patient));
                   const auto instruments = CHAIRSIDE_TRY(fillable(m_context));
                   const auto instrument = std::ranges::find(instruments, request.instrument, &domain::Instrument::id);
                   if (instrument == instruments.end()) return base::fail(Code::NotFound, "instrument");
                   if (instrument->version != request.version) return base::fail(Code::Conflict, "instrument");
                   CHAIRSIDE_TRY(checkCorrected(unit, request));
                   const auto response = CHAIRSIDE_TRY(checked(unit, request, *instrument, patient.details.born));
                   CHAIRSIDE_TRY(unit.tx().questionnaires().add(response));
                   const auto action = request.corrects ? AuditAction::Correct : AuditAction::Record;
                   unit.audit(action, "questionnaire_response", response.id.text(), patient.id, instrument->id);
                   unit.changed(ChangeKind::Patient, patient.id.text(), patient.id);
                   return response.id;
               });
}

base::Result<PatientAssessments> AssessmentService::ofPatient(const Actor& actor, const domain::PatientId& patient,
                                                              Reading reading) {
    return run(m_context, actor, domain::Permission::ViewPatients, accessFor(reading),
               [&](Unit& unit) -> base::Result<PatientAssessments> {
                   CHAIRSIDE_TRY(unit.tx().patients().get(patient));
                   auto found = CHAIRSIDE_TRY(readAll(unit, patient, CHAIRSIDE_TRY(fillable(m_context))));
                   if (reading == Reading::Open) {
                       unit.audit(AuditAction::View, "questionnaire_response", {}, patient, "all");
                   }
                   return found;
               });
}

} // namespace chairside::services
