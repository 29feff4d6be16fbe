// Type-ahead choice from a fixed list. Nothing is ever taken over that was not chosen.
#pragma once

#include <QPointer>
#include <QStringList>
#include <vector>

#include "ui/widgets/entry_edit.h"

class QListWidget;

namespace chairside::ui {

struct PickerTerm {
    std::string key;
    QString words;
};

// Typing filters the list below; Down and Up move in it, Enter takes the marked entry, or the only one that
// is left. With several left Enter marks the first. Leaving the field closes the list and takes nothing.
class TermPicker : public EntryEdit {
    Q_OBJECT

public:
    explicit TermPicker(std::vector<PickerTerm> terms, QWidget* parent = nullptr);
    ~TermPicker() override;

    // The chosen term, or the one whose words stand in the field letter for letter; nothing otherwise.
    [[nodiscard]] std::optional<std::string> key() const;
    void setKey(const std::optional<std::string>& key);
    // A digit typed into the empty field takes one of so many first terms; the list shows which.
    void setNumbered(int terms) { m_numbered = terms; }
    // What the list offers now, first entry first; empty while it is closed.
    [[nodiscard]] QStringList offered() const;

    [[nodiscard]] std::optional<base::Rule> fault() const override;
    [[nodiscard]] QString faultSentence(const FieldWords& field) const override;

Q_SIGNALS:
    // A term was taken with Enter, a click or its digit.
    void picked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void offer();
    void placeList();
    void closeList();
    void take(int row);
    [[nodiscard]] bool takeNumbered();
    void mark(int row);
    [[nodiscard]] bool isListOpen() const;
    [[nodiscard]] bool enter();

    std::vector<PickerTerm> m_terms;
    int m_numbered = 0;
    QPointer<QListWidget> m_list; // a child of the window
};

} // namespace chairside::ui
