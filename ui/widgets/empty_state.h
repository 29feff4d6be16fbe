// What a page or a card shows when there is nothing to show: what will appear, why it is empty, the one next
// action.
#pragma once

#include <QString>
#include <QWidget>

class QPushButton;

namespace chairside::ui {

class TextLabel;

class EmptyState : public QWidget {
    Q_OBJECT

public:
    // An empty actionText leaves the button out. objectName is given to the button.
    EmptyState(const QString& sentence, const QString& actionText, const QString& objectName,
               QWidget* parent = nullptr);
    void setSentence(const QString& sentence);

Q_SIGNALS:
    void actionChosen();

private:
    TextLabel* m_sentence = nullptr;
};

} // namespace chairside::ui
