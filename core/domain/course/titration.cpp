#include "core/domain/course/titration.h"

#include <algorithm>
#include <utility>

namespace chairside::domain {

namespace {

using Reasons = std::vector<TitrationReason>;

class Titration {
public:
    Titration(const TitrationInputs& inputs, const TitrationRules& rules, const DoseRules& dose)
        : m_inputs(inputs), m_rules(rules), m_dose(dose) {}

    [[nodiscard]] TitrationSuggestion suggest() const;

private:
    [[nodiscard]] bool isSerious(const TitrationPoint& point) const {
        return point.worstEventSerious || (point.worstEventGrade > 0 && point.worstEventGrade >= m_rules.stopFromGrade);
    }
    [[nodiscard]] bool hadPoorEvent(const TitrationPoint& point) const {
        return point.worstEventGrade > 0 && point.worstEventGrade >= m_rules.decreaseFromGrade;
    }
    [[nodiscard]] bool wasTooDissociated(const TitrationPoint& point) const {
        return point.worstDissociation && *point.worstDissociation > m_rules.toleratedDissociation;
    }
    [[nodiscard]] bool wasTolerated(const TitrationPoint& point) const {
        return !hadPoorEvent(point) && !wasTooDissociated(point);
    }

    [[nodiscard]] Reasons seriousEvents() const;
    [[nodiscard]] Reasons intoleranceAt(const TitrationPoint& point, bool supports) const;
    // What speaks against a hold or an increase although it does not decide: milder or earlier events.
    [[nodiscard]] Reasons objections() const;
    [[nodiscard]] std::optional<TitrationReason> dataGap() const;
    [[nodiscard]] int durableScores() const;
    [[nodiscard]] std::int64_t permille() const;
    [[nodiscard]] bool reductionAtLeast(int percent) const;
    [[nodiscard]] int infusionsAtHighestTolerated() const;
    [[nodiscard]] const TitrationPoint* earlierIntolerance(DosePerKg from) const;
    [[nodiscard]] TitrationReason byResponse(TitrationRule rule, bool supports) const;
    [[nodiscard]] DosePerKg inLimits(DosePerKg perKg) const {
        return std::clamp(perKg, m_dose.minPerKg, m_dose.maxPerKg);
    }

    [[nodiscard]] TitrationSuggestion afterPoorTolerance(const TitrationPoint& last) const;
    [[nodiscard]] TitrationSuggestion forPoorResponse() const;
    [[nodiscard]] Reasons responseBeside() const;

