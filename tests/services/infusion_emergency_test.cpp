// What was done in an emergency: nothing holds anybody up, nothing is lost, and it stands in what is signed.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::EmergencyStanding;
using domain::SigningGap;
using std::chrono::minutes;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

class Emergency : public ServiceTest {
protected:
    Emergency() : infusion(clinic.runningInfusion(clinic.orderedCourse(clinic.patient()))) {}
    base::Result<domain::EntryId> record(const std::string& called, const std::string& done,
                                         EmergencyStanding standing = EmergencyStanding::Ongoing,
                                         std::optional<base::Instant> at = {}) {
        return clinic.services.infusions.recordEmergency(clinic.nurse, {infusion, called, done, at, standing});
    }
    std::vector<SigningGap> gaps() { return clinic.view(infusion).gaps; }
    domain::InfusionId infusion;
};

TEST_F(Emergency, EachLineStandsInTheOrderInWhichItHappened) {
    clinic.clock.advance(minutes(10));
    const auto called = clinic.clock.now();
    need(record("Dr Okafor", ""));
    clinic.clock.advance(minutes(5));
    need(record("", "oxygen 6 L per minute"));
    need(record("ambulance", "", EmergencyStanding::HandedOver, called.plus(minutes(-2))));
    const auto notes = clinic.view(infusion).record.emergency;
    ASSERT_EQ(notes.size(), 3U);
    EXPECT_EQ(notes[0].called, "ambulance");
    EXPECT_EQ(notes[1].called, "Dr Okafor");
    EXPECT_EQ(notes[1].head.observedAt, called);
    EXPECT_EQ(notes[2].done, "oxygen 6 L per minute");
    EXPECT_TRUE(clinic.verify().clean());
}

TEST_F(Emergency, ALineSaysSomethingAndIsOfThePast) {
    const auto refuse = [this](const std::string& called, std::optional<base::Instant> at, const char* field,
                               Rule rule) {
        expectRefused(
            clinic, [&] { return record(called, "", EmergencyStanding::Ongoing, at); }, HasProblem(field, rule));
    };
    refuse(" ", {}, "emergency_called", Rule::Required);
    refuse("Dr Okafor", clinic.clock.now().plus(minutes(1)), "emergency_at", Rule::InFuture);
    refuse("Dr Okafor", clinic.clock.now().plus(-std::chrono::hours(5)), "emergency_at", Rule::BeforeStart);
    refuse(std::string(4001, 'x'), {}, "emergency_called", Rule::TooLong);
}

TEST_F(Emergency, OneThatGoesOnIsSaidBeforeTheSignatureAndDoesNotForbidIt) {
    EXPECT_THAT(gaps(), Not(Contains(SigningGap::EmergencyOngoing)));
    need(record("Dr Okafor", ""));
    EXPECT_THAT(gaps(), Contains(SigningGap::EmergencyOngoing));
    EXPECT_FALSE(domain::blocksSigning(SigningGap::EmergencyOngoing));
    clinic.clock.advance(minutes(1));
    need(record("", "awake, 130/80", EmergencyStanding::Settled));
    EXPECT_THAT(gaps(), Not(Contains(SigningGap::EmergencyOngoing)));
}

TEST_F(Emergency, NothingIsAddedToASignedRecord) {
    clinic.clock.advance(minutes(10));
    need(record("Dr Okafor", "", EmergencyStanding::Settled));
    clinic.finish(infusion);
    EXPECT_THAT(record("", "later"), FailsWith(Code::WrongState));
    EXPECT_EQ(clinic.view(infusion).record.emergency.size(), 1U);
}

TEST_F(Emergency, TheWordsOfTheProtocolAreThoseOfTheSignedVersion) {
    const auto version = clinic.signedProtocol("scales_05");
    const auto versions = need(clinic.services.protocols.versions(clinic.physician));
    const auto found = std::ranges::find(versions, version, &domain::ProtocolVersion::id);
    ASSERT_NE(found, versions.end());
    EXPECT_THAT(found->emergency, ElementsAre("Stop the pump.", "Call for help."));
}

TEST_F(Emergency, OnlyWhoRecordsInfusionsMayWriteIt) {
    const auto entry = services::EmergencyEntry{infusion, "Dr Okafor", "", {}, EmergencyStanding::Ongoing};
    EXPECT_THAT(clinic.services.infusions.recordEmergency(clinic.administrator, entry), FailsWith(Code::Denied));
    EXPECT_THAT(clinic.services.infusions.recordEmergency(clinic.auditor, entry), FailsWith(Code::Denied));
}

} // namespace
} // namespace chairside::test
