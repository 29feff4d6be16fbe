#include "core/domain/infusion/discharge.h"

#include <gmock/gmock.h>

#include "tests/domain/entry_builders.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"

namespace chairside::domain {
namespace {

using build::at;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = DischargeGapKind;

constexpr std::string_view kStop = "11:30";

VitalSigns row(std::string_view time, std::optional<int> systolic = 128, std::optional<int> diastolic = 76,
               std::optional<int> heartRate = 72, std::optional<int> spo2 = 98) {
    return {build::head(at(time)), systolic, diastolic, heartRate, spo2, {}, {}, {}};
}

AldreteScore aldrete(std::string_view time, int activity = 2) {
    return {build::head(at(time)), CirculationVariant::Mmhg, {activity, 2, 2, 2, 2}, 126, 128};
}

ChecklistAnswer answer(const char* item, AnswerKind kind, std::string note = {}, std::string prescriber = {}) {
    return {build::head(at("11:50")), ChecklistKind::Discharge, item, kind, std::move(note), std::move(prescriber)};
}

// Started 10:00 with 126/74 and 70 per minute, stopped 11:30; 30 minutes, 20 %, two rows, vitals every 15 minutes.
class Leaving : public ::testing::Test {
protected:
    ProtocolVersion version{.id = ProtocolVersionId(build::newUuid()), .protocol = ProtocolId(build::newUuid())};
    InfusionRecord record = build::record();

