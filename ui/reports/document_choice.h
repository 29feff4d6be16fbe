// Which document, about which infusion, and what somebody adds to a letter.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/reports/reports_presenter.h"

class QComboBox;
class QPushButton;

namespace chairside::ui {

class FormBuilder;
class NoteEdit;
class TextLabel;

class DocumentChoice : public QWidget {
    Q_OBJECT

public:
    explicit DocumentChoice(QWidget* parent = nullptr);

    // Shows what there is to choose from and what is chosen; says nothing back.
    void show(const ReportsPresenter& presenter);
    [[nodiscard]] LetterText letter() const;
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void kindChosen(chairside::ui::DocumentKind kind);
    void visitChosen(int index); // of ReportsPresenter::visits()
    void letterChanged();
    void patientWanted();

private:
    void fillVisits(const ReportsPresenter& presenter);

    FormBuilder* m_form = nullptr;
    QComboBox* m_kinds = nullptr;
    QComboBox* m_visits = nullptr;
    NoteEdit* m_recipient = nullptr;
    NoteEdit* m_remarks = nullptr;
    TextLabel* m_hint = nullptr;
    QPushButton* m_find = nullptr;
};

} // namespace chairside::ui
