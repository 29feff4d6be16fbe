#include "ui/infusion/check_item_row.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/check_words.h"
#include "ui/infusion/fact_list.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::AnswerKind;

namespace {

constexpr int kQuestionWidth = 250;
constexpr int kLeastFacts = 180;
// Fields beside each other in the whole width of a step, and in one of two columns.
constexpr int kNoteColumns = 3;
constexpr int kNarrowNoteColumns = 2;

// The words of a protocol may hold a '&'.
QString buttonText(const std::string& words) {
    return toQt(words).replace(u'&', u"&&"_s);
}

const QString kNote = u"note"_s;
const QString kPrescriber = u"prescriber"_s;
const QString kReason = u"correction_reason"_s;

} // namespace

CheckItemRow::CheckItemRow(InfusionPresenter& presenter, const domain::ChecklistItem& item, Kind kind, QWidget* parent)
    : QWidget(parent), m_presenter(presenter), m_item(item), m_kind(kind) {
    setAccessibleName(toQt(item.text));
    build();
    connectPresenter();
}

QString CheckItemRow::nameOf(const QString& part) const {
    return u"%1_%2"_s.arg(toQt(m_item.key), part);
}

void CheckItemRow::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(2));
    const QString question = toQt(m_item.text);
    m_question = new TextLabel(question, TextRole::Strong, this);
    m_question->setWordWrap(true);
    m_question->setFixedWidth(scaled(kQuestionWidth));
    m_choice = new ChoiceRow(Qt::Horizontal, this);
    m_choice->setObjectName(u"check_"_s + toQt(m_item.key));
    m_choice->setAccessibleName(question);
    m_choice->add(buttonText(m_item.favourable), static_cast<int>(AnswerKind::Favourable));
    m_choice->add(tr("%1…").arg(buttonText(m_item.unfavourable)), static_cast<int>(AnswerKind::Unfavourable));
    if (!m_item.always) m_choice->add(tr("does not apply"), static_cast<int>(AnswerKind::NotApplicable));
    m_facts = new FactList(tr("What was answered: %1").arg(question), this);
    m_facts->setObjectName(u"check_%1_answer"_s.arg(toQt(m_item.key)));
    m_correct = makeButton(tr("Correct…"), ButtonKind::Secondary, u"check_%1_correct"_s.arg(toQt(m_item.key)), this);
    m_correct->setAccessibleName(tr("Correct: %1").arg(question));
    m_line = new QBoxLayout(QBoxLayout::LeftToRight);
    m_line->setSpacing(scaled(space::kRelated));
    m_line->addWidget(m_question, 0, Qt::AlignVCenter);
    m_line->addWidget(m_choice, 1);
    m_line->addWidget(m_facts, 1, Qt::AlignVCenter);
    auto* top = new QHBoxLayout;
    top->setSpacing(scaled(space::kRelated));
    top->addLayout(m_line, 1);
    top->addWidget(m_correct, 0, Qt::AlignTop);
    outer->addLayout(top);
    m_message = new TextLabel({}, TextRole::Error, this);
    m_message->setObjectName(u"check_%1_message"_s.arg(toQt(m_item.key)));
    m_message->hide();
    outer->addWidget(m_message);
    buildForm();
    outer->addWidget(m_entry);
    connect(m_choice, &ChoiceRow::chosen, this, [this](int value) { choose(static_cast<AnswerKind>(value)); });
    connect(m_correct, &QPushButton::clicked, this, &CheckItemRow::beginCorrection);
}

