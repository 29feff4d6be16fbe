#include "core/domain/dosing/double_check.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/domain/entry_builders.h"

namespace chairside::domain {
namespace {

constexpr SecondCheckRules kRules{1, Weight::ofRaw(100), Dose::ofRaw(100), Volume::ofRaw(10), FlowRate::ofRaw(500)};

DoseNumbers numbers(std::int64_t weight, std::int64_t dose, std::int64_t volume, std::int64_t rate) {
    return {Weight::ofRaw(weight), Dose::ofRaw(dose), Volume::ofRaw(volume), FlowRate::ofRaw(rate)};
}

// 68 kg x 0.5 mg per kg from 10 mg per mL in 100 mL over 90 minutes.
const DoseNumbers kFirst = numbers(68'000, 34'000, 3'400, 66'700);

// "weight volume*": what differs, with a star where it is ten times.
std::string differing(const std::vector<NumberDifference>& found) {
    static constexpr const char* kNames[] = {"weight", "dose", "volume", "rate"};
    std::string all;
    for (const auto& one : found) {
        all += (all.empty() ? "" : " ") + std::string(kNames[static_cast<int>(one.number)]);
        if (one.tenTimes) all += '*';
    }
    return all;
}

struct Case {
    const char* name;
    DoseNumbers second;
    const char* expected;
};

class TwoCalculations : public testing::TestWithParam<Case> {};

TEST_P(TwoCalculations, DifferWhereTheToleranceSaysSo) {
    EXPECT_EQ(differing(differences(kFirst, GetParam().second, kRules)), GetParam().expected);
    // Who calculated first does not matter.
    EXPECT_EQ(differing(differences(GetParam().second, kFirst, kRules)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, TwoCalculations,
    testing::Values(Case{"equal", numbers(68'000, 34'000, 3'400, 66'700), ""},
                    Case{"exactly_at_every_tolerance", numbers(68'100, 33'900, 3'410, 66'200), ""},
                    Case{"whole_rate", numbers(68'000, 34'000, 3'400, 67'000), ""},
                    Case{"weight_just_beyond", numbers(68'101, 34'000, 3'400, 66'700), "weight"},
                    Case{"dose_just_beyond", numbers(68'000, 34'101, 3'400, 66'700), "dose"},
                    Case{"volume_just_beyond", numbers(68'000, 34'000, 3'389, 66'700), "volume"},
                    Case{"rate_just_beyond", numbers(68'000, 34'000, 3'400, 67'201), "rate"},
                    Case{"ten_times_the_volume", numbers(68'000, 34'000, 34'000, 66'700), "volume*"},
                    Case{"a_tenth_of_the_volume", numbers(68'000, 34'000, 340, 66'700), "volume*"},
                    Case{"ten_times_within_the_tolerance", numbers(68'000, 34'000, 3'400, 670'000), "rate*"},
                    Case{"ten_times_at_its_edge", numbers(68'000, 34'000, 3'400, 672'000), "rate*"},
                    Case{"not_quite_ten_times", numbers(68'000, 34'000, 3'400, 672'100), "rate"},
                    Case{"a_hundred_times", numbers(68'000, 34'000, 340'000, 66'700), "volume"},
                    Case{"dose_and_volume_swapped", numbers(68'000, 3'400, 34'000, 66'700), "dose* volume*"},
                    Case{"weight_and_dose_swapped", numbers(34'000, 68'000, 3'400, 66'700), "weight dose"},
                    Case{"weight_and_rate_swapped", numbers(66'700, 34'000, 3'400, 68'000), "weight rate"},
                    Case{"pounds_for_kilograms", numbers(149'900, 75'000, 7'500, 66'700), "weight dose volume"},
                    Case{"everything_missing", numbers(0, 0, 0, 0), "weight dose volume rate"},
                    Case{"everything_ten_times", numbers(680'000, 340'000, 34'000, 667'000),
                         "weight* dose* volume* rate*"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(DoubleCheck, WithoutAToleranceHaveToBeEqual) {
    const SecondCheckRules exact{1, {}, {}, {}, {}};
    EXPECT_TRUE(differences(kFirst, kFirst, exact).empty());
    EXPECT_EQ(differing(differences(kFirst, numbers(68'001, 33'999, 3'401, 66'699), exact)), "weight dose volume rate");
    EXPECT_EQ(differing(differences(kFirst, numbers(68'000, 34'000, 34'000, 66'700), exact)), "volume*");
    EXPECT_EQ(differing(differences(kFirst, numbers(68'000, 34'000, 34'001, 66'700), exact)), "volume");
}

TEST(DoubleCheck, CarryBothNumbersOfADifference) {
    const auto found = differences(kFirst, numbers(68'000, 34'000, 34'000, 66'700), kRules);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front(), (NumberDifference{DoseNumber::DrugVolume, 3'400, 34'000, true}));
}

class SecondChecks : public testing::Test {
protected:
    [[nodiscard]] CheckState state() const { return checkStateOf(record, kRules); }
    InfusionRecord record = build::record();
    DoseCheck dose = build::doseCheck("09:50");
};

TEST_F(SecondChecks, AreOpenUntilSomebodyElseHasCalculated) {
    EXPECT_EQ(state(), CheckState::NotNeeded) << "nothing is prepared";
    record.doseChecks.push_back(dose);
    EXPECT_EQ(state(), CheckState::Open);
    EXPECT_FALSE(secondCheckOf(record));
    EXPECT_TRUE(hidesFirstNumbers(record, kRules));
    record.secondChecks.push_back(build::secondCheck(dose));
    EXPECT_EQ(state(), CheckState::Agrees);
    EXPECT_FALSE(hidesFirstNumbers(record, kRules));
    EXPECT_TRUE(checkDifferences(record, kRules).empty());
}

TEST_F(SecondChecks, AreNotNeededWhereTheProtocolAsksForNone) {
    record.doseChecks.push_back(dose);
    EXPECT_EQ(checkStateOf(record, {}), CheckState::NotNeeded);
}

TEST_F(SecondChecks, ThatCanNoLongerBeMadeHideNothing) {
    record.doseChecks.push_back(dose);
    record.movements.push_back(build::movement(MovementKind::WastedBag, 35'000));
    EXPECT_EQ(state(), CheckState::Open);
    EXPECT_FALSE(hidesFirstNumbers(record, kRules));
}

TEST_F(SecondChecks, ThatDifferAreKept) {
    record.doseChecks.push_back(dose);
    auto other = build::secondCheck(dose);
    other.numbers.drugVolume = Volume::ofRaw(7'000);
    record.secondChecks.push_back(other);
    EXPECT_EQ(state(), CheckState::Differs);
    EXPECT_EQ(differing(checkDifferences(record, kRules)), "volume*");
}

TEST_F(SecondChecks, OfAReplacedDoseCountForNothing) {
    record.doseChecks.push_back(dose);
    record.secondChecks.push_back(build::secondCheck(dose));
    auto corrected = build::doseCheck("10:00");
    corrected.head.corrects = dose.head.id;
    corrected.head.correctionReason = "scale read wrong";
    record.doseChecks.push_back(corrected);
    EXPECT_EQ(state(), CheckState::Open);
    record.secondChecks.push_back(build::secondCheck(corrected, "10:05"));
    EXPECT_EQ(state(), CheckState::Agrees);
    EXPECT_EQ(secondCheckOf(record)->doseCheck, corrected.head.id);
}

TEST_F(SecondChecks, OfADosePreparedAgainWithoutACorrectionAreOpenAgain) {
    record.doseChecks.push_back(dose);
    record.secondChecks.push_back(build::secondCheck(dose));
    record.doseChecks.push_back(build::doseCheck("10:00"));
    EXPECT_EQ(state(), CheckState::Open);
}

} // namespace
} // namespace chairside::domain
