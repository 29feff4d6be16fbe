#include <QCoreApplication>
#include <QStringList>

#include "ui/charts/outcome_chart_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OutcomeTables {
    Q_DECLARE_TR_FUNCTIONS(OutcomeTables)
};

ChartCell numberCell(std::size_t number) {
    return {QString::number(number), QVariant::fromValue<qlonglong>(static_cast<qlonglong>(number))};
}

ChartCell numberCell(int number) {
    return {QString::number(number), number};
}

ChartCell shareCell(double share) {
    return {shareText(share), share};
}

ChartCell hundredthsCell(double value) {
    return {hundredthsText(value), value};
}

void addSpread(std::vector<ChartCell>& row, const services::PainSpread& spread, int smallestGroup) {
    row.push_back(numberCell(spread.scores));
    if (!spread.quartiles) {
        row.push_back({OutcomeTables::tr("fewer than %1").arg(smallestGroup), {}});
        row.push_back({});
        return;
    }
    const auto& all = *spread.quartiles;
    row.push_back(hundredthsCell(all.median));
    row.push_back({OutcomeTables::tr("%1 to %2").arg(hundredthsText(all.lower), hundredthsText(all.upper)), all.lower});
}

struct TableOf {
    ChartTable operator()(const WaterfallChartData& data) const {
        ChartTable table{.headings = {OutcomeTables::tr("Course"), OutcomeTables::tr("Change of pain"),
                                      OutcomeTables::tr("Days after the last infusion"),
                                      OutcomeTables::tr("Responder")},
                         .rows = {}};
        for (std::size_t at = 0; at < data.bars.size(); ++at) {
            const auto& bar = data.bars[at];
            table.rows.push_back(
                {numberCell(at + 1),
                 {reductionText(bar.reductionPermille), bar.reductionPermille},
                 numberCell(bar.daysAfter),
                 {bar.responder ? OutcomeTables::tr("yes") : OutcomeTables::tr("no"), bar.responder ? 1 : 0}});
        }
        return table;
    }
    ChartTable operator()(const LanesChartData& data) const {
        ChartTable table{.headings = {OutcomeTables::tr("First infusion"), OutcomeTables::tr("Infusions"),
                                      OutcomeTables::tr("With adverse event"), OutcomeTables::tr("Response on day"),
                                      OutcomeTables::tr("Followed, days"), OutcomeTables::tr("Ends with")},
                         .rows = {}};
        for (const auto& lane : data.lanes) {
            table.rows.push_back({{dateText(lane.begins), toQt(lane.begins)},
                                  numberCell(lane.infusions.size()),
                                  numberCell(lane.adverse.size()),
                                  lane.responseDay ? numberCell(*lane.responseDay) : ChartCell{},
                                  numberCell(lane.followedDays),
                                  {laneEndText(lane), laneEndText(lane)}});
        }
        return table;
    }
    ChartTable operator()(const SpreadChartData& data) const {
        ChartTable table{.headings = {OutcomeTables::tr("Infusion"), OutcomeTables::tr("Given"),
                                      OutcomeTables::tr("Before, scores"), OutcomeTables::tr("Median before"),
                                      OutcomeTables::tr("Quartiles before"), OutcomeTables::tr("After, scores"),
                                      OutcomeTables::tr("Median after"), OutcomeTables::tr("Quartiles after")},
                         .rows = {}};
        for (const auto& one : data.infusions) {
            std::vector<ChartCell> row{numberCell(one.ordinal), numberCell(one.given)};
            addSpread(row, one.before, data.smallestGroup);
            addSpread(row, one.after, data.smallestGroup);
            table.rows.push_back(std::move(row));
        }
        return table;
    }
    ChartTable operator()(const GainChartData& data) const {
        ChartTable table{.headings = {OutcomeTables::tr("Day"), OutcomeTables::tr("Without, share"),
                                      OutcomeTables::tr("95 % from"), OutcomeTables::tr("95 % to"),
                                      OutcomeTables::tr("At risk"), OutcomeTables::tr("Events"),
                                      OutcomeTables::tr("Censored")},
                         .rows = {}};
        for (const auto& step : data.curve.steps) {
            table.rows.push_back({numberCell(step.day), shareCell(step.survival),
                                  step.band ? shareCell(step.band->low) : ChartCell{},
                                  step.band ? shareCell(step.band->high) : ChartCell{}, numberCell(step.atRisk),
                                  numberCell(step.events), numberCell(step.censored)});
        }
        return table;
    }
};

} // namespace

ChartTable outcomeTable(const OutcomeChart& chart) {
    return std::visit(TableOf{}, chart);
}

} // namespace chairside::ui
