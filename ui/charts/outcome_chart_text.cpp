#include "ui/charts/outcome_chart_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>
#include <cstdlib>

#include "core/domain/course/course_state.h"
#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using services::GainEnd;

namespace {

struct OutcomeText {
    Q_DECLARE_TR_FUNCTIONS(OutcomeText)
};

QString spreadPart(const QString& moment, const services::PainSpread& spread, int given, int smallestGroup) {
    if (!spread.quartiles) {
        return OutcomeText::tr("%1: %2 of %3, fewer than %4")
            .arg(moment, countedText(spread.scores, Counted::Score), countedText(given, Counted::Infusion))
            .arg(smallestGroup);
    }
    return OutcomeText::tr("%1: median %2, quartiles %3 to %4, %5 of %6")
        .arg(moment, hundredthsText(spread.quartiles->median), hundredthsText(spread.quartiles->lower),
             hundredthsText(spread.quartiles->upper), countedText(spread.scores, Counted::Score),
             countedText(given, Counted::Infusion));
}

struct PointWords {
    std::size_t at;

    QString operator()(const WaterfallChartData& data) const {
        const auto& bar = data.bars[at];
        const QString text = OutcomeText::tr("Course %1 of %2: %3, %4 after the last infusion, %5")
                                 .arg(at + 1)
                                 .arg(data.bars.size())
                                 .arg(reductionText(bar.reductionPermille))
                                 .arg(countedText(bar.daysAfter, Counted::Day));
        return text.arg(bar.responder ? OutcomeText::tr("responder") : OutcomeText::tr("no responder"));
    }
    QString operator()(const LanesChartData& data) const {
        const auto& lane = data.lanes[at];
        return OutcomeText::tr("Course from %1: %2, %3 with an adverse event, %4, %5 on day %6")
            .arg(dateText(lane.begins))
            .arg(countedText(std::ssize(lane.infusions), Counted::Infusion))
            .arg(lane.adverse.size())
            .arg(lane.responseDay ? OutcomeText::tr("responder on day %1").arg(*lane.responseDay)
                                  : OutcomeText::tr("no response"),
                 laneEndText(lane))
            .arg(lane.followedDays);
    }
    QString operator()(const SpreadChartData& data) const {
        const auto& one = data.infusions[at];
        return OutcomeText::tr("Infusion %1. %2. %3")
            .arg(QString::number(one.ordinal),
                 spreadPart(OutcomeText::tr("Before"), one.before, one.given, data.smallestGroup),
                 spreadPart(OutcomeText::tr("After"), one.after, one.given, data.smallestGroup));
    }
    QString operator()(const GainChartData& data) const {
        const auto& step = data.curve.steps[at];
        const QString share =
            step.band ? OutcomeText::tr("%1 without, 95 % interval %2 to %3", "share")
                            .arg(shareText(step.survival), shareText(step.band->low), shareText(step.band->high))
                      : OutcomeText::tr("%1 without", "share").arg(shareText(step.survival));
        return OutcomeText::tr("Day %1: %2; %3 at risk, %4, %5 censored")
            .arg(step.day)
            .arg(share)
            .arg(step.atRisk)
            .arg(countedText(step.events, Counted::Event))
            .arg(step.censored);
    }
};

struct SentenceWords {
    QString operator()(const WaterfallChartData& data) const {
        const QString counts = OutcomeText::tr("%1 judged, %2 not judged.")
                                   .arg(countedText(data.judged, Counted::Course))
                                   .arg(data.unjudged);
        if (data.isTooSmall()) return counts + u' ' + tooFewText(data.smallestGroup);
        int responders = 0;
        for (const auto& bar : data.bars)
            responders += bar.responder ? 1 : 0;
        return OutcomeText::tr("%1 %2 of %3 responded. One point in time: it does not show how long it lasted.")
            .arg(counts)
            .arg(responders)
            .arg(data.judged);
    }
    QString operator()(const LanesChartData& data) const {
        int retreated = 0;
        int relapsed = 0;
        for (const auto& lane : data.lanes) {
            retreated += lane.end == GainEnd::Retreated ? 1 : 0;
            relapsed += lane.end == GainEnd::Relapsed ? 1 : 0;
        }
        return OutcomeText::tr("%1 started courses by first infusion: %2 relapsed, %3 were treated again.")
            .arg(data.lanes.size())
            .arg(relapsed)
            .arg(retreated);
    }
    QString operator()(const SpreadChartData& data) const {
        if (data.infusions.empty()) return OutcomeText::tr("No infusion was given.");
        const auto& first = data.infusions.front();
        const auto& last = data.infusions.back();
        return OutcomeText::tr(
                   "Pain from 0 to 10 by infusion number, higher is worse; infusion %1 was given in %2, infusion %3 in "
                   "%4. Those who stopped are not among the later ones.")
            .arg(first.ordinal)
            .arg(countedText(first.given, Counted::Course))
            .arg(last.ordinal)
            .arg(countedText(last.given, Counted::Course));
    }
    QString operator()(const GainChartData& data) const {
        const QString counts =
            OutcomeText::tr("%1 with a gain: %2 relapsed, %3 were treated again; %4 ended without a gain, %5 "
                            "cannot be followed.")
                .arg(countedText(data.curve.subjects, Counted::Course))
                .arg(data.relapsed)
                .arg(data.retreated)
                .arg(data.withoutGain)
                .arg(data.unknown);
        if (data.curve.steps.empty()) return counts + u' ' + tooFewText(data.smallestGroup);
        if (!data.curve.medianDay) return counts + u' ' + OutcomeText::tr("More than half kept the gain so far.");
        return counts + u' ' +
               OutcomeText::tr("Half kept the gain for %1.").arg(countedText(*data.curve.medianDay, Counted::Day));
    }
};

} // namespace

QString reductionText(int permille) {
    if (permille == 0) return OutcomeText::tr("no change");
    const QString number = numberText(std::int64_t{std::abs(permille)} * 100);
    return permille > 0 ? OutcomeText::tr("%1 % better").arg(number) : OutcomeText::tr("%1 % worse").arg(number);
}

QString shareText(double share) {
    return OutcomeText::tr("%1 %", "per cent").arg(numberText(std::llround(share * 1000) * 100));
}

QString hundredthsText(double value) {
    return numberText(std::llround(value * 100) * 10);
}

QString tooFewText(int smallestGroup) {
    return OutcomeText::tr("Fewer than %1: too few to show.").arg(smallestGroup);
}

QString laneEndText(const services::CourseLane& lane) {
    if (lane.end == GainEnd::Retreated) return OutcomeText::tr("re-treated");
    if (lane.end == GainEnd::Relapsed) return OutcomeText::tr("relapsed");
    if (domain::isRunning(lane.state)) return OutcomeText::tr("course running");
    if (lane.end == GainEnd::NoGain) return OutcomeText::tr("ended without a gain");
    if (lane.end == GainEnd::Unknown) return OutcomeText::tr("scores missing");
    return OutcomeText::tr("followed so far");
}

QString responderLineText(const std::vector<int>& percents) {
    QStringList texts;
    for (const int percent : percents)
        texts << percentText(percent);
    return OutcomeText::tr("%1 better").arg(texts.join(OutcomeText::tr(" or ")));
}

QString pointText(const OutcomeChart& chart, int point) {
    if (point < 0 || point >= pointCount(chart)) return {};
    return std::visit(PointWords{static_cast<std::size_t>(point)}, chart);
}

QString chartSentence(const OutcomeChart& chart) {
    return std::visit(SentenceWords{}, chart);
}

} // namespace chairside::ui
