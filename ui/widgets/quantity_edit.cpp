#include "ui/widgets/quantity_edit.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QKeyEvent>

#include "core/base/decimal_text.h"
#include "ui/format/counted_text.h"
#include "ui/format/to_qt.h"
#include "ui/theme/metrics.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// "5." is a number that is still being typed; "." alone is not one.
QString withoutOpenPoint(const QString& text) {
    return text.size() > 1 && text.endsWith(u'.') ? text.chopped(1) : text;
}

} // namespace

QString refusalFor(const QString& text, const QuantityFormat& format) {
    const auto point = text.indexOf(u'.');
    for (const QChar c : text) {
        if ((c < u'0' || c > u'9') && c != u'.')
            return QCoreApplication::translate("QuantityEdit", "Only digits and one point are possible here.");
    }
    if (point >= 0 && text.indexOf(u'.', point + 1) >= 0)
        return QCoreApplication::translate("QuantityEdit", "There is a point already.");
    if (point >= 0 && format.decimals == 0)
        return QCoreApplication::translate("QuantityEdit", "Only whole numbers are possible here.");
    const auto whole = point < 0 ? text.size() : point;
    const auto decimals = point < 0 ? 0 : text.size() - point - 1;
    if (whole > format.wholeDigits) {
        return QCoreApplication::translate("QuantityEdit", "At most %1 before the point, no more.")
            .arg(countedText(format.wholeDigits, Counted::Digit));
    }
    if (decimals > format.decimals) {
        return QCoreApplication::translate("QuantityEdit", "At most %1 after the point, no more.")
            .arg(countedText(format.decimals, Counted::Digit));
    }
    return {};
}

QuantityEdit::QuantityEdit(QuantityFormat format, QWidget* parent) : EntryEdit(parent), m_format(std::move(format)) {
    setAlignment(Qt::AlignRight);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(false);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textChanged, this, &QuantityEdit::noticeChange);
}

QSize QuantityEdit::sizeHint() const {
    const int characters = std::max(6, m_format.wholeDigits + m_format.decimals + 3);
    return {QFontMetrics(font()).horizontalAdvance(u'0') * characters + scaled(24), EntryEdit::sizeHint().height()};
}

std::optional<std::int64_t> QuantityEdit::thousandths() const {
    return base::thousandthsFromText(toStd(withoutOpenPoint(text())));
}

void QuantityEdit::setThousandths(std::optional<std::int64_t> value) {
    setText(value ? toQt(base::textFromThousandths(*value)) : QString());
}

std::optional<base::Rule> QuantityEdit::fault() const {
    if (isBlank() || thousandths()) return std::nullopt;
    return base::Rule::NotANumber;
}

void QuantityEdit::noticeChange() {
    if (const auto now = thousandths(); now != m_last) {
        m_last = now;
        Q_EMIT valueChanged();
    }
}

void QuantityEdit::take(const QString& insertion) {
    QString next = text();
    const bool selected = hasSelectedText();
    const auto at = selected ? selectionStart() : cursorPosition();
    if (selected) next.remove(at, selectedText().size());
    next.insert(at, insertion);
    if (const QString why = refusalFor(next, m_format); !why.isEmpty()) {
        QApplication::beep();
        Q_EMIT refused(why);
        return;
    }
    insert(insertion);
}

void QuantityEdit::pasteText(const QString& text) {
    QString number = text.trimmed();
    if (!m_format.unit.isEmpty() && number.endsWith(m_format.unit))
        number = number.chopped(m_format.unit.size()).trimmed();
    const auto value = base::thousandthsFromText(toStd(number));
    const QString canonical = value ? toQt(base::textFromThousandths(*value)) : QString();
    if (!value || !refusalFor(canonical, m_format).isEmpty()) {
        QApplication::beep();
        Q_EMIT refused(tr("The pasted text is not a number that is possible here."));
        return;
    }
    setText(canonical);
    Q_EMIT textEdited(canonical);
}

void QuantityEdit::keyPressEvent(QKeyEvent* event) {
    if (isReadOnly()) return EntryEdit::keyPressEvent(event);
    if (event->matches(QKeySequence::Paste)) return pasteText(QApplication::clipboard()->text());
    const QString typed = event->text();
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers == Qt::NoModifier && !typed.isEmpty() && typed[0].isPrint()) {
        return take(typed == u"," ? u"."_s : typed);
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) makeCanonical();
    EntryEdit::keyPressEvent(event);
}

void QuantityEdit::makeCanonical() {
    if (const auto value = thousandths()) {
        const QString canonical = toQt(base::textFromThousandths(*value));
        if (canonical != text()) setText(canonical);
    }
}

void QuantityEdit::focusOutEvent(QFocusEvent* event) {
    makeCanonical();
    EntryEdit::focusOutEvent(event);
}

} // namespace chairside::ui
