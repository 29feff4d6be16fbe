// Pounds typed where kilograms are asked.
#include "core/domain/dosing/weight_entry.h"

#include <gtest/gtest.h>

#include "tests/support/core/builders.h"
#include "tests/support/core/domain_printers.h"

namespace chairside::domain {
namespace {

struct TypedWeight {
    std::int64_t typed; // grams, if it were kilograms
    std::optional<std::int64_t> known;
    std::optional<std::int64_t> meant;
};

TEST(WeightEntry, PoundsAreToldByTheWeightKnownBefore) {
    auto rules = test::clinicRules().dose;
    rules.minWeight = Weight::ofWhole(30);
    rules.maxWeight = Weight::ofWhole(250);
    rules.weightChangePercent = 10;
    const TypedWeight table[] = {
        {150'000, 68'000, 68'000}, // 150 lb
        {149'900, 68'000, 68'000}, // 149.9 lb = 67.99 kg
        {70'000, 68'000, {}},      // a small change
        {80'000, 68'000, {}},      // a large one, but 80 lb are 36 kg
        {300'000, {}, 136'100},    // no patient weighs 300 kg, many weigh 300 lb
        {300'000, 68'000, {}},     // neither fits
        {150'000, {}, {}},         // nothing to compare with
        {600'000, {}, {}},         // 272 kg are not possible either
        {66'100, 30'000, 30'000},  // 66.1 lb = 29.98 kg
    };
    for (const auto& row : table) {
        const auto known = row.known ? std::optional(Weight::ofRaw(*row.known)) : std::nullopt;
        const auto meant = row.meant ? std::optional(Weight::ofRaw(*row.meant)) : std::nullopt;
        EXPECT_EQ(looksLikePounds(Weight::ofRaw(row.typed), known, rules), meant) << row.typed;
    }
}

} // namespace
} // namespace chairside::domain
