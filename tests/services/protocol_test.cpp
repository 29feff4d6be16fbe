// Taking a protocol over from a template and signing it.
#include "core/domain/protocol/protocol_changes.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;

class Protocols : public ServiceTest {
protected:
    base::Result<domain::ProtocolVersionId> takeOver() {
        return clinic.services.protocols.takeOver(clinic.physician, "course_05");
    }
    std::vector<domain::ProtocolVersion> versions() { return need(clinic.services.protocols.versions(clinic.nurse)); }
};

TEST_F(Protocols, ATemplateBecomesADraft) {
    EXPECT_EQ(need(clinic.services.protocols.templates(clinic.physician)).size(), 11U);
    need(takeOver());
    const auto all = versions();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().state, domain::ProtocolState::Draft);
    EXPECT_EQ(all.front().version, 1);
    EXPECT_EQ(all.front().rules, clinicRules());
    EXPECT_EQ(all.front().drug, "ketamine");
}

TEST_F(Protocols, TheSameTemplateAgainIsTheNextVersionOfTheSameProtocol) {
    need(takeOver());
    need(takeOver());
    need(clinic.services.protocols.takeOver(clinic.physician, "study_03"));
    auto all = versions();
    std::ranges::sort(all, {}, [](const auto& one) { return std::pair(one.name, one.version); });
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].protocol, all[1].protocol);
    EXPECT_EQ(all[1].version, 2);
    EXPECT_NE(all[2].protocol, all[0].protocol);
    EXPECT_EQ(all[2].version, 1);
}

TEST_F(Protocols, ARetiredVersionIsNotOrderedUnderButItsCourseKeepsIt) {
    const auto anna = clinic.patient();
    const auto course = clinic.orderedCourse(anna);
    const auto id = clinic.review(course).course.protocolVersion;
    need(clinic.services.protocols.retire(clinic.physician, id, "a newer version is signed", kPassword));
    EXPECT_EQ(versions().front().state, domain::ProtocolState::Retired);
    EXPECT_EQ(versions().front().retiredReason, "a newer version is signed");
    EXPECT_EQ(clinic.review(course).protocol.id, id);
    EXPECT_TRUE(clinic.services.infusions.open(clinic.nurse, clinic.planned(course, 1).id).has_value());
    const auto ben = clinic.patient(aPatient("Ben", "Tester", "KC 0999", "1966-02-02"));
    expectRefused(
        clinic, [&] { return clinic.services.courses.order(clinic.physician, anOrder(ben, id, date("2025-01-06"))); },
        FailsWith(Code::WrongState));
    expectRefused(
        clinic, [&] { return clinic.services.protocols.retire(clinic.physician, id, "again", kPassword); },
        FailsWith(Code::WrongState));
}

TEST_F(Protocols, RetiringNeedsASignedVersionAReasonAndAPhysician) {
    const auto draft = need(takeOver());
    expectRefused(
        clinic, [&] { return clinic.services.protocols.retire(clinic.physician, draft, "reason", kPassword); },
        FailsWith(Code::WrongState));
    need(clinic.services.protocols.sign(clinic.physician, draft, kPassword));
    expectRefused(
        clinic, [&] { return clinic.services.protocols.retire(clinic.physician, draft, " ", ""); },
        ::testing::AllOf(HasProblem("reason", Rule::Required), HasProblem("password", Rule::Required)));
    EXPECT_THAT(clinic.services.protocols.retire(clinic.administrator, draft, "reason", kPassword),
                FailsWith(Code::Denied));
    EXPECT_EQ(versions().front().state, domain::ProtocolState::Signed);
}

TEST_F(Protocols, TheNumbersOfADraftAreChangedWithTheirReason) {
    const auto id = need(takeOver());
    auto& protocols = clinic.services.protocols;
    const auto change = [&](const services::NumberChange& one) {
        return protocols.changeNumbers(clinic.physician, id, {one});
    };
    need(change({"dose.max_per_kg", 1'500, "the committee of 05-Jan-2025"}));
    EXPECT_EQ(versions().front().rules.dose.maxPerKg, perKg(1'500));
    EXPECT_EQ(domain::whyOf(versions().front(), "dose.max_per_kg"), "the committee of 05-Jan-2025");
    const auto refuse = [&](const services::NumberChange& one, const char* field, Rule rule) {
        expectRefused(
            clinic, [&] { return change(one); }, HasProblem(field, rule));
    };
    refuse({"dose.max_per_kg", 1'000, " "}, "dose.max_per_kg.why", Rule::Required);
    refuse({"dose.max_per_kg", 9'000, "a slip"}, "dose.max_per_kg", Rule::OutOfRange);
    refuse({"made.up", 1, "nothing"}, "made.up", Rule::NotAllowed);
    EXPECT_THAT(protocols.changeNumbers(clinic.nurse, id, {}), FailsWith(Code::Denied));
    need(protocols.sign(clinic.physician, id, kPassword));
    expectRefused(
        clinic,
        [&] {
            return change({"dose.max_per_kg", 1'000, "later"});
        },
        FailsWith(Code::WrongState));
    EXPECT_EQ(versions().front().rules.dose.maxPerKg, perKg(1'500)) << "a signed number stays";
}

TEST_F(Protocols, AnUnknownTemplateIsNotFound) {
    expectRefused(
        clinic, [&] { return clinic.services.protocols.takeOver(clinic.physician, "other"); },
        FailsWith(Code::NotFound));
}

TEST_F(Protocols, ASignatureStandsUnderTheContent) {
    const auto id = need(takeOver());
    need(clinic.services.protocols.sign(clinic.physician, id, kPassword));
    EXPECT_EQ(versions().front().state, domain::ProtocolState::Signed);
    EXPECT_EQ(versions().front().signedBy, clinic.physician.account);
    EXPECT_EQ(versions().front().signedAt, clinic.clock.now());
    need(clinic.store.read([&](services::Transaction& tx) -> base::Done {
        const auto signatures = need(tx.signatures().of("protocol_version", id.text()));
        EXPECT_EQ(signatures.size(), 1U);
        EXPECT_EQ(signatures.front().meaning, "protocol");
        EXPECT_EQ(signatures.front().role, "physician");
        EXPECT_EQ(signatures.front().printedName, "L. Okafor, MD");
        EXPECT_EQ(signatures.front().contentHash, need(tx.signatures().contentHash("protocol_version", id.text())));
        return {};
    }));
}

TEST_F(Protocols, AreSignedOnce) {
    const auto id = clinic.signedProtocol();
    expectRefused(
        clinic, [&] { return clinic.services.protocols.sign(clinic.physician, id, kPassword); },
        FailsWith(Code::WrongState));
}

TEST_F(Protocols, AWrongOrMissingPasswordSignsNothing) {
    const auto id = need(takeOver());
    EXPECT_THAT(clinic.services.protocols.sign(clinic.physician, id, "wrong"), FailsWith(Code::SignInFailed));
    EXPECT_THAT(clinic.services.protocols.sign(clinic.physician, id, ""), HasProblem("password", Rule::Required));
    EXPECT_EQ(versions().front().state, domain::ProtocolState::Draft);
}

} // namespace
} // namespace chairside::test
