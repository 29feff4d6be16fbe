#include "core/domain/outcome/response.h"

namespace chairside::domain {

namespace {

using base::divideRounded;
using base::Wide;

constexpr int kPointScale = 10; // points are told on 0-10 whatever the scale

// gain / baseline against percent / 100, without a division.
bool atLeast(std::int64_t gain, std::int64_t baseline, int percent) {
    return Wide{gain} * 100 >= Wide{baseline} * percent;
}

bool moreThan(std::int64_t gain, std::int64_t baseline, int percent) {
    return Wide{gain} * 100 > Wide{baseline} * percent;
}

std::optional<NotEvaluableReason> whyNotEvaluable(std::optional<Score> baseline, std::optional<Score> now,
                                                  int scaleMax) {
    if (!baseline) return NotEvaluableReason::BaselineMissing;
    if (!now) return NotEvaluableReason::ScoreMissing;
    const Score top = Score::ofWhole(scaleMax);
    if (*baseline < Score{} || *baseline > top || *now < Score{} || *now > top) {
        return NotEvaluableReason::OutOfRange;
    }
    if (*baseline == Score{}) return NotEvaluableReason::BaselineZero;
    return std::nullopt;
}

} // namespace

ResponseCategory responseBand(std::int64_t gain, std::int64_t baseline, const ResponseRules& rules) {
    if (atLeast(gain, baseline, rules.substantialPercent)) return ResponseCategory::Substantial;
    if (atLeast(gain, baseline, rules.moderatePercent)) return ResponseCategory::Moderate;
    if (atLeast(gain, baseline, rules.minimalPercent)) return ResponseCategory::Minimal;
    // IMMPACT gives no band for worsening; the minimal one is mirrored.
    if (atLeast(-gain, baseline, rules.minimalPercent)) return ResponseCategory::Worse;
    return ResponseCategory::None;
}

Response judgeResponse(std::optional<Score> baseline, std::optional<Score> now, int scaleMax,
                       const ResponseRules& rules) {
    Response response;
    response.reason = whyNotEvaluable(baseline, now, scaleMax);
    if (response.reason) {
        response.worsenedFromZero = response.reason == NotEvaluableReason::BaselineZero && *now > Score{};
        return response;
    }
    const std::int64_t from = baseline->raw();
    const std::int64_t gain = (*baseline - *now).raw();
    response.category = responseBand(gain, from, rules);
    response.reductionPermille = static_cast<int>(divideRounded(Wide{gain} * 1000, from));
    response.atLeastModerate = atLeast(gain, from, rules.moderatePercent);
    response.atLeastSubstantial = atLeast(gain, from, rules.substantialPercent);
    response.trialResponder = moreThan(gain, from, rules.trialPercent);
    response.points = Score::ofRaw(divideRounded(Wide{gain} * kPointScale, scaleMax));
    response.meaningfulPoints = Wide{gain} * kPointScale >= Wide{rules.meaningfulPoints.raw()} * scaleMax;
    return response;
}

std::optional<Score> meanOf(std::span<const Score> scores) {
    if (scores.empty()) return std::nullopt;
    Wide sum = 0;
    for (const Score score : scores)
        sum += score.raw();
    return Score::ofRaw(divideRounded(sum, static_cast<std::int64_t>(scores.size())));
}

Score scoreAtReduction(Score baseline, int percent) {
    return Score::ofRaw(divideRounded(Wide{baseline.raw()} * (100 - percent), 100));
}

} // namespace chairside::domain
