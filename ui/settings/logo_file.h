// A picture file made small enough for the head of a page.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/result.h"

namespace chairside::ui {

// An opaque PNG of at most 600 by 240 dots, shape kept. Invalid on clinic_logo: TooLong for a file above 8 MB,
// NotAllowed for one that is no picture or has more than 100 million dots; StorageFailed if it cannot be read. Worker
// thread.
[[nodiscard]] base::Result<QByteArray> readLogo(const QString& path);

} // namespace chairside::ui
