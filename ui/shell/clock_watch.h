// Notices that somebody set the clock of the computer, and says what that means.
#pragma once

#include <QObject>
#include <chrono>
#include <string>

#include "core/base/steady_clock.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

// While a patient is timed the program keeps the time it had; afterwards, and when nobody is, it goes by the computer's
// again, also after a restart. Said once a change, never in the way.
class ClockWatch : public QObject {
    Q_OBJECT

public:
    ClockWatch(base::SteadyClock& clock, Workbench& bench, std::string workstation, QObject* parent = nullptr);
    // Done each second.
    void look();

Q_SIGNALS:
    void noticed(const QString& sentence);

private:
    void tell(std::chrono::milliseconds ahead, services::ClockAdvice advice);
    void tryToAdopt();
    void resume();

    base::SteadyClock& m_clock;
    Workbench& m_bench;
    std::string m_workstation;
    std::chrono::milliseconds m_known{}; // how far ahead it was when it was told
    bool m_isAsking = false;
    bool m_hasResumed = false; // what an earlier run of the program kept has been asked for
    int m_looks = 0;
};

} // namespace chairside::ui
