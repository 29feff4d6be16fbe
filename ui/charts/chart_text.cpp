#include "ui/charts/chart_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <cstdlib>
#include <iterator>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChartText {
    Q_DECLARE_TR_FUNCTIONS(ChartText)
};

// Each is the whole name of an event; the key is what the store holds.
struct Term {
    const char* key;
    const char* name;
};

constexpr Term kTerms[] = {
    {"nausea", QT_TRANSLATE_NOOP("ChartText", "nausea")},
    {"dizziness", QT_TRANSLATE_NOOP("ChartText", "dizziness")},
    {"drowsiness", QT_TRANSLATE_NOOP("ChartText", "drowsiness")},
    {"headache", QT_TRANSLATE_NOOP("ChartText", "headache")},
    {"dissociation", QT_TRANSLATE_NOOP("ChartText", "dissociation")},
    {"vomiting", QT_TRANSLATE_NOOP("ChartText", "vomiting")},
    {"hallucination", QT_TRANSLATE_NOOP("ChartText", "hallucination")},
    {"anxiety", QT_TRANSLATE_NOOP("ChartText", "anxiety")},
    {"confusion", QT_TRANSLATE_NOOP("ChartText", "confusion")},
    {"agitation", QT_TRANSLATE_NOOP("ChartText", "agitation")},
    {"blurred_vision", QT_TRANSLATE_NOOP("ChartText", "blurred vision")},
    {"nystagmus", QT_TRANSLATE_NOOP("ChartText", "nystagmus")},
    {"paraesthesia", QT_TRANSLATE_NOOP("ChartText", "paraesthesia")},
    {"hypertension", QT_TRANSLATE_NOOP("ChartText", "hypertension")},
    {"tachycardia", QT_TRANSLATE_NOOP("ChartText", "tachycardia")},
    {"hypotension", QT_TRANSLATE_NOOP("ChartText", "hypotension")},
    {"desaturation", QT_TRANSLATE_NOOP("ChartText", "desaturation")},
    {"laryngospasm", QT_TRANSLATE_NOOP("ChartText", "laryngospasm")},
    {"salivation", QT_TRANSLATE_NOOP("ChartText", "salivation")},
    {"infusion_site_pain", QT_TRANSLATE_NOOP("ChartText", "infusion site pain")},
    {"urinary_symptoms", QT_TRANSLATE_NOOP("ChartText", "urinary symptoms")},
    {"raised_liver_enzymes", QT_TRANSLATE_NOOP("ChartText", "raised liver enzymes")},
};

// Where the newest score stands: "before infusion 6", "at the follow-up on 17-Feb-2025".
QString placeOf(const LatestScore& latest) {
    if (latest.ordinal > 0) return ChartText::tr("before infusion %1").arg(latest.ordinal);
    return ChartText::tr("at the follow-up on %1").arg(dateText(latest.date));
}

QString spokenPercent(int percent) {
    if (percent == 0) return ChartText::tr("no change");
    return percent > 0 ? ChartText::tr("%1 per cent better").arg(percent)
                       : ChartText::tr("%1 per cent worse").arg(std::abs(percent));
}

// Why there is no per cent, as the end of a sentence.
QString whyNoPercent(const ResponseChartData& data) {
    if (!data.baseline) return ChartText::tr("no per cent, because no baseline was recorded");
    return ChartText::tr("no per cent, because the baseline is 0");
}

QString scoresText(const ResponseChartData& data) {
    return ChartText::tr("%1 of %2 scores").arg(data.durableScores).arg(data.durableExpected);
}

QString scoreText(const QString& label, const std::optional<ChartScore>& score, ChartGap gap) {
    if (score && score->mark == ScoreMark::HollowLate) {
        return ChartText::tr("%1 %2 (written down late)").arg(label, scoreNumber(score->value));
    }
    if (score) return ChartText::tr("%1 %2", "before 6").arg(label, scoreNumber(score->value));
    return ChartText::tr("%1 %2", "before not recorded").arg(label, gapText(gap));
}

// A gap that takes the whole infusion: there is no score before or after it and one word says why.
bool isWholeGap(const ResponsePoint& point) {
    return !point.before && !point.after && point.beforeGap == point.afterGap;
}

QString gapsText(const ResponseChartData& data) {
    QStringList gaps;
    for (const auto& point : data.points) {
        if (point.kind != ResponsePointKind::Infusion || point.before) continue;
        if (point.beforeGap == ChartGap::NotYet || point.beforeGap == ChartGap::None) continue;
        gaps << (isWholeGap(point)
                     ? ChartText::tr("infusion %1 %2").arg(point.ordinal).arg(gapText(point.beforeGap))
                     : ChartText::tr("score before infusion %1 %2").arg(point.ordinal).arg(gapText(point.beforeGap)));
    }
    return gaps.join(u", "_s);
}

QString changeSentence(const ResponseChartData& data) {
    if (!data.latest) {
        return data.baseline
                   ? ChartText::tr("Pain was %1 at baseline; there is no score since").arg(scoreNumber(*data.baseline))
                   : ChartText::tr("There is no pain score yet");
    }
    const QString now = scoreNumber(data.latest->value);
    const QString place = placeOf(*data.latest);
    const auto percent = percentBetter(data.baseline, data.latest->value);
    if (!percent) return ChartText::tr("Pain is %1 %2; %3").arg(now, place, whyNoPercent(data));
    const QString from = scoreNumber(*data.baseline);
    if (data.latest->value < *data.baseline) {
        return ChartText::tr("Pain fell from %1 at baseline to %2 %3, %4")
            .arg(from, now, place, spokenPercent(*percent));
    }
    if (data.latest->value > *data.baseline) {
        return ChartText::tr("Pain rose from %1 at baseline to %2 %3, %4")
            .arg(from, now, place, spokenPercent(*percent));
    }
    return ChartText::tr("Pain stayed at the baseline of %1 %2").arg(from, place);
}

