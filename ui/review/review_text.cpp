#include "ui/review/review_text.h"
#include "ui/format/protocol_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <cstdlib>

#include "core/domain/course/course_state.h"
#include "ui/charts/chart_text.h"
#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::TitrationAction;
using domain::TitrationRule;
using domain::WindowState;

namespace {

struct ReviewText {
    Q_DECLARE_TR_FUNCTIONS(ReviewText)
};

QString perKgText(const std::optional<domain::DosePerKg>& perKg) {
    return perKg ? perText(*perKg, u"mg", u"kg") : QString();
}

QString whereAndWhen(const domain::TitrationReason& reason) {
    QStringList parts;
    if (reason.ordinal > 0) parts << ReviewText::tr("infusion %1").arg(reason.ordinal);
    if (reason.date) parts << dateText(*reason.date);
    return parts.join(u", "_s);
}

QString withPlace(const QString& text, const domain::TitrationReason& reason) {
    const QString place = whereAndWhen(reason);
    return place.isEmpty() ? text : ReviewText::tr("%1, %2", "reason, where and when").arg(text, place);
}

QString eventReason(const domain::TitrationReason& reason) {
    const auto value = reason.value.value_or(0);
    // Dissociation comes as the score on the protocol's scale.
    const QString what = reason.text == "dissociation" && reason.rule == TitrationRule::PoorlyTolerated
                             ? ReviewText::tr("dissociation %1").arg(value)
                             : eventText({reason.text, {}, static_cast<int>(value)});
    return withPlace(what, reason);
}

QString painReason(const domain::TitrationReason& reason, const services::CourseReview& review) {
    const auto percent = percentBetter(review.baseline, review.latest);
    if (!percent) return withPlace(ReviewText::tr("pain response"), reason);
    const QString scores =
        ReviewText::tr("%1 → %2", "pain scores").arg(scoreNumber(*review.baseline), scoreNumber(*review.latest));
    const QString change = *percent >= 0
                               ? ReviewText::tr("pain down %1 (%2)").arg(percentText(*percent), scores)
                               : ReviewText::tr("pain up %1 (%2)").arg(percentText(std::abs(*percent)), scores);
    return withPlace(change, reason);
}

// Tenths of a per cent, cut towards the side the answer is on.
QString exactPercent(int permille) {
    return ReviewText::tr("%1 %").arg(numberText(std::int64_t{std::abs(permille)} * 100));
}

QString whyNotEvaluable(const domain::Response& response) {
    switch (response.reason.value_or(domain::NotEvaluableReason::ScoreMissing)) {
    case domain::NotEvaluableReason::BaselineMissing:
        return ReviewText::tr("no baseline was recorded");
    case domain::NotEvaluableReason::BaselineZero:
        return ReviewText::tr("the baseline is 0");
    case domain::NotEvaluableReason::ScoreMissing:
        return ReviewText::tr("there is no score yet");
    case domain::NotEvaluableReason::OutOfRange:
        return ReviewText::tr("a score is outside its scale");
    }
    return {};
}

QString stateText(domain::CourseState state) {
    switch (state) {
    case domain::CourseState::Active:
        return ReviewText::tr("active");
    case domain::CourseState::OnHold:
        return ReviewText::tr("on hold");
    case domain::CourseState::Stopped:
        return ReviewText::tr("stopped");
    case domain::CourseState::Completed:
        return ReviewText::tr("completed");
    }
    return {};
}

} // namespace

QString ruleId(TitrationRule rule) {
    return u"T-%1"_s.arg(static_cast<int>(rule) + 1);
}

QString ruleText(TitrationRule rule) {
    switch (rule) {
    case TitrationRule::SeriousEvent:
        return ReviewText::tr("a severe event, or one judged serious");
    case TitrationRule::PoorlyTolerated:
        return ReviewText::tr("the last infusion was poorly tolerated");
    case TitrationRule::NoBenefit:
        return ReviewText::tr("no benefit at the highest tolerated dose");
    case TitrationRule::GoodResponse:
        return ReviewText::tr("good response that lasts");
    case TitrationRule::PoorResponse:
        return ReviewText::tr("poor response, well tolerated");
    case TitrationRule::AtMaximum:
        return ReviewText::tr("poor response at the highest dose");
    case TitrationRule::TooFewScores:
        return ReviewText::tr("too few scores");
    case TitrationRule::NoBaseline:
        return ReviewText::tr("no baseline");
    }
    return {};
}

QString suggestionText(const domain::TitrationSuggestion& suggestion) {
    const QString dose = perKgText(suggestion.perKg);
    switch (suggestion.action) {
    case TitrationAction::StopAndReview:
        return ReviewText::tr("Stop and review");
    case TitrationAction::Decrease:
        return ReviewText::tr("Lower to %1").arg(dose);
    case TitrationAction::Hold:
        return ReviewText::tr("Stay at %1").arg(dose);
    case TitrationAction::Increase:
        return ReviewText::tr("Raise to %1").arg(dose);
    case TitrationAction::Review:
        return ReviewText::tr("Review: no benefit so far");
    case TitrationAction::TooFewData:
        return ReviewText::tr("Too few data to suggest a dose");
    }
    return {};
}

