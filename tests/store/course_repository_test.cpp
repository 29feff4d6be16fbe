#include "tests/store/record_text.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;
using test::date;

class CourseRepository : public StoreTest {
protected:
    void SetUp() override {
        mustWrite([this](Transaction& tx) { return samples.addCourse(tx); });
    }
    [[nodiscard]] domain::Course another(int number) {
        auto course = samples.course;
        course.id = domain::CourseId(ids.next());
        course.number = number;
        return course;
    }
};

TEST_F(CourseRepository, KeepsEveryFieldOfACourse) {
    auto stopped = another(2);
    stopped.state = domain::CourseState::Stopped;
    stopped.stopReason = "moved away";
    stopped.closedOn = date("2025-02-03");
    stopped.rowVersion = 5;
    mustWrite([&](Transaction& tx) { return tx.courses().add(stopped); });
    const auto get = [&](const domain::CourseId& id) {
        return read([&](Transaction& tx) { return tx.courses().get(id); });
    };
    EXPECT_EQ(textOf(get(stopped.id).value()), textOf(stopped));
    EXPECT_EQ(textOf(get(samples.course.id).value()), textOf(samples.course));
    EXPECT_THAT(get(another(9).id), FailsWith(Code::NotFound));
}

TEST_F(CourseRepository, HoldsACourseAndLetsItGoOn) {
    auto held = samples.course;
    held.state = domain::CourseState::OnHold;
    mustWrite([&](Transaction& tx) { return tx.courses().update(held); });
    const auto state = [&] {
        return read([&](Transaction& tx) { return tx.courses().get(held.id); }).value().state;
    };
    EXPECT_EQ(state(), domain::CourseState::OnHold);
    ++held.rowVersion;
    held.state = domain::CourseState::Active;
    mustWrite([&](Transaction& tx) { return tx.courses().update(held); });
    EXPECT_EQ(state(), domain::CourseState::Active);
}

TEST_F(CourseRepository, KeepsWhatWasAgreedAndAskedForAnOrder) {
    mustWrite([&](Transaction& tx) { return tx.courses().addAgreement(samples.agreement); });
    mustWrite([&](Transaction& tx) { return tx.courses().addScreening(samples.screened); });
    const auto agreed = read([&](Transaction& tx) { return tx.courses().agreement(samples.order.id); }).value();
    ASSERT_TRUE(agreed.has_value());
    EXPECT_EQ(textOf(*agreed), textOf(samples.agreement));
    const auto answers = read([&](Transaction& tx) { return tx.courses().screening(samples.anna.id); }).value();
    EXPECT_EQ(textOf(answers), textOf(std::vector{samples.screened}));
}

TEST_F(CourseRepository, KeepsTheWeightAndHeightAnOrderStates) {
    const auto stated = [&] {
        return read([&](Transaction& tx) { return tx.courses().measure(samples.order.id); }).value();
    };
    EXPECT_FALSE(stated().has_value());
    mustWrite([&](Transaction& tx) { return tx.courses().addMeasure(samples.measure); });
    ASSERT_TRUE(stated().has_value());
    EXPECT_EQ(textOf(*stated()), textOf(samples.measure));
}

TEST_F(CourseRepository, KeepsWhatAnOrderDidToTheCourse) {
    using enum domain::OrderKind;
    int version = samples.order.version;
    std::vector<domain::OrderKind> kinds{samples.order.kind};
    for (const auto kind : {Keep, Hold, Resume, Complete, Stop}) {
        auto order = samples.order;
        order.id = domain::CourseOrderId(ids.next());
        order.version = ++version;
        order.kind = kind;
        kinds.push_back(kind);
        mustWrite([&](Transaction& tx) { return tx.courses().addOrder(order); });
    }
    const auto orders = read([&](Transaction& tx) { return tx.courses().orders(samples.course.id); }).value();
    ASSERT_EQ(orders.size(), kinds.size());
    for (std::size_t at = 0; at < kinds.size(); ++at)
        EXPECT_EQ(orders[at].kind, kinds[at]);
}