void CheckItemRow::buildForm() {
    m_entry = new QWidget(this);
    m_entryLine = new QBoxLayout(QBoxLayout::LeftToRight, m_entry);
    m_entryLine->setContentsMargins(0, 0, 0, 0);
    const bool isNarrow = m_item.list == domain::ChecklistKind::Discharge;
    m_form = new FormBuilder(m_entry, isNarrow ? kNarrowNoteColumns : kNoteColumns);
    m_form->setAccessibleName(tr("Note: %1").arg(toQt(m_item.text)));
    const QString note = m_kind == Kind::Decision   ? tr("Why it is started")
                         : domain::asksName(m_item) ? tr("Who it is, or why nobody")
                                                    : tr("What it is");
    m_form->row(note, new QLineEdit, {.name = nameOf(kNote)});
    m_form->row(tr("Prescriber asked"), new QLineEdit, {.name = nameOf(kPrescriber)});
    m_form->row(tr("Why corrected"), new QLineEdit, {.name = nameOf(kReason)});
    m_save = makeButton(tr("Save"), ButtonKind::Primary, u"check_%1_save"_s.arg(toQt(m_item.key)), m_entry);
    m_save->setAccessibleName(tr("Save: %1").arg(toQt(m_item.text)));
    m_cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, u"check_%1_cancel"_s.arg(toQt(m_item.key)), m_entry);
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(toQt(m_item.text)));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_save, 0, Qt::AlignBottom);
    buttons->addWidget(m_cancel, 0, Qt::AlignBottom);
    buttons->addStretch(0);
    m_entryLine->addWidget(m_form, 1);
    m_entryLine->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &CheckItemRow::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        endEntry();
        if (QWidget* back = isOpen() ? firstFocus() : m_correct) back->setFocus(Qt::OtherFocusReason);
    });
}

void CheckItemRow::connectPresenter() {
    connect(&m_presenter, &InfusionPresenter::saved, this, [this](SessionFact fact) {
        if (fact != SessionFact::Answer || !std::exchange(m_mine, false)) return;
        endEntry();
        Q_EMIT said(tr("Answer saved: %1").arg(toQt(m_item.text)));
        Q_EMIT answered();
    });
    connect(&m_presenter, &InfusionPresenter::failed, this, [this](SessionFact fact, const base::Error& error) {
        if (fact == SessionFact::Answer && std::exchange(m_mine, false)) showFailure(error);
    });
}

void CheckItemRow::showAnswer(const services::InfusionView& view, const std::optional<domain::ChecklistAnswer>& answer,
                              bool mayAnswer) {
    const bool isNew = answer && (!m_answer || m_answer->head.id != answer->head.id);
    const bool isOvertaken = isNew && !m_mine && hasEntry();
    m_answer = answer;
    m_mayAnswer = mayAnswer;
    if (!answer) m_correcting = false;
    showFacts(view);
    if (isOvertaken) return followOthers(view);
    arrange();
}

void CheckItemRow::followOthers(const services::InfusionView& view) {
    m_correcting = true;
    arrange();
    m_message->show();
    m_message->announce(u"▲ "_s + MeanwhileWords::answer(lineOf(view, *m_answer)));
}

QString CheckItemRow::lineOf(const services::InfusionView& view, const domain::ChecklistAnswer& answer) const {
    const QString line =
        tr("%1 · %2").arg(CheckWords::answer(m_item, answer), InfusionWords::written(view.people, answer.head));
    if (answer.head.correctionReason.empty()) return line;
    return tr("%1 (corrected: %2)").arg(line, toQt(answer.head.correctionReason));
}

void CheckItemRow::showFacts(const services::InfusionView& view) {
    std::vector<FactLine> lines;
    if (m_answer) {
        const bool stops =
            m_answer->answer == AnswerKind::Unfavourable && m_item.effect == domain::AnswerEffect::HardStop;
        lines.push_back({{}, lineOf(view, *m_answer), stops ? TextRole::Stop : TextRole::Body});
    } else {
        lines.push_back({{}, tr("not answered"), TextRole::Hint});
    }
    const auto& all = view.record.answers;
    for (const auto& old : all) {
        if (old.list != m_item.list || old.item != m_item.key || !domain::isCorrected(all, old)) continue;
        lines.push_back({{}, tr("Corrected, before: %1").arg(lineOf(view, old)), TextRole::Hint});
    }
    m_facts->setLines(lines);
}

bool CheckItemRow::isOpen() const {
    return m_presenter.mayRecord() && (m_answer ? m_correcting : m_mayAnswer);
}

