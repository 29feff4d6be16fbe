// Text in lines: an addendum, an address, what a letter says.
#pragma once

#include <QPlainTextEdit>

namespace chairside::ui {

// Takes no more characters than a line edit does: laying a book out would stop the window, and no record keeps as much.
// What a record keeps is less; that limit is said on saving.
class NoteEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr int kMostCharacters = 32'767;

    explicit NoteEdit(QWidget* parent = nullptr);

Q_SIGNALS:
    // What was pasted or dropped was too much: one sentence with its length and the limit. The text is as it was.
    void refused(const QString& why);
    // The text changed; clears an earlier refusal.
    void accepted();

protected:
    void insertFromMimeData(const QMimeData* source) override;
};

} // namespace chairside::ui
