// The infusions of one patient, newest first, under the courses they belong to.
#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "ui/overview/overview_screen.h"

namespace chairside::ui {

class VisitsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Date, Visit, Dose, State, ColumnCount };

    explicit VisitsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void show(std::vector<VisitRow> rows);
    // Valid until the next show(); null outside of the rows.
    [[nodiscard]] const VisitRow* rowAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<VisitRow> m_rows;
};

} // namespace chairside::ui
