#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using services::DraftSubject;

class Drafts : public ::testing::Test {
protected:
    [[nodiscard]] std::string found(const services::Actor& actor) {
        const auto draft = clinic.services.drafts.find(actor, subject);
        if (!draft) return "(refused)";
        return *draft ? (*draft)->content : "(none)";
    }

    TestClinic clinic;
    const DraftSubject subject{"infusion", "some-infusion"};
};

TEST_F(Drafts, AreHandedBackToTheirAuthorOnly) {
    EXPECT_EQ(found(clinic.nurse), "(none)");
    ASSERT_THAT(clinic.services.drafts.keep(clinic.nurse, subject, "typed"), IsOk());
    EXPECT_EQ(found(clinic.nurse), "typed");
    EXPECT_EQ(found(clinic.physician), "(none)");
}

TEST_F(Drafts, SayWhenTheyWereTyped) {
    ASSERT_THAT(clinic.services.drafts.keep(clinic.nurse, subject, "typed"), IsOk());
    const auto typed = clinic.clock.now();
    clinic.clock.advance(std::chrono::minutes(5));
    EXPECT_EQ((*clinic.services.drafts.find(clinic.nurse, subject))->savedAt.iso(), typed.iso());
}

TEST_F(Drafts, EndWithAnEmptyContent) {
    ASSERT_THAT(clinic.services.drafts.keep(clinic.nurse, subject, "typed"), IsOk());
    ASSERT_THAT(clinic.services.drafts.keep(clinic.nurse, subject, ""), IsOk());
    EXPECT_EQ(found(clinic.nurse), "(none)");
}

TEST_F(Drafts, LeaveRecordsAndTrailAsTheyWere) {
    const auto before = clinic.count();
    ASSERT_THAT(clinic.services.drafts.keep(clinic.nurse, subject, "typed"), IsOk());
    EXPECT_EQ(clinic.count(), before);
    EXPECT_TRUE(clinic.verify().clean());
}

TEST_F(Drafts, TooLongATextIsRefusedAndTheOneBeforeStays) {
    ASSERT_THAT(clinic.services.drafts.keep(clinic.nurse, subject, "typed"), IsOk());
    const std::string endless(static_cast<std::size_t>(clinic.context.policy.maxDraftLength) + 1, 'x');
    EXPECT_THAT(clinic.services.drafts.keep(clinic.nurse, subject, endless), FailsWith(Code::Invalid));
    EXPECT_EQ(found(clinic.nurse), "typed");
}

TEST_F(Drafts, AreRefusedToWhoSeesNoPatients) {
    EXPECT_THAT(clinic.services.drafts.keep(clinic.administrator, subject, "typed"), FailsWith(Code::Denied));
    EXPECT_EQ(found(clinic.administrator), "(refused)");
}

} // namespace
} // namespace chairside::test
