#include "core/domain/infusion/infusion_record.h"

#include <gmock/gmock.h>

#include "tests/domain/entry_builders.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"

namespace chairside::domain {
namespace {

using build::at;
using build::rate;
using build::step;
using build::vitals;
using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::IsEmpty;

const DoseRules& doseRules() {
    return test::courseRules().dose;
}
const MonitoringRules& monitoring() {
    return test::courseRules().monitoring;
}

ProtocolRules rulesWithoutDischarge() {
    auto rules = test::courseRules();
    rules.discharge = {};
    return rules;
}

// 35 mg prepared, run for 54 of 90 minutes: 21 mg given, 14 mg left in the bag.
InfusionRecord stoppedEarly() {
    auto record = build::record();
    record.doseChecks.push_back(build::doseCheck("09:50"));
    record.steps = {step(StepKind::Start, "10:00", rate(66'700)), step(StepKind::Stop, "10:54")};
    return record;
}

InfusionRecord complete() {
    auto record = stoppedEarly();
    record.vials.push_back(build::vial());
    record.movements = {build::movement(MovementKind::Received, 500'000), build::movement(MovementKind::Given, 21'000),
                        build::movement(MovementKind::WastedVial, 465'000),
                        build::movement(MovementKind::WastedBag, 14'000)};
    record.pain = {build::pain("09:45", PainMoment::Before, 7), build::pain("11:00", PainMoment::After, 4)};
    record.vitals = {vitals("10:00")};
    return record;
}

template <class Entry>
Entry corrected(Entry old, Entry replacement) {
    replacement.head.corrects = old.head.id;
    replacement.head.correctionReason = "typed into the wrong row";
    return replacement;
}

TEST(InfusionState, FollowsFromTheEntries) {
    auto record = build::record();
    EXPECT_EQ(stateOf(record), InfusionState::Opened);
    record.doseChecks.push_back(build::doseCheck("09:50", CheckPosition::Second));
    EXPECT_EQ(stateOf(record), InfusionState::Opened);
    record.doseChecks.push_back(build::doseCheck("09:50"));
    EXPECT_EQ(stateOf(record), InfusionState::Prepared);
    record.steps.push_back(step(StepKind::Start, "10:00", rate(66'700)));
    EXPECT_EQ(stateOf(record), InfusionState::Running);
    record.steps.push_back(step(StepKind::Pause, "10:10"));
    EXPECT_EQ(stateOf(record), InfusionState::Paused);
    record.steps.push_back(step(StepKind::Resume, "10:20"));
    EXPECT_EQ(stateOf(record), InfusionState::Running);
    record.steps.push_back(step(StepKind::Stop, "11:40"));
    EXPECT_EQ(stateOf(record), InfusionState::Ended);
    record.discharges.push_back({build::head(at("12:10")), "Ben", {}, {}, {}});
    EXPECT_EQ(stateOf(record), InfusionState::Discharged);
    record.signature = Signature{SignatureId(build::newUuid()),
                                 AccountId(build::newUuid()),
                                 "R. Khan, RN",
                                 "nurse",
                                 at("11:50"),
                                 "authorship",
                                 "infusion",
                                 "",
                                 ""};
    EXPECT_EQ(stateOf(record), InfusionState::Signed);
}

TEST(InfusionState, LeavesCorrectedEntriesOut) {
    auto record = build::record();
    const auto wrong = step(StepKind::Start, "10:00", rate(66'700));
    record.steps = {wrong, corrected(wrong, step(StepKind::Start, "10:05", rate(66'700)))};
    EXPECT_EQ(stateOf(record), InfusionState::Running);
    EXPECT_EQ(deliveryOf(record, at("10:30"), doseRules()).startedAt, at("10:05"));
    const auto stop = step(StepKind::Stop, "10:20");
    record.steps.push_back(stop);
    EXPECT_EQ(stateOf(record), InfusionState::Ended);
    record.steps.push_back(corrected(stop, step(StepKind::Pause, "10:20")));
    EXPECT_EQ(stateOf(record), InfusionState::Paused);
}

TEST(PreparedDose, IsTheNewestStandingFirstCheck) {
    auto record = build::record();
    EXPECT_FALSE(preparedDose(record));
    auto first = build::doseCheck("09:50");
    record.doseChecks = {first, build::doseCheck("09:55", CheckPosition::Second)};
    EXPECT_EQ(preparedDose(record)->head.id, first.head.id);
    auto second = build::doseCheck("09:58");
    second.dose = Dose::ofWhole(36);
    record.doseChecks.push_back(second);
    EXPECT_EQ(preparedDose(record)->dose, Dose::ofWhole(36));
    auto third = corrected(second, build::doseCheck("09:59"));
    third.dose = Dose::ofWhole(34);
    record.doseChecks.push_back(third);
    EXPECT_EQ(preparedDose(record)->dose, Dose::ofWhole(34));
}

TEST(Delivery, OfARecordUsesItsStandingStepsInTheOrderTheyHappened) {
    auto record = stoppedEarly();
    EXPECT_EQ(deliveryOf(record, at("12:00"), doseRules()).dose, Dose::ofWhole(21));
    // Written down last, happened in between.
    record.steps.push_back(step(StepKind::Pause, "10:20"));
    record.steps.push_back(step(StepKind::Resume, "10:47"));
    EXPECT_EQ(deliveryOf(record, at("12:00"), doseRules()).dose, Dose::ofRaw(10'500));
}

TEST(SigningGaps, AreNoneForACompleteRecord) {
    EXPECT_THAT(signingGaps(complete(), rulesWithoutDischarge()), IsEmpty());
}

TEST(SigningGaps, NameBlockingOnesFirst) {
    const auto gaps = signingGaps(build::record(), rulesWithoutDischarge());
    EXPECT_THAT(gaps, ElementsAre(SigningGap::NotStopped, SigningGap::NoDose, SigningGap::PainBeforeMissing,
                                  SigningGap::PainAfterMissing, SigningGap::NoVitals));
    EXPECT_TRUE(blocksSigning(SigningGap::NotStopped));
    EXPECT_TRUE(blocksSigning(SigningGap::NoDose));
    EXPECT_TRUE(blocksSigning(SigningGap::DrugNotAccounted));
    EXPECT_FALSE(blocksSigning(SigningGap::PainBeforeMissing));
    EXPECT_FALSE(blocksSigning(SigningGap::PainAfterMissing));
    EXPECT_FALSE(blocksSigning(SigningGap::NoVitals));
}

TEST(SigningGaps, WantEveryMilligramAccountedFor) {
    auto record = complete();
    record.movements.pop_back();
    EXPECT_THAT(signingGaps(record, rulesWithoutDischarge()), ElementsAre(SigningGap::DrugNotAccounted));
    record.movements.push_back(build::movement(MovementKind::Correction, -14'000));
    EXPECT_THAT(signingGaps(record, rulesWithoutDischarge()), IsEmpty());
    auto unbooked = complete();
    unbooked.vials.clear();
    unbooked.movements.clear();
    EXPECT_THAT(signingGaps(unbooked, rulesWithoutDischarge()), ElementsAre(SigningGap::DrugNotAccounted));
}

TEST(SigningGaps, WantTheDeliveredDoseBookedAsGiven) {
    auto record = complete();
    record.movements[1].amount = Dose::ofWhole(22);
    record.movements[3].amount = Dose::ofWhole(13);
    EXPECT_THAT(signingGaps(record, rulesWithoutDischarge()), ElementsAre(SigningGap::DrugNotAccounted));
}

TEST(SigningGaps, TakeAScoreThatIsMissingWithAReason) {
    auto record = complete();
    record.pain[1] = build::pain("11:00", PainMoment::After, {});
    EXPECT_THAT(signingGaps(record, rulesWithoutDischarge()), IsEmpty());
    record.pain.pop_back();
    EXPECT_THAT(signingGaps(record, rulesWithoutDischarge()), ElementsAre(SigningGap::PainAfterMissing));
}

TEST(SigningGaps, WantADischargeWhereTheProtocolAsksForOneAndSomethingFlowed) {
    auto record = complete();
    auto rules = test::courseRules();
    rules.discharge.required = 1;
    EXPECT_TRUE(awaitsDischarge(record, rules));
    EXPECT_THAT(signingGaps(record, rules), ElementsAre(SigningGap::NotDischarged));
    EXPECT_TRUE(blocksSigning(SigningGap::NotDischarged));
    const Discharge wrong{build::head(at("11:20")), "Ben", {}, {}, {}};
    record.discharges = {wrong, corrected(wrong, {build::head(at("11:30")), "Ben", {}, {}, {}})};
    EXPECT_EQ(dischargeOf(record)->head.observedAt, at("11:30"));
    EXPECT_THAT(signingGaps(record, rules), IsEmpty());

    auto notGiven = complete();
    notGiven.steps = {step(StepKind::Start, "10:00", rate(66'700)), step(StepKind::Stop, "10:00")};
    notGiven.movements[1].amount = Dose{};
    notGiven.movements[3].amount = Dose::ofWhole(35);
    EXPECT_FALSE(awaitsDischarge(notGiven, rules)) << "nobody received anything";
    EXPECT_THAT(signingGaps(notGiven, rules), IsEmpty());
}

class DueVitals : public ::testing::Test {
protected:
    InfusionRecord record = stoppedEarly();

    void SetUp() override { record.steps.pop_back(); }

    [[nodiscard]] std::optional<base::Instant> dueAt(std::string_view now = "10:00") const {
        const auto row = nextDueVitals(record, at(now), monitoring());
        return row ? std::optional(row->dueAt) : std::nullopt;
    }
    [[nodiscard]] bool overdue(std::string_view now) const {
        return nextDueVitals(record, at(now), monitoring())->isOverdue(at(now));
    }
};

TEST_F(DueVitals, BeginWithTheStart) {
    EXPECT_EQ(dueAt(), at("10:00"));
    record.steps.clear();
    EXPECT_THAT(dueAt(), Eq(std::nullopt));
}

TEST_F(DueVitals, FollowTheInterval) {
    record.vitals.push_back(vitals("10:01"));
    EXPECT_EQ(dueAt(), at("10:15"));
    record.vitals.push_back(vitals("10:16", "10:15"));
    EXPECT_EQ(dueAt(), at("10:30"));
}

TEST_F(DueVitals, AreOverdueBeyondTheGrace) {
    EXPECT_FALSE(overdue("10:05"));
    EXPECT_TRUE(overdue("10:05:01"));
}

TEST_F(DueVitals, AreFilledByTheNearestExtraRow) {
    record.vitals.push_back(vitals("10:00"));
    record.vitals.push_back(vitals("10:07:30")); // half-way: still the first
    EXPECT_EQ(dueAt(), at("10:15"));
    record.vitals.push_back(vitals("10:07:31"));
    EXPECT_EQ(dueAt(), at("10:30"));
}

TEST_F(DueVitals, AreNotFilledByABaselineLongBefore) {
    record.vitals.push_back(vitals("09:50"));
    EXPECT_EQ(dueAt(), at("10:00"));
    record.vitals.push_back(vitals("09:53"));
    EXPECT_EQ(dueAt(), at("10:15"));
}

TEST_F(DueVitals, ARowFillsItsDueTimeHoweverLate) {
    record.vitals.push_back(vitals("10:14", "10:00"));
    EXPECT_EQ(dueAt("10:14"), at("10:15"));
}

TEST_F(DueVitals, MissedRowsStayMissed) {
    record.vitals.push_back(vitals("10:45"));
    EXPECT_EQ(dueAt("10:46"), at("11:00"));
}

TEST_F(DueVitals, EndWithTheStop) {
    record.vitals.push_back(vitals("10:30"));
    record.steps.push_back(step(StepKind::Stop, "10:45"));
    EXPECT_EQ(dueAt("10:50"), at("10:45"));
    record.vitals.push_back(vitals("10:45"));
    EXPECT_THAT(dueAt("10:50"), Eq(std::nullopt));
}

TEST_F(DueVitals, ForgetACorrectedRow) {
    const auto wrong = vitals("10:30");
    record.vitals = {vitals("10:00"), wrong};
    EXPECT_EQ(dueAt("10:31"), at("10:45"));
    record.vitals.push_back(corrected(wrong, vitals("10:15")));
    EXPECT_EQ(dueAt("10:31"), at("10:30"));
}

TEST_F(DueVitals, FollowTheIntervalThroughTheNightTheClocksChange) {
    record.steps = {step(StepKind::Start, "2025-03-30T01:50+01:00", rate(66'700))};
    record.vitals = {VitalSigns{build::head(test::instant("2025-03-30T01:50+01:00")), 120, 80, 70, 98, 14, {}, {}}};
    const auto now = test::instant("2025-03-30T03:04+02:00");
    const auto due = nextDueVitals(record, now, monitoring());
    EXPECT_EQ(due->dueAt, test::instant("2025-03-30T03:05+02:00"));
    EXPECT_FALSE(due->isOverdue(now));
}

TEST(Standing, KeepsEntriesUntilTheyAreReplaced) {
    const auto first = vitals("10:00");
    const auto second = corrected(first, vitals("10:01"));
    const auto third = corrected(second, vitals("10:02"));
    const std::vector<VitalSigns> all{first, second, third};
    EXPECT_TRUE(isCorrected(all, first));
    EXPECT_TRUE(isCorrected(all, second));
    EXPECT_FALSE(isCorrected(all, third));
    ASSERT_EQ(standing(all).size(), 1U);
    EXPECT_EQ(standing(all)[0].head.id, third.head.id);
}

} // namespace
} // namespace chairside::domain
