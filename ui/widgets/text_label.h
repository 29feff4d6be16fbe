// Plain text in one of the program's few sizes and colours; follows the theme.
#pragma once

#include <QLabel>

namespace chairside::ui {

enum class TextRole {
    Body,
    Strong,  // the value next to a label
    Label,   // small, secondary colour: field labels, units, captions
    Hint,    // small, secondary colour, wraps: help under a field
    Heading, // of a card
    PageTitle,
    CardNumber, // the figure a card is about
    Timer,
    Error, // small: the message under a field
    Stop,  // the error colour at the size of the text
    Warning,
    Success
};

// Never reads rich text: a screen reader would speak the markup.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(const QString& text, TextRole role = TextRole::Body, QWidget* parent = nullptr);
    void setRole(TextRole role);
    [[nodiscard]] TextRole role() const { return m_role; }
    // Sets the text and tells screen readers, without moving the focus.
    void announce(const QString& text);

protected:
    // The label's key reaches a buddy made of several controls (a ChoiceRow) by its focus proxy.
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    TextRole m_role;
    bool m_restyling = false;
};

} // namespace chairside::ui
