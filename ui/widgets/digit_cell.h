// One cell of the vitals grid: digits only, moves on by itself, refuses the impossible at the key.
#pragma once

#include "ui/widgets/digit_range.h"
#include "ui/widgets/entry_edit.h"

namespace chairside::ui {

// Keys: digits; Backspace in an empty cell or '-' = back; Right, or Enter on a value that could be longer =
// on;
// '/' = not done. '+', '*', Enter on a settled or empty cell, Up and Down are left to the grid around it.
class DigitCell : public EntryEdit {
    Q_OBJECT

public:
    // name: what is measured, as in "SBP is 50 to 260" ("SBP"); also the accessible name until another is
    // set.
    DigitCell(const QString& name, DigitRange range, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<int> value() const;
    // Empties the cell if nothing, or if the value is outside the range; ends "not done".
    void setValue(std::optional<int> value);
    [[nodiscard]] bool isNotDone() const { return m_notDone; }
    // Marks the cell as not done, which empties it; false takes the mark off.
    void setNotDone(bool notDone);
    [[nodiscard]] const DigitRange& range() const { return m_range; }

    [[nodiscard]] std::optional<base::Rule> fault() const override;
    [[nodiscard]] QString faultSentence(const FieldWords& field) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    // The person is finished here (a value, left empty, or not done): go to the next cell.
    void done();
    // Go to the cell before.
    void back();
    // A key was refused; refused() carries the same sentence.
    void blocked(const QString& why);
    void changed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    bool editKey(int key);
    void typeDigit(QChar digit);
    void typeSigned(QChar digit);
    [[nodiscard]] QString rangeSentence(const QString& name) const;
    void refuse();
    void pasteText(const QString& text);
    void put(const QString& text);

    QString m_name;
    DigitRange m_range;
    bool m_notDone = false;
};

} // namespace chairside::ui
