// Taking a protocol over from a template and signing it.
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
    EXPECT_EQ(need(clinic.services.protocols.templates(clinic.physician)).size(), 8U);
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
