#include "ui/overview/visits_model.h"

namespace chairside::ui {

void VisitsModel::show(std::vector<VisitRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const VisitRow* VisitsModel::rowAt(int row) const {
    if (row < 0 || row >= rowCount()) return nullptr;
    return &m_rows[static_cast<std::size_t>(row)];
}

int VisitsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VisitsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VisitsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    const VisitRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Date:
        return row.date;
    case Visit:
        return row.visit;
    case Dose:
        return row.dose;
    case State:
        return row.state;
    default:
        return {};
    }
}

QVariant VisitsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Date:
        return tr("Date");
    case Visit:
        return tr("Visit");
    case Dose:
        return tr("Dose");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace chairside::ui
