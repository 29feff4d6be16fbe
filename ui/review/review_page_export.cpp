// The shown chart of the review as a file.
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_view.h"
#include "ui/files/report_file.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/review/course_view.h"
#include "ui/review/review_page.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

bool ReviewPage::canExport() const {
    return m_content && m_content->review && m_presenter->mayIssue();
}

void ReviewPage::connectExport() {
    connect(m_view, &CourseView::exportWanted, this, &ReviewPage::chooseChartFile);
    connect(m_presenter, &ReviewPresenter::chartSaved, this,
            [this](const QString& path) { Q_EMIT notice(Tier::Information, tr("Saved in %1.").arg(path)); });
    connect(m_presenter, &ReviewPresenter::chartNotIssued, this,
            [this](const base::Error& error) { Q_EMIT notice(Tier::HardStop, describe(error)); });
    connect(m_presenter, &ReviewPresenter::chartNotWritten, this, [this](const QString& path) {
        Q_EMIT notice(Tier::HardStop, tr("%1 cannot be written; choose another folder.").arg(path));
    });
}

// A table is proposed as numbers, a chart as a picture; the ending of the name decides.
void ReviewPage::chooseChartFile() {
    if (!canExport()) return;
    const QString name = chartFileName(toQt(m_content->patient.details.clinicNumber), m_bench.now().localDate(),
                                       m_view->board().chartName());
    const QString ending = chartEnding(m_view->board().isTable() ? ChartFormat::Csv : ChartFormat::Png);
    m_bench.prompter().saveFile(this, tr("Export the chart or its numbers"), u"%1.%2"_s.arg(name, ending),
                                chartFileFilter(true), [this](const std::optional<QString>& path) {
                                    if (path && !path->isEmpty()) saveChartAs(*path);
                                });
}

void ReviewPage::saveChartAs(const QString& path) {
    const auto format = chartFormatOf(path);
    if (!format) {
        Q_EMIT notice(Tier::HardStop, tr("Nothing was saved: choose a name that ends with .png, .svg, .pdf or .csv."));
        return;
    }
    ChartBoard& board = m_view->board();
    const QByteArray bytes = *format == ChartFormat::Csv
                                 ? csvOf(board.table())
                                 : chartDrawing(board.chart(), *format, board.chart().wholeText());
    m_presenter->saveChart(path, u"%1.%2"_s.arg(board.chartName(), chartEnding(*format)), bytes);
}

} // namespace chairside::ui
