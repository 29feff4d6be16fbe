// What is kept for the re-treatment list, over everything that was ever done in the demo clinic.
#include <gtest/gtest.h>

#include <set>

#include "core/services/retreatment_standing.h"
#include "tests/scenarios/demo_in_memory.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::app {
namespace {

TEST(DemoWorklist, SaysWhatTheRecordsSayAndNamesEverybodyWithACourse) {
    test::DemoInMemory demo;
    auto& services = demo.services();
    const auto physician = demo.signIn(domain::Role::Physician);
    ASSERT_THAT(physician, test::IsOk());
    std::set<domain::PatientId> withCourse;
    int current = 0;
    auto& context = demo.context();
    test::need(context.store.read([&](services::Transaction& tx) -> base::Done {
        services::Unit unit(context, tx, *physician, domain::Role::Physician, services::Grant::ByRole);
        for (const auto& stored : test::need(tx.retreatments().all()))
            current += stored.madeBy == services::kStandingMaker ? 1 : 0;
        for (const auto& wrong : test::need(services::wrongStandings(unit)))
            ADD_FAILURE() << wrong.place;
        for (const auto& course : test::need(tx.courses().all()))
            withCourse.insert(course.patient);
        return {};
    }));
    EXPECT_GE(std::ssize(withCourse), 12);
    EXPECT_GE(current, std::ssize(withCourse)) << "played through the services, nothing is left to be made";
    std::multiset<domain::PatientId> listed;
    for (const auto& row : test::need(services.reviews.retreatmentList(*physician)))
        listed.insert(row.patient.id);
    EXPECT_EQ(listed, std::multiset<domain::PatientId>(withCourse.begin(), withCourse.end()));
}

} // namespace
} // namespace chairside::app
