// The board of today.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using domain::InfusionState;
using domain::StepKind;
using std::chrono::minutes;

class Board : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId first = clinic.orderedCourse(anna);

    services::TodayBoard today() { return need(clinic.services.infusions.today(clinic.nurse)); }
    domain::CourseId another(const std::string& given, const std::string& family, const std::string& number) {
        return clinic.orderedCourse(clinic.patient(aPatient(given, family, number, "1966-02-02")));
    }
    std::vector<std::string> order() {
        std::vector<std::string> names;
        for (const auto& row : today().rows)
            names.push_back(row.patient.details.name.given);
        return names;
    }
};

TEST_F(Board, ListsWhatIsPlannedToday) {
    const auto board = today();
    EXPECT_EQ(board.date, date("2025-01-06"));
    ASSERT_EQ(board.rows.size(), 1U);
    EXPECT_EQ(board.rows.front().infusionsPlanned, 6);
    EXPECT_EQ(board.rows.front().state, std::nullopt);
    EXPECT_TRUE(board.unsignedEarlier.empty());
    clinic.goTo(date("2025-01-07"));
    EXPECT_TRUE(today().rows.empty());
}

TEST_F(Board, ShowsDoseStartAndNurseOfARunningInfusion) {
    const auto infusion = clinic.runningInfusion(first);
    const auto row = today().rows.front();
    EXPECT_EQ(row.infusion, infusion);
    EXPECT_EQ(row.state, InfusionState::Running);
    EXPECT_EQ(row.dose, mg(35'000));
    EXPECT_EQ(row.startedAt, clinic.clock.now());
    EXPECT_EQ(row.openedBy, "R. Khan, RN");
    ASSERT_TRUE(row.due);
    EXPECT_EQ(row.due->dueAt, clinic.clock.now());
}

TEST_F(Board, IsOrderedByNeed) {
    const auto ended = another("Ended", "One", "KC 1");
    const auto running = another("Running", "Two", "KC 2");
    const auto overdue = another("Overdue", "Three", "KC 3");
    const auto signedOne = another("Signed", "Four", "KC 4");
    clinic.give(signedOne, 1, 7, 3);
    const auto endedInfusion = clinic.runningInfusion(ended);
    const auto overdueInfusion = clinic.runningInfusion(overdue);
    need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(overdueInfusion)));
    clinic.clock.advance(minutes(30));
    clinic.step(endedInfusion, StepKind::Stop, "tired");
    [[maybe_unused]] const auto runningInfusion = clinic.runningInfusion(running);
    EXPECT_THAT(order(), ::testing::ElementsAre("Overdue", "Running", "Ended", "Anna", "Signed"));
}

TEST_F(Board, TwoPatientsOfOneNameAreMarked) {
    another("Anne", "TESTPATIENT", "KC 2");
    another("Robin", "Sample", "KC 3");
    for (const auto& row : today().rows) {
        EXPECT_EQ(row.similarName, row.patient.details.name.given != "Robin") << row.patient.details.name.given;
    }
}

TEST_F(Board, TwoInfusionsOfOneDayDoNotMix) {
    const auto second = another("Robin", "Sample", "KC 3");
    const auto a = clinic.runningInfusion(first);
    const auto b = clinic.runningInfusion(second);
    clinic.clock.advance(minutes(45));
    clinic.step(a, StepKind::Stop, "asked to");
    EXPECT_EQ(clinic.view(a).state, InfusionState::Ended);
    EXPECT_EQ(clinic.view(b).state, InfusionState::Running);
    EXPECT_EQ(clinic.view(b).record.steps.size(), 1U);
    EXPECT_EQ(today().rows.size(), 2U);
}

TEST_F(Board, UnsignedInfusionsOfEarlierDaysStay) {
    const auto infusion = clinic.runningInfusion(first);
    clinic.clock.advance(minutes(90));
    clinic.step(infusion, StepKind::Stop);
    clinic.goTo(date("2025-01-07"));
    ASSERT_EQ(today().unsignedEarlier.size(), 1U);
    EXPECT_EQ(today().unsignedEarlier.front().state, InfusionState::Ended);
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
    EXPECT_TRUE(today().unsignedEarlier.empty());
}

