// One infusion of the demo clinic carried through by keys, with a picture of each step and the PDF at the end.
#pragma once

#include <QObject>
#include <filesystem>
#include <memory>

#include "app/desktop.h"
#include "app/script/tour_clock.h"

namespace chairside::app {

// Plays once the clinic is open and then leaves the program: exit code 0, or 1 with the step it could not do on
// standard error. The desktop must run on `clock` and outlive what is returned.
[[nodiscard]] std::unique_ptr<QObject> startTour(Desktop& desktop, TourClock& clock,
                                                 const std::filesystem::path& folder);

} // namespace chairside::app
