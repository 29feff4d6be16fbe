#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <iterator>

#include "ui/charts/chart_text.h"
#include "ui/charts/domain_chart_data.h"
#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DomainChartText {
    Q_DECLARE_TR_FUNCTIONS(DomainChartText)
};

QString valuesText(const std::vector<const DomainPoint*>& points) {
    QStringList values;
    for (const auto* point : points) {
        if (!point->value) {
            values << gapText(point->gap);
        } else {
            const QString score = scoreNumber(*point->value);
            values << (point->late ? DomainChartText::tr("%1 (written down late)").arg(score) : score);
        }
    }
    return values.join(DomainChartText::tr(" and ", "two scores of one day"));
}

// "Pain from 7.4 to 4 of 10".
QString wayOf(const DomainSeries& series) {
    const QString name = domainName(series.kind);
    const auto* newest = series.newest();
    if (newest == nullptr) return DomainChartText::tr("%1 has no score").arg(name);
    const QString now = scoreNumber(*newest->value);
    const auto scores =
        std::ranges::count_if(series.points, [](const DomainPoint& point) { return point.value.has_value(); });
    if (!series.from || (scores == 1 && *series.from == *newest->value)) {
        return DomainChartText::tr("%1 %2 of %3").arg(name, now).arg(series.top);
    }
    return DomainChartText::tr("%1 from %2 to %3 of %4").arg(name, scoreNumber(*series.from), now).arg(series.top);
}

} // namespace

QString domainName(DomainKind kind) {
    switch (kind) {
    case DomainKind::Pain:
        return DomainChartText::tr("Pain");
    case DomainKind::Impact:
        return DomainChartText::tr("FIQR total");
    case DomainKind::Fatigue:
        return DomainChartText::tr("Fatigue");
    case DomainKind::Sleep:
        return DomainChartText::tr("Sleep");
    case DomainKind::Memory:
        return DomainChartText::tr("Memory");
    case DomainKind::Mood:
        return DomainChartText::tr("Mood");
    }
    return {};
}

QString pointText(const DomainChartData& data, int point) {
    if (point < 0 || point >= std::ssize(data.dates)) return {};
    const auto date = data.dates[static_cast<std::size_t>(point)];
    QStringList parts;
    for (const auto& series : data.series) {
        const auto found = series.on(date);
        if (!found.empty()) parts << u"%1 %2"_s.arg(domainName(series.kind), valuesText(found));
    }
    return DomainChartText::tr("%1: %2").arg(dateText(date), parts.join(u", "_s));
}

QString chartSentence(const DomainChartData& data) {
    const bool any = std::ranges::any_of(data.series, [](const auto& series) { return series.newest() != nullptr; });
    if (!any) return DomainChartText::tr("There is no score yet.");
    QStringList parts;
    for (const auto& series : data.series)
        parts << wayOf(series);
    return DomainChartText::tr("%1; higher is worse.").arg(parts.join(u", "_s));
}

ChartTable domainTable(const DomainChartData& data) {
    ChartTable table{{DomainChartText::tr("Date")}, {}};
    for (const auto& series : data.series)
        table.headings.push_back(DomainChartText::tr("%1, 0 to %2").arg(domainName(series.kind)).arg(series.top));
    for (const auto date : data.dates) {
        std::vector<ChartCell> row{{dateText(date), toQt(date)}};
        for (const auto& series : data.series) {
            const auto found = series.on(date);
            ChartCell cell{valuesText(found), {}};
            if (!found.empty() && found.back()->value) {
                cell.sort = QVariant::fromValue<qlonglong>(found.back()->value->raw());
            }
            row.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace chairside::ui