QString reasonText(const domain::TitrationReason& reason, const services::CourseReview& review) {
    const auto& rules = review.protocol.rules.titration;
    switch (reason.rule) {
    case TitrationRule::SeriousEvent:
    case TitrationRule::PoorlyTolerated:
        return eventReason(reason);
    case TitrationRule::NoBenefit:
        return ReviewText::tr("%1; no benefit after %2 at the highest tolerated dose")
            .arg(painReason(reason, review), countedText(rules.noBenefitInfusions, Counted::Infusion));
    case TitrationRule::GoodResponse:
        return painReason(reason, review);
    case TitrationRule::PoorResponse:
        return ReviewText::tr("%1; less than %2")
            .arg(painReason(reason, review), percentText(rules.goodResponsePercent));
    case TitrationRule::AtMaximum:
        return ReviewText::tr("a further step would pass the maximum of %1")
            .arg(perKgText(domain::DosePerKg::ofRaw(reason.value.value_or(rules.maxPerKg.raw()))));
    case TitrationRule::TooFewScores:
        return ReviewText::tr("%1 of %2 pain scores needed").arg(reason.value.value_or(0)).arg(rules.minScores);
    case TitrationRule::NoBaseline:
        return reason.value ? ReviewText::tr("the baseline is 0, so no change can be told")
                            : ReviewText::tr("no baseline was recorded");
    }
    return {};
}

QString responderText(const services::CourseReview& review) {
    const auto& response = review.overall;
    const int needed = review.protocol.rules.response.moderatePercent;
    const auto percent = percentBetter(review.baseline, review.latest);
    if (!percent || !response.reductionPermille) {
        return ReviewText::tr("Responder: cannot be told, %1").arg(whyNotEvaluable(response));
    }
    // 29.6 % reads as 30 % and yet is not enough.
    const bool contradicts = !response.atLeastModerate && *percent >= needed;
    const QString change = contradicts ? ReviewText::tr("%1 better").arg(exactPercent(*response.reductionPermille))
                                       : percentBetterText(*percent);
    return response.atLeastModerate ? ReviewText::tr("Responder: yes, %1 (%2 needed)").arg(change, percentText(needed))
                                    : ReviewText::tr("Responder: no, %1 (%2 needed)").arg(change, percentText(needed));
}

QString relapseText(const services::CourseReview& review) {
    const QString share = percentText(review.protocol.rules.retreatment.relapsePercent);
    if (!review.relapsed) return ReviewText::tr("Lost %1 of the gain: not known").arg(share);
    return *review.relapsed ? ReviewText::tr("Lost %1 of the gain: yes").arg(share)
                            : ReviewText::tr("Lost %1 of the gain: no").arg(share);
}

QString nextDecisionText(const services::CourseReview& review) {
    if (domain::isRunning(review.course.state)) return ReviewText::tr("Next decision: after the course");
    if (!review.decisions.empty()) {
        const auto& last = review.decisions.back();
        if (last.kind != domain::DecisionKind::Postpone) return ReviewText::tr("Next decision: none, it is decided");
        if (last.until) return ReviewText::tr("Next decision: %1").arg(dateText(*last.until));
    }
    const auto& window = review.window;
    if (window.state == WindowState::BeforeWindow && window.opens) {
        return ReviewText::tr("Next decision: from %1").arg(dateText(*window.opens));
    }
    if (window.state == WindowState::InWindow && window.closes) {
        return ReviewText::tr("Next decision: by %1").arg(dateText(*window.closes));
    }
    if (window.state == WindowState::AfterWindow && window.closes) {
        return ReviewText::tr("Next decision: overdue since %1").arg(dateText(window.closes->plusDays(1)));
    }
    return ReviewText::tr("Next decision: now");
}

QString windowDayText(const domain::RetreatmentWindow& window) {
    if (!window.opens) return {};
    return ReviewText::tr("now day %1").arg(window.days);
}

QString courseText(const domain::Course& course) {
    return ReviewText::tr("Course %1, %2").arg(course.number).arg(stateText(course.state));
}

QString orderText(const services::CourseReview& review) {
    const QString protocol = versionTitle(review.protocol.name, review.protocol.version);
    if (review.orders.empty()) return protocol;
    const auto& order = review.orders.back();
    return ReviewText::tr("%1 — order %2 over %3")
        .arg(protocol, perText(order.perKg, u"mg", u"kg"), countedText(order.minutes, Counted::Minute));
}

} // namespace chairside::ui
