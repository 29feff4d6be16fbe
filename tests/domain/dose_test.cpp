#include "core/domain/dosing/dose.h"

#include <cmath>

#include <gmock/gmock.h>

#include "core/base/decimal_text.h"
#include "tests/support/core/case_table.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::Rule;
using test::CaseRow;
using test::HasProblem;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const DoseRules& rules() {
    return test::courseRules().dose;
}

DoseInputs inputsOf(const CaseRow& row) {
    return {Weight::ofRaw(*row.thousandths("weight_kg")),
            DosePerKg::ofRaw(*row.thousandths("mg_per_kg")),
            row.whole("minutes"),
            Concentration::ofRaw(*row.thousandths("vial_mg_per_ml")),
            Volume::ofRaw(*row.thousandths("bag_ml")),
            row.text("volume_convention") == "added" ? VolumeConvention::Added : VolumeConvention::QsTotal};
}

DoseInputs reference() {
    return {Weight::ofWhole(70),        DosePerKg::ofRaw(500), 90,
            Concentration::ofWhole(50), Volume::ofWhole(100),  VolumeConvention::QsTotal};
}

class DoseCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(DoseCases, AgreeWithTheWorkedCase) {
    const CaseRow& row = GetParam();
    const DoseInputs inputs = inputsOf(row);
    if (row.has("expected_error")) {
        EXPECT_THAT(check(inputs, rules()), Not(IsEmpty()));
        return;
    }
    EXPECT_THAT(check(inputs, rules()), IsEmpty());
    const DoseCalculation result = calculateDose(inputs, rules());
    EXPECT_EQ(result.exactNanograms, *row.thousandths("expected_mg_exact") * 1000);
    EXPECT_EQ(result.dose.raw(), row.thousandths("expected_mg"));
    EXPECT_EQ(result.drugVolume.raw(), row.thousandths("expected_ml"));
    EXPECT_EQ(result.totalVolume.raw(), row.thousandths("total_ml"));
    EXPECT_EQ(result.rate.raw(), row.thousandths("rate_ml_h"));
    EXPECT_EQ(result.belowGuidelineFloor, row.flag("below_asra_80mg_total"));
    const VialUse use = vialUse(result.drugVolume, Volume::ofRaw(*row.thousandths("vial_volume_ml")), inputs.strength);
    EXPECT_EQ(use.vials, row.whole("vials_needed"));
    EXPECT_EQ(use.residualVolume.raw(), row.thousandths("residual_vial_ml"));
    EXPECT_EQ(use.residualDose.raw(), row.thousandths("residual_vial_mg"));
}

INSTANTIATE_TEST_SUITE_P(File, DoseCases, ::testing::ValuesIn(test::readCases("dose")), test::NameOfCase{});

TEST(Dose, AddsTheDrugToTheBagWhenNothingIsWithdrawn) {
    DoseInputs inputs = reference();
    inputs.convention = VolumeConvention::Added;
    const DoseCalculation result = calculateDose(inputs, rules());
    EXPECT_EQ(base::toText(result.totalVolume), "100.7");
    EXPECT_EQ(base::toText(result.rate), "67.1");
}

// Every product of a weight in 0.1 kg and a dose in 0.05 mg per kg that lies exactly between two tenths of a
// milligram.
TEST(Dose, RoundsEveryTieOfATenthOfAMilligramUp) {
    int ties = 0;
    int missedByDoubles = 0;
    for (std::int64_t grams = 30'000; grams <= 250'000; grams += 100) {
        for (std::int64_t perKg = 100; perKg <= 1'000; perKg += 50) {
            const std::int64_t nanograms = grams * perKg;
            if (nanograms % 100'000 != 50'000) continue;
            ++ties;
            DoseInputs inputs = reference();
            inputs.weight = Weight::ofRaw(grams);
            inputs.perKg = DosePerKg::ofRaw(perKg);
            const std::int64_t tenths = nanograms / 100'000 + 1;
            ASSERT_EQ(calculateDose(inputs, rules()).dose.raw(), tenths * 100) << ::testing::PrintToString(inputs);
            const double naive = static_cast<double>(grams) / 1000.0 * (static_cast<double>(perKg) / 1000.0) * 10.0;
            if (std::round(naive) != static_cast<double>(tenths)) ++missedByDoubles;
        }
    }
    EXPECT_GT(ties, 152);
    EXPECT_GT(missedByDoubles, 0) << "the table no longer holds what binary fractions get wrong";
}

