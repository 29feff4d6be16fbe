#include "core/store/repositories/questionnaire_repository.h"

#include <map>

#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

using domain::QuestionnaireResponse;
using domain::QuestionnaireResponseId;

// A response of a duplicate is the survivor's.
constexpr Sql kResponse("SELECT id, COALESCE((SELECT p.merged_into FROM patient p"
                        " WHERE p.id = questionnaire_response.patient_id), patient_id), instrument, "
                        "instrument_version, occasion, mode, assessed_on,"
                        " recorded_at, recorded_offset, recorded_by, corrects, correction_reason, safety_done,"
                        " safety_told FROM questionnaire_response WHERE id = ?");
constexpr Sql kResponses("SELECT id, COALESCE((SELECT p.merged_into FROM patient p"
                         " WHERE p.id = questionnaire_response.patient_id), patient_id), instrument, "
                         "instrument_version, occasion, mode, assessed_on,"
                         " recorded_at, recorded_offset, recorded_by, corrects, correction_reason, safety_done,"
                         " safety_told FROM questionnaire_response WHERE patient_id = ?"
                         " OR patient_id IN (SELECT q.id FROM patient q WHERE q.merged_into = ?)"
                         " ORDER BY assessed_on, recorded_at, id");
constexpr Sql kAnswers("SELECT response_id, item, value, missing FROM questionnaire_answer WHERE response_id = ?"
                       " ORDER BY position");
constexpr Sql
    kPatientAnswers("SELECT a.response_id, a.item, a.value, a.missing FROM questionnaire_response r"
                    " JOIN questionnaire_answer a ON a.response_id = r.id WHERE r.patient_id = ?"
                    " OR r.patient_id IN (SELECT q.id FROM patient q WHERE q.merged_into = ?) ORDER BY a.position");
constexpr Sql kScores("SELECT response_id, scale, score_thousandths, answered, items, prorated"
                      " FROM questionnaire_score WHERE response_id = ? ORDER BY position");
constexpr Sql kPatientScores("SELECT s.response_id, s.scale, s.score_thousandths, s.answered, s.items, s.prorated"
                             " FROM questionnaire_response r JOIN questionnaire_score s ON s.response_id = r.id"
                             " WHERE r.patient_id = ?"
                             " OR r.patient_id IN (SELECT q.id FROM patient q WHERE q.merged_into = ?)"
                             " ORDER BY s.position");
constexpr Sql kInsertResponse("INSERT INTO questionnaire_response (id, patient_id, instrument, instrument_version,"
                              " occasion, mode, assessed_on, recorded_at, recorded_offset, recorded_by, corrects,"
                              " correction_reason, safety_done, safety_told)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kInsertAnswer("INSERT INTO questionnaire_answer (response_id, position, item, value, missing)"
                            " VALUES (?, ?, ?, ?, ?)");
constexpr Sql kInsertScore("INSERT INTO questionnaire_score (response_id, position, scale, score_thousandths,"
                           " answered, items, prorated) VALUES (?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kQuestionnaireAll[] = {kResponse,      kResponses,      kAnswers,      kPatientAnswers, kScores,
                                     kPatientScores, kInsertResponse, kInsertAnswer, kInsertScore};

QuestionnaireResponse toResponse(RowReader& row) {
    const auto id = row.id<QuestionnaireResponseId>();
    const auto patient = row.id<domain::PatientId>();
    auto instrument = row.text();
    auto version = row.text();
    const auto occasion = row.key<domain::Occasion>();
    const auto mode = row.key<domain::ResponseMode>();
    const auto date = row.date();
    const auto recordedAt = row.instant();
    const auto recordedBy = row.id<domain::AccountId>();
    const auto corrects = row.optionalId<QuestionnaireResponseId>();
    auto reason = row.text();
    auto done = row.text();
    auto told = row.text();
    return {id,
            patient,
            std::move(instrument),
            std::move(version),
            occasion,
            mode,
            date,
            recordedAt,
            recordedBy,
            corrects,
            std::move(reason),
            {std::move(done), std::move(told)},
            {},
            {}};
}

