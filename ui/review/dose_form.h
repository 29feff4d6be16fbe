// The physician's order beside the suggestion: change, keep or stop, typed and signed.
#pragma once

#include "core/services/course_service.h"
#include "ui/retreatment/inline_form.h"

class QLineEdit;

namespace chairside::ui {

class QuantityEdit;

// Nothing is filled in beforehand. Object names of the fields: "dose_per_kg" (change only), "reason", "password".
class DoseForm : public InlineForm {
    Q_OBJECT

public:
    explicit DoseForm(QWidget* parent = nullptr);

    // Change, Keep or Stop. What was typed for the same kind stays; the password never does.
    void start(domain::OrderKind kind);
    [[nodiscard]] domain::OrderKind kind() const { return m_kind; }
    [[nodiscard]] std::optional<domain::DosePerKg> perKg() const;
    [[nodiscard]] std::string reason() const;
    [[nodiscard]] std::string password() const;
    void forgetPassword();
    void reset() override;

private:
    domain::OrderKind m_kind = domain::OrderKind::Change;
    QuantityEdit* m_perKg = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_password = nullptr;
};

} // namespace chairside::ui
