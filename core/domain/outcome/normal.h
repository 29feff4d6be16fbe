// Internal to the statistics: the one quantile that 95 % intervals need.
#pragma once

namespace chairside::domain {

inline constexpr double kNormal975 = 1.959963984540054; // of the standard normal distribution, at 0.975

} // namespace chairside::domain