    void SetUp() override {
        version.rules = test::courseRules();
        version.rules.discharge = {1, 30, 20, 2, 1, 9, CirculationVariant::Mmhg};
        record.doseChecks = {build::doseCheck("09:50")};
        record.steps = {build::step(StepKind::Start, "10:00", build::rate(66'700)), build::step(StepKind::Stop, kStop)};
        record.vitals = {row("09:52", 126, 74, 70), row("11:45"), row("12:00")};
        record.aldrete = {aldrete("11:55")};
    }
    [[nodiscard]] std::vector<DischargeGap> gapsAt(std::string_view time) const {
        return dischargeGaps(record, version, at(time));
    }
    void items(std::vector<std::pair<const char*, AnswerEffect>> list) {
        for (const auto& [key, effect] : list)
            version.items.push_back(
                {ChecklistKind::Discharge, key, "What about it?", "fine", "not fine", effect, true, {}});
    }
};

TEST_F(Leaving, IsOpenWhenEverythingIsMet) {
    EXPECT_THAT(gapsAt("12:05"), IsEmpty());
}

TEST_F(Leaving, WaitsForTheMinimumTime) {
    EXPECT_EQ(dischargeFrom(record, version.rules), at("12:00"));
    record.vitals.back() = row("11:55");
    EXPECT_THAT(gapsAt("11:59"), ElementsAre(DischargeGap{Kind::MinimumTime, {}}));
    EXPECT_THAT(gapsAt("12:00"), IsEmpty());
}

TEST_F(Leaving, AVersionThatAsksForNoDischargeKeepsNobody) {
    version.rules.discharge = {};
    record.vitals.clear();
    EXPECT_THAT(gapsAt("11:31"), IsEmpty());
}

TEST_F(Leaving, EveryNumberIsTheProtocols) {
    version.rules.discharge.minMinutes = 60;
    version.rules.discharge.aldreteRequired = 0;
    version.rules.discharge.vitalsRows = 0;
    record.aldrete.clear();
    record.vitals.clear();
    EXPECT_THAT(gapsAt("12:29"), ElementsAre(DischargeGap{Kind::MinimumTime, {}}));
    EXPECT_THAT(gapsAt("12:30"), IsEmpty());
}

// The rows beside the baseline, and what they leave open at 12:05.
struct RowCase {
    const char* name;
    std::vector<VitalSigns> rows;
    std::optional<Kind> gap;
};

class Recovery : public Leaving, public ::testing::WithParamInterface<RowCase> {};

TEST_P(Recovery, IsJudgedByTheRowsAfterTheStop) {
    record.vitals = {row("09:52", 126, 74, 70)};
    const auto& rows = GetParam().rows;
    record.vitals.insert(record.vitals.end(), rows.begin(), rows.end());
    const auto gaps = gapsAt("12:05");
    if (GetParam().gap) {
        EXPECT_THAT(gaps, ElementsAre(DischargeGap{*GetParam().gap, {}}));
    } else {
        EXPECT_THAT(gaps, IsEmpty());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Recovery,
    ::testing::Values(
        RowCase{"None", {}, Kind::VitalsMissing}, RowCase{"One", {row("12:00")}, Kind::VitalsMissing},
        RowCase{"Two", {row("11:45"), row("12:00")}, {}},
        RowCase{"OneBeforeTheStop", {row("11:29"), row("12:00")}, Kind::VitalsMissing},
        RowCase{"OneAtTheStop", {row("11:30"), row("12:00")}, Kind::VitalsMissing},
        RowCase{"TheNewestTooOld", {row("11:40"), row("11:49")}, Kind::VitalsOld},
        RowCase{"TheNewestJustRecent", {row("11:40"), row("11:50")}, {}},
        RowCase{"HighThenTwoGood", {row("11:35", 170, 95), row("11:45"), row("12:00")}, {}},
        RowCase{"GoodHighGood", {row("11:35"), row("11:45", 170, 95), row("12:00")}, Kind::VitalsOutside},
        RowCase{"TheNewestHigh", {row("11:45"), row("12:00", 170, 95)}, Kind::VitalsOutside},
        RowCase{"TheOnlyOneHigh", {row("12:00", 170, 95)}, Kind::VitalsOutside},
        // 20 % of 126 are 25.2, of 74 14.8, of 70 14.
        RowCase{"SystolicAtTheEdge", {row("11:45"), row("12:00", 151)}, {}},
        RowCase{"SystolicBeyond", {row("11:45"), row("12:00", 152)}, Kind::VitalsOutside},
        RowCase{"SystolicLow", {row("11:45"), row("12:00", 100)}, Kind::VitalsOutside},
        RowCase{"DiastolicBeyond", {row("11:45"), row("12:00", 128, 89)}, Kind::VitalsOutside},
        RowCase{"HeartRateAtTheEdge", {row("11:45"), row("12:00", 128, 76, 84)}, {}},
        RowCase{"HeartRateBeyond", {row("11:45"), row("12:00", 128, 76, 85)}, Kind::VitalsOutside},
        RowCase{"SaturationLow", {row("11:45"), row("12:00", 128, 76, 72, 91)}, Kind::VitalsOutside},
        RowCase{"NoHeartRate", {row("11:45"), row("12:00", 128, 76, {})}, Kind::VitalsOutside},
        RowCase{"NoSaturation", {row("11:45"), row("12:00", 128, 76, 72, {})}, Kind::VitalsOutside},
        RowCase{"ARowOfScoresOnlyDoesNotCount", {row("11:45"), row("12:00"), row("12:02", {}, {}, {}, {})}, {}},
        RowCase{"ALaterRowIsNotYetThere", {row("11:45"), row("12:00"), row("12:06", 170, 95)}, {}}),
    [](const auto& one) { return std::string(one.param.name); });

TEST_F(Leaving, ACorrectedRowCountsNowhere) {
    auto wrong = row("12:00", 218, 76);
    auto right = row("12:00");
    right.head.corrects = wrong.head.id;
    record.vitals.back() = wrong;
    EXPECT_THAT(gapsAt("12:05"), ElementsAre(DischargeGap{Kind::VitalsOutside, {}}));
    record.vitals.push_back(right);
    EXPECT_THAT(gapsAt("12:05"), IsEmpty());
}

TEST_F(Leaving, WithoutABaselineNothingIsWithinIt) {
    record.vitals.erase(record.vitals.begin());
    EXPECT_THAT(gapsAt("12:05"), ElementsAre(DischargeGap{Kind::BaselineMissing, {}}));
}

TEST_F(Leaving, TheNewestAldreteScoreAfterTheStopCounts) {
    record.aldrete = {aldrete("11:29")};
    EXPECT_THAT(gapsAt("12:05"), ElementsAre(DischargeGap{Kind::AldreteMissing, {}}));
    record.aldrete = {aldrete("11:40", 0)};
    EXPECT_THAT(gapsAt("12:05"), ElementsAre(DischargeGap{Kind::AldreteBelow, {}})) << "8 of 10";
    record.aldrete.push_back(aldrete("12:00", 1));
    EXPECT_THAT(gapsAt("12:05"), IsEmpty()) << "9 of 10";
}

TEST_F(Leaving, ItemsComeInTheirOrderAfterTheNumbers) {
    items({{"steps", AnswerEffect::SoftStop}, {"nausea", AnswerEffect::Inform}, {"escort", AnswerEffect::HardStop}});
    EXPECT_THAT(gapsAt("11:50"),
                ElementsAre(DischargeGap{Kind::MinimumTime, {}}, DischargeGap{Kind::VitalsMissing, {}},
                            DischargeGap{Kind::AldreteMissing, {}}, DischargeGap{Kind::ItemUnanswered, "steps"},
                            DischargeGap{Kind::ItemUnanswered, "nausea"},
                            DischargeGap{Kind::ItemUnanswered, "escort"}));
    record.answers = {answer("steps", AnswerKind::Unfavourable, "with a stick, as always", "Dr Okafor"),
                      answer("nausea", AnswerKind::Unfavourable, "a little"),
                      answer("escort", AnswerKind::Favourable, "Ben")};
    EXPECT_THAT(gapsAt("12:05"), IsEmpty());
}

TEST_F(Leaving, NobodyPassesAHardStop) {
    items({{"steps", AnswerEffect::SoftStop}, {"escort", AnswerEffect::HardStop}});
    EXPECT_TRUE(isHard({Kind::ItemUnanswered, "escort"}, version));
    EXPECT_TRUE(isHard({Kind::ItemForbids, "escort"}, version));
    EXPECT_FALSE(isHard({Kind::ItemUnanswered, "steps"}, version));
    for (const auto kind : {Kind::MinimumTime, Kind::VitalsMissing, Kind::VitalsOutside, Kind::AldreteBelow})
        EXPECT_FALSE(isHard({kind, {}}, version));
    record.answers = {answer("steps", AnswerKind::Favourable),
                      answer("escort", AnswerKind::Unfavourable, "nobody came", "Dr Okafor")};
    EXPECT_THAT(gapsAt("12:05"), ElementsAre(DischargeGap{Kind::ItemForbids, "escort"}));
}

} // namespace
} // namespace chairside::domain
