// The one screen for a fault that keeps the program from starting.
#pragma once

#include <QString>
#include <QWidget>

namespace chairside::ui {

// Whole sentences: what happened, and what the person can do about it.
struct Fault {
    QString title{};
    QString happened{};
    QString toDo{};
    QString detail{}; // technical text for whoever is asked for help; may be empty
    bool canRetry = true;
};

class FaultPage : public QWidget {
    Q_OBJECT

public:
    explicit FaultPage(const Fault& fault, QWidget* parent = nullptr);

Q_SIGNALS:
    void retryRequested();
    void quitRequested();
};

} // namespace chairside::ui
