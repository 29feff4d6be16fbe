#include <QCoreApplication>
#include <QStringList>
#include <iterator>

#include "ui/charts/chart_text.h"
#include "ui/charts/tender_matrix_data.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/tender_site_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TenderMatrixText {
    Q_DECLARE_TR_FUNCTIONS(TenderMatrixText)
};

constexpr auto kPressureUnit = u"kgf per cm2";

QString sitesText(int sites) {
    return sites == 1 ? TenderMatrixText::tr("1 site") : TenderMatrixText::tr("%n sites", nullptr, sites);
}

QString measuredText(const PressureMean& mean) {
    return TenderMatrixText::tr("%1 at %2").arg(amountText(mean.value, kPressureUnit), sitesText(mean.sites));
}

QString enduranceList(const ExamColumn& column) {
    QStringList tests;
    for (const auto& mark : column.endurance)
        tests << enduranceText(mark);
    return tests.join(u"; "_s);
}

// "threshold rose from 1.9 to 2.6 kgf per cm2": the first and the newest examination that has it.
QString wayOf(const TenderMatrixData& data, std::optional<PressureMean> ExamColumn::*part, const QString& name) {
    std::optional<PressureMean> first, newest;
    for (const auto& column : data.columns) {
        if (!(column.*part)) continue;
        if (!first) first = column.*part;
        newest = column.*part;
    }
    if (!first || first == newest) return {};
    // Means over different numbers of sites are not the same thing measured twice.
    if (first->sites != newest->sites) {
        return TenderMatrixText::tr("%1 %2 first and %3 now, which cannot be compared")
            .arg(name, measuredText(*first), measuredText(*newest));
    }
    return TenderMatrixText::tr("%1 from %2 to %3")
        .arg(name, numberText(first->value), amountText(newest->value, kPressureUnit));
}

QString siteCell(const SiteMark& mark, domain::TenderScale scale) {
    QStringList parts;
    if (mark.finding == SiteFinding::NotExamined) {
        parts << TenderMatrixText::tr("not examined");
    } else if (scale == domain::TenderScale::YesNo) {
        parts << (mark.finding == SiteFinding::Positive ? TenderMatrixText::tr("painful")
                                                        : TenderMatrixText::tr("not painful"));
    } else if (mark.score) {
        parts << QString::number(*mark.score);
    }
    if (mark.threshold) parts << TenderMatrixText::tr("threshold %1").arg(numberText(*mark.threshold));
    if (mark.tolerance) parts << TenderMatrixText::tr("tolerance %1").arg(numberText(*mark.tolerance));
    return parts.join(u", "_s);
}

ChartCell pressureMeanCell(const std::optional<PressureMean>& mean) {
    if (!mean) return {};
    return {pressureText(*mean), QVariant::fromValue<qlonglong>(mean->value.raw())};
}

std::vector<QString> summaryHeadings() {
    return {TenderMatrixText::tr("Visit"),
            TenderMatrixText::tr("Date"),
            TenderMatrixText::tr("Tender points"),
            TenderMatrixText::tr("Mean intensity"),
            TenderMatrixText::tr("Threshold, kgf per cm2"),
            TenderMatrixText::tr("Tolerance, kgf per cm2"),
            TenderMatrixText::tr("Endurance")};
}

QString visitText(const ExamColumn& column) {
    return column.ordinal > 0 ? TenderMatrixText::tr("infusion %1").arg(column.ordinal)
                              : TenderMatrixText::tr("outside infusions");
}

void addSummaryCells(std::vector<ChartCell>& row, const ExamColumn& column) {
    const bool examined = !column.sites.empty();
    row.push_back(examined ? ChartCell{partText(column.positive, column.examined), column.positive} : ChartCell{});
    ChartCell mean;
    if (column.meanIntensity) {
        mean = {scoreNumber(*column.meanIntensity), QVariant::fromValue<qlonglong>(column.meanIntensity->raw())};
    }
    row.push_back(mean);
    row.push_back(pressureMeanCell(column.threshold));
    row.push_back(pressureMeanCell(column.tolerance));
    ChartCell endurance{enduranceList(column), {}};
    if (!column.endurance.empty()) endurance.sort = column.endurance.back().seconds;
    row.push_back(endurance);
}

} // namespace

