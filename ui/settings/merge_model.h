// Merges of records, one a row, the newest first.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/services/patient_merge_service.h"

namespace chairside::ui {

class MergeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Survivor, Duplicate, Reason, Recorded, State, ColumnCount };

    explicit MergeModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void show(std::vector<services::MergeLine> lines);
    // Nothing outside the rows.
    [[nodiscard]] const services::MergeLine* lineAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<services::MergeLine> m_lines;
};

} // namespace chairside::ui
