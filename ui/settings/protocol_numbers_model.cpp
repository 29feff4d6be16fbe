#include "ui/settings/protocol_numbers_model.h"

#include "ui/format/counted_text.h"
#include "ui/format/protocol_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/check_words.h"

namespace chairside::ui {

void ProtocolNumbersModel::setContent(const domain::ProtocolRules& rules, const std::vector<domain::ProtocolWhy>& whys,
                                      const std::vector<domain::ChecklistItem>& items,
                                      const std::vector<std::string>& emergency,
                                      const std::vector<domain::ScreeningItem>& screening) {
    beginResetModel();
    m_filled = true;
    m_rules = rules;
    m_items = items;
    m_emergency = emergency;
    m_screening = screening;
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

const domain::ProtocolField* ProtocolNumbersModel::fieldAt(int row) const {
    const int at = row - static_cast<int>(m_screening.size() + m_items.size() + m_emergency.size());
    return at < 0 || row >= rowCount() ? nullptr : &domain::protocolFields()[static_cast<std::size_t>(at)];
}

int ProtocolNumbersModel::rowOf(const domain::ProtocolField* field) const {
    for (int row = 0; field != nullptr && row < rowCount(); ++row) {
        if (fieldAt(row) == field) return row;
    }
    return -1;
}

int ProtocolNumbersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_filled ? 0
                                         : static_cast<int>(m_screening.size() + m_items.size() + m_emergency.size() +
                                                            domain::protocolFields().size());
}

int ProtocolNumbersModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant ProtocolNumbersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole) return {};
    auto row = static_cast<std::size_t>(index.row());
    const auto column = static_cast<Column>(index.column());
    if (row < m_screening.size()) return screeningText(m_screening[row], column);
    row -= m_screening.size();
    if (row < m_items.size()) return itemText(m_items[row], column);
    const std::size_t beyond = row - m_items.size();
    if (beyond < m_emergency.size()) return emergencyText(beyond, column);
    return numberText(domain::protocolFields()[beyond - m_emergency.size()], column);
}

QString ProtocolNumbersModel::emergencyText(std::size_t index, Column column) const {
    switch (column) {
    case Column::Group:
        return tr("Emergency");
    case Column::Name:
        return tr("Instruction %1").arg(index + 1);
    case Column::Value:
        return toQt(m_emergency[index]);
    case Column::Why:
        return {};
    }
    return {};
}

QString ProtocolNumbersModel::screeningText(const domain::ScreeningItem& item, Column column) const {
    switch (column) {
    case Column::Group:
        return tr("Asked before a course");
    case Column::Name:
        return item.always ? toQt(item.text) : tr("%1, where it applies").arg(toQt(item.text));
    case Column::Value: {
        const QString answers =
            tr("“%1” or “%2”, which %3")
                .arg(toQt(item.favourable), toQt(item.unfavourable), CheckWords::effect(item.effect));
        if (item.validDays == 0) return tr("%1; asked for every course").arg(answers);
        const QString days = countedText(item.validDays, Counted::Day);
        return item.dated ? tr("%1; counts for %2 from the day of the finding").arg(answers, days)
                          : tr("%1; counts for %2").arg(answers, days);
    }
    case Column::Why:
        return toQt(item.why);
    }
    return {};
}

QString ProtocolNumbersModel::itemText(const domain::ChecklistItem& item, Column column) const {
    switch (column) {
    case Column::Group:
        return item.list == domain::ChecklistKind::PreCheck ? tr("Asked before the start") : tr("Asked before leaving");
    case Column::Name:
        return item.always ? toQt(item.text) : tr("%1, where it applies").arg(toQt(item.text));
    case Column::Value:
        return tr("“%1” or “%2”, which %3")
            .arg(toQt(item.favourable), toQt(item.unfavourable), CheckWords::effect(item.effect));
    case Column::Why:
        return toQt(item.why);
    }
    return {};
}

QString ProtocolNumbersModel::numberText(const domain::ProtocolField& field, Column column) const {
    switch (column) {
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
        return tr("Question or number");
    case Column::Value:
        return tr("Value");
    case Column::Why:
        return tr("Why");
    }
    return {};
}

} // namespace chairside::ui