QString pressureText(const PressureMean& mean) {
    const QString value = numberText(mean.value);
    if (mean.sites == static_cast<int>(domain::kTenderPointCount)) return value;
    return TenderMatrixText::tr("%1 (%2)").arg(value, sitesText(mean.sites));
}

QString enduranceText(const EnduranceMark& mark) {
    QStringList parts{TenderMatrixText::tr("%1 s").arg(countText(mark.seconds))};
    if (mark.load) parts << amountText(*mark.load, u"kg");
    if (mark.side) {
        parts << (*mark.side == domain::BodySide::Right ? TenderMatrixText::tr("right") : TenderMatrixText::tr("left"));
    }
    return parts.join(u", "_s);
}

QString pointText(const TenderMatrixData& data, int point) {
    if (point < 0 || point >= std::ssize(data.columns)) return {};
    const auto& column = data.columns[static_cast<std::size_t>(point)];
    QStringList parts;
    if (!column.sites.empty()) {
        parts << TenderMatrixText::tr("%1 tender points").arg(partText(column.positive, column.examined));
        if (column.meanIntensity) {
            parts << TenderMatrixText::tr("mean intensity %1").arg(scoreNumber(*column.meanIntensity));
        }
    }
    if (column.threshold) parts << TenderMatrixText::tr("threshold %1").arg(measuredText(*column.threshold));
    if (column.tolerance) parts << TenderMatrixText::tr("tolerance %1").arg(measuredText(*column.tolerance));
    if (!column.endurance.empty()) parts << TenderMatrixText::tr("endurance %1").arg(enduranceList(column));
    return TenderMatrixText::tr("%1, %2: %3").arg(dateText(column.date), visitText(column), parts.join(u", "_s));
}

QString chartSentence(const TenderMatrixData& data) {
    QStringList parts;
    for (const QString& way : {wayOf(data, &ExamColumn::threshold, TenderMatrixText::tr("Mean threshold")),
                               wayOf(data, &ExamColumn::tolerance, TenderMatrixText::tr("Mean tolerance"))}) {
        if (!way.isEmpty()) parts << way;
    }
    QString first, newest;
    for (const auto& column : data.columns) {
        if (column.endurance.empty()) continue;
        newest = enduranceText(column.endurance.back());
        if (first.isEmpty()) first = newest;
    }
    if (first != newest) parts << TenderMatrixText::tr("endurance from %1 to %2").arg(first, newest);
    const QString counts = chartSentence(data.counts);
    return parts.isEmpty() ? counts : TenderMatrixText::tr("%1 %2.").arg(counts, parts.join(u", "_s));
}

ChartTable tenderMatrixTable(const TenderMatrixData& data) {
    ChartTable table{summaryHeadings(), {}};
    for (const auto site : data.sites)
        table.headings.push_back(siteText(site));
    for (const auto& column : data.columns) {
        std::vector<ChartCell> row{{visitText(column), column.ordinal}, {dateText(column.date), toQt(column.date)}};
        addSummaryCells(row, column);
        for (std::size_t at = 0; at < data.sites.size(); ++at) {
            ChartCell cell;
            if (at < column.sites.size()) {
                cell.text = siteCell(column.sites[at], column.scale);
                if (column.sites[at].score) cell.sort = *column.sites[at].score;
            }
            row.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

ChartTable tenderMatrixSummary(const TenderMatrixData& data) {
    ChartTable table{summaryHeadings(), {}};
    table.headings.push_back(TenderMatrixText::tr("Sites with their scores"));
    table.headings.push_back(TenderMatrixText::tr("Not examined"));
    for (const auto& column : data.columns) {
        std::vector<ChartCell> row{{visitText(column), column.ordinal}, {dateText(column.date), toQt(column.date)}};
        addSummaryCells(row, column);
        QStringList examined, missing;
        for (std::size_t at = 0; at < column.sites.size(); ++at) {
            const auto& mark = column.sites[at];
            const QString name = siteText(data.sites[at]);
            if (mark.finding == SiteFinding::NotExamined) {
                missing << name;
            } else {
                examined << TenderMatrixText::tr("%1: %2", "Knee, left: 6").arg(name, siteCell(mark, column.scale));
            }
        }
        row.push_back({examined.join(u"; "_s), {}});
        row.push_back({missing.join(u"; "_s), {}});
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace chairside::ui