TEST_F(Board, AnInfusionLeftUnsignedForLongerThanADayIsATaskOfItsOwn) {
    const auto infusion = clinic.runningInfusion(first);
    clinic.clock.advance(minutes(90));
    clinic.step(infusion, StepKind::Stop);
    const auto stopped = clinic.clock.now();
    clinic.clock.advance(minutes(24 * 60));
    ASSERT_EQ(today().unsignedEarlier.size(), 1U);
    EXPECT_FALSE(today().unsignedEarlier.front().unsignedTooLong) << "24 hours to the minute";
    clinic.clock.advance(minutes(1));
    const auto row = today().unsignedEarlier.front();
    EXPECT_TRUE(row.unsignedTooLong);
    EXPECT_EQ(row.unsignedSince, stopped);
    EXPECT_THAT(row.gaps, ::testing::Contains(domain::SigningGap::DrugNotAccounted));
}

TEST_F(Board, TheLongestUnsignedStandsFirst) {
    const auto later = clinic.runningInfusion(another("Robin", "Sample", "KC 3"));
    const auto earlier = clinic.runningInfusion(first);
    clinic.clock.advance(minutes(10));
    clinic.step(earlier, StepKind::Stop, "asked to");
    clinic.clock.advance(minutes(10));
    clinic.step(later, StepKind::Stop, "asked to");
    clinic.goTo(date("2025-01-08"));
    ASSERT_EQ(today().unsignedEarlier.size(), 2U);
    EXPECT_EQ(today().unsignedEarlier.front().infusion, earlier);
}

TEST_F(Board, SaysWhatIsLeftAfterTheStop) {
    const auto infusion = clinic.runningInfusion(first);
    EXPECT_TRUE(today().rows.front().gaps.empty()) << "a running pump has other needs";
    clinic.clock.advance(minutes(90));
    clinic.step(infusion, StepKind::Stop);
    EXPECT_THAT(today().rows.front().gaps, ::testing::Contains(domain::SigningGap::DrugNotAccounted));
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    EXPECT_THAT(today().rows.front().gaps, ::testing::Not(::testing::Contains(domain::SigningGap::DrugNotAccounted)));
}

TEST_F(Board, ADifferenceOfTheDrugStaysWithItsReasonUntilTheSignature) {
    const auto infusion = clinic.runningInfusion(first);
    clinic.clock.advance(minutes(90));
    clinic.step(infusion, StepKind::Stop);
    auto entry = aDrugEntry(infusion);
    entry.wastedVial = *entry.wastedVial - mg(5'000);
    entry.differenceReason = "vial dropped";
    need(clinic.services.infusions.accountDrug(clinic.nurse, entry));
    EXPECT_EQ(today().rows.front().drugDifference, mg(5'000));
    EXPECT_EQ(today().rows.front().drugReason, "vial dropped");
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
    EXPECT_EQ(today().rows.front().drugDifference, mg(0));
}

TEST_F(Board, AVialThatDoesNotReconcileStaysUntilTheBookIsPutRight) {
    clinic.give(first, 1, 7, 3);
    EXPECT_TRUE(today().openVials.empty());
    const auto query = services::DrugBookQuery{.day = date("2025-01-06"), .lot = {}};
    const auto vial =
        need(clinic.services.drugBook.read(clinic.nurse, query, services::Reading::Refresh)).vials.front();
    const auto correct = [&](domain::Dose amount, const char* why) {
        need(clinic.services.drugBook.correct(clinic.nurse, {vial.vial.id, amount, why, "osei", kPassword}));
    };
    correct(mg(5'000), "5 mg found in the tray");
    clinic.goTo(date("2025-01-20"));
    const auto open = today().openVials;
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().unaccounted, mg(5'000));
    EXPECT_EQ(open.front().reason, "5 mg found in the tray");
    ASSERT_TRUE(open.front().patient);
    EXPECT_EQ(open.front().patient->id, anna);
    correct(mg(-5'000), "poured away with a witness");
    EXPECT_TRUE(today().openVials.empty());
}

TEST_F(Board, APumpThatRunsPastMidnightIsStillAtTheTop) {
    clinic.clock.set("2025-01-06T23:30:00+00:00");
    clinic.steady.adopt();
    const auto infusion = clinic.runningInfusion(first);
    clinic.clock.advance(minutes(45));
    const auto board = today();
    EXPECT_EQ(board.date, date("2025-01-07"));
    ASSERT_EQ(board.rows.size(), 1U);
    EXPECT_EQ(board.rows.front().infusion, infusion);
    EXPECT_TRUE(board.unsignedEarlier.empty());
}

TEST_F(Board, CancelledInfusionsAreNotOnIt) {
    need(clinic.services.courses.decideDose(clinic.physician,
                                            {first, domain::OrderKind::Stop, {}, "moved away", kPassword}));
    EXPECT_TRUE(today().rows.empty());
}

} // namespace
} // namespace chairside::test
