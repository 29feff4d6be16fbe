#include "ui/imports/import_model.h"

namespace chairside::ui {

void ImportModel::setLines(std::vector<ImportLine> lines) {
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int ImportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ImportModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant ImportModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole) return {};
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (static_cast<Column>(index.column())) {
    case Column::Place:
        return line.place;
    case Column::Verdict:
        return line.verdict;
    case Column::What:
        return line.what;
    case Column::When:
        return line.when;
    case Column::Number:
        return line.number;
    case Column::Detail:
        return line.detail;
    }
    return {};
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Place:
        return tr("Where");
    case Column::Verdict:
        return tr("Here");
    case Column::What:
        return tr("Who or what");
    case Column::When:
        return tr("Born, or when");
    case Column::Number:
        return tr("ID");
    case Column::Detail:
        return tr("Why");
    }
    return {};
}

} // namespace chairside::ui
