#include "ui/settings/accounts_model.h"

#include <utility>

#include "ui/format/role_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

void AccountsModel::setAccounts(std::vector<domain::Account> accounts) {
    beginResetModel();
    m_accounts = std::move(accounts);
    endResetModel();
}

int AccountsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

int AccountsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant AccountsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole) return {};
    const auto& shown = account(index.row());
    switch (static_cast<Column>(index.column())) {
    case Column::Name:
        return toQt(shown.printedName);
    case Column::UserName:
        return toQt(shown.userName);
    case Column::Roles:
        return roleWords(shown.roles);
    case Column::State:
        return shown.closed ? tr("closed") : tr("open");
    }
    return {};
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Name:
        return tr("Name");
    case Column::UserName:
        return tr("User name");
    case Column::Roles:
        return tr("Roles");
    case Column::State:
        return tr("State");
    }
    return {};
}

} // namespace chairside::ui
