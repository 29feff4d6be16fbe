#include "ui/audit/audit_model.h"

#include <iterator>

#include "ui/format/audit_text.h"
#include "ui/format/date_text.h"
#include "ui/format/role_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

void AuditModel::setLines(std::vector<services::AuditLine> lines) {
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

void AuditModel::append(const std::vector<services::AuditLine>& lines) {
    if (lines.empty()) return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines.size()) - 1);
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    endInsertRows();
}

const services::AuditLine* AuditModel::lineAt(int row) const {
    return row < 0 || row >= std::ssize(m_lines) ? nullptr : &m_lines[static_cast<std::size_t>(row)];
}

int AuditModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int AuditModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    const auto& line = *lineAt(index.row());
    const auto& event = line.row.event;
    switch (index.column()) {
    case Time:
        return dateTimeText(line.row.at);
    case Person:
        if (line.person.empty()) return tr("nobody signed in");
        return line.role ? tr("%1, %2").arg(toQt(line.person), roleWords(*line.role)) : toQt(line.person);
    case What:
        return eventWords(event);
    case Patient:
        return toQt(line.patientNumber);
    case Detail:
        return codeWords(event.detail);
    case Computer:
        return toQt(event.workstation);
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Time:
        return tr("Recorded");
    case Person:
        return tr("Who, acting as");
    case What:
        return tr("What");
    case Patient:
        return tr("Patient");
    case Detail:
        return tr("Detail");
    case Computer:
        return tr("Computer");
    default:
        return {};
    }
}

} // namespace chairside::ui
