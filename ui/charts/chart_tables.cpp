#include <QCoreApplication>
#include <QStringList>

#include "ui/charts/chart_table_model.h"
#include "ui/charts/chart_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChartTables {
    Q_DECLARE_TR_FUNCTIONS(ChartTables)
};

ChartCell dateCell(base::CalendarDate date) {
    return {dateText(date), toQt(date)};
}

template <class Tag>
ChartCell quantityCell(const std::optional<base::Scaled<Tag>>& quantity) {
    if (!quantity) return {};
    return {numberText(*quantity), QVariant::fromValue<qlonglong>(quantity->raw())};
}

ChartCell scoreCell(const std::optional<ChartScore>& score, ChartGap gap) {
    if (!score) return {gapText(gap), {}};
    const QVariant sort = QVariant::fromValue<qlonglong>(score->value.raw());
    if (score->mark == ScoreMark::HollowLate) return {ChartTables::tr("%1, late").arg(scoreNumber(score->value)), sort};
    return {scoreNumber(score->value), sort};
}

ChartCell changeCell(const ResponseChartData& data, const ResponsePoint& point) {
    if (!point.before || point.kind == ResponsePointKind::Baseline) return {};
    const auto percent = percentBetter(data.baseline, point.before->value);
    if (!percent) return {};
    return {percentBetterText(*percent), *percent};
}

// Events, worst first, and the worst dissociation.
ChartCell eventsCell(const ResponsePoint& point) {
    QStringList texts;
    for (const auto& event : point.events)
        texts << eventText(event);
    if (point.worstDissociation) texts << ChartTables::tr("dissociation %1").arg(*point.worstDissociation);
    ChartCell cell{texts.join(u"; "_s), {}};
    if (!point.events.empty()) cell.sort = point.events.front().grade;
    return cell;
}

ChartCell pressureCell(const std::optional<int>& systolic, const std::optional<int>& diastolic) {
    if (!systolic || !diastolic) return {};
    return {u"%1/%2"_s.arg(*systolic).arg(*diastolic), *systolic};
}

ChartCell visitCell(const ResponsePoint& point) {
    switch (point.kind) {
    case ResponsePointKind::Baseline:
        return {ChartTables::tr("before the course"), 0};
    case ResponsePointKind::Infusion:
        return {ChartTables::tr("infusion %1").arg(point.ordinal), point.ordinal};
    case ResponsePointKind::FollowUp:
        return {ChartTables::tr("follow-up"), 1000};
    case ResponsePointKind::Care:
        return {ChartTables::tr("other treatment"), 2000};
    }
    return {};
}

ChartCell tenderCell(const ResponsePoint& point) {
    if (!point.tender) return {};
    return {partText(point.tender->positive, point.tender->examined), point.tender->positive};
}

ChartCell intensityCell(const ResponsePoint& point) {
    if (!point.tender || !point.tender->meanIntensity) return {};
    const auto mean = *point.tender->meanIntensity;
    return {scoreNumber(mean), QVariant::fromValue<qlonglong>(mean.raw())};
}

ChartCell notesCell(const ResponsePoint& point) {
    QStringList notes;
    if (!point.reason.empty()) notes << toQt(point.reason);
    for (const auto& item : point.care)
        notes << careText(item);
    return {notes.join(u"; "_s), {}};
}

template <class Point>
ChartCell valueAt(const std::vector<Point>& points, base::Instant at) {
    for (const auto& point : points) {
        if (point.at == at) return {QString::number(point.value), point.value};
    }
    return {};
}

} // namespace

ChartTable responseTable(const ResponseChartData& data) {
    // Broken where that keeps all twelve columns in sight.
    ChartTable table{{ChartTables::tr("Visit"), ChartTables::tr("Date"), ChartTables::tr("mg\nper kg"),
                      ChartTables::tr("mg\ngiven"), ChartTables::tr("Pain\nbefore"), ChartTables::tr("Pain\nafter"),
                      ChartTables::tr("From\nbaseline"), ChartTables::tr("Worst effect"),
                      ChartTables::tr("Highest\nBP mmHg"), ChartTables::tr("Tender\npoints"),
                      ChartTables::tr("Mean\nintensity"), ChartTables::tr("Notes")},
                     {}};
    for (const auto& point : data.points) {
        const bool infusion = point.kind == ResponsePointKind::Infusion;
        table.rows.push_back({visitCell(point), dateCell(point.date), quantityCell(point.perKg),
                              quantityCell(point.dose), scoreCell(point.before, point.beforeGap),
                              infusion ? scoreCell(point.after, point.afterGap) : ChartCell{}, changeCell(data, point),
                              eventsCell(point), pressureCell(point.highestSystolic, point.highestDiastolic),
                              tenderCell(point), intensityCell(point), notesCell(point)});
    }
    return table;
}

ChartTable vitalsTable(const VitalsChartData& data) {
    ChartTable table{{ChartTables::tr("Time"), ChartTables::tr("BP, mmHg"), ChartTables::tr("HR, per min"),
                      ChartTables::tr("SpO2, %")},
                     {}};
    for (const auto& at : data.rows) {
        ChartCell pressure;
        for (const auto& point : data.pressure) {
            if (point.at == at) pressure = pressureCell(point.systolic, point.diastolic);
        }
        table.rows.push_back({ChartCell{timeText(at), QVariant::fromValue<qlonglong>(at.utcMs())}, pressure,
                              valueAt(data.heartRate, at), valueAt(data.spo2, at)});
    }
    return table;
}

} // namespace chairside::ui
