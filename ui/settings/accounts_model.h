// The accounts of the clinic as a table.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/domain/account/account.h"

namespace chairside::ui {

class AccountsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Name, UserName, Roles, State };
    static constexpr int kColumns = 4;

    explicit AccountsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setAccounts(std::vector<domain::Account> accounts);
    [[nodiscard]] const domain::Account& account(int row) const { return m_accounts[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<domain::Account> m_accounts;
};

} // namespace chairside::ui
