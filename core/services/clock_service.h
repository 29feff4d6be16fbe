// What a wall clock that somebody has set means for the record.
#pragma once

#include <chrono>
#include <string>

#include "core/base/result.h"
#include "core/services/service_context.h"

namespace chairside::services {

enum class ClockAdvice {
    Keep, // a pump runs: its times have to stay on the clock they began on
    Adopt // nothing is timed
};

class ClockService {
public:
    explicit ClockService(ServiceContext& context) : m_context(context) {}

    // Somebody set the wall clock of this computer by so much. Audited; needs nobody signed in. Fails while the clinic
    // is locked: then nothing can be timed, and nothing is known of what was.
    [[nodiscard]] base::Result<ClockAdvice> changed(std::chrono::milliseconds ahead, const std::string& workstation);
    // How far the wall clock was set while an earlier run of the program kept its time for patients who are timed
    // still; zero if nobody is, or if somebody has put it right since. To be asked while the clock of the program goes
    // by the wall clock. Not audited; fails while the clinic is locked.
    [[nodiscard]] base::Result<std::chrono::milliseconds> keptAhead(const std::string& workstation);
    // The time that was kept is given up. Audited.
    [[nodiscard]] base::Done adopted(const std::string& workstation);
    // Whether a clock that was kept can be given up by now. Not audited.
    [[nodiscard]] base::Result<ClockAdvice> advice();

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
