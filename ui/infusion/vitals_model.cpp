#include "ui/infusion/vitals_model.h"

#include <QBrush>
#include <QFont>
#include <utility>

#include "ui/theme/fonts.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

void VitalsModel::setLines(std::vector<VitalsLine> lines) {
    if (lines == m_lines) return;
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int VitalsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int VitalsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kVitalsColumnCount);
}

QString VitalsModel::spoken(const VitalsLine& line, VitalsColumn column) const {
    const auto& cell = line.cells[static_cast<std::size_t>(column)];
    const QString heading = headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString();
    const QString value = cell.text.isEmpty() ? tr("not recorded") : cell.text;
    return line.corrected ? tr("%1: %2, corrected").arg(heading, value) : u"%1: %2"_s.arg(heading, value);
}

QVariant VitalsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const VitalsLine& line = m_lines[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<VitalsColumn>(index.column());
    const VitalsCell& cell = line.cells[static_cast<std::size_t>(index.column())];
    // The note of a corrected row says who corrected it and why: that stays readable.
    const bool struck = line.corrected && column != VitalsColumn::Note && column != VitalsColumn::By;
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::AccessibleTextRole:
        return spoken(line, column);
    case Qt::FontRole: {
        QFont font = uiFont(TypeSize::Base, cell.outOfRange ? QFont::DemiBold : QFont::Normal);
        font.setStrikeOut(struck);
        return font;
    }
    case Qt::ForegroundRole:
        if (line.corrected) return QBrush(tokens().secondary);
        return cell.outOfRange ? QVariant(QBrush(tokens().warning)) : QVariant();
    default:
        return {};
    }
}

QVariant VitalsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<VitalsColumn>(section)) {
    case VitalsColumn::Time:
        return tr("Time");
    case VitalsColumn::Pressure:
        return tr("BP mmHg");
    case VitalsColumn::HeartRate:
        return tr("HR");
    case VitalsColumn::Spo2:
        return tr("SpO2 %");
    case VitalsColumn::Sedation:
        return tr("Sedation");
    case VitalsColumn::Respiration:
        return tr("Resp");
    case VitalsColumn::Dissociation:
        return tr("Dissoc.");
    case VitalsColumn::Pain:
        return tr("Pain");
    case VitalsColumn::Note:
        return tr("Note");
    case VitalsColumn::By:
        return tr("By");
    }
    return {};
}

} // namespace chairside::ui
