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

class Frame : public QWidget {
    Q_OBJECT

public:
    explicit Frame(QWidget* parent = nullptr);

    QMenuBar* menuBar = nullptr;
    TextLabel* clock = nullptr;
    QWidget* demoStrip = nullptr;
    QWidget* notEncryptedStrip = nullptr;
    PatientBanner* banner = nullptr;
    Rail* rail = nullptr;
    MessageStrip* messages = nullptr;
    QStackedWidget* pages = nullptr;
    StatusLine* status = nullptr;
};

} // namespace chairside::ui
