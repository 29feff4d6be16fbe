// Every row of the vitals grid, also the replaced ones, and the same as a drawing.
#include <QPainter>
#include <algorithm>

#include "core/domain/infusion/vitals_rules.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/vitals_picture.h"
#include "ui/format/missing_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"
#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"
#include "ui/print/visit_charts.h"
#include "ui/print/visit_sections.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using domain::VitalKind;

struct VitalsText {
    Q_DECLARE_TR_FUNCTIONS(VisitVitals)
};

QString marked(const QString& value, domain::VitalMark mark) {
    switch (mark) {
    case domain::VitalMark::None:
        return value;
    case domain::VitalMark::High:
        return VitalsText::tr("%1 high").arg(value);
    case domain::VitalMark::Low:
        return VitalsText::tr("%1 low").arg(value);
    case domain::VitalMark::VeryLow:
        return VitalsText::tr("%1 very low").arg(value);
    }
    return value;
}

class VitalsRows {
public:
    explicit VitalsRows(const services::InfusionView& view)
        : m_view(view), m_record(view.record), m_rules(view.protocol.rules.monitoring) {}

    PrintRow row(const domain::VitalSigns& row) const {
        PrintRow line{{VisitWords::moment(m_view, row.head.observedAt), pressure(row),
                       value(VitalKind::HeartRate, row.heartRate), value(VitalKind::Spo2, row.spo2),
                       value(VitalKind::Respiration, row.respiration), score(m_record.sedation, row),
                       score(m_record.dissociation, row), score(m_record.pain, row),
                       VisitWords::written(m_view, row.head)}};
        if (!row.note.empty()) line.notes << VitalsText::tr("Note: %1").arg(toQt(row.note));
        line.struck = domain::isCorrected(m_record.vitals, row);
        line.notes << VisitWords::replaced(m_view, m_record.vitals, row);
        return line;
    }

private:
    QString value(VitalKind kind, std::optional<int> value) const {
        if (!value) return missingText(Missing::NotRecorded);
        return marked(QString::number(*value), domain::markOf(kind, *value, m_rules));
    }

    QString pressure(const domain::VitalSigns& row) const {
        if (!row.systolic || !row.diastolic) return missingText(Missing::NotRecorded);
        auto mark = domain::markOf(VitalKind::Systolic, *row.systolic, m_rules);
        if (mark == domain::VitalMark::None) mark = domain::markOf(VitalKind::Diastolic, *row.diastolic, m_rules);
        return marked(u"%1/%2"_s.arg(*row.systolic).arg(*row.diastolic), mark);
    }

    // A corrected row keeps the scores that were not entered again.
    template <class Score>
    QString score(const std::vector<Score>& all, const domain::VitalSigns& row) const {
        const bool rowStands = !domain::isCorrected(m_record.vitals, row);
        std::optional<domain::EntryId> at = row.head.id;
        while (at) {
            for (const auto& one : all) {
                if (one.row == at && (!rowStands || !domain::isCorrected(all, one))) return textOf(one);
            }
            at = rowStands ? correctedBy(*at) : std::nullopt;
        }
        return missingText(Missing::NotRecorded);
    }

    std::optional<domain::EntryId> correctedBy(const domain::EntryId& id) const {
        const auto found = std::ranges::find(m_record.vitals, id, [](const auto& row) { return row.head.id; });
        return found == m_record.vitals.end() ? std::nullopt : found->head.corrects;
    }

    static QString textOf(const domain::SedationScore& score) { return QString::number(score.value); }
    static QString textOf(const domain::DissociationScore& score) { return QString::number(score.value); }
    static QString textOf(const domain::PainScore& score) {
        return score.value ? QString::number(*score.value) : missingText(score.missing.value_or(Missing::NotRecorded));
    }

    const services::InfusionView& m_view;
    const domain::InfusionRecord& m_record;
    const domain::MonitoringRules& m_rules;
};

constexpr qreal kMostBeside = mm(90);
constexpr qreal kLeastVitalsChart = mm(36);
constexpr qreal kMostVitalsChart = mm(50);

