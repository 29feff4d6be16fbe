// Who is at the computer: user name and password. Shown over the whole window.
#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "ui/work/workbench.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class CapsLockNote;
class Card;
class FormBuilder;
class TextLabel;

// An account of a demo clinic, shown because everybody may use it.
struct SignInHint {
    QString name;
    QString userName;
    QString password;
    domain::RoleSet roles;
};

struct SignInFacts {
    QString clinicName;
    std::string workstation;
    bool notEncrypted = false;
    QString notice;                // what became of the data; empty: nothing
    bool isFailure = false;        // of the notice
    std::vector<SignInHint> hints; // empty outside demo clinics
};

class SignInPage : public QWidget {
    Q_OBJECT

public:
    SignInPage(Workbench& bench, const SignInFacts& facts, QWidget* parent = nullptr);

Q_SIGNALS:
    void signedIn(const chairside::services::Actor& actor);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildForm(const SignInFacts& facts);
    QWidget* buildHints(const std::vector<SignInHint>& hints);
    void tryToSignIn();
    void refused(const base::Error& error);
    void addNewPassword();
    void askForNewPassword();
    void useHint(const SignInHint& hint);

    Workbench& m_bench;
    std::string m_workstation;
    Card* m_card = nullptr;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_signIn = nullptr;
    QLineEdit* m_code = nullptr; // shown once it is asked for
    QLineEdit* m_new = nullptr;  // instead of a password that was given; shown once it is asked for
    QLineEdit* m_again = nullptr;
    TextLabel* m_whyNew = nullptr;
    CapsLockNote* m_caps = nullptr;
    bool m_busy = false;
};

} // namespace chairside::ui
