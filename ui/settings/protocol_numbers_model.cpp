#include "ui/settings/protocol_numbers_model.h"

#include "ui/format/protocol_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

void ProtocolNumbersModel::setRules(const domain::ProtocolRules& rules, const std::vector<domain::ProtocolWhy>& whys) {
    beginResetModel();
    m_filled = true;
    m_rules = rules;
    m_whys.clear();
    for (const auto& why : whys)
        m_whys.emplace(why.key, why.text);
    endResetModel();
}

void ProtocolNumbersModel::clear() {
    beginResetModel();
    m_filled = false;
    endResetModel();
}

int ProtocolNumbersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_filled ? 0 : static_cast<int>(domain::protocolFields().size());
}

int ProtocolNumbersModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant ProtocolNumbersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole) return {};
    const auto& field = domain::protocolFields()[static_cast<std::size_t>(index.row())];
    switch (static_cast<Column>(index.column())) {
    case Column::Group:
        return protocolGroupLabel(field.key);
    case Column::Name:
        return protocolFieldLabel(field.key);
    case Column::Value:
        return protocolFieldValue(field, m_rules);
    case Column::Why: {
        const auto why = m_whys.find(field.key);
        return why == m_whys.end() ? QString() : toQt(why->second);
    }
    }
    return {};
}

QVariant ProtocolNumbersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Group:
        return tr("Part");
    case Column::Name:
        return tr("Number");
    case Column::Value:
        return tr("Value");
    case Column::Why:
        return tr("Why");
    }
    return {};
}

} // namespace chairside::ui
