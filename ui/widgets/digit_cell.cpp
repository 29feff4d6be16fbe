#include "ui/widgets/digit_cell.h"

#include <QApplication>
#include <QClipboard>
#include <QFontMetrics>
#include <QKeyEvent>

#include "ui/theme/metrics.h"

namespace chairside::ui {

DigitCell::DigitCell(const QString& name, DigitRange range, QWidget* parent)
    : EntryEdit(parent), m_name(name), m_range(range) {
    setAccessibleName(name);
    setAlignment(Qt::AlignHCenter);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setContextMenuPolicy(Qt::NoContextMenu);
    setInputMethodHints(Qt::ImhDigitsOnly);
    // Dropped text and input methods come round the key handler; whatever cannot be a value is taken out
    // again.
    setAcceptDrops(false);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

std::optional<int> DigitCell::value() const {
    return cellValue(m_range, text());
}

void DigitCell::setValue(std::optional<int> value) {
    const QString text = value ? cellText(m_range, *value) : QString();
    m_notDone = false;
    setPlaceholderText({});
    setText(cellValue(m_range, text) ? text : QString());
    Q_EMIT changed();
}

void DigitCell::setNotDone(bool notDone) {
    if (m_notDone == notDone) return;
    m_notDone = notDone;
    setPlaceholderText(notDone ? tr("not done") : QString());
    setAccessibleDescription(notDone ? tr("not done") : QString());
    if (notDone && !text().isEmpty()) clear();
    Q_EMIT changed();
}

std::optional<base::Rule> DigitCell::fault() const {
    if (isBlank() || value()) return std::nullopt;
    return base::Rule::OutOfRange;
}

QString DigitCell::faultSentence(const FieldWords& field) const {
    return fault() ? rangeSentence(field.label) : QString();
}

QString DigitCell::rangeSentence(const QString& name) const {
    return tr("%1 is %2 to %3.").arg(name, cellText(m_range, m_range.low), cellText(m_range, m_range.high));
}

QSize DigitCell::sizeHint() const {
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(tr("not done")) + scaled(20),
            controlHeight(std::max(densityOf(this), Density::ChairSide))};
}

void DigitCell::put(const QString& text) {
    if (text == this->text()) return;
    setText(text);
    Q_EMIT textEdited(text);
    Q_EMIT changed();
}

void DigitCell::refuse() {
    const QString why = rangeSentence(m_name);
    QApplication::beep();
    Q_EMIT blocked(why);
    Q_EMIT refused(why);
}

void DigitCell::typeSigned(QChar digit) {
    const auto value = signedValue(m_range, digit.digitValue());
    if (!value) return refuse();
    if (m_notDone) setNotDone(false);
    put(cellText(m_range, *value));
    Q_EMIT done();
}

void DigitCell::typeDigit(QChar digit) {
    if (isSigned(m_range)) return typeSigned(digit);
    QString next = text();
    if (hasSelectedText()) next.remove(selectionStart(), selectedText().size());
    const qsizetype at = hasSelectedText() ? selectionStart() : cursorPosition();
    next.insert(at, digit);
    if (!possible(m_range, next)) return refuse();
    if (m_notDone) setNotDone(false);
    put(next);
    if (complete(m_range, next)) Q_EMIT done();
}

void DigitCell::pasteText(const QString& text) {
    const QString trimmed = text.trimmed();
    if (!cellValue(m_range, trimmed)) return refuse();
    if (m_notDone) setNotDone(false);
    put(trimmed);
    Q_EMIT done();
}

// Keys that edit or leave the cell; false = not one of them.
bool DigitCell::editKey(int key) {
    switch (key) {
    case Qt::Key_Backspace:
        if (m_notDone)
            setNotDone(false);
        else if (text().isEmpty())
            Q_EMIT back();
        else if (hasSelectedText())
            put({});
        else
            put(isSigned(m_range) ? QString() : text().chopped(1));
        return true;
    case Qt::Key_Delete:
        setNotDone(false);
        put({});
        return true;
    case Qt::Key_Minus:
        Q_EMIT back();
        return true;
    case Qt::Key_Slash:
        setNotDone(true);
        Q_EMIT done();
        return true;
    case Qt::Key_Right:
        if (!text().isEmpty() && !value())
            refuse();
        else
            Q_EMIT done();
        return true;
    case Qt::Key_Left:
        Q_EMIT back();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // A value that could still become longer is settled by Enter; the next Enter saves the row.
        if (!value() || complete(m_range, text())) return false;
        Q_EMIT done();
        return true;
    default:
        return false;
    }
}

void DigitCell::keyPressEvent(QKeyEvent* event) {
    if (isReadOnly()) return EntryEdit::keyPressEvent(event);
    if (event->matches(QKeySequence::Paste)) return pasteText(QApplication::clipboard()->text());
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers == Qt::NoModifier) {
        if (editKey(event->key())) return;
        const QString typed = event->text();
        if (!typed.isEmpty() && typed[0] >= u'0' && typed[0] <= u'9') return typeDigit(typed[0]);
        const bool forGrid = typed == u"+" || typed == u"*";
        if (!typed.isEmpty() && typed[0].isPrint() && !forGrid) return refuse();
    }
    const bool selectOrCopy = event->matches(QKeySequence::SelectAll) || event->matches(QKeySequence::Copy);
    if (selectOrCopy || event->key() == Qt::Key_Home || event->key() == Qt::Key_End)
        return EntryEdit::keyPressEvent(event);
    event->ignore();
}

void DigitCell::focusInEvent(QFocusEvent* event) {
    EntryEdit::focusInEvent(event);
    selectAll();
}

} // namespace chairside::ui
