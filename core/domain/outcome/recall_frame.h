// What a pain score is about. Scores of different frames are never put on one line.
#pragma once

namespace chairside::domain {

enum class RecallFrame { Now, Average24h, Worst24h, Average7d };

} // namespace chairside::domain
