// The vitals grid for a table view; read-only.
#pragma once

#include <QAbstractTableModel>

#include "ui/infusion/vitals_lines.h"

namespace chairside::ui {

class VitalsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    // The same lines again change nothing.
    void setLines(std::vector<VitalsLine> lines);
    // row must exist.
    [[nodiscard]] const VitalsLine& line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString spoken(const VitalsLine& line, VitalsColumn column) const;

    std::vector<VitalsLine> m_lines;
};

} // namespace chairside::ui
