// The data of a chart as a table: every point of the drawing is a row.
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QVariant>
#include <vector>

#include "ui/charts/chart_state.h"

namespace chairside::ui {

struct ChartCell {
    QString text;
    QVariant sort; // a number or a date; invalid sorts last in both directions
};

struct ChartTable {
    std::vector<QString> headings;
    std::vector<std::vector<ChartCell>> rows;
};

[[nodiscard]] ChartTable responseTable(const ResponseChartData& data);
[[nodiscard]] ChartTable vitalsTable(const VitalsChartData& data);

// Sorts itself; rows start in the order of the chart.
class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ChartTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setTable(ChartTable table);
    // The point of the chart that a row shows.
    [[nodiscard]] int pointOf(int row) const;
    [[nodiscard]] int rowOf(int point) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    ChartTable m_table;
    std::vector<int> m_order; // row -> point
};

} // namespace chairside::ui
