// A form that opens in a page beside what it is about: fields, one button that submits, one that leaves.
#pragma once

#include "core/base/result.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace chairside::ui {

class FormBuilder;

// Esc leaves and keeps what was typed; Enter in a field submits nothing. Submitting needs the button, its key, or
// Ctrl+Enter where the page offers it.
class InlineForm : public Card {
    Q_OBJECT

public:
    // Asks whether everything can be read and, if so, emits submitted().
    void submit();
    // While the answer is awaited: shows that it is being saved and takes no second submission.
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    // Under the fields and above them; what was typed stays.
    void showFailure(const base::Error& error);
    void takeFocus();
    // Empties every field and its problems.
    virtual void reset() = 0;

Q_SIGNALS:
    void submitted();
    void left();

protected:
    InlineForm(const QString& objectName, int columns, QWidget* parent);
    [[nodiscard]] FormBuilder& form() const { return *m_form; }
    // Call after the last field.
    void addButtons(const QString& submitText, ButtonKind kind, const QString& leaveText);
    void setSubmit(const QString& text, ButtonKind kind);
    // Further problems that keep the form from being submitted; shows them itself.
    [[nodiscard]] virtual bool isReady() { return true; }

    void keyPressEvent(QKeyEvent* event) override;

private:
    FormBuilder* m_form = nullptr;
    QPushButton* m_submit = nullptr;
    QString m_submitText;
    bool m_busy = false;
};

} // namespace chairside::ui
