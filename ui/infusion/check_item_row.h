// One item of a checklist: its question, its answers, and what was answered.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"

class QBoxLayout;
class QPushButton;

namespace chairside::ui {

class ChoiceRow;
class FactList;
class FormBuilder;
class TextLabel;

// Space gives the favourable answer, '/' opens the other one with its note, N says that the item does not apply; the
// first and the last are saved at once. An answer that is saved is corrected with a reason. Object names:
// check_<key>, <key>_note, <key>_prescriber, <key>_correction_reason, check_<key>_save, _cancel, _correct.
class CheckItemRow : public QWidget {
    Q_OBJECT

public:
    // Whether there is a choice, or only the reason for going on in spite of something.
    enum class Kind { Question, Decision };

    CheckItemRow(InfusionPresenter& presenter, const domain::ChecklistItem& item, Kind kind, QWidget* parent = nullptr);

    [[nodiscard]] const domain::ChecklistItem& item() const { return m_item; }
    // answer: the one that stands. mayAnswer: a first answer is still possible.
    void showAnswer(const services::InfusionView& view, const std::optional<domain::ChecklistAnswer>& answer,
                    bool mayAnswer);
    [[nodiscard]] bool isAnswered() const { return m_answer.has_value(); }
    // An answer is chosen or words are typed that are not saved.
    [[nodiscard]] bool hasEntry() const;
    // False if something has to be entered first; it is said here.
    bool save();
    // Where the answer is given; nothing if there is none to give.
    [[nodiscard]] QWidget* firstFocus() const;

    void addDraft(EntryDraft& draft) const;
    void restore(const EntryDraft& draft);
    // The answers go below the question where the width does not hold both.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void said(const QString& sentence);
    // What was given here is on the disk.
    void answered();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildForm();
    void connectPresenter();
    void arrange();
    void fold();
    void choose(domain::AnswerKind kind);
    void beginCorrection();
    void endEntry();
    void showFailure(const base::Error& error);
    void showFacts(const services::InfusionView& view);
    // Somebody else answered while this answer was typed: it becomes a correction of theirs.
    void followOthers(const services::InfusionView& view);
    [[nodiscard]] QString lineOf(const services::InfusionView& view, const domain::ChecklistAnswer& answer) const;
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] std::optional<domain::AnswerKind> chosen() const;
    [[nodiscard]] bool needsNote() const;
    [[nodiscard]] QString noteHelp() const;
    [[nodiscard]] QString typed(const QString& part) const;
    [[nodiscard]] QString nameOf(const QString& part) const;

    InfusionPresenter& m_presenter;
    domain::ChecklistItem m_item;
    Kind m_kind;
    std::optional<domain::ChecklistAnswer> m_answer;
    bool m_mayAnswer = false;
    bool m_correcting = false;
    bool m_mine = false; // the answer being saved was given here
    QBoxLayout* m_line = nullptr;
    QBoxLayout* m_entryLine = nullptr;
    TextLabel* m_question = nullptr;
    ChoiceRow* m_choice = nullptr;
    FactList* m_facts = nullptr;
    QPushButton* m_correct = nullptr;
    TextLabel* m_message = nullptr;
    QWidget* m_entry = nullptr;
    FormBuilder* m_form = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace chairside::ui
