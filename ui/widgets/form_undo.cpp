#include "ui/widgets/form_undo.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "ui/widgets/choice_row.h"
#include "ui/widgets/digit_cell.h"

namespace chairside::ui {

namespace {

bool isKnownKind(const QWidget* editor) {
    return qobject_cast<const QLineEdit*>(editor) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(editor) != nullptr ||
           qobject_cast<const QComboBox*>(editor) != nullptr || qobject_cast<const ChoiceRow*>(editor) != nullptr;
}

bool isPassword(const QWidget* editor) {
    const auto* line = qobject_cast<const QLineEdit*>(editor);
    return line != nullptr && line->echoMode() != QLineEdit::Normal;
}

// Invalid: nothing is entered.
QVariant entryOf(const QWidget* editor) {
    if (const auto* cell = qobject_cast<const DigitCell*>(editor); cell != nullptr && cell->isNotDone()) return true;
    QString text;
    if (const auto* line = qobject_cast<const QLineEdit*>(editor)) text = line->text();
    if (const auto* plain = qobject_cast<const QPlainTextEdit*>(editor)) text = plain->toPlainText();
    if (const auto* combo = qobject_cast<const QComboBox*>(editor)) text = combo->currentText();
    if (const auto* choice = qobject_cast<const ChoiceRow*>(editor))
        return choice->value() ? QVariant(*choice->value()) : QVariant();
    return text.isEmpty() ? QVariant() : QVariant(text);
}

void enter(QWidget* editor, const QVariant& entry) {
    auto* cell = qobject_cast<DigitCell*>(editor);
    const bool isNotDone = entry.typeId() == QMetaType::Bool;
    if (cell != nullptr) cell->setNotDone(isNotDone);
    if (cell != nullptr && isNotDone) return;
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(entry.toString());
        Q_EMIT line->textEdited(line->text());
    } else if (auto* plain = qobject_cast<QPlainTextEdit*>(editor)) {
        plain->setPlainText(entry.toString());
    } else if (auto* choice = qobject_cast<ChoiceRow*>(editor)) {
        choice->setValue(entry.isValid() ? std::optional(entry.toInt()) : std::nullopt);
    } else if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        combo->setCurrentIndex(combo->findText(entry.toString()));
    }
}

} // namespace

void FormUndo::watch(QWidget* editor) {
    if (!isKnownKind(editor)) return;
    m_known[editor] = entryOf(editor);
    editor->installEventFilter(this);
    for (QWidget* part : editor->findChildren<QWidget*>())
        part->installEventFilter(this);
    connect(editor, &QObject::destroyed, this, [this, editor] { m_known.erase(editor); });
}

void FormUndo::noteEdit(QWidget* editor) {
    const auto known = m_known.find(editor);
    if (m_isMoving || known == m_known.end() || isPassword(editor)) return;
    const QVariant now = entryOf(editor);
    if (now == known->second) return;
    m_undone.clear();
    if (!m_done.empty() && m_done.back().editor == editor)
        m_done.back().after = now;
    else
        m_done.push_back({editor, known->second, now});
    known->second = now;
}

void FormUndo::move(std::vector<Change>& from, std::vector<Change>& to, bool back) {
    if (from.empty()) return;
    const Change change = from.back();
    const QVariant& expected = back ? change.after : change.before;
    const bool isGone = change.editor.isNull() || (expected.isValid() && !entryOf(change.editor).isValid());
    if (isGone) return forget();
    from.pop_back();
    to.push_back(change);
    m_isMoving = true;
    enter(change.editor, back ? change.before : change.after);
    m_isMoving = false;
    m_known[change.editor] = entryOf(change.editor);
    change.editor->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed(change.editor);
}

void FormUndo::forget() {
    m_done.clear();
    m_undone.clear();
}

// What the program wrote meanwhile is what the next edit starts from.
void FormUndo::startFrom(QWidget* editor) {
    if (isPassword(editor)) return;
    const QVariant now = entryOf(editor);
    if (m_known[editor].isValid() && !now.isValid()) forget();
    m_known[editor] = now;
}

QWidget* FormUndo::editorAround(QObject* watched) const {
    for (auto* widget = qobject_cast<QWidget*>(watched); widget != nullptr; widget = widget->parentWidget()) {
        if (m_known.contains(widget)) return widget;
    }
    return nullptr;
}

bool FormUndo::eventFilter(QObject* watched, QEvent* event) {
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (event->type() == QEvent::FocusIn) {
        if (QWidget* editor = editorAround(watched)) startFrom(editor);
    }
    if (!isOverride && event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    const bool undo = pressed->matches(QKeySequence::Undo);
    if (!undo && !pressed->matches(QKeySequence::Redo)) return QObject::eventFilter(watched, event);
    event->accept();
    if (!isOverride) undo ? move(m_done, m_undone, true) : move(m_undone, m_done, false);
    return true;
}

} // namespace chairside::ui
