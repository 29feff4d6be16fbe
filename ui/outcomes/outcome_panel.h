// One part of the outcomes: a chart or its table, with the sentence that says what is counted.
#pragma once

#include <QStackedWidget>
#include <QWidget>

#include "ui/charts/chart_table_model.h"
#include "ui/charts/outcome_chart_state.h"

namespace chairside::ui {

class OutcomeChartView;
class TableView;
class TextLabel;

// Object names of the parts: name + "_panel", "_chart", "_table", "_sentence".
class OutcomePanel : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Chart, TableOnly };

    OutcomePanel(const QString& name, const QString& accessibleName, Kind kind, QWidget* parent);

    // The name of its table in a file.
    [[nodiscard]] const QString& name() const { return m_name; }
    void setChart(const OutcomeChart& chart);
    // forFile: what may leave the program; a table of numbers is both.
    void setTable(const QString& sentence, const ChartTable& table, const ChartTable& forFile);
    // A panel without a chart always shows its table.
    void showTable(bool table);
    [[nodiscard]] QWidget* firstFocus() const;
    [[nodiscard]] const ChartTable& forFile() const { return m_forFile; }
    // None: a panel of numbers only.
    [[nodiscard]] OutcomeChartView* chart() const { return m_chart; }

Q_SIGNALS:
    // Enter on a point of the chart or on its row.
    void activated(int point);

private:
    QString m_name;
    ChartTable m_forFile;
    TextLabel* m_sentence = nullptr;
    QStackedWidget* m_stack = nullptr;
    OutcomeChartView* m_chart = nullptr; // none: table only
    TableView* m_table = nullptr;
    ChartTableModel* m_model = nullptr;
};

} // namespace chairside::ui
