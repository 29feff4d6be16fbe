// What one protocol version asks before a course and before the start and what it says for an emergency, then every
// number with its unit, each with its reason.
#pragma once

#include <QAbstractTableModel>
#include <map>
#include <string>
#include <vector>

#include "core/domain/protocol/protocol.h"

namespace chairside::ui {

class ProtocolNumbersModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Group, Name, Value, Why };
    static constexpr int kColumns = 4;

    explicit ProtocolNumbersModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setContent(const domain::ProtocolRules& rules, const std::vector<domain::ProtocolWhy>& whys,
                    const std::vector<domain::ChecklistItem>& items, const std::vector<std::string>& emergency,
                    const std::vector<domain::ScreeningItem>& screening);
    void clear();
    // The number in that row; none for a question or an instruction.
    [[nodiscard]] const domain::ProtocolField* fieldAt(int row) const;
    // -1 if it is not shown.
    [[nodiscard]] int rowOf(const domain::ProtocolField* field) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString screeningText(const domain::ScreeningItem& item, Column column) const;
    [[nodiscard]] QString itemText(const domain::ChecklistItem& item, Column column) const;
    [[nodiscard]] QString emergencyText(std::size_t index, Column column) const;
    [[nodiscard]] QString numberText(const domain::ProtocolField& field, Column column) const;

    bool m_filled = false;
    domain::ProtocolRules m_rules;
    std::vector<domain::ScreeningItem> m_screening;
    std::vector<domain::ChecklistItem> m_items;
    std::vector<std::string> m_emergency;
    std::map<std::string, std::string, std::less<>> m_whys;
};

} // namespace chairside::ui