    const TitrationInputs& m_inputs;
    const TitrationRules& m_rules;
    const DoseRules& m_dose;
};

void append(Reasons& reasons, const Reasons& more) {
    reasons.insert(reasons.end(), more.begin(), more.end());
}

TitrationReason eventReason(TitrationRule rule, const TitrationPoint& point, bool supports) {
    return {rule, supports, point.worstEventGrade, point.worstEventTerm, point.date, point.ordinal};
}

Reasons Titration::seriousEvents() const {
    Reasons reasons;
    for (const auto& point : m_inputs.given) {
        if (isSerious(point)) reasons.push_back(eventReason(TitrationRule::SeriousEvent, point, true));
    }
    return reasons;
}

Reasons Titration::intoleranceAt(const TitrationPoint& point, bool supports) const {
    Reasons reasons;
    if (hadPoorEvent(point)) reasons.push_back(eventReason(TitrationRule::PoorlyTolerated, point, supports));
    if (wasTooDissociated(point)) {
        reasons.push_back({TitrationRule::PoorlyTolerated, supports, *point.worstDissociation, "dissociation",
                           point.date, point.ordinal});
    }
    return reasons;
}

Reasons Titration::objections() const {
    Reasons reasons;
    for (const auto& point : m_inputs.given) {
        const bool isLast = &point == &m_inputs.given.back();
        if (!wasTolerated(point)) {
            append(reasons, intoleranceAt(point, false));
        } else if (isLast && point.worstEventGrade > 0) {
            reasons.push_back(eventReason(TitrationRule::PoorlyTolerated, point, false));
        }
    }
    return reasons;
}

int Titration::durableScores() const {
    int count = 0;
    for (const auto& point : m_inputs.given)
        count += point.before ? 1 : 0;
    const bool isLater =
        m_inputs.latestPainDate && (m_inputs.given.empty() || *m_inputs.latestPainDate > m_inputs.given.back().date);
    return count + (m_inputs.latestPain && isLater ? 1 : 0);
}

std::optional<TitrationReason> Titration::dataGap() const {
    if (!m_inputs.baseline || *m_inputs.baseline <= Score{}) {
        std::optional<std::int64_t> value;
        if (m_inputs.baseline) value = m_inputs.baseline->raw();
        return TitrationReason{TitrationRule::NoBaseline, true, value, {}, {}, 0};
    }
    const int scores = durableScores();
    if (scores < m_rules.minScores || !m_inputs.latestPain) {
        return TitrationReason{TitrationRule::TooFewScores, true, scores, {}, {}, 0};
    }
    return std::nullopt;
}

std::int64_t Titration::permille() const {
    const std::int64_t gain = (*m_inputs.baseline - *m_inputs.latestPain).raw();
    return base::divideRounded(base::Wide{gain} * 1000, m_inputs.baseline->raw());
}

bool Titration::reductionAtLeast(int percent) const {
    const std::int64_t gain = (*m_inputs.baseline - *m_inputs.latestPain).raw();
    return base::Wide{gain} * 100 >= base::Wide{m_inputs.baseline->raw()} * percent;
}

int Titration::infusionsAtHighestTolerated() const {
    std::optional<DosePerKg> highest;
    int count = 0;
    for (const auto& point : m_inputs.given) {
        if (!wasTolerated(point)) continue;
        if (!highest || point.perKg > *highest) count = 0;
        highest = highest ? std::max(*highest, point.perKg) : point.perKg;
        if (point.perKg == *highest) ++count;
    }
    return count;
}

const TitrationPoint* Titration::earlierIntolerance(DosePerKg from) const {
    for (const auto& point : m_inputs.given) {
        if (!wasTolerated(point) && point.perKg <= from) return &point;
    }
    return nullptr;
}

TitrationReason Titration::byResponse(TitrationRule rule, bool supports) const {
    return {rule, supports, permille(), {}, m_inputs.latestPainDate, 0};
}

// The response is told beside a decision that was made by tolerance alone.
Reasons Titration::responseBeside() const {
    if (dataGap() || !reductionAtLeast(m_rules.goodResponsePercent)) return {};
    return {byResponse(TitrationRule::GoodResponse, false)};
}

TitrationSuggestion Titration::afterPoorTolerance(const TitrationPoint& last) const {
    TitrationSuggestion suggestion;
    suggestion.reasons = intoleranceAt(last, true);
    const DosePerKg lower = m_inputs.currentPerKg - m_rules.step;
    // Already ordered lower than what was not tolerated, or nothing lower to order: hold.
    if (m_inputs.currentPerKg < last.perKg || lower < m_dose.minPerKg) {
        suggestion.action = TitrationAction::Hold;
        suggestion.perKg = inLimits(m_inputs.currentPerKg);
    } else {
        suggestion.action = TitrationAction::Decrease;
        suggestion.perKg = inLimits(lower);
    }
    append(suggestion.reasons, responseBeside());
    return suggestion;
}

TitrationSuggestion Titration::forPoorResponse() const {
    TitrationSuggestion suggestion{TitrationAction::Hold, inLimits(m_inputs.currentPerKg), {}};
    const DosePerKg higher = m_inputs.currentPerKg + m_rules.step;
    if (const TitrationPoint* point = earlierIntolerance(higher)) {
        suggestion.reasons = intoleranceAt(*point, true);
        suggestion.reasons.push_back(byResponse(TitrationRule::PoorResponse, false));
        return suggestion;
    }
    if (higher > std::min(m_rules.maxPerKg, m_dose.maxPerKg)) {
        const std::int64_t limit = std::min(m_rules.maxPerKg, m_dose.maxPerKg).raw();
        suggestion.reasons = {{TitrationRule::AtMaximum, true, limit, {}, {}, 0},
                              byResponse(TitrationRule::PoorResponse, false)};
    } else {
        suggestion.action = TitrationAction::Increase;
        suggestion.perKg = inLimits(higher);
        suggestion.reasons = {byResponse(TitrationRule::PoorResponse, true)};
    }
    append(suggestion.reasons, objections());
    return suggestion;
}

TitrationSuggestion Titration::suggest() const {
    if (Reasons serious = seriousEvents(); !serious.empty()) {
        append(serious, responseBeside());
        return {TitrationAction::StopAndReview, std::nullopt, std::move(serious)};
    }
    if (!m_inputs.given.empty() && !wasTolerated(m_inputs.given.back())) {
        return afterPoorTolerance(m_inputs.given.back());
    }
    if (const auto gap = dataGap()) return {TitrationAction::TooFewData, std::nullopt, {*gap}};
    if (!reductionAtLeast(m_rules.noBenefitPercent) && infusionsAtHighestTolerated() >= m_rules.noBenefitInfusions) {
        return {TitrationAction::Review, std::nullopt, {byResponse(TitrationRule::NoBenefit, true)}};
    }
    if (!reductionAtLeast(m_rules.goodResponsePercent)) return forPoorResponse();
    TitrationSuggestion hold{TitrationAction::Hold, inLimits(m_inputs.currentPerKg), {}};
    hold.reasons.push_back(byResponse(TitrationRule::GoodResponse, true));
    append(hold.reasons, objections());
    return hold;
}

} // namespace

TitrationSuggestion suggestTitration(const TitrationInputs& inputs, const TitrationRules& titration,
                                     const DoseRules& dose) {
    return Titration(inputs, titration, dose).suggest();
}

} // namespace chairside::domain
