// Short ways to write down the entries of an infusion in a test. Every entry gets an id of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/uuid7_source.h"
#include "core/domain/infusion/infusion_record.h"
#include "tests/support/core/fake_clock.h"

namespace chairside::domain::build {

[[nodiscard]] inline base::Uuid newUuid() {
    static const test::FakeClock kClock;
    static std::uint64_t random = 1;
    static base::Uuid7Source source(kClock, [] { return random *= 6364136223846793005ULL; });
    return source.next();
}

// "10:15" on the day of the tests, local time one hour ahead of UTC; a whole ISO instant stands for itself.
[[nodiscard]] inline base::Instant at(std::string_view time) {
    if (time.size() > 8) return test::instant(time);
    return test::instant("2025-01-14T" + std::string(time) + "+01:00");
}

[[nodiscard]] inline EntryHead head(base::Instant when) {
    return {EntryId(newUuid()), InfusionId(newUuid()), when, when, AccountId(newUuid()), {}, {}};
}

[[nodiscard]] inline FlowRate rate(std::int64_t microlitresPerHour) {
    return FlowRate::ofRaw(microlitresPerHour);
}

[[nodiscard]] inline InfusionStep step(StepKind kind, std::string_view time, std::optional<FlowRate> flow = {}) {
    return {head(at(time)), kind, flow, {}};
}

[[nodiscard]] inline VitalSigns vitals(std::string_view time, std::optional<std::string_view> due = {}) {
    VitalSigns row{head(at(time)), 128, 76, 72, 98, 14, {}, {}};
    if (due) row.dueAt = at(*due);
    return row;
}

[[nodiscard]] inline PainScore pain(std::string_view time, PainMoment moment, std::optional<int> value) {
    PainScore score{head(at(time)), {}, moment, RecallFrame::Now, value, {}};
    if (!value) score.missing = MissingReason::Declined;
    return score;
}

// 70 kg x 0.5 mg per kg = 35 mg in 100 mL.
[[nodiscard]] inline DoseCheck doseCheck(std::string_view time, CheckPosition position = CheckPosition::First) {
    const DoseInputs inputs{Weight::ofWhole(70),        DosePerKg::ofRaw(500), 90,
                            Concentration::ofWhole(50), Volume::ofWhole(100),  VolumeConvention::QsTotal};
    return {head(at(time)),
            position,
            inputs,
            test::date("2025-01-14"),
            WeightBasis::Actual,
            Dose::ofWhole(35),
            Volume::ofRaw(700),
            Volume::ofWhole(100),
            rate(66'700)};
}

// What a second person found for it; the same numbers unless the test changes them.
[[nodiscard]] inline SecondCheck secondCheck(const DoseCheck& check, std::string_view time = "09:55") {
    return {head(at(time)), check.head.id, numbersOf(check)};
}

// 50 mg per mL x 10 mL = 500 mg.
[[nodiscard]] inline Vial vial() {
    return {VialId(newUuid()),   "ketamine", Concentration::ofWhole(50),
            Volume::ofWhole(10), "L1",       test::date("2026-01-31")};
}

[[nodiscard]] inline DrugMovement movement(MovementKind kind, std::int64_t micrograms) {
    return {EntryId(newUuid()), VialId(newUuid()),    {}, kind, Dose::ofRaw(micrograms), at("11:00"),
            at("11:00"),        AccountId(newUuid()), {}, {}};
}

// An infusion that was opened and has no entry yet.
[[nodiscard]] inline InfusionRecord record() {
    const Infusion infusion{InfusionId(newUuid()),    PlannedInfusionId(newUuid()),
                            CourseId(newUuid()),      PatientId(newUuid()),
                            CourseOrderId(newUuid()), 1,
                            test::date("2025-01-14"), at("09:40"),
                            AccountId(newUuid())};
    return {infusion, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
}

} // namespace chairside::domain::build
