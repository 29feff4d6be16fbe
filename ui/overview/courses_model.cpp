#include "ui/overview/courses_model.h"

namespace chairside::ui {

void CoursesModel::show(std::vector<CourseRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

std::optional<std::string> CoursesModel::courseAt(int row) const {
    if (row < 0 || row >= rowCount()) return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)].courseId;
}

int CoursesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CoursesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CoursesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    const CourseRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Course:
        return row.course;
    case Protocol:
        return row.protocol;
    case State:
        return row.state;
    case Infusions:
        return row.infusions;
    case Dates:
        return row.dates;
    default:
        return {};
    }
}

QVariant CoursesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Course:
        return tr("Course");
    case Protocol:
        return tr("Protocol");
    case State:
        return tr("State");
    case Infusions:
        return tr("Infusions");
    case Dates:
        return tr("Dates");
    default:
        return {};
    }
}

} // namespace chairside::ui
