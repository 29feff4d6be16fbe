// The second column of the dose: another person weighs and calculates alone, and signs in.
#pragma once

#include "ui/infusion/infusion_presenter.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class FactList;
class FormBuilder;
class QuantityEdit;
class TextLabel;

// Four numbers, name and password; Enter goes to the next one and, in the last, saves. Once the set is kept the card
// shows it with what follows from both: that they agree, or where they differ. Object names: the field names of the
// service, second_save, second_result, second_facts.
class SecondCheckCard : public Card {
    Q_OBJECT

public:
    explicit SecondCheckCard(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view);
    // The protocol asks for it, a dose waits for it, and the signed-in person may record.
    [[nodiscard]] bool isOpen() const;
    // Something is typed that is not saved.
    [[nodiscard]] bool hasEntry() const;
    // False if something has to be entered first; it is said here.
    bool save();
    // Before another infusion is shown.
    void reset();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    // Enter in the last field or the button: what was typed is to be saved and the step to go on.
    void completed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void buildForm();
    void connectPresenter();
    void showOutcome(const services::InfusionView& view);
    void showFailure(const base::Error& error);
    // Somebody else completed the check, or prepared the dose again, while numbers were typed here.
    void followOthers(const services::InfusionView& view);
    [[nodiscard]] QString typedNumbers() const;

    InfusionPresenter& m_presenter;
    TextLabel* m_intro = nullptr;
    FormBuilder* m_form = nullptr;
    QuantityEdit* m_weight = nullptr;
    QuantityEdit* m_dose = nullptr;
    QuantityEdit* m_volume = nullptr;
    QuantityEdit* m_rate = nullptr;
    QLineEdit* m_person = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_save = nullptr;
    TextLabel* m_result = nullptr;
    TextLabel* m_meanwhile = nullptr;
    std::optional<domain::EntryId> m_against; // the dose that stood when typing began
    FactList* m_facts = nullptr;
};

} // namespace chairside::ui
