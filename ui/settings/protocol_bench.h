// Doses a fictitious patient under a protocol version, so that whoever signs it sees what its numbers do.
#pragma once

#include <QWidget>
#include <optional>

#include "core/domain/dosing/dose.h"
#include "core/domain/protocol/protocol_rules.h"

namespace chairside::ui {

class ChoiceRow;
class FormBuilder;
class QuantityEdit;
class TextLabel;

// Calculates on every key and keeps nothing: no record, no patient. Shows the same arithmetic as the dose step, or
// every limit that would speak.
class ProtocolBench : public QWidget {
    Q_OBJECT

public:
    explicit ProtocolBench(QWidget* parent = nullptr);

    // What was typed stays. None: nothing is chosen.
    void setRules(const std::optional<domain::ProtocolRules>& rules);

private:
    void calculate();
    [[nodiscard]] std::optional<domain::DoseInputs> inputs() const;

    std::optional<domain::ProtocolRules> m_rules;
    FormBuilder* m_form = nullptr;
    QuantityEdit* m_weight = nullptr;
    QuantityEdit* m_perKg = nullptr;
    QuantityEdit* m_minutes = nullptr;
    QuantityEdit* m_strength = nullptr;
    QuantityEdit* m_bag = nullptr;
    ChoiceRow* m_convention = nullptr;
    TextLabel* m_result = nullptr;
    TextLabel* m_limits = nullptr;
};

} // namespace chairside::ui
