#include "ui/widgets/note_edit.h"

#include <QMimeData>

#include "ui/format/quantity_text.h"

namespace chairside::ui {

NoteEdit::NoteEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::textChanged, this, &NoteEdit::accepted);
}

void NoteEdit::insertFromMimeData(const QMimeData* source) {
    const QString text = source->text();
    const int kept = document()->characterCount() - 1 - static_cast<int>(textCursor().selectedText().size());
    if (text.size() <= kMostCharacters - kept) return QPlainTextEdit::insertFromMimeData(source);
    Q_EMIT refused(tr("There are %1 characters to be pasted, and no more than %2 have room here. Nothing was pasted.")
                       .arg(countText(text.size()), countText(kMostCharacters)));
}

} // namespace chairside::ui
