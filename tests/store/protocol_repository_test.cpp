#include "tests/store/record_text.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;

class ProtocolRepository : public StoreTest {
protected:
    void SetUp() override {
        mustWrite([this](Transaction& tx) { return tx.accounts().add(samples.physician); });
    }
    void add(const domain::ProtocolVersion& version) {
        mustWrite([&](Transaction& tx) { return tx.protocols().add(version); });
    }
    [[nodiscard]] base::Result<domain::ProtocolVersion> get(const domain::ProtocolVersionId& id) {
        return read([&](Transaction& tx) { return tx.protocols().get(id); });
    }
    [[nodiscard]] base::Done sign(const domain::ProtocolVersionId& id) {
        return write([&](Transaction& tx) {
            return tx.protocols().markSigned({id, samples.physician.account.id, now, day, true});
        });
    }
    const base::CalendarDate day = test::date("2025-02-01");
    base::Instant now = test::instant("2025-01-09T09:00:00+01:00");
};

TEST_F(ProtocolRepository, KeepsEveryNumberRemarkReasonAndItem) {
    add(samples.protocol);
    EXPECT_EQ(textOf(get(samples.protocol.id).value()), textOf(samples.protocol));
}

TEST_F(ProtocolRepository, KeepsAVersionThatIsAddedSigned) {
    auto version = samples.protocol;
    version.state = domain::ProtocolState::Signed;
    version.signedBy = samples.physician.account.id;
    version.signedAt = now;
    version.inForceFrom = day;
    add(version);
    EXPECT_EQ(textOf(get(version.id).value()), textOf(version));
}

// The newest of the schema before has no row for the day.
TEST_F(ProtocolRepository, AVersionThatWasSignedBeforeThereWereDaysNamesNone) {
    auto version = samples.protocol;
    version.state = domain::ProtocolState::Signed;
    version.signedBy = samples.physician.account.id;
    version.signedAt = now;
    add(version);
    EXPECT_EQ(textOf(get(version.id).value()), textOf(version));
    EXPECT_FALSE(get(version.id).value().inForceFrom);
}

TEST_F(ProtocolRepository, KnowsWhoSignedSecondFromTheSignatures) {
    add(samples.protocol);
    ASSERT_THAT(sign(samples.protocol.id), IsOk());
    auto signature = samples.signature;
    signature.account = samples.physician.account.id;
    signature.at = now;
    signature.meaning = services::kSecondProtocolSignature;
    signature.subjectKind = "protocol_version";
    signature.subjectId = samples.protocol.id.text();
    mustWrite([&](Transaction& tx) { return tx.signatures().add(signature); });
    const auto read = get(samples.protocol.id).value();
    EXPECT_EQ(read.secondBy, samples.physician.account.id);
    EXPECT_EQ(read.secondAt, now);
}

TEST_F(ProtocolRepository, ListsByNameAndNewestVersionFirst) {
    auto second = samples.protocolDraft();
    second.protocol = samples.protocol.protocol;
    second.version = 2;
    auto other = samples.protocolDraft();
    other.name = "A protocol";
    add(samples.protocol);
    add(second);
    add(other);
    const auto list = read([](Transaction& tx) { return tx.protocols().list(); });
    ASSERT_THAT(list, IsOk());
    EXPECT_EQ(textOf(*list), textOf(std::vector{other, second, samples.protocol}));
}

TEST_F(ProtocolRepository, SignsADraftOnce) {
    add(samples.protocol);
    ASSERT_THAT(sign(samples.protocol.id), IsOk());
    auto expected = samples.protocol;
    expected.state = domain::ProtocolState::Signed;
    expected.signedBy = samples.physician.account.id;
    expected.signedAt = now;
    expected.inForceFrom = day;
    expected.secondNeeded = true;
    EXPECT_EQ(textOf(get(samples.protocol.id).value()), textOf(expected));
    EXPECT_THAT(sign(samples.protocol.id), FailsWith(Code::WrongState));
    EXPECT_THAT(sign(samples.protocolDraft().id), FailsWith(Code::NotFound));
}

