// One question with a few exclusive answers and no default.
#pragma once

#include <QString>
#include <QWidget>
#include <optional>

class QAbstractButton;
class QBoxLayout;
class QButtonGroup;
class QRadioButton;

namespace chairside::ui {

// Radio buttons in a row or column. Give it to FormBuilder::row, which names the group after the visible
// label.
class ChoiceRow : public QWidget {
    Q_OBJECT

public:
    explicit ChoiceRow(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

    // value must be 0 or more and not yet used. The text may hold a mnemonic.
    QRadioButton* add(const QString& text, int value);
    // 1 chooses the first answer, 2 the second and so on, as Space would. Off unless asked for.
    void setDigitKeys(bool on) { m_digitKeys = on; }
    [[nodiscard]] std::optional<int> value() const;
    // Nothing, or a value that was not added, leaves every button off. Does not emit chosen.
    void setValue(std::optional<int> value);

    template <class Enum>
    [[nodiscard]] std::optional<Enum> valueAs() const {
        if (const auto number = value()) return static_cast<Enum>(*number);
        return std::nullopt;
    }

Q_SIGNALS:
    // The person chose an answer, also the same one again.
    void chosen(int value);
    // Chosen with Space or a digit: the person is done here. Arrows and the mouse may still be looking.
    void decided();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QBoxLayout* m_layout = nullptr;
    QButtonGroup* m_group = nullptr;
    [[nodiscard]] QAbstractButton* buttonOf(int key) const;

    bool m_bySpace = false;
    bool m_digitKeys = false;
};

} // namespace chairside::ui
