#include "ui/infusion/entry_draft.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include "ui/widgets/choice_row.h"
#include "ui/widgets/digit_cell.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kNotDoneMark = u"not done"_s;

bool isPassword(const QLineEdit& edit) {
    return edit.echoMode() != QLineEdit::Normal;
}

// A cell marked "not done" has no text of its own.
QVariant lineDraft(const QLineEdit& edit) {
    if (isPassword(edit)) return {};
    if (const auto* cell = qobject_cast<const DigitCell*>(&edit); cell != nullptr && cell->isNotDone())
        return kNotDoneMark;
    return edit.text().isEmpty() ? QVariant() : QVariant(edit.text());
}

void setLine(QLineEdit& edit, const QVariant& value) {
    auto* cell = qobject_cast<DigitCell*>(&edit);
    if (cell != nullptr) cell->setNotDone(value.toString() == kNotDoneMark);
    if (cell != nullptr && cell->isNotDone()) return;
    if (edit.text() != value.toString()) edit.setText(value.toString());
}

} // namespace

EntryDraft draftOf(const QWidget& root) {
    EntryDraft draft;
    for (const auto* edit : root.findChildren<QLineEdit*>()) {
        if (edit->isReadOnly() || edit->objectName().isEmpty()) continue;
        if (const QVariant value = lineDraft(*edit); value.isValid()) draft.insert(edit->objectName(), value);
    }
    for (const auto* edit : root.findChildren<QPlainTextEdit*>()) {
        if (!edit->isReadOnly() && !edit->toPlainText().isEmpty())
            draft.insert(edit->objectName(), edit->toPlainText());
    }
    for (const auto* choice : root.findChildren<ChoiceRow*>()) {
        if (const auto value = choice->value()) draft.insert(choice->objectName(), *value);
    }
    return draft;
}

void restoreDraft(QWidget& root, const EntryDraft& draft) {
    for (auto* edit : root.findChildren<QLineEdit*>()) {
        if (!edit->isReadOnly()) setLine(*edit, draft.value(edit->objectName()));
    }
    for (auto* edit : root.findChildren<QPlainTextEdit*>()) {
        if (!edit->isReadOnly()) edit->setPlainText(draft.value(edit->objectName()).toString());
    }
    for (auto* choice : root.findChildren<ChoiceRow*>()) {
        const QVariant value = draft.value(choice->objectName());
        choice->setValue(value.isValid() ? std::optional(value.toInt()) : std::nullopt);
    }
}

void clearEntries(QWidget& root) {
    restoreDraft(root, {});
}

} // namespace chairside::ui
