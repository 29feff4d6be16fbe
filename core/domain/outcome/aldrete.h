// The modified Aldrete score (Aldrete 1995; table in World J Gastroenterol 2015;21:3671, T2): five items of 0 to 2,
// total 0 to 10. From which total it passes is a number of the protocol.
#pragma once

#include "core/base/result.h"
#include "core/domain/protocol/protocol_rules.h"

namespace chairside::domain {

inline constexpr EntryRange kAldreteItemRange{0, 2};

struct AldreteItems {
    int activity = 0;      // 2 moves four limbs, 1 two, 0 none
    int respiration = 0;   // 2 breathes deeply and coughs, 1 short of breath or limited, 0 apnoea
    int circulation = 0;   // see circulationScore
    int consciousness = 0; // 2 awake, 1 on calling, 0 none
    int spo2 = 0;          // 2 above 92 % on air, 1 needs oxygen for more than 90 %, 0 below 90 % on oxygen

    bool operator==(const AldreteItems&) const = default;
};

[[nodiscard]] int totalOf(const AldreteItems& items);
[[nodiscard]] bool hasZero(const AldreteItems& items);

// The circulation item from the systolic pressures in mmHg, baseline above 0. The bands belong to the instrument:
//   mmHg:    2 up to 20, 1 above 20, 0 from 50 on. The table prints 20 for 2 and for 1, and 50 for 1 and for 0: 20
//   counts
//            as 2, and 50 as 0, the cautious reading.
//   percent: 2 below 20, 1 up to 49, 0 above 49 (nursingeducation.podia.com, module 5), compared without rounding.
[[nodiscard]] int circulationScore(CirculationVariant variant, int baselineSystolic, int systolic);
// Whether the printed bands in mmHg leave the item open at these pressures (a change of exactly 50).
[[nodiscard]] bool isCirculationAmbiguous(int baselineSystolic, int systolic);

// Items outside 0 to 2. Fields: activity, respiration, circulation, consciousness, spo2.
[[nodiscard]] base::Problems check(const AldreteItems& items);

} // namespace chairside::domain