std::optional<AnswerKind> CheckItemRow::chosen() const {
    if (m_kind == Kind::Decision) return AnswerKind::Unfavourable;
    return m_choice->valueAs<AnswerKind>();
}

bool CheckItemRow::needsNote() const {
    return chosen() == AnswerKind::Unfavourable || (chosen() == AnswerKind::Favourable && domain::asksName(m_item));
}

// What choosing the answer means, beside its note.
QString CheckItemRow::noteHelp() const {
    if (chosen() == AnswerKind::Favourable) return tr("The name of the person who takes the patient home.");
    if (m_item.effect != domain::AnswerEffect::HardStop) return {};
    return m_item.list == domain::ChecklistKind::Discharge ? tr("With this answer the patient cannot leave.")
                                                           : tr("With this answer the infusion cannot be started.");
}

void CheckItemRow::arrange() {
    const bool open = isOpen();
    // A decision is asked for by the sentence above it.
    m_question->setVisible(!open || m_correcting || m_kind == Kind::Question);
    m_choice->setVisible(open && m_kind == Kind::Question);
    m_facts->setVisible(!open || m_correcting);
    m_correct->setVisible(m_answer && m_presenter.mayRecord() && !m_correcting);
    m_entry->setVisible(open && (needsNote() || m_correcting));
    m_form->setFieldVisible(nameOf(kNote), needsNote());
    m_form->setFieldHelp(nameOf(kNote), noteHelp());
    m_form->setFieldVisible(nameOf(kPrescriber),
                            chosen() == AnswerKind::Unfavourable && m_item.effect == domain::AnswerEffect::SoftStop);
    m_form->setFieldVisible(nameOf(kReason), m_correcting);
    m_cancel->setVisible(m_kind == Kind::Question || m_correcting);
    fold();
}

QWidget* CheckItemRow::firstFocus() const {
    if (!isOpen()) return nullptr;
    return m_kind == Kind::Question ? static_cast<QWidget*>(m_choice) : m_form->editor(nameOf(kNote));
}

QString CheckItemRow::typed(const QString& part) const {
    const auto* line = qobject_cast<const QLineEdit*>(m_form->editor(nameOf(part)));
    return line->text().trimmed();
}

bool CheckItemRow::hasEntry() const {
    if (!isOpen()) return false;
    return m_choice->value() || !typed(kNote).isEmpty() || !typed(kPrescriber).isEmpty() || !typed(kReason).isEmpty();
}

QSize CheckItemRow::minimumSizeHint() const {
    const int choice = m_choice->isHidden() ? 0 : m_choice->minimumSizeHint().width();
    return {std::max(scaled(kQuestionWidth), choice), QWidget::minimumSizeHint().height()};
}

void CheckItemRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

// Question and note stand above what belongs to them where the width does not hold both.
void CheckItemRow::fold() {
    const int button = m_correct->isHidden() ? 0 : scaled(space::kRelated) + m_correct->sizeHint().width();
    int needed = scaled(kQuestionWidth);
    if (!m_choice->isHidden()) needed += scaled(space::kRelated) + m_choice->minimumSizeHint().width();
    if (!m_facts->isHidden()) needed += scaled(space::kRelated + kLeastFacts);
    const int given = width() - button;
    const bool folded = given < needed;
    const auto direction = folded ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_line->setDirection(direction);
    m_line->setSpacing(folded ? 0 : scaled(space::kRelated));
    m_entryLine->setDirection(direction);
    m_question->setFixedWidth(folded ? std::max(0, given) : scaled(kQuestionWidth));
}

void CheckItemRow::choose(AnswerKind kind) {
    if (!isOpen()) return;
    if (m_presenter.isSaving(SessionFact::Answer)) {
        // What is not being saved must not look as if it were.
        if (!m_mine) m_choice->setValue(std::nullopt);
        return;
    }
    m_choice->setValue(static_cast<int>(kind));
    m_message->hide();
    m_form->clearProblems();
    arrange();
    if (!needsNote() && !m_correcting) {
        save();
        return;
    }
    m_form->editor(nameOf(needsNote() ? kNote : kReason))->setFocus(Qt::OtherFocusReason);
}

