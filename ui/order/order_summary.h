// The order in words beside the form, and the button that signs it.
#pragma once

#include "ui/widgets/card.h"

class QPushButton;

namespace chairside::ui {

class OrderForm;
class TextLabel;

class OrderSummary : public Card {
    Q_OBJECT

public:
    explicit OrderSummary(QWidget* parent = nullptr);

    void describe(const OrderForm& form);
    void setSigning(bool signing);
    [[nodiscard]] QPushButton* button() const { return m_sign; }

Q_SIGNALS:
    void signChosen();
    void nextWanted();

private:
    TextLabel* addLine(const QString& caption, const QString& objectName);

    TextLabel* m_drug = nullptr;
    TextLabel* m_dose = nullptr;
    TextLabel* m_weight = nullptr;
    TextLabel* m_dates = nullptr;
    TextLabel* m_baseline = nullptr;
    QPushButton* m_sign = nullptr;
};

} // namespace chairside::ui
