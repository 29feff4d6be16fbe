#include "ui/charts/chart_table_model.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace chairside::ui {

void ChartTableModel::setTable(ChartTable table) {
    beginResetModel();
    m_table = std::move(table);
    m_order.resize(m_table.rows.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    endResetModel();
}

int ChartTableModel::pointOf(int row) const {
    return row >= 0 && row < std::ssize(m_order) ? m_order[static_cast<std::size_t>(row)] : -1;
}

int ChartTableModel::rowOf(int point) const {
    const auto found = std::ranges::find(m_order, point);
    return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.headings.size());
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto point = static_cast<std::size_t>(m_order[static_cast<std::size_t>(index.row())]);
    const auto& cell = m_table.rows[point][static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return cell.text;
    if (role == Qt::UserRole) return cell.sort;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    if (section < 0 || section >= std::ssize(m_table.headings)) return {};
    return m_table.headings[static_cast<std::size_t>(section)];
}

void ChartTableModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columnCount()) return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = m_order;
    const auto key = [this, column](int point) -> const QVariant& {
        return m_table.rows[static_cast<std::size_t>(point)][static_cast<std::size_t>(column)].sort;
    };
    std::ranges::stable_sort(m_order, [&](int one, int other) {
        const QVariant& left = key(one);
        const QVariant& right = key(other);
        if (!left.isValid() || !right.isValid()) return left.isValid() && !right.isValid();
        const auto compared = QVariant::compare(left, right);
        return order == Qt::AscendingOrder ? compared == QPartialOrdering::Less : compared == QPartialOrdering::Greater;
    });
    for (const QModelIndex& from : persistentIndexList()) {
        const int row = rowOf(before[static_cast<std::size_t>(from.row())]);
        changePersistentIndex(from, index(row, from.column()));
    }
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace chairside::ui
