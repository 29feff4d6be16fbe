#include "core/domain/outcome/aldrete.h"

#include <array>
#include <cstdlib>
#include <string>
#include <utility>

namespace chairside::domain {

namespace {

// Bands of the instrument, not limits of a clinic.
constexpr int kSteady = 20;          // mmHg, and percent
constexpr int kUnsteadyMmhg = 50;    // from here on 0 in mmHg
constexpr int kUnsteadyPercent = 49; // above it 0 in percent

std::array<std::pair<const char*, int>, 5> named(const AldreteItems& items) {
    return {{{"activity", items.activity},
             {"respiration", items.respiration},
             {"circulation", items.circulation},
             {"consciousness", items.consciousness},
             {"spo2", items.spo2}}};
}

} // namespace

int totalOf(const AldreteItems& items) {
    int total = 0;
    for (const auto& [name, value] : named(items))
        total += value;
    return total;
}

bool hasZero(const AldreteItems& items) {
    for (const auto& [name, value] : named(items)) {
        if (value == 0) return true;
    }
    return false;
}

int circulationScore(CirculationVariant variant, int baselineSystolic, int systolic) {
    const int change = std::abs(systolic - baselineSystolic);
    if (variant == CirculationVariant::Mmhg) {
        if (change <= kSteady) return 2;
        return change < kUnsteadyMmhg ? 1 : 0;
    }
    const int percent = 100 * change; // of the baseline, times the baseline
    if (percent < kSteady * baselineSystolic) return 2;
    return percent <= kUnsteadyPercent * baselineSystolic ? 1 : 0;
}

bool isCirculationAmbiguous(int baselineSystolic, int systolic) {
    return std::abs(systolic - baselineSystolic) == kUnsteadyMmhg;
}

base::Problems check(const AldreteItems& items) {
    base::Problems problems;
    for (const auto& [name, value] : named(items)) {
        if (kAldreteItemRange.contains(value)) continue;
        problems.push_back({name, base::Rule::OutOfRange, std::to_string(kAldreteItemRange.low),
                            std::to_string(kAldreteItemRange.high), std::to_string(value)});
    }
    return problems;
}

} // namespace chairside::domain
