// A titled surface that groups what belongs together.
#pragma once

#include <QFrame>
#include <QString>
#include <initializer_list>

class QLayout;
class QVBoxLayout;

namespace chairside::ui {

class TextLabel;

// Rounded frame on the base colour with a heading line. Its accessible name is the title.
class Card : public QFrame {
    Q_OBJECT

public:
    // An empty title leaves the heading line out; then give an accessible name.
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    // Where the contents go.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    // A button or a badge at the right end of the heading line.
    void addToHeading(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_title = nullptr;
    QLayout* m_heading = nullptr;
    QVBoxLayout* m_body = nullptr;
};

// Puts the parts side by side in the middle of the column, each as wide as it wants to be. An alignment flag would do
// so too, but then text that wraps gets only the height of its unwrapped lines.
void addCentred(QVBoxLayout& column, std::initializer_list<QWidget*> parts);

} // namespace chairside::ui
