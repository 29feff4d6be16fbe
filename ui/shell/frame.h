// The parts of the main window and their places; no behaviour.
#pragma once

#include <QWidget>

class QMenuBar;
class QStackedWidget;

namespace chairside::ui {

class MessageStrip;
class PatientBanner;
class Rail;
class StatusLine;
class TextLabel;

// One line that cannot be closed.
class FrameStrip : public QWidget {
public:
    FrameStrip(const QString& text, bool demo, QWidget* parent);
    void setText(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    bool m_demo;
};

class Frame : public QWidget {
    Q_OBJECT

public:
    explicit Frame(QWidget* parent = nullptr);
    // In the empty part of the menu bar, so that nothing moves under the pointer; an empty sentence takes it away.
    void warnOfLock(const QString& sentence);

    QMenuBar* menuBar = nullptr;
    TextLabel* clock = nullptr;
    FrameStrip* demoStrip = nullptr;
    FrameStrip* notEncryptedStrip = nullptr;
    FrameStrip* emergencyStrip = nullptr;
    FrameStrip* lockStrip = nullptr;
    PatientBanner* banner = nullptr;
    Rail* rail = nullptr;
    MessageStrip* messages = nullptr;
    QStackedWidget* pages = nullptr;
    StatusLine* status = nullptr;
};

} // namespace chairside::ui
