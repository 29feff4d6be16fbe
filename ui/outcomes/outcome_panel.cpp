#include "ui/outcomes/outcome_panel.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include "ui/charts/outcome_chart_text.h"
#include "ui/charts/outcome_chart_view.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastRows = 4;

} // namespace

OutcomePanel::OutcomePanel(const QString& name, const QString& accessibleName, Kind kind, QWidget* parent)
    : QWidget(parent), m_name(name) {
    setObjectName(name + u"_panel"_s);
    setAccessibleName(accessibleName);
    auto* layout = new QVBoxLayout(this);
    const int margin = scaled(space::kRelated);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(space::kLabel));
    m_sentence = new TextLabel({}, TextRole::Body, this);
    m_sentence->setObjectName(name + u"_sentence"_s);
    m_sentence->setWordWrap(true);
    layout->addWidget(m_sentence);
    m_stack = new QStackedWidget(this);
    layout->addWidget(m_stack, 1);
    m_table = new TableView(accessibleName, m_stack);
    m_table->setObjectName(name + u"_table"_s);
    m_table->setLeastRows(kLeastRows);
    m_model = new ChartTableModel(m_table);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    if (kind == Kind::Chart) {
        m_chart = new OutcomeChartView(name + u"_chart"_s, accessibleName, m_stack);
        m_stack->addWidget(m_chart);
        connect(m_chart, &OutcomeChartView::pointActivated, this, &OutcomePanel::activated);
    }
    m_stack->addWidget(m_table);
    connect(m_table, &TableView::rowOpened, this, [this](int row) {
        const int point = m_model->pointOf(row);
        if (point >= 0) Q_EMIT activated(point);
    });
}

void OutcomePanel::setChart(const OutcomeChart& chart) {
    m_chart->forgetPoint();
    m_chart->setData(chart);
    const auto table = outcomeTable(chart);
    setTable(chartSentence(chart), table, table);
}

void OutcomePanel::setTable(const QString& sentence, const ChartTable& table, const ChartTable& forFile) {
    m_sentence->setText(sentence);
    m_model->setTable(table);
    m_forFile = forFile;
    m_table->resizeColumnsToContents();
    m_table->selectFirstRow();
}

void OutcomePanel::showTable(bool table) {
    m_stack->setCurrentWidget(table || m_chart == nullptr ? static_cast<QWidget*>(m_table) : m_chart);
}

QWidget* OutcomePanel::firstFocus() const {
    return m_stack->currentWidget() == m_table ? static_cast<QWidget*>(m_table) : m_chart->focusProxy();
}

} // namespace chairside::ui
