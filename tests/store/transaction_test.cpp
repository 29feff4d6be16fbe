// What a transaction of the store promises: all or nothing, an event for every record, no writing while
// reading.
#include <stdexcept>

#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;

class StoreTransaction : public StoreTest {
protected:
    [[nodiscard]] std::int64_t accounts() {
        return read([](Transaction& tx) { return tx.accounts().count(); }).value();
    }
    [[nodiscard]] std::string head() {
        return read([](Transaction& tx) { return tx.auditHead(); }).value();
    }
    [[nodiscard]] std::int64_t events() { return store().verify().value().auditEvents; }
};

TEST_F(StoreTransaction, WritesRecordsAndTheirEventTogether) {
    EXPECT_EQ(head(), std::string(64, '0'));
    mustWrite([this](Transaction& tx) { return tx.accounts().add(samples.nurse); });
    EXPECT_EQ(accounts(), 1);
    EXPECT_EQ(events(), 1);
    EXPECT_NE(head(), std::string(64, '0'));
    EXPECT_THAT(findings(), testing::IsEmpty());
}

TEST_F(StoreTransaction, WorkThatFailsLeavesNothing) {
    const auto before = head();
    const auto done = write([this](Transaction& tx) -> base::Done {
        EXPECT_THAT(tx.accounts().add(samples.nurse), IsOk());
        return base::fail(Code::WrongState, "there");
    });
    EXPECT_THAT(done, FailsWith(Code::WrongState));
    EXPECT_EQ(done.error().field, "there");
    EXPECT_EQ(accounts(), 0);
    EXPECT_EQ(head(), before);
}

TEST_F(StoreTransaction, WorkThatThrowsLeavesNothing) {
    const auto done = write([this](Transaction& tx) -> base::Done {
        EXPECT_THAT(tx.accounts().add(samples.nurse), IsOk());
        throw std::runtime_error("oops");
    });
    EXPECT_THAT(done, FailsWith(Code::Internal));
    EXPECT_THAT(write([](Transaction&) -> base::Done { throw 1; }), FailsWith(Code::Internal));
    EXPECT_EQ(accounts(), 0);
    EXPECT_EQ(events(), 0);
}

TEST_F(StoreTransaction, RecordsWithoutAnEventAreNotCommitted) {
    const auto done = store().write([this](Transaction& tx) { return tx.accounts().add(samples.nurse); });
    EXPECT_THAT(done, FailsWith(Code::Internal));
    EXPECT_EQ(accounts(), 0);
}

TEST_F(StoreTransaction, AnEventNeedsNoRecords) {
    ASSERT_THAT(store().write([](Transaction& tx) -> base::Done {
        tx.audit(someEvent());
        return {};
    }),
                IsOk());
    EXPECT_EQ(events(), 1);
    EXPECT_THAT(findings(), testing::IsEmpty());
}

TEST_F(StoreTransaction, NothingAtAllIsFine) {
    EXPECT_THAT(store().write([](Transaction&) -> base::Done { return {}; }), IsOk());
    EXPECT_EQ(events(), 0);
}

TEST_F(StoreTransaction, SeveralEventsShareTheRecordsInOrder) {
    ASSERT_THAT(store().write([this](Transaction& tx) -> base::Done {
        if (auto done = tx.accounts().add(samples.nurse); !done) return done;
        tx.audit(someEvent());
        if (auto done = tx.accounts().add(samples.physician); !done) return done;
        tx.audit(someEvent());
        return tx.settings().set("written_after", "the last event");
    }),
                IsOk());
    EXPECT_EQ(events(), 2);
    EXPECT_THAT(findings(), testing::IsEmpty());
}