TEST(Dose, TellsTheRelativeRounding) {
    DoseRules whole = rules();
    whole.doseStep = Dose::ofWhole(1);
    DoseInputs inputs = reference();
    inputs.weight = Weight::ofRaw(71'500);
    const DoseCalculation result = calculateDose(inputs, whole);
    EXPECT_EQ(base::toText(result.dose), "36");
    EXPECT_EQ(roundingPermille(result), 7);
    EXPECT_EQ(roundingPermille(calculateDose(reference(), rules())), 0);
    EXPECT_EQ(roundingPermille(DoseCalculation{}), 0);
    inputs.weight = Weight::ofRaw(70'800);
    EXPECT_EQ(roundingPermille(calculateDose(inputs, whole)), -11);
}

struct Limit {
    const char* field;
    Rule rule;
    void (*change)(DoseInputs&);
};

class DoseLimit : public ::testing::TestWithParam<Limit> {};

TEST_P(DoseLimit, IsNamed) {
    DoseInputs inputs = reference();
    GetParam().change(inputs);
    EXPECT_THAT(check(inputs, rules()), HasProblem(GetParam().field, GetParam().rule));
    EXPECT_THAT(check(inputs, rules()), SizeIs(1));
}

INSTANTIATE_TEST_SUITE_P(
    All, DoseLimit,
    ::testing::Values(Limit{"weight", Rule::OutOfRange,
                            [](DoseInputs& in) {
                                in.weight = Weight::ofRaw(29'999);
                            }},
                      Limit{"weight", Rule::OutOfRange,
                            [](DoseInputs& in) {
                                in.weight = Weight::ofRaw(250'001);
                            }},
                      Limit{"weight", Rule::OutOfRange,
                            [](DoseInputs& in) {
                                in.weight = Weight::ofWhole(-70);
                            }},
                      Limit{"dose_per_kg", Rule::BelowLimit,
                            [](DoseInputs& in) {
                                in.perKg = DosePerKg::ofRaw(99);
                            }},
                      Limit{"dose_per_kg", Rule::AboveLimit,
                            [](DoseInputs& in) {
                                in.perKg = DosePerKg::ofRaw(2'001);
                            }},
                      Limit{"minutes", Rule::BelowLimit,
                            [](DoseInputs& in) {
                                in.minutes = 9;
                            }},
                      Limit{"minutes", Rule::AboveLimit,
                            [](DoseInputs& in) {
                                in.minutes = 301;
                            }},
                      Limit{"strength", Rule::OutOfRange,
                            [](DoseInputs& in) {
                                in.strength = Concentration{};
                            }},
                      Limit{"bag", Rule::OutOfRange,
                            [](DoseInputs& in) {
                                in.bag = Volume{};
                            }},
                      Limit{"bag", Rule::BelowLimit,
                            [](DoseInputs& in) {
                                in.bag = Volume::ofRaw(699);
                            }},
                      Limit{"dose", Rule::AboveLimit,
                            [](DoseInputs& in) {
                                in = {Weight::ofWhole(250), DosePerKg::ofRaw(1'001), 90, in.strength, in.bag, {}};
                            }},
                      Limit{"rate", Rule::AboveLimit, [](DoseInputs& in) {
                                in.bag = Volume::ofWhole(1'500);
                            }}));

TEST(Dose, AcceptsEveryLimitItself) {
    for (const std::int64_t grams : {30'000, 250'000}) {
        for (const std::int64_t perKg : {100, 1'000}) {
            for (const int minutes : {10, 300}) {
                const DoseInputs inputs{Weight::ofRaw(grams),       DosePerKg::ofRaw(perKg), minutes,
                                        Concentration::ofWhole(50), Volume::ofWhole(100),    VolumeConvention::QsTotal};
                EXPECT_THAT(check(inputs, rules()), IsEmpty()) << ::testing::PrintToString(inputs);
            }
        }
    }
}

TEST(Dose, NamesAllProblemsAtOnce) {
    const DoseInputs nothing;
    const auto problems = check(nothing, rules());
    for (const char* field : {"weight", "strength", "bag"})
        EXPECT_THAT(problems, HasProblem(field, Rule::OutOfRange));
    EXPECT_THAT(problems, HasProblem("dose_per_kg", Rule::BelowLimit));
    EXPECT_THAT(problems, HasProblem("minutes", Rule::BelowLimit));
}

TEST(Dose, SaysALargeChangeOfWeight) {
    EXPECT_FALSE(weightChangeIsLarge(Weight::ofWhole(100), Weight::ofWhole(105), rules()));
    EXPECT_TRUE(weightChangeIsLarge(Weight::ofWhole(100), Weight::ofRaw(105'001), rules()));
    EXPECT_FALSE(weightChangeIsLarge(Weight::ofWhole(100), Weight::ofWhole(95), rules()));
    EXPECT_TRUE(weightChangeIsLarge(Weight::ofWhole(100), Weight::ofRaw(94'999), rules()));
}

TEST(VialUse, CountsWholeVials) {
    const auto ten = Concentration::ofWhole(10);
    EXPECT_EQ(vialUse(Volume::ofWhole(20), Volume::ofWhole(20), ten).vials, 1);
    EXPECT_EQ(vialUse(Volume::ofRaw(20'010), Volume::ofWhole(20), ten).vials, 2);
    EXPECT_EQ(vialUse(Volume::ofRaw(20'010), Volume::ofWhole(20), ten).residualVolume, Volume::ofRaw(19'990));
    EXPECT_EQ(vialUse(Volume{}, Volume::ofWhole(20), ten).vials, 0);
    EXPECT_EQ(vialUse(Volume::ofWhole(1), Volume{}, ten).vials, 0);
}

class PoundCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(PoundCases, AgreeWithTheWorkedCase) {
    const CaseRow& row = GetParam();
    const std::int64_t pounds = *row.thousandths("lb");
    EXPECT_EQ(weightFromPounds(pounds, Weight::ofRaw(100)).raw(), row.thousandths("expected_kg_1dp"));
    EXPECT_EQ(weightFromPounds(pounds, Weight::ofRaw(10)).raw(), row.thousandths("expected_kg_2dp"));
}

INSTANTIATE_TEST_SUITE_P(File, PoundCases, ::testing::ValuesIn(test::readCases("weight_conversion")),
                         test::NameOfCase{});

TEST(WeightFromPounds, RoundsToTheGram) {
    EXPECT_EQ(weightFromPounds(154'000).raw(), 69'853);
    EXPECT_EQ(weightFromPounds(1'000).raw(), 454);
    EXPECT_EQ(weightFromPounds(0).raw(), 0);
}

} // namespace
} // namespace chairside::domain
