// Step 8: the whole record on one screen, warnings first, then the signature; afterwards addenda and the PDF.
#pragma once

#include "ui/infusion/session_step.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class Card;
class FactList;
class FormBuilder;
class NoteEdit;
class TextLabel;

// Enter in the password field signs; no button is a default button. Object names: sign_password, sign_button,
// sign_export, addendum_text, addendum_save.
class SignStep : public SessionStep {
    Q_OBJECT

public:
    explicit SignStep(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view) override;
    [[nodiscard]] StepProgress progressOf(const services::InfusionView& view) const override;
    [[nodiscard]] QWidget* firstFocus() override;
    // Never signs: adds a typed addendum, or goes to the password.
    void complete() override;
    void restore(const EntryDraft& draft) override;

Q_SIGNALS:
    void exportWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* buildSummary();
    void buildSigning();
    void buildSigned();
    void buildAddendum();
    void connectPresenter();
    void sign();
    void addAddendum();
    [[nodiscard]] bool maySign() const;
    [[nodiscard]] bool isBlocked() const;

    FactList* m_warnings = nullptr;
    FactList* m_summary = nullptr;
    Card* m_signing = nullptr;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_sign = nullptr;
    TextLabel* m_blocked = nullptr;
    Card* m_signed = nullptr;
    TextLabel* m_signedBy = nullptr;
    QPushButton* m_export = nullptr;
    Card* m_addenda = nullptr;
    FactList* m_addendumList = nullptr;
    FormBuilder* m_addendumForm = nullptr;
    NoteEdit* m_addendum = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace chairside::ui
