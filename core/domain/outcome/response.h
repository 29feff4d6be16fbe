// How much better or worse: percent change of a pain score against its baseline, on integers.
// Bands: IMMPACT (Dworkin 2008): at least 50 % substantial, 30 % moderate, 10 % minimal; the ketamine trials' own rule
// is "more than 50 %". Same-day change and durable change are two series and are never joined.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/domain/protocol/protocol_rules.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

enum class ResponseCategory { Substantial, Moderate, Minimal, None, Worse, NotEvaluable };
enum class NotEvaluableReason { BaselineMissing, BaselineZero, ScoreMissing, OutOfRange };

struct Response {
    ResponseCategory category = ResponseCategory::NotEvaluable;
    std::optional<NotEvaluableReason> reason; // only with NotEvaluable
    std::optional<int> reductionPermille;     // tenths of a percent, rounded; negative: worse
    bool atLeastModerate = false;             // >= moderatePercent, compared exactly
    bool atLeastSubstantial = false;          // >= substantialPercent
    bool trialResponder = false;              // > trialPercent
    bool worsenedFromZero = false;            // baseline 0 and now above
    Score points;                             // baseline - now, on 0-10 (VAS scaled down by 10)
    bool meaningfulPoints = false;            // points >= ResponseRules::meaningfulPoints
};

// The band of a fall of `gain` from `baseline` (same unit, baseline above 0); as large a rise as the minimal band is
// worse.
[[nodiscard]] ResponseCategory responseBand(std::int64_t gain, std::int64_t baseline, const ResponseRules& rules);

// scaleMax: 10 for NRS, 100 for VAS, whole points.
[[nodiscard]] Response judgeResponse(std::optional<Score> baseline, std::optional<Score> now, int scaleMax,
                                     const ResponseRules& rules);

// Mean rounded to a thousandth of a point; nothing for no scores.
[[nodiscard]] std::optional<Score> meanOf(std::span<const Score> scores);

// The score at which the reduction is exactly `percent`, for reference lines: 7.4 and 30 -> 5.18.
[[nodiscard]] Score scoreAtReduction(Score baseline, int percent);

} // namespace chairside::domain
