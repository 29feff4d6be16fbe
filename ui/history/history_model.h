// The entries of a patient's history, one a row, by kind; what is not current only if wanted.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/services/history_service.h"

namespace chairside::ui {

class HistoryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Kind, What, Details, Dates, Recorded, State, ColumnCount };

    explicit HistoryModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void show(const std::vector<services::HistoryLine>& lines, bool all);
    // Nothing outside the rows.
    [[nodiscard]] const services::HistoryLine* lineAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const services::HistoryLine& line, int column) const;

    std::vector<services::HistoryLine> m_lines;
};

} // namespace chairside::ui