TEST_F(ProtocolRepository, RefusesTheSameVersionTwice) {
    add(samples.protocol);
    auto again = samples.protocolDraft();
    again.protocol = samples.protocol.protocol;
    EXPECT_THAT(write([&](Transaction& tx) { return tx.protocols().add(again); }), FailsWith(Code::AlreadyExists));
}

TEST_F(ProtocolRepository, RefusesAReasonThatBelongsToNoNumber) {
    auto version = samples.protocol;
    version.whys.push_back({"no.such_number", "why not"});
    EXPECT_THAT(write([&](Transaction& tx) { return tx.protocols().add(version); }), FailsWith(Code::Internal));
    EXPECT_THAT(get(version.id), FailsWith(Code::NotFound));
}

TEST_F(ProtocolRepository, AVersionWithoutItemsHasNoChecklist) {
    auto version = samples.protocol;
    version.items.clear();
    add(version);
    ASSERT_THAT(sign(version.id), IsOk());
    EXPECT_TRUE(get(version.id).value().items.empty());
}

TEST_F(ProtocolRepository, RefusesAnItemTwiceInAList) {
    auto version = samples.protocol;
    version.items.push_back(version.items.front());
    EXPECT_THAT(write([&](Transaction& tx) { return tx.protocols().add(version); }), FailsWith(Code::AlreadyExists));
    EXPECT_THAT(get(version.id), FailsWith(Code::NotFound));
}

TEST_F(ProtocolRepository, ANumberThatIsMissingIsDamage) {
    openFolder();
    mustWrite([this](Transaction& tx) { return tx.accounts().add(samples.physician); });
    add(samples.protocol);
    tamper("protocol_limit", "DELETE FROM protocol_limit WHERE name = 'dose.max_per_kg'");
    openFolder();
    EXPECT_THAT(get(samples.protocol.id), FailsWith(Code::StorageDamaged));
}

class EarlierProtocolVersion : public ProtocolRepository {
protected:
    // Signed with every number, then read without those the statement takes away.
    [[nodiscard]] base::Result<domain::ProtocolVersion> without(const std::string& limits) {
        openFolder();
        mustWrite([this](Transaction& tx) { return tx.accounts().add(samples.physician); });
        add(samples.protocol);
        tamper("protocol_limit", "DELETE FROM protocol_limit WHERE name " + limits);
        openFolder();
        EXPECT_THAT(sign(samples.protocol.id), IsOk());
        return get(samples.protocol.id);
    }
};

TEST_F(EarlierProtocolVersion, FromBeforeTheSecondCheckAsksForNone) {
    const auto found = without("LIKE 'second_check.%'");
    ASSERT_THAT(found, IsOk());
    auto rules = samples.protocol.rules;
    rules.secondCheck = {};
    EXPECT_EQ(found->rules, rules);
}

TEST_F(EarlierProtocolVersion, FromBeforeTheDischargeAsksForNone) {
    const auto found = without("LIKE 'discharge.%'");
    ASSERT_THAT(found, IsOk());
    EXPECT_EQ(found->rules.discharge, domain::DischargeRules{});
}

TEST_F(EarlierProtocolVersion, FromBeforeTheScoresAfterwardsAsksForNone) {
    const auto found = without("LIKE 'after.%'");
    ASSERT_THAT(found, IsOk());
    auto rules = samples.protocol.rules;
    rules.after = {};
    EXPECT_EQ(found->rules, rules);
}

TEST_F(EarlierProtocolVersion, WithAPartOfTheSecondCheckIsDamage) {
    EXPECT_THAT(without("= 'second_check.required'"), FailsWith(Code::StorageDamaged));
}

} // namespace
} // namespace chairside::store
