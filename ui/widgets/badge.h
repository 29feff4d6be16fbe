// A small state word with its own shape: never a colour alone.
#pragma once

#include <QString>
#include <QWidget>

namespace chairside::ui {

enum class Tone { Neutral, Active, Good, Caution, Bad };

// Shows "● RUNNING" and the like on a tint; the accessible name is the word.
class Badge : public QWidget {
    Q_OBJECT

public:
    explicit Badge(const QString& text, Tone tone = Tone::Neutral, QWidget* parent = nullptr);
    void set(const QString& text, Tone tone);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
};

} // namespace chairside::ui
