// What differs between two versions, with both values beside each other.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/domain/protocol/protocol.h"

namespace chairside::ui {

class ProtocolChangesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Group, Name, Before, After };
    static constexpr int kColumns = 4;

    explicit ProtocolChangesModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void compare(const domain::ProtocolVersion& before, const domain::ProtocolVersion& after);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString group, name, before, after;
    };
    std::vector<Row> m_rows;
};

} // namespace chairside::ui
