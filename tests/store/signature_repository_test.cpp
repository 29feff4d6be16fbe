#include "tests/store/record_text.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;

class SignatureRepository : public StoreTest {
protected:
    void SetUp() override {
        mustWrite([this](Transaction& tx) { return samples.addInfusion(tx); });
    }
    [[nodiscard]] base::Result<std::string> hashOf(std::string_view kind, const std::string& id) {
        return read([&](Transaction& tx) { return tx.signatures().contentHash(kind, id); });
    }
    [[nodiscard]] std::string infusionHash() { return hashOf("infusion", samples.infusion.id.text()).value(); }
    template <class Entry>
    void add(const Entry& entry) {
        mustWrite([&](Transaction& tx) { return tx.infusions().add(entry); });
    }
    template <class Entry>
    void expectCounted(const Entry& entry) {
        const auto before = infusionHash();
        add(entry);
        EXPECT_NE(infusionHash(), before) << textOf(entry);
    }
};

TEST_F(SignatureRepository, KeepsSignaturesOfASubjectOldestFirst) {
    auto later = samples.signature;
    later.id = domain::SignatureId(ids.next());
    later.at = test::instant("2025-01-15T08:00:00+01:00");
    later.meaning = "review";
    auto other = samples.signature;
    other.id = domain::SignatureId(ids.next());
    other.subjectKind = "course_order";
    for (const auto& one : {later, samples.signature, other}) {
        mustWrite([&](Transaction& tx) { return tx.signatures().add(one); });
    }
    const auto found =
        read([this](Transaction& tx) { return tx.signatures().of("infusion", samples.infusion.id.text()); });
    EXPECT_EQ(textOf(found.value()), textOf(std::vector{samples.signature, later}));
}

TEST_F(SignatureRepository, EveryKindOfEntryBelongsToTheContentOfAnInfusion) {
    expectCounted(samples.doseCheck);
    expectCounted(samples.start);
    expectCounted(samples.fullVitals);
    expectCounted(samples.fullSedation);
    expectCounted(samples.fullDissociation);
    expectCounted(samples.painValue);
    expectCounted(samples.tender);
    expectCounted(samples.endedEvent);
    expectCounted(samples.note);
    add(samples.vial);
    expectCounted(samples.wasted);
}

TEST_F(SignatureRepository, WhatComesAfterTheSignatureIsNotPartOfWhatWasSigned) {
    add(samples.note);
    const auto before = infusionHash();
    add(samples.addendum);
    mustWrite([this](Transaction& tx) { return tx.signatures().add(samples.signature); });
    EXPECT_EQ(infusionHash(), before);
}

TEST_F(SignatureRepository, TheDayOfAProtocolIsPartOfWhatIsSignedAndTheSecondSignatureIsNot) {
    const auto draft = samples.protocolDraft();
    mustWrite([&](Transaction& tx) { return tx.protocols().add(draft); });
    const auto before = hashOf("protocol_version", draft.id.text());
    mustWrite([&](Transaction& tx) {
        return tx.protocols().markSigned(
            {draft.id, samples.physician.account.id, clock.now(), test::date("2025-02-01"), true});
    });
    const auto signedFor = hashOf("protocol_version", draft.id.text());
    EXPECT_NE(signedFor.value(), before.value());
    auto second = samples.signature;
    second.meaning = services::kSecondProtocolSignature;
    second.subjectKind = "protocol_version";
    second.subjectId = draft.id.text();
    mustWrite([&](Transaction& tx) { return tx.signatures().add(second); });
    EXPECT_EQ(hashOf("protocol_version", draft.id.text()).value(), signedFor.value());
}

TEST_F(SignatureRepository, OrdersHaveAContentEach) {
    EXPECT_EQ(hashOf("course_order", samples.order.id.text()).value().size(), 64U);
    EXPECT_THAT(hashOf("course_order", samples.infusion.id.text()), FailsWith(Code::NotFound));
    EXPECT_THAT(hashOf("infusion", samples.order.id.text()), FailsWith(Code::NotFound));
    EXPECT_THAT(hashOf("weather", samples.order.id.text()), FailsWith(Code::Internal));
}

TEST_F(SignatureRepository, KeepsIssuedDocuments) {
    const services::IssuedDocument document{domain::DocumentId(ids.next()),
                                            "visit_summary",
                                            samples.infusion.id.text(),
                                            samples.anna.id,
                                            samples.nurse.account.id,
                                            clock.now(),
                                            "signed"};
    mustWrite([&](Transaction& tx) { return tx.documents().add(document); });
    EXPECT_THAT(write([&](Transaction& tx) { return tx.documents().add(document); }), FailsWith(Code::AlreadyExists));
    EXPECT_THAT(findings(), testing::IsEmpty());
}

} // namespace
} // namespace chairside::store