// A part and the response it belongs to.
template <class Part>
struct PartOf {
    QuestionnaireResponseId response;
    Part part;
};

PartOf<domain::QuestionnaireAnswer> toAnswer(RowReader& row) {
    const auto response = row.id<QuestionnaireResponseId>();
    auto item = row.text();
    const auto value = row.optionalWhole();
    return {response, {std::move(item), value, row.optionalKey<domain::MissingReason>()}};
}

PartOf<domain::RecordedScore> toScore(RowReader& row) {
    const auto response = row.id<QuestionnaireResponseId>();
    auto scale = row.text();
    const auto score = row.optionalQuantity<domain::Score>();
    const int answered = row.whole();
    const int items = row.whole();
    return {response, {std::move(scale), score, answered, items, row.flag()}};
}

// Reads the parts of all the responses and puts each where it belongs.
base::Done readParts(Connection& connection, Sql answers, Sql scores, const Values& bound,
                     std::vector<QuestionnaireResponse>& responses) {
    std::map<QuestionnaireResponseId, QuestionnaireResponse*> byId;
    for (auto& response : responses)
        byId.emplace(response.id, &response);
    for (auto& one : CHAIRSIDE_TRY(readAll<PartOf<domain::QuestionnaireAnswer>>(connection, "questionnaire_answer",
                                                                                answers, bound, toAnswer))) {
        byId.at(one.response)->answers.push_back(std::move(one.part));
    }
    for (auto& one : CHAIRSIDE_TRY(
             readAll<PartOf<domain::RecordedScore>>(connection, "questionnaire_score", scores, bound, toScore))) {
        byId.at(one.response)->scores.push_back(std::move(one.part));
    }
    return {};
}

} // namespace

base::Result<QuestionnaireResponse> SqlQuestionnaireRepository::get(const QuestionnaireResponseId& id) {
    auto& connection = m_session.connection();
    std::vector found{CHAIRSIDE_TRY(
        readOne<QuestionnaireResponse>(connection, "questionnaire_response", kResponse, values(id), toResponse))};
    CHAIRSIDE_TRY(readParts(connection, kAnswers, kScores, values(id), found));
    return std::move(found.front());
}

base::Result<std::vector<QuestionnaireResponse>>
SqlQuestionnaireRepository::ofPatient(const domain::PatientId& patient) {
    auto& connection = m_session.connection();
    auto found = CHAIRSIDE_TRY(readAll<QuestionnaireResponse>(connection, "questionnaire_response", kResponses,
                                                              values(patient, patient), toResponse));
    if (!found.empty()) {
        CHAIRSIDE_TRY(readParts(connection, kPatientAnswers, kPatientScores, values(patient, patient), found));
    }
    return found;
}

base::Done SqlQuestionnaireRepository::add(const QuestionnaireResponse& response) {
    CHAIRSIDE_TRY(m_session.insert(Table::QuestionnaireResponse, response.id.text(), kInsertResponse,
                                   values(response.id, response.patient, response.instrument, response.version,
                                          response.occasion, response.mode, response.date, response.recordedAt,
                                          response.recordedBy, response.corrects, response.correctionReason,
                                          response.safety.done, response.safety.told)));
    return addParts(response);
}

base::Done SqlQuestionnaireRepository::addParts(const QuestionnaireResponse& response) {
    std::int64_t position = 0;
    for (const auto& answer : response.answers) {
        CHAIRSIDE_TRY(m_session.insertPart(kInsertAnswer,
                                           values(response.id, ++position, answer.item, answer.value, answer.missing)));
    }
    position = 0;
    for (const auto& score : response.scores) {
        CHAIRSIDE_TRY(m_session.insertPart(kInsertScore, values(response.id, ++position, score.scale, score.score,
                                                                score.answered, score.items, score.prorated)));
    }
    return {};
}

std::span<const Sql> questionnaireStatements() {
    return kQuestionnaireAll;
}

} // namespace chairside::store
