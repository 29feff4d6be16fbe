#include "core/domain/instrument/questionnaire_response.h"

#include <algorithm>

namespace chairside::domain {

namespace {

constexpr int kStoredDecimals = 3;

} // namespace

const RecordedScore* QuestionnaireResponse::score(std::string_view scale) const {
    const auto found = std::ranges::find(scores, scale, &RecordedScore::scale);
    return found == scores.end() ? nullptr : &*found;
}

std::vector<RecordedScore> recordedScores(const InstrumentResult& result) {
    std::vector<RecordedScore> scores;
    for (const auto& scale : result.scales) {
        const auto value = scale.value ? std::optional(scale.value->rounded(kStoredDecimals)) : std::nullopt;
        scores.push_back({scale.key, value, scale.answered, scale.items, scale.prorated});
    }
    return scores;
}

ItemValues valuesOf(const QuestionnaireResponse& response, const Instrument& instrument) {
    ItemValues values;
    for (const auto& item : instrument.items) {
        const auto answer = std::ranges::find(response.answers, item.key, &QuestionnaireAnswer::item);
        values.push_back(answer == response.answers.end() ? std::nullopt : answer->value);
    }
    return values;
}

std::vector<QuestionnaireResponse> standing(std::span<const QuestionnaireResponse> responses) {
    std::vector<QuestionnaireResponse> result;
    for (const auto& response : responses) {
        const bool replaced = std::ranges::any_of(
            responses, [&response](const QuestionnaireResponse& other) { return other.corrects == response.id; });
        if (!replaced) result.push_back(response);
    }
    return result;
}

} // namespace chairside::domain
