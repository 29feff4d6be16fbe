// A later correction of one vial: how much, which way, why, and who saw it.
#pragma once

#include "core/services/drug_book_service.h"
#include "ui/retreatment/inline_form.h"

class QLineEdit;

namespace chairside::ui {

class ChoiceRow;
class QuantityEdit;

// Nothing is preselected. Object names of the fields: "direction", "amount", "correction_reason", "witness",
// "witness_password".
class CorrectionForm : public InlineForm {
    Q_OBJECT

public:
    explicit CorrectionForm(QWidget* parent = nullptr);

    // Which vial; its fields are emptied if it is another one than before.
    void setVial(const services::DrugBookVial& book);
    [[nodiscard]] services::DrugCorrection correction() const;
    // A refused witness keeps everything but the password.
    void refuse(const base::Error& error);
    void reset() override;

protected:
    [[nodiscard]] bool isReady() override;

private:
    enum class Direction { Missing, Found };

    std::optional<domain::VialId> m_vial;
    ChoiceRow* m_direction = nullptr;
    QuantityEdit* m_amount = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_witness = nullptr;
    QLineEdit* m_password = nullptr;
};

} // namespace chairside::ui
