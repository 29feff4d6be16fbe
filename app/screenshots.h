// A picture of every page of the demo clinic, light and dark.
#pragma once

#include <QObject>
#include <filesystem>
#include <memory>

#include "app/desktop.h"

namespace chairside::app {

// Plays once the clinic is open and then leaves the program: exit code 0, or 1 if a page did not come.
[[nodiscard]] std::unique_ptr<QObject> startScreenshots(Desktop& desktop, const std::filesystem::path& folder);

} // namespace chairside::app
