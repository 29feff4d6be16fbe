#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Draft;
using services::DraftSubject;
using services::Transaction;

class DraftRepository : public StoreTest {
protected:
    void SetUp() override { addPeople(); }
    void addPeople() {
        mustWrite([this](Transaction& tx) -> base::Done {
            if (auto done = tx.accounts().add(samples.nurse); !done) return done;
            return tx.accounts().add(samples.physician);
        });
    }
    [[nodiscard]] std::string contentOf(const services::StoredAccount& author, const DraftSubject& subject) {
        const auto found = read([&](Transaction& tx) { return tx.drafts().get(author.account.id, subject); });
        return found && *found ? (*found)->content : "(none)";
    }
    void put(const services::StoredAccount& author, const DraftSubject& subject, const std::string& content) {
        EXPECT_THAT(store().write([&](Transaction& tx) {
            return tx.drafts().put(author.account.id, subject, {content, test::instant("2025-01-14T10:42:00+01:00")});
        }),
                    IsOk());
    }

    const DraftSubject infusion{"infusion", "0194621f-3a00-7000-8000-000000000001"};
};

TEST_F(DraftRepository, KeepsTheNewestTextOfEachAuthorAndSubject) {
    put(samples.nurse, infusion, "{\"note\":\"Zoë felt\"}");
    put(samples.nurse, infusion, "{\"note\":\"Zoë felt well\"}");
    put(samples.physician, infusion, "other");
    put(samples.nurse, {"order", infusion.id}, "third");

    EXPECT_EQ(contentOf(samples.nurse, infusion), "{\"note\":\"Zoë felt well\"}");
    EXPECT_EQ(contentOf(samples.physician, infusion), "other");
    EXPECT_EQ(contentOf(samples.physician, {"order", infusion.id}), "(none)");
    const auto draft = read([&](Transaction& tx) { return tx.drafts().get(samples.nurse.account.id, infusion); });
    EXPECT_EQ((*draft)->savedAt.iso(), test::instant("2025-01-14T10:42:00+01:00").iso());
}

TEST_F(DraftRepository, IsKeptWithoutAnEventAndLeavesTheTrailWhole) {
    const auto before = store().verify();
    put(samples.nurse, infusion, "typed");
    const auto after = store().verify();
    EXPECT_EQ(after->auditEvents, before->auditEvents);
    EXPECT_EQ(after->head, before->head);
    EXPECT_THAT(findings(), testing::IsEmpty());
}

TEST_F(DraftRepository, AFailedTransactionKeepsTheDraftBefore) {
    put(samples.nurse, infusion, "before");
    EXPECT_THAT(store().write([&](Transaction& tx) -> base::Done {
        EXPECT_THAT(
            tx.drafts().put(samples.nurse.account.id, infusion, {"after", test::instant("2025-01-14T10:43:00Z")}),
            IsOk());
        return base::fail(Code::Conflict);
    }),
                FailsWith(Code::Conflict));
    EXPECT_EQ(contentOf(samples.nurse, infusion), "before");
}

TEST_F(DraftRepository, IsThereAgainAfterTheProgramWasClosed) {
    openFolder();
    addPeople();
    put(samples.nurse, infusion, "typed");
    close();
    openFolder();
    EXPECT_EQ(contentOf(samples.nurse, infusion), "typed");
}

TEST_F(DraftRepository, NeedsAnAuthorThatExists) {
    EXPECT_FALSE(store().write([&](Transaction& tx) {
        return tx.drafts().put(domain::AccountId(ids.next()), infusion, {"x", test::instant("2025-01-14T10:43:00Z")});
    }));
}

} // namespace
} // namespace chairside::store
