// Every number of one protocol version with its unit and its reason.
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
    void setRules(const domain::ProtocolRules& rules, const std::vector<domain::ProtocolWhy>& whys);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool m_filled = false;
    domain::ProtocolRules m_rules;
    std::map<std::string, std::string, std::less<>> m_whys;
};

} // namespace chairside::ui
