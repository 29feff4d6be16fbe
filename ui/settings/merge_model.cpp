#include "ui/settings/merge_model.h"

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"

namespace chairside::ui {

void MergeModel::show(std::vector<services::MergeLine> lines) {
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

const services::MergeLine* MergeModel::lineAt(int row) const {
    if (row < 0 || row >= rowCount()) return nullptr;
    return &m_lines[static_cast<std::size_t>(row)];
}

int MergeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int MergeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MergeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Survivor:
        return personText(line.survivor);
    case Duplicate:
        return personText(line.duplicate);
    case Reason:
        return toQt(line.merge.reason);
    case Recorded:
        return tr("%1, %2").arg(dateTimeText(line.merge.recordedAt), toQt(line.recordedBy));
    case State:
        if (line.merge.undoes) return tr("taken apart");
        return line.undone ? tr("merged, taken apart later") : tr("merged");
    default:
        return {};
    }
}

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Survivor:
        return tr("Record kept");
    case Duplicate:
        return tr("Duplicate");
    case Reason:
        return tr("Reason");
    case Recorded:
        return tr("Recorded");
    case State:
        return tr("What was done");
    default:
        return {};
    }
}

} // namespace chairside::ui