TEST_F(CourseRepository, ListsNewestFirst) {
    const auto second = another(2);
    mustWrite([&](Transaction& tx) { return tx.courses().add(second); });
    const auto expected = textOf(std::vector{second, samples.course});
    EXPECT_EQ(textOf(read([&](Transaction& tx) { return tx.courses().ofPatient(samples.anna.id); }).value()), expected);
    EXPECT_EQ(textOf(read([](Transaction& tx) { return tx.courses().all(); }).value()), expected);
}

// A walk meets everybody with a course once, whatever was merged with whom, and nobody else.
TEST_F(CourseRepository, WalksOverThePatientsWithACourse) {
    const auto ben = samples.patient("Other", "Ben", "KC 9001");
    const auto carla = samples.patient("Other", "Carla", "KC 9002");
    const auto twice = samples.patient("Other", "Carlo", "KC 9003");
    auto course = another(1);
    course.patient = twice.id;
    mustWrite([&](Transaction& tx) -> base::Done {
        for (const auto& patient : {ben, carla, twice})
            if (auto done = tx.patients().add(patient); !done) return done;
        return tx.courses().add(course);
    });
    const auto walk = [this] {
        std::vector<domain::PatientId> met;
        const auto next = [this](const std::optional<domain::PatientId>& after) {
            return read([&](Transaction& tx) { return tx.courses().nextPatient(after); }).value();
        };
        for (auto id = next({}); id; id = next(id))
            met.push_back(*id);
        return met;
    };
    EXPECT_EQ(walk(), (std::vector{samples.anna.id, twice.id}));
    mustWrite([&](Transaction& tx) {
        return tx.patientRecords().addMerge({.id = domain::EntryId(ids.next()),
                                             .duplicate = twice.id,
                                             .survivor = carla.id,
                                             .recordedAt = clock.now(),
                                             .recordedBy = samples.nurse.account.id,
                                             .reason = "registered twice"});
    });
    EXPECT_EQ(walk(), (std::vector{samples.anna.id, carla.id})) << "the one that is left, without a course of her own";
}

TEST_F(CourseRepository, UpdatesTheVersionThatWasRead) {
    auto changed = samples.course;
    changed.state = domain::CourseState::Completed;
    changed.goal = "work again";
    changed.stopReason = "done";
    changed.closedOn = date("2025-03-01");
    mustWrite([&](Transaction& tx) { return tx.courses().update(changed); });
    auto expected = changed;
    expected.rowVersion = 2;
    EXPECT_EQ(textOf(read([&](Transaction& tx) { return tx.courses().get(changed.id); }).value()), textOf(expected));

    changed.goal = "written over";
    EXPECT_THAT(write([&](Transaction& tx) { return tx.courses().update(changed); }), FailsWith(Code::Conflict));
    EXPECT_THAT(write([&](Transaction& tx) { return tx.courses().update(another(2)); }), FailsWith(Code::NotFound));
    EXPECT_EQ(textOf(read([&](Transaction& tx) { return tx.courses().get(changed.id); }).value()), textOf(expected));
}

TEST_F(CourseRepository, RefusesTheSameNumberTwice) {
    const auto done = write([&](Transaction& tx) { return tx.courses().add(another(1)); });
    ASSERT_THAT(done, FailsWith(Code::AlreadyExists));
    EXPECT_EQ(done.error().field, "course");
}

TEST_F(CourseRepository, KeepsOrdersByVersion) {
    auto change = samples.order;
    change.id = domain::CourseOrderId(ids.next());
    change.version = 2;
    change.kind = domain::OrderKind::Change;
    change.perKg = domain::DosePerKg::ofRaw(650);
    change.reason = "poor response";
    mustWrite([&](Transaction& tx) { return tx.courses().addOrder(change); });
    const auto orders = read([&](Transaction& tx) { return tx.courses().orders(samples.course.id); });
    EXPECT_EQ(textOf(orders.value()), textOf(std::vector{samples.order, change}));
    EXPECT_THAT(write([&](Transaction& tx) { return tx.courses().addOrder(change); }), FailsWith(Code::AlreadyExists));
}