bool CheckItemRow::save() {
    const auto& view = m_presenter.view();
    if (!view || !isOpen() || m_presenter.isSaving(SessionFact::Answer)) return false;
    m_form->clearProblems();
    m_message->hide();
    services::AnswerEntry entry{.infusion = view->record.infusion.id, .list = m_item.list, .item = m_item.key};
    entry.answer = chosen();
    if (!entry.answer) {
        m_message->show();
        m_message->announce(
            tr("✖ Press Space for “%1” or / for “%2”.").arg(toQt(m_item.favourable), toQt(m_item.unfavourable)));
        firstFocus()->setFocus(Qt::OtherFocusReason);
        return false;
    }
    if (needsNote()) {
        entry.note = toStd(typed(kNote));
        entry.prescriber = toStd(typed(kPrescriber));
    }
    if (m_correcting) entry.corrects = services::Correction{m_answer->head.id, toStd(typed(kReason))};
    m_mine = true;
    m_presenter.record(entry);
    return true;
}

// Beside the question: under the fields of the note, or where there is none under the answers.
void CheckItemRow::showFailure(const base::Error& error) {
    if (isOvertaken(error)) {
        if (const auto& view = m_presenter.view(); view && m_answer && !m_correcting) return followOthers(*view);
        return m_presenter.refresh();
    }
    QStringList others;
    if (error.problems.empty()) others << describe(error);
    for (const auto& problem : error.problems) {
        const QString field = nameOf(toQt(problem.field));
        const QString label = problem.field == "note"                ? tr("The note")
                              : problem.field == "prescriber"        ? tr("The prescriber who was asked")
                              : problem.field == "correction_reason" ? tr("The reason for the correction")
                                                                     : tr("The answer");
        const QString sentence = describe(problem, FieldWords{label, {}});
        if (m_entry->isHidden() || m_form->editor(field) == nullptr)
            others << sentence;
        else
            m_form->problem(field, sentence);
    }
    m_form->strip().clear();
    m_message->setVisible(!others.isEmpty());
    if (!others.isEmpty()) m_message->announce(tr("✖ %1").arg(others.join(u' ')));
    if (error.problems.empty() || m_entry->isHidden()) return;
    if (QWidget* first = m_form->editor(nameOf(toQt(error.problems.front().field))))
        first->setFocus(Qt::OtherFocusReason);
}

void CheckItemRow::beginCorrection() {
    if (!m_answer || !m_presenter.mayRecord()) return;
    m_correcting = true;
    clearEntries(*this);
    arrange();
    if (QWidget* first = firstFocus()) first->setFocus(Qt::OtherFocusReason);
}

void CheckItemRow::endEntry() {
    m_correcting = false;
    clearEntries(*this);
    m_form->clearProblems();
    m_message->hide();
    arrange();
}

void CheckItemRow::addDraft(EntryDraft& draft) const {
    draft.insert(draftOf(*this));
    if (m_correcting) draft.insert(nameOf(u"correcting"_s), true);
}

void CheckItemRow::restore(const EntryDraft& draft) {
    endEntry();
    m_correcting = m_answer && draft.contains(nameOf(u"correcting"_s));
    restoreDraft(*this, draft);
    const auto& view = m_presenter.view();
    if (view && m_answer && !m_correcting && m_presenter.mayRecord() && !draftOf(*this).isEmpty())
        return followOthers(*view);
    arrange();
}

void CheckItemRow::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool atChoice = m_choice->isAncestorOf(QApplication::focusWidget());
    if (plain && isOpen() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        save();
    } else if (plain && atChoice && isOpen() && event->key() == Qt::Key_Slash) {
        choose(AnswerKind::Unfavourable);
    } else if (plain && atChoice && isOpen() && event->key() == Qt::Key_N && !m_item.always) {
        choose(AnswerKind::NotApplicable);
    } else if (event->key() == Qt::Key_Escape && !m_entry->isHidden() && !m_cancel->isHidden()) {
        m_cancel->click();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace chairside::ui
