// The line at the bottom: who, what was saved, backup, live or demo.
#pragma once

#include <QWidget>

#include "ui/shell/page.h"

namespace chairside::ui {

class TextLabel;
struct SignedIn;

class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);
    void setPerson(const SignedIn* person);
    void setSaveState(const SaveState& state);
    void setBackupText(const QString& text);
    void setDemo(bool demo);
    // Announced to screen readers; the focus stays where it is.
    void say(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_person = nullptr;
    TextLabel* m_saved = nullptr;
    TextLabel* m_backup = nullptr;
    TextLabel* m_sentence = nullptr;
    TextLabel* m_kind = nullptr;
};

} // namespace chairside::ui