TEST_F(CourseRepository, PlannedInfusionsMoveAndCloseWithTheirVersion) {
    auto missed = samples.planned;
    missed.id = domain::PlannedInfusionId(ids.next());
    missed.ordinal = 2;
    missed.date = date("2025-01-17");
    missed.state = domain::PlanState::Missed;
    missed.reason = "did not come";
    mustWrite([&](Transaction& tx) { return tx.courses().addPlanned(missed); });

    auto opened = samples.planned;
    opened.date = date("2025-01-15");
    opened.state = domain::PlanState::Given;
    opened.infusion = samples.infusion.id;
    mustWrite([&](Transaction& tx) { return tx.courses().updatePlanned(opened); });
    EXPECT_THAT(write([&](Transaction& tx) { return tx.courses().updatePlanned(opened); }), FailsWith(Code::Conflict));
    opened.rowVersion = 2;

    const auto all = read([&](Transaction& tx) { return tx.courses().planned(samples.course.id); });
    EXPECT_EQ(textOf(all.value()), textOf(std::vector{opened, missed}));
    const auto day = read([&](Transaction& tx) { return tx.courses().plannedOn(date("2025-01-17")); });
    EXPECT_EQ(textOf(day.value()), textOf(std::vector{missed}));
    EXPECT_EQ(textOf(read([&](Transaction& tx) { return tx.courses().planned(opened.id); }).value()), textOf(opened));
    EXPECT_THAT(read([&](Transaction& tx) { return tx.courses().planned(domain::PlannedInfusionId(ids.next())); }),
                FailsWith(Code::NotFound));
}

TEST_F(CourseRepository, KeepsAssessmentsWithAScoreOrAReason) {
    const domain::FollowUp missing{domain::FollowUpId(ids.next()),
                                   samples.course.id,
                                   domain::AssessmentKind::FollowUp,
                                   date("2025-03-01"),
                                   domain::RecallFrame::Average7d,
                                   {},
                                   domain::MissingReason::Unavailable,
                                   test::instant("2025-03-01T10:00:00.500+01:00"),
                                   samples.nurse.account.id};
    const domain::FollowUp scored{domain::FollowUpId(ids.next()),
                                  samples.course.id,
                                  domain::AssessmentKind::Baseline,
                                  date("2025-01-09"),
                                  domain::RecallFrame::Average24h,
                                  0,
                                  {},
                                  test::instant("2025-01-09T10:00:00Z"),
                                  samples.nurse.account.id};
    mustWrite([&](Transaction& tx) { return tx.courses().addFollowUp(missing); });
    mustWrite([&](Transaction& tx) { return tx.courses().addFollowUp(scored); });
    const auto found = read([&](Transaction& tx) { return tx.courses().followUps(samples.course.id); });
    EXPECT_EQ(textOf(found.value()), textOf(std::vector{scored, missing}));

    auto both = scored;
    both.id = domain::FollowUpId(ids.next());
    both.missing = domain::MissingReason::NotDone;
    EXPECT_THAT(write([&](Transaction& tx) { return tx.courses().addFollowUp(both); }), FailsWith(Code::Internal));
}

TEST_F(CourseRepository, KeepsDecisions) {
    const domain::RetreatmentDecision postpone{domain::DecisionId(ids.next()),
                                               samples.course.id,
                                               domain::DecisionKind::Postpone,
                                               date("2025-04-01"),
                                               "holiday",
                                               samples.physician.account.id,
                                               test::instant("2025-03-02T10:00:00Z")};
    const domain::RetreatmentDecision discharge{domain::DecisionId(ids.next()),
                                                samples.course.id,
                                                domain::DecisionKind::Discharge,
                                                {},
                                                "well",
                                                samples.physician.account.id,
                                                test::instant("2025-04-02T10:00:00+02:00")};
    mustWrite([&](Transaction& tx) { return tx.courses().addDecision(postpone); });
    mustWrite([&](Transaction& tx) { return tx.courses().addDecision(discharge); });
    const auto found = read([&](Transaction& tx) { return tx.courses().decisions(samples.course.id); });
    EXPECT_EQ(textOf(found.value()), textOf(std::vector{postpone, discharge}));
}

TEST_F(CourseRepository, ACourseOfNobodyIsRefused) {
    auto orphan = another(2);
    orphan.patient = domain::PatientId(ids.next());
    EXPECT_THAT(write([&](Transaction& tx) { return tx.courses().add(orphan); }), FailsWith(Code::Internal));
}

} // namespace
} // namespace chairside::store