std::vector<PrintColumn> columns() {
    return {{VitalsText::tr("Time"), 1.1},
            {VitalsText::tr("BP, mmHg"), 2.2},
            {VitalsText::tr("HR, per min"), 1.2},
            {VitalsText::tr("SpO2, %"), 1.3},
            {VitalsText::tr("Breaths per min"), 1.3},
            {VitalsText::tr("Sedation"), 1.4},
            {VitalsText::tr("Dissociation"), 1.9},
            {VitalsText::tr("Pain now, 0–10"), 1.4},
            {VitalsText::tr("Written by, at"), 1.6}};
}

// A column nobody filled is said once instead of in every row. Returns its heading.
QStringList dropEmptyColumns(PrintTable& table) {
    QStringList dropped;
    const QString none = missingText(Missing::NotRecorded);
    for (auto column = static_cast<qsizetype>(table.columns.size()) - 1; column > 0; --column) {
        const bool empty =
            std::ranges::all_of(table.rows, [&](const PrintRow& row) { return row.cells[column] == none; });
        if (!empty) continue;
        dropped.prepend(table.columns[static_cast<std::size_t>(column)].heading);
        table.columns.erase(table.columns.begin() + column);
        for (PrintRow& row : table.rows)
            row.cells.removeAt(column);
    }
    return dropped;
}

void addLegend(PrintFlow& flow, const services::InfusionView& view, const QStringList& dropped) {
    const auto& rules = view.protocol.rules.monitoring;
    std::vector<domain::AccountId> writers;
    for (const auto& row : view.record.vitals)
        writers.push_back(row.head.recordedBy);
    for (const auto& step : view.record.steps)
        writers.push_back(step.head.recordedBy);
    for (const auto& score : view.record.pain)
        writers.push_back(score.head.recordedBy);
    QStringList lines{InfusionWords::sedationScale(rules.sedationScale) + u'.',
                      InfusionWords::dissociationScale(rules.dissociationScale) + u'.'};
    if (!dropped.isEmpty()) lines << VitalsText::tr("Not recorded in any row: %1.").arg(dropped.join(u"; "_s));
    if (const QString key = VisitWords::nameKey(view, writers); !key.isEmpty())
        lines << VitalsText::tr("Initials: %1.").arg(key);
    flow.space(mm(1));
    addParagraph(flow, lines.join(u' '), {.role = PrintRole::Caption, .ink = printInks().secondary});
}

void addChart(PrintFlow& flow, const services::InfusionView& view, qreal height) {
    const auto data = vitalsChartData(view.record, view.protocol.rules, view.order.minutes, view.asOf);
    const bool nothing = data.pressure.empty() && data.heartRate.empty() && data.spo2.empty() && data.dose.empty();
    if (nothing) return;
    addCaption(flow, VitalsText::tr("Vital signs and dose over time"));
    addChartPicture(flow, height,
                    [&data](const QSizeF& size, const ChartStyle& style) { return drawVitals(data, size, style); });
}

// As high as the table beside it, within what can be read.
qreal chartHeight(const PrintTable& table, qreal width) {
    PrintFlow measured(width * 0.58);
    addTable(measured, table);
    return std::clamp(measured.height() - mm(4), kLeastVitalsChart, kMostVitalsChart);
}

} // namespace

void addVitals(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    addHeading(flow, VitalsText::tr("Vital signs"));
    if (view.record.vitals.empty()) {
        addParagraph(flow, VitalsText::tr("No vital signs are recorded."), {.role = PrintRole::Small});
    } else {
        PrintTable table{VitalsText::tr("Vital signs"), columns(), {}};
        const VitalsRows rows(view);
        for (const auto& row : byTime(view.record.vitals))
            table.rows.push_back(rows.row(row));
        const QStringList dropped = dropEmptyColumns(table);
        // Beside each other they leave the course its room; many rows need the whole width.
        addBeside(flow,
                  {{1.5,
                    [&table](PrintFlow& part) {
                        addTable(part, table);
                    }},
                   {1,
                    [&](PrintFlow& part) {
                        addChart(part, view, chartHeight(table, flow.width()));
                    }}},
                  kMostBeside, PrintGap::UnderHeading);
        return addLegend(flow, view, dropped);
    }
    addChart(flow, view, kMostVitalsChart);
}

} // namespace chairside::ui
