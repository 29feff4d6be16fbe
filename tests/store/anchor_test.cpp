#include "core/store/anchor.h"

#include <fstream>

#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;

class AnchorFile : public StoreTest {
protected:
    void SetUp() override { openFolder(); }
    void writeSomething() {
        mustWrite([](Transaction& tx) { return tx.settings().set("a", "b"); });
    }
    [[nodiscard]] std::int64_t anchored() {
        std::ifstream in(file("clinic.anchor"));
        std::int64_t sequence = -1;
        in >> sequence;
        return sequence;
    }
};

TEST_F(AnchorFile, IsThereBeforeTheFirstEvent) {
    EXPECT_EQ(anchored(), 0);
    close();
    std::filesystem::remove(file("clinic.anchor"));
    openFolder();
    EXPECT_EQ(anchored(), 0);
    EXPECT_THAT(findings(), testing::IsEmpty());
}

TEST_F(AnchorFile, FollowsAtMostOnceASecondAndAtTheEnd) {
    clock.advance(std::chrono::seconds(1));
    writeSomething();
    EXPECT_EQ(anchored(), 1);
    writeSomething();
    writeSomething();
    EXPECT_EQ(anchored(), 1);
    EXPECT_THAT(findings(), testing::IsEmpty());
    clock.advance(std::chrono::milliseconds(1000));
    writeSomething();
    EXPECT_EQ(anchored(), 4);
    writeSomething();
    close();
    EXPECT_EQ(anchored(), 5);
}

TEST_F(AnchorFile, IsRenewedOnlyWhenAsked) {
    writeSomething();
    close();
    std::ofstream(file("clinic.anchor")) << "9 " << std::string(64, 'a');
    openFolder();
    writeSomething();
    EXPECT_EQ(anchored(), 9);
    EXPECT_EQ(findings().size(), 1U);
    store().renewAnchor();
    EXPECT_EQ(anchored(), 2);
    EXPECT_THAT(findings(), testing::IsEmpty());
}

TEST_F(AnchorFile, AWallClockThatGoesBackDoesNotStopIt) {
    clock.set("2001-01-01T00:00:00Z");
    clock.advanceMonotonicOnly(std::chrono::seconds(1));
    writeSomething();
    EXPECT_EQ(anchored(), 1);
}

} // namespace
} // namespace chairside::store
