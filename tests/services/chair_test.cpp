// Chairs: what the clinic calls them, who sits where, and what a locked screen may show.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::StepKind;
using std::chrono::minutes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Chairs : public ServiceTest {
protected:
    base::Done name(const std::vector<std::string>& names) {
        return clinic.services.chairs.setChairs(clinic.administrator, names);
    }
    base::Result<domain::EntryId> place(const domain::InfusionId& infusion, const std::string& chair) {
        return clinic.services.infusions.placeOnChair(clinic.nurse, {infusion, chair});
    }
    domain::InfusionId running(const std::string& given, const std::string& number) {
        const auto patient = clinic.patient(aPatient(given, "Tester " + given, number, "1966-02-02"));
        return clinic.runningInfusion(clinic.orderedCourse(patient));
    }
    std::vector<services::PumpRow> pumps() { return need(clinic.services.infusions.onPump(clinic.nurse)); }
    services::BoardRow rowOf(const domain::InfusionId& infusion) {
        const auto board = need(clinic.services.infusions.today(clinic.nurse));
        for (const auto& row : board.rows) {
            if (row.infusion == infusion) return row;
        }
        throw std::runtime_error("no such row");
    }
};

TEST_F(Chairs, AreNamedByAnAdministratorInTheirOrder) {
    EXPECT_THAT(need(clinic.services.chairs.chairs(clinic.administrator)), IsEmpty());
    need(name({" 1", "2 ", "Window"}));
    EXPECT_THAT(need(clinic.services.chairs.chairs(clinic.administrator)), ElementsAre("1", "2", "Window"));
    need(name({"Window"}));
    EXPECT_THAT(need(clinic.services.chairs.chairs(clinic.administrator)), ElementsAre("Window"));
    need(name({}));
    EXPECT_THAT(need(clinic.services.chairs.chairs(clinic.administrator)), IsEmpty());
}

TEST_F(Chairs, NamesThatCouldBeMistakenAreRefused) {
    need(name({"1"}));
    const auto refuse = [this](const std::vector<std::string>& names, Rule rule) {
        expectRefused(
            clinic, [&] { return name(names); }, FailsWith(Code::Invalid));
        EXPECT_EQ(name(names).error().problems.front().rule, rule);
    };
    refuse({"A", "a"}, Rule::Duplicate);
    refuse({"1", " 1"}, Rule::Duplicate);
    refuse({"-"}, Rule::NotAllowed);
    refuse({"At the window"}, Rule::TooLong);
    refuse({"1", "2", "3", "4", "5"}, Rule::TooMany);
    EXPECT_THAT(need(clinic.services.chairs.chairs(clinic.administrator)), ElementsAre("1"));
}

TEST_F(Chairs, APatientIsSeatedAndMovedAndBothStay) {
    need(name({"1", "Window"}));
    const auto infusion = running("Anna", "KC 1");
    EXPECT_EQ(rowOf(infusion).chair, "");
    need(place(infusion, "window "));
    EXPECT_EQ(rowOf(infusion).chair, "Window");
    need(place(infusion, "1"));
    const auto view = clinic.view(infusion);
    EXPECT_EQ(domain::chairOf(view.record), "1");
    EXPECT_EQ(view.record.places.size(), 2U);
    EXPECT_THAT(view.chairs, ElementsAre("1", "Window"));
    EXPECT_EQ(clinic.store.events().back().subjectKind, "chair_place");
}

TEST_F(Chairs, OnlyAChairOfTheClinicIsWrittenDown) {
    need(name({"1"}));
    const auto infusion = running("Anna", "KC 1");
    expectRefused(
        clinic, [&] { return place(infusion, "9"); }, FailsWith(Code::Invalid));
    need(place(infusion, "1"));
    expectRefused(
        clinic, [&] { return place(infusion, "1"); }, FailsWith(Code::Invalid));
    EXPECT_EQ(place(infusion, "1").error().problems.front().rule, Rule::Duplicate);
}

TEST_F(Chairs, ARecordKeepsTheNameItsChairHad) {
    need(name({"1"}));
    const auto infusion = running("Anna", "KC 1");
    need(place(infusion, "1"));
    need(name({"Blue"}));
    EXPECT_EQ(domain::chairOf(clinic.view(infusion).record), "1");
}

TEST_F(Chairs, TwoPatientsOnOneChairAreMarkedUntilOneIsFinished) {
    need(name({"1", "2"}));
    const auto anna = running("Anna", "KC 1");
    const auto berta = running("Berta", "KC 2");
    need(place(anna, "1"));
    need(place(berta, "2"));
    EXPECT_FALSE(rowOf(anna).sharesChair);
    need(place(berta, "1"));
    EXPECT_TRUE(rowOf(anna).sharesChair);
    EXPECT_TRUE(rowOf(berta).sharesChair);
    clinic.clock.advance(minutes(91));
    clinic.step(anna, StepKind::Stop);
    EXPECT_FALSE(rowOf(anna).sharesChair);
    EXPECT_FALSE(rowOf(berta).sharesChair);
}

TEST_F(Chairs, ALockedScreenIsToldOfPumpsAloneAndTheLatestFirst) {
    need(name({"1", "2"}));
    const auto anna = running("Anna", "KC 1");
    need(place(anna, "2"));
    clinic.clock.advance(minutes(10));
    const auto berta = running("Berta", "KC 2");
    need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(anna)));
    const auto rows = pumps();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].chair, "");
    EXPECT_EQ(rows[0].due->dueAt, clinic.clock.now());
    EXPECT_EQ(rows[1].chair, "2");
    clinic.clock.advance(minutes(91));
    clinic.step(berta, StepKind::Stop);
    EXPECT_EQ(pumps().size(), 1U);
    EXPECT_TRUE(pumps().front().due->isOverdue(clinic.clock.now()));
}

TEST_F(Chairs, TakeInfusionsOnTheDaysTheClinicSays) {
    auto& chairs = clinic.services.chairs;
    EXPECT_EQ(need(chairs.days(clinic.administrator)), services::ClinicDays{});
    const services::ClinicDays days{6, {date("2025-12-26"), date("2025-12-25")}};
    need(chairs.setDays(clinic.administrator, days));
    EXPECT_EQ(need(chairs.days(clinic.administrator)),
              (services::ClinicDays{6, {date("2025-12-25"), date("2025-12-26")}}));
    const auto refuse = [&](const services::ClinicDays& wrong, const char* field, Rule rule) {
        expectRefused(
            clinic, [&] { return chairs.setDays(clinic.administrator, wrong); }, HasProblem(field, rule));
    };
    refuse({0, {}}, "infusions_per_day", Rule::OutOfRange);
    refuse({51, {}}, "infusions_per_day", Rule::OutOfRange);
    refuse({6, {date("2025-12-25"), date("2025-12-25")}}, "closed_days", Rule::Duplicate);
    refuse({6, std::vector(21, date("2025-12-25"))}, "closed_days", Rule::TooMany);
    EXPECT_THAT(chairs.setDays(clinic.nurse, {}), FailsWith(Code::Denied));
    need(chairs.setDays(clinic.administrator, {}));
    EXPECT_EQ(need(chairs.days(clinic.administrator)), services::ClinicDays{});
}

} // namespace
} // namespace chairside::test