QString infusionText(const ResponsePoint& point) {
    QStringList parts{ChartText::tr("infusion %1").arg(point.ordinal)};
    if (isWholeGap(point)) {
        parts << gapText(point.beforeGap);
    } else {
        parts << scoreText(ChartText::tr("before"), point.before, point.beforeGap)
              << scoreText(ChartText::tr("after"), point.after, point.afterGap);
    }
    if (point.perKg && point.dose) {
        parts << ChartText::tr("dose %1 (%2)").arg(perText(*point.perKg, u"mg", u"kg"), amountText(*point.dose, u"mg"));
    } else if (point.perKg) {
        parts << ChartText::tr("dose %1").arg(perText(*point.perKg, u"mg", u"kg"));
    }
    for (const auto& event : point.events)
        parts << eventText(event);
    if (point.tender) {
        parts << ChartText::tr("%1 tender points").arg(partText(point.tender->positive, point.tender->examined));
    }
    return parts.join(u", "_s);
}

QString careListText(const std::vector<CareItem>& items) {
    QStringList parts;
    for (const auto& item : items)
        parts << careText(item);
    return parts.join(u", "_s);
}

} // namespace

QString gapText(ChartGap gap) {
    switch (gap) {
    case ChartGap::None:
        return {};
    case ChartGap::NotYet:
        return ChartText::tr("not yet");
    case ChartGap::Missed:
        return ChartText::tr("missed");
    case ChartGap::Declined:
        return ChartText::tr("declined");
    case ChartGap::NotGiven:
        return ChartText::tr("not given");
    case ChartGap::Cancelled:
        return ChartText::tr("cancelled");
    case ChartGap::NotRecorded:
        return ChartText::tr("not recorded");
    case ChartGap::NotDone:
        return ChartText::tr("not done");
    case ChartGap::Unavailable:
        return ChartText::tr("unavailable");
    }
    return {};
}

QString scoreNumber(domain::Score score) {
    return numberText(base::divideToStep(score.raw(), 1, 100));
}

std::optional<int> percentBetter(std::optional<domain::Score> baseline, std::optional<domain::Score> now) {
    if (!baseline || !now || *baseline <= domain::Score{}) return std::nullopt;
    return static_cast<int>(base::divideRounded(base::Wide{(*baseline - *now).raw()} * 100, baseline->raw()));
}

QString eventTermText(const std::string& term, const std::string& words) {
    if (!words.empty() && term == "other") return toQt(words);
    for (const auto& each : kTerms) {
        if (term == each.key) return ChartText::tr(each.name);
    }
    return toQt(term).replace(u'_', u' ');
}

QString eventText(const ChartEvent& event) {
    return ChartText::tr("%1, grade %2").arg(eventTermText(event.term, event.words)).arg(event.grade);
}

QString referenceText(const ReferenceLine& line) {
    if (line.percent == 0 && line.lowest && line.highest) {
        return ChartText::tr("baseline %1 (%2–%3)", "baseline 7.4 (7–8)")
            .arg(scoreNumber(line.at), scoreNumber(*line.lowest), scoreNumber(*line.highest));
    }
    if (line.percent == 0) return ChartText::tr("baseline %1").arg(scoreNumber(line.at));
    return ChartText::tr("%1 better %2", "30 % better 5.2").arg(percentText(line.percent), scoreNumber(line.at));
}

QString responseLine(const ResponseChartData& data) {
    if (!data.latest) return changeSentence(data) + u" ("_s + scoresText(data) + u")."_s;
    const QString now = scoreNumber(data.latest->value);
    const QString place = placeOf(*data.latest);
    if (const auto percent = percentBetter(data.baseline, data.latest->value)) {
        return ChartText::tr("Pain %1 → %2, %3, %4 (%5)")
            .arg(scoreNumber(*data.baseline), now, percentBetterText(*percent), place, scoresText(data));
    }
    return ChartText::tr("Pain %1, %2 (%3); %4").arg(now, place, scoresText(data), whyNoPercent(data));
}

QString pointText(const ResponseChartData& data, int point) {
    if (point < 0 || point >= std::ssize(data.points)) return {};
    const auto& at = data.points[static_cast<std::size_t>(point)];
    if (at.kind == ResponsePointKind::Infusion) return dateText(at.date) + u", "_s + infusionText(at);
    if (at.kind == ResponsePointKind::Care) return dateText(at.date) + u", "_s + careListText(at.care);
    const QString label = at.kind == ResponsePointKind::Baseline ? ChartText::tr("score before the course:")
                                                                 : ChartText::tr("follow-up score:");
    return dateText(at.date) + u", "_s + scoreText(label, at.before, at.beforeGap);
}

QString chartSentence(const ResponseChartData& data) {
    const QString gaps = gapsText(data);
    QString sentence =
        gaps.isEmpty()
            ? changeSentence(data) + u'.'
            : ChartText::tr("%1; %2.", "change of pain; infusions without scores").arg(changeSentence(data), gaps);
    if (!data.careBefore.empty()) sentence += ChartText::tr(" Since before: %1.").arg(careListText(data.careBefore));
    return sentence;
}

} // namespace chairside::ui
