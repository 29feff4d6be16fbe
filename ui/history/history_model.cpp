#include "ui/history/history_model.h"

#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/history_words.h"

namespace chairside::ui {

void HistoryModel::show(const std::vector<services::HistoryLine>& lines, bool all) {
    beginResetModel();
    m_lines.clear();
    std::ranges::copy_if(lines, std::back_inserter(m_lines), [all](const auto& line) { return all || line.current; });
    endResetModel();
}

const services::HistoryLine* HistoryModel::lineAt(int row) const {
    if (row < 0 || row >= rowCount()) return nullptr;
    return &m_lines[static_cast<std::size_t>(row)];
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    return text(m_lines[static_cast<std::size_t>(index.row())], index.column());
}

QString HistoryModel::text(const services::HistoryLine& line, int column) const {
    switch (column) {
    case Kind:
        return HistoryWords::kind(line.entry.details.kind);
    case What:
        return HistoryWords::what(line);
    case Details:
        return HistoryWords::details(line.entry.details);
    case Dates:
        return HistoryWords::dates(line.entry.details);
    case Recorded:
        return line.fromRegistration ? tr("at registration")
                                     : tr("%1, %2").arg(dateTimeText(line.entry.recordedAt), toQt(line.recordedBy));
    case State:
        return HistoryWords::state(line);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Kind:
        return tr("Kind");
    case What:
        return tr("What");
    case Details:
        return tr("Details");
    case Dates:
        return tr("When");
    case Recorded:
        return tr("Recorded");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace chairside::ui
