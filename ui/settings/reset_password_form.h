// A new first password for somebody who forgot theirs.
#pragma once

#include "core/domain/account/account.h"
#include "ui/retreatment/inline_form.h"

class QLineEdit;

namespace chairside::ui {

class Workbench;

// Object names: "reset_password", "reset_own_password".
class ResetPasswordForm : public InlineForm {
    Q_OBJECT

public:
    explicit ResetPasswordForm(Workbench& bench, QWidget* parent = nullptr);

    // Whose it is; the fields are emptied if it is another person than before.
    void setPerson(const domain::Account& person);
    [[nodiscard]] const std::optional<domain::Account>& person() const { return m_person; }
    [[nodiscard]] std::string newPassword() const;
    [[nodiscard]] std::string ownPassword() const;
    void refuse(const base::Error& error);
    void reset() override;

private:
    [[nodiscard]] bool isReady() override;

    std::optional<domain::Account> m_person;
    QLineEdit* m_new = nullptr;
    QLineEdit* m_own = nullptr;
};

} // namespace chairside::ui
