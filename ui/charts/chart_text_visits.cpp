#include <QCoreApplication>
#include <QStringList>
#include <cstdlib>
#include <iterator>

#include "ui/charts/chart_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChartVisitText {
    Q_DECLARE_TR_FUNCTIONS(ChartVisitText)
};

template <class Point>
const Point* pointAt(const std::vector<Point>& points, base::Instant at) {
    for (const auto& point : points) {
        if (point.at == at) return &point;
    }
    return nullptr;
}

QString marked(const QString& text, domain::VitalMark mark) {
    switch (mark) {
    case domain::VitalMark::None:
        return text;
    case domain::VitalMark::High:
        return ChartVisitText::tr("%1 high").arg(text);
    case domain::VitalMark::Low:
        return ChartVisitText::tr("%1 low").arg(text);
    case domain::VitalMark::VeryLow:
        return ChartVisitText::tr("%1 very low").arg(text);
    }
    return text;
}

domain::VitalMark markOf(const PressurePoint& point) {
    return point.systolicMark != domain::VitalMark::None ? point.systolicMark : point.diastolicMark;
}

} // namespace

QString chartSentence(const TenderChartData& data) {
    if (data.visits.empty()) return ChartVisitText::tr("No tender-point examination yet.");
    const auto& newest = data.visits.back();
    if (data.visits.size() == 1) {
        return ChartVisitText::tr("%1 tender points at the only examination.")
            .arg(partText(newest.positive, newest.examined));
    }
    if (!data.change) {
        return ChartVisitText::tr("The change cannot be told: not all %1 sites were examined both times.")
            .arg(data.sites);
    }
    const QString change =
        *data.change > 0 ? u"+%1"_s.arg(*data.change) : QString(u"−%1"_s).arg(std::abs(*data.change));
    if (*data.change == 0) return ChartVisitText::tr("The count has not changed.");
    return data.changeIsReal
               ? ChartVisitText::tr("Change of %1 is larger than the examiner noise of %2.")
                     .arg(change)
                     .arg(data.noiseBand)
               : ChartVisitText::tr("Change of %1 is within the examiner noise of %2.").arg(change).arg(data.noiseBand);
}

QString pointText(const VitalsChartData& data, int row) {
    if (row < 0 || row >= std::ssize(data.rows)) return {};
    const auto at = data.rows[static_cast<std::size_t>(row)];
    QStringList parts{timeText(at)};
    if (const auto* point = pointAt(data.pressure, at)) {
        parts << marked(ChartVisitText::tr("BP %1/%2 mmHg").arg(point->systolic).arg(point->diastolic), markOf(*point));
    }
    if (const auto* point = pointAt(data.heartRate, at)) {
        parts << marked(ChartVisitText::tr("HR %1 per min").arg(point->value), point->mark);
    }
    if (const auto* point = pointAt(data.spo2, at)) {
        parts << marked(ChartVisitText::tr("SpO2 %1 %").arg(point->value), point->mark);
    }
    return parts.join(u", "_s);
}

QString chartSentence(const VitalsChartData& data) {
    if (data.rows.empty()) return ChartVisitText::tr("No vital signs yet.");
    const int newest = static_cast<int>(data.rows.size()) - 1;
    const QString last = pointText(data, newest);
    if (!data.startedAt) return ChartVisitText::tr("Vital signs before the start, newest %1.").arg(last);
    return ChartVisitText::tr("%1 of %2 given, newest vital signs %3.")
        .arg(amountText(data.given, u"mg"), amountText(data.prepared, u"mg"), last);
}

} // namespace chairside::ui
