#include "core/domain/dosing/drug_balance.h"

#include <gmock/gmock.h>

#include "tests/domain/entry_builders.h"
#include "tests/support/core/case_table.h"
#include "tests/support/core/domain_printers.h"

namespace chairside::domain {
namespace {

using build::movement;
using test::CaseRow;

class WasteCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(WasteCases, AgreeWithTheWorkedCase) {
    const CaseRow& row = GetParam();
    const auto milligrams = [&](const char* key) {
        return Dose::ofRaw(*row.thousandths(key));
    };
    const WasteInputs inputs{milligrams("vial_total_mg"), milligrams("administered_mg"), milligrams("wasted_vial_mg"),
                             milligrams("wasted_bag_mg")};
    EXPECT_EQ(unaccounted(inputs), milligrams("expected_unaccounted_mg"));
    const std::vector<DrugMovement> book{movement(MovementKind::Received, inputs.vialTotal.raw()),
                                         movement(MovementKind::Given, inputs.given.raw()),
                                         movement(MovementKind::WastedVial, inputs.wastedVial.raw()),
                                         movement(MovementKind::WastedBag, inputs.wastedBag.raw())};
    EXPECT_EQ(balanceOf(book).unaccounted, milligrams("expected_unaccounted_mg"));
    EXPECT_EQ(balanceOf(book).balanced(), row.text("expected") == "balanced");
}

INSTANTIATE_TEST_SUITE_P(File, WasteCases, ::testing::ValuesIn(test::readCases("waste_balance")), test::NameOfCase{});

TEST(DrugBalance, OfAnEmptyBookIsBalanced) {
    EXPECT_TRUE(balanceOf({}).balanced());
}

TEST(DrugBalance, SumsEachKind) {
    const std::vector<DrugMovement> book{
        movement(MovementKind::Received, 200'000),   movement(MovementKind::Received, 200'000),
        movement(MovementKind::Given, 35'000),       movement(MovementKind::Given, 70'000),
        movement(MovementKind::WastedVial, 200'000), movement(MovementKind::WastedBag, 90'000)};
    const DrugBalance balance = balanceOf(book);
    EXPECT_EQ(balance.received, Dose::ofWhole(400));
    EXPECT_EQ(balance.given, Dose::ofWhole(105));
    EXPECT_EQ(balance.wastedVial, Dose::ofWhole(200));
    EXPECT_EQ(balance.wastedBag, Dose::ofWhole(90));
    EXPECT_EQ(balance.unaccounted, Dose::ofWhole(5));
}

TEST(DrugBalance, ANegativeCorrectionExplainsDrugThatWasLost) {
    std::vector<DrugMovement> book{movement(MovementKind::Received, 200'000), movement(MovementKind::Given, 195'000)};
    EXPECT_EQ(balanceOf(book).unaccounted, Dose::ofWhole(5));
    book.push_back(movement(MovementKind::Correction, -5'000));
    EXPECT_TRUE(balanceOf(book).balanced());
}

TEST(DrugBalance, APositiveCorrectionAddsWhatWasFound) {
    const std::vector<DrugMovement> book{movement(MovementKind::Received, 200'000),
                                         movement(MovementKind::Given, 201'000),
                                         movement(MovementKind::Correction, 1'000)};
    EXPECT_TRUE(balanceOf(book).balanced());
}

TEST(DrugBalance, RunsFromLineToLine) {
    const std::vector<DrugMovement> book{
        movement(MovementKind::Received, 500'000), movement(MovementKind::Given, 35'000),
        movement(MovementKind::WastedBag, 14'000), movement(MovementKind::WastedVial, 456'000),
        movement(MovementKind::Correction, 5'000), movement(MovementKind::Correction, -1)};
    const std::vector<Dose> after{Dose::ofWhole(500),  Dose::ofWhole(465), Dose::ofWhole(451),
                                  Dose::ofRaw(-5'000), Dose::ofRaw(0),     Dose::ofRaw(-1)};
    EXPECT_EQ(runningBalance(book), after);
    EXPECT_EQ(balanceOf(book).unaccounted, after.back());
    EXPECT_TRUE(runningBalance({}).empty());
}

TEST(DrugBalance, AVolumeIsRoundedToTheMicrolitre) {
    EXPECT_EQ(volumeOf(Dose::ofWhole(35), Concentration::ofWhole(50)), Volume::ofRaw(700));
    EXPECT_EQ(volumeOf(Dose::ofRaw(33'333), Concentration::ofWhole(50)), Volume::ofRaw(667));
    EXPECT_EQ(volumeOf(Dose::ofRaw(25), Concentration::ofWhole(50)), Volume::ofRaw(1));
    EXPECT_EQ(volumeOf(-Dose::ofWhole(5), Concentration::ofWhole(10)), Volume::ofRaw(-500));
    EXPECT_EQ(volumeOf(Dose::ofWhole(35), Concentration{}), Volume{});
}

TEST(Vial, ContentIsStrengthTimesVolume) {
    EXPECT_EQ(contentOf(build::vial()), Dose::ofWhole(500));
    Vial small = build::vial();
    small.strength = Concentration::ofWhole(10);
    small.volume = Volume::ofRaw(1'500);
    EXPECT_EQ(contentOf(small), Dose::ofWhole(15));
}

} // namespace
} // namespace chairside::domain
