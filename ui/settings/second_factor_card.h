// Setting up and removing the second factor: the secret as text for an authenticator, one code to prove it, and the
// printed codes, shown once.
#pragma once

#include "ui/widgets/card.h"
#include "ui/work/workbench.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class FormBuilder;
class TextLabel;

class SecondFactorCard : public Card {
    Q_OBJECT

public:
    explicit SecondFactorCard(Workbench& bench, QWidget* parent = nullptr);
    void show(const services::OwnSignIn& own);

Q_SIGNALS:
    void status(const QString& sentence);
    void changed();

private:
    [[nodiscard]] static QString codesLeftText(int left);
    void begin();
    void confirm();
    void remove();
    void showSecret(const QString& secret);
    void showPrinted(const std::vector<std::string>& codes);
    void refused(const base::Error& error);

    Workbench& m_bench;
    TextLabel* m_state = nullptr;
    TextLabel* m_secret = nullptr;
    TextLabel* m_printed = nullptr;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_code = nullptr;
    QPushButton* m_begin = nullptr;
    QPushButton* m_confirm = nullptr;
    QPushButton* m_remove = nullptr;
    std::string m_newSecret; // shown and not kept yet
};

} // namespace chairside::ui
