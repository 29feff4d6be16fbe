// The common shape of every one-line editor that reads something other than plain text.
#pragma once

#include <QLineEdit>
#include <optional>

#include "core/base/result.h"
#include "ui/format/problem_text.h"

namespace chairside::ui {

// Keeps the text as typed, and can say at any time what is wrong with it. FormBuilder shows refusals under
// the field.
class EntryEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit EntryEdit(QWidget* parent = nullptr);
    // What keeps the text from being a value; nothing if it is one or is empty.
    [[nodiscard]] virtual std::optional<base::Rule> fault() const = 0;
    // The sentence for fault(), for a person who wants to go on; empty if there is none.
    [[nodiscard]] virtual QString faultSentence(const FieldWords& field) const;
    [[nodiscard]] bool isBlank() const { return text().trimmed().isEmpty(); }

Q_SIGNALS:
    // A key or a paste was not taken: one sentence that says why. Nothing in the field changed.
    void refused(const QString& why);
    // The text changed to something else that a person typed or pasted; clears an earlier refusal.
    void accepted();
};

} // namespace chairside::ui
