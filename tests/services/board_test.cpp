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