// What a long transaction writes between its events is not held until its end.
TEST_F(StoreTransaction, EventsThatAreKeptEarlyVouchForTheirRecordsAndCountWithTheCommit) {
    const auto inParts = [this](Transaction& tx) -> base::Done {
        if (auto done = tx.accounts().add(samples.nurse); !done) return done;
        if (auto done = tx.settings().set("clinic.name", "first"); !done) return done;
        tx.audit(someEvent());
        if (auto done = tx.keepEvents(); !done) return done;
        EXPECT_EQ(tx.auditHead().value(), std::string(64, '0')) << "nothing is committed yet";
        if (auto done = tx.settings().set("clinic.name", "second"); !done) return done;
        tx.audit(someEvent());
        return tx.keepEvents();
    };
    EXPECT_THAT(store().write([&](Transaction& tx) -> base::Done {
        if (auto done = inParts(tx); !done) return done;
        return base::fail(Code::WrongState);
    }),
                FailsWith(Code::WrongState));
    EXPECT_EQ(accounts(), 0);
    EXPECT_EQ(events(), 0);
    ASSERT_THAT(store().write(inParts), IsOk());
    EXPECT_EQ(accounts(), 1);
    EXPECT_EQ(events(), 2);
    EXPECT_NE(head(), std::string(64, '0'));
    EXPECT_THAT(findings(), testing::IsEmpty());
}

TEST_F(StoreTransaction, RecordsWithoutAnEventAreNotKeptEarly) {
    EXPECT_THAT(store().write([this](Transaction& tx) -> base::Done {
        if (auto done = tx.accounts().add(samples.nurse); !done) return done;
        return tx.keepEvents();
    }),
                FailsWith(Code::Internal));
    EXPECT_EQ(accounts(), 0);
}

TEST_F(StoreTransaction, ReadingDoesNotWrite) {
    EXPECT_THAT(store().read([this](Transaction& tx) { return tx.accounts().add(samples.nurse); }),
                FailsWith(Code::Internal));
    EXPECT_THAT(store().read([](Transaction& tx) -> base::Done {
        tx.audit(someEvent());
        return {};
    }),
                FailsWith(Code::Internal));
    EXPECT_EQ(accounts(), 0);
    EXPECT_EQ(events(), 0);
}

TEST_F(StoreTransaction, OneInsideAnotherIsRefused) {
    const auto done = write([this](Transaction&) -> base::Done {
        EXPECT_THAT(store().read([](Transaction&) -> base::Done { return {}; }), FailsWith(Code::Internal));
        EXPECT_THAT(store().verify(), FailsWith(Code::Internal));
        EXPECT_THAT(store().backUpTo(file("copy.db")), FailsWith(Code::Internal));
        return {};
    });
    EXPECT_THAT(done, IsOk());
}

TEST_F(StoreTransaction, TheHeadIsTheCommittedOne) {
    mustWrite([this](Transaction& tx) -> base::Done {
        if (auto done = tx.accounts().add(samples.nurse); !done) return done;
        EXPECT_EQ(tx.auditHead().value(), std::string(64, '0'));
        return {};
    });
    EXPECT_EQ(store().verify().value().head, head());
}

TEST_F(StoreTransaction, TheClinicOfAWriteThatFailedIsMadeAgain) {
    EXPECT_THAT(write([this](Transaction& tx) -> base::Done {
                    EXPECT_THAT(tx.accounts().add(samples.nurse), IsOk());
                    return base::fail(Code::WrongState);
                }),
                FailsWith(Code::WrongState));
    mustWrite([this](Transaction& tx) { return tx.accounts().add(samples.nurse); });
    mustWrite([](Transaction& tx) { return tx.settings().set("a", "b"); });
    EXPECT_THAT(findings(), testing::IsEmpty());
}

TEST_F(StoreTransaction, DetailsHoldNoValues) {
    mustWrite([this](Transaction& tx) { return tx.patients().add(samples.anna); });
    auto again = samples.anna;
    again.details.clinicNumber = "KC 9";
    const auto done = write([&](Transaction& tx) { return tx.patients().add(again); });
    ASSERT_THAT(done, FailsWith(Code::AlreadyExists));
    EXPECT_EQ(done.error().field, "patient");
    EXPECT_EQ(done.error().detail.find("Testpatient"), std::string::npos);
    EXPECT_EQ(done.error().detail.find(again.id.text()), std::string::npos);
}

} // namespace
} // namespace chairside::store
