// How often titration suggestions were followed, changed or left without an answer, by rule.
#pragma once

#include <QWidget>

#include "ui/work/workbench.h"

namespace chairside::ui {

class ChartTableModel;
class TableView;
class TextLabel;

class TitrationPanel : public QWidget {
    Q_OBJECT

public:
    explicit TitrationPanel(Workbench& bench, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

private:
    Workbench& m_bench;
    TextLabel* m_total = nullptr;
    TableView* m_table = nullptr;
    ChartTableModel* m_model = nullptr;
};

} // namespace chairside::ui
